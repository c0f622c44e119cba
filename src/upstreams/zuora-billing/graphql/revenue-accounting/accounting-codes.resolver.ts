import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { CallForEach, Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, type PlannedCall } from '../../../../schema-kit/mutation.js';
import type { ZuoraProductRatePlanCharge } from '../../catalog/model.js';
import {
  planCodes,
  RevenueAccountingCodes,
  setCodes,
  type ZuoraRevenueAccountingCodes,
} from '../../revenue-accounting/accounting-codes.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraProductRatePlanChargeType } from '../catalog/product-charge.type.js';
import { DRY_RUN } from '../descriptions.js';
import {
  ZuoraRevenueAccountingCodesInput,
  ZuoraRevenueAccountingCodesPayload,
  ZuoraRevenueAccountingCodesType,
} from './accounting-codes.type.js';

interface CodesAnswer {
  readonly codes: ZuoraRevenueAccountingCodes | null;
  readonly plan?: readonly PlannedCall[];
}

@Resolver()
export class ZuoraRevenueAccountingMutations {
  @Needs('finance')
  @Mutation(() => ZuoraRevenueAccountingCodesPayload, {
    description: 'Sets the accounts that Zuora Revenue books a charge of the catalog to.',
  })
  zuoraRevenueAccountingCodesUpdate(
    @Arg('productRatePlanChargeId', () => String, { description: 'Id of the charge in the catalog.' }) id: string,
    @Arg('input', () => ZuoraRevenueAccountingCodesInput, { description: 'The accounts.' })
    input: ZuoraRevenueAccountingCodesInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraRevenueAccountingCodesPayload> {
    const { desk, accountingCodes } = context.session(zuoraBilling);
    return answered(async (): Promise<CodesAnswer> => {
      const wanted = checked(RevenueAccountingCodes, input);
      if (dryRun) {
        const codes = await accountingCodes.load(id);
        if (codes !== null) return { codes, plan: planCodes(id, wanted) };
        throw refusal('NOT_FOUND', `There is no charge ${id} in the catalog.`, ['productRatePlanChargeId']);
      }
      await setCodes(desk, id, wanted);
      await accountingCodes.drop(id);
      return { codes: await accountingCodes.load(id) };
    });
  }
}

@Resolver(() => ZuoraProductRatePlanChargeType)
export class ZuoraChargeAccountingCodes {
  @CallForEach()
  @FieldResolver(() => ZuoraRevenueAccountingCodesType, {
    nullable: true,
    description: 'The accounts that Zuora Revenue books the charge to. A call of its own for each charge.',
  })
  revenueAccountingCodes(
    @Root() { zuoraId }: ZuoraProductRatePlanCharge,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraRevenueAccountingCodes | null> {
    return context.session(zuoraBilling).accountingCodes.load(zuoraId);
  }
}
