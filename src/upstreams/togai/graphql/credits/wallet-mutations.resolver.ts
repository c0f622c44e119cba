import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { DecimalScalar } from '../../../../schema-kit/scalars.js';
import { topUpBody, topUpWallet, WalletTopUp } from '../../credits/wallet-commands.js';
import { planned } from '../../customers/commands.js';
import type { TogaiWallet } from '../../model.js';
import { togai } from '../../session.js';
import { ACCOUNT_KEY, DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { TogaiWalletType } from './wallet.type.js';

@InputType('TogaiWalletTopUpInput', { description: 'Money for the wallet of an account.' })
class TogaiWalletTopUpInput {
  @Field(() => String, { description: ACCOUNT_KEY })
  accountId!: string;

  @Field(() => DecimalScalar, { description: 'How much, in the unit of the wallet; more than 0.' })
  amount!: string;
}

@ObjectType('TogaiWalletPayload', { simpleResolvers: true, description: 'What became of a wallet.' })
class TogaiWalletPayload extends MutationPayload {
  @Field(() => TogaiWalletType, { nullable: true, description: 'The wallet as it is now; null if nothing was done.' })
  wallet?: TogaiWallet | null;
}

interface WalletAnswer {
  readonly wallet: TogaiWallet | null;
  readonly plan?: readonly PlannedCall[];
}

@Resolver()
export class TogaiWalletMutations {
  @Needs('finance')
  @Mutation(() => TogaiWalletPayload, {
    description:
      'Puts money into the wallet of an account. Togai itself does not recognise a repeat: give an `idempotencyKey`.',
  })
  togaiWalletTopUp(
    @Arg('input', () => TogaiWalletTopUpInput, { description: 'Account and amount.' }) input: TogaiWalletTopUpInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiWalletPayload> {
    const session = context.session(togai);
    return answered(async (): Promise<WalletAnswer> => {
      const wanted = checked(WalletTopUp, input);
      const { accountId } = wanted;
      const wallet = await session.wallet(accountId);
      if (wallet === null) {
        throw refusal('NOT_FOUND', `There is no wallet of an account ${accountId}.`, ['input', 'accountId']);
      }
      if (dryRun) {
        const after = JSON.parse(JSON.stringify(topUpBody(wanted)));
        return { wallet, plan: planned({ action: 'topUpWalletForAccount', target: accountId, after }) };
      }
      await topUpWallet(session.desk, wanted, key ?? null);
      return { wallet: await session.wallet(accountId) };
    });
  }
}
