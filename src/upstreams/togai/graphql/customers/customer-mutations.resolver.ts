import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import {
  accountBody,
  archive,
  createCustomer,
  customerBody,
  planned,
  updateCustomer,
} from '../../customers/commands.js';
import { CustomerCreate, CustomerUpdate } from '../../customers/inputs.js';
import { accountRecord, customerRecord } from '../../mapping/customer.js';
import type { TogaiCustomer } from '../../model.js';
import { type TogaiSession, togai } from '../../session.js';
import { TogaiCustomerType } from '../customer.type.js';
import { CUSTOMER_KEY, DRY_RUN } from '../descriptions.js';
import { TogaiCustomerCreateInput, TogaiCustomerUpdateInput } from './customer.inputs.js';

@ObjectType('TogaiCustomerPayload', { simpleResolvers: true, description: 'What became of a change of a customer.' })
class TogaiCustomerPayload extends MutationPayload {
  @Field(() => TogaiCustomerType, {
    nullable: true,
    description: 'The customer as it is now; null if nothing was done, and for the dry run of a new one.',
  })
  customer?: TogaiCustomer | null;
}

interface CustomerAnswer {
  readonly customer: TogaiCustomer | null;
  readonly plan?: readonly PlannedCall[];
}

@Resolver()
export class TogaiCustomerMutations {
  @Needs('write')
  @Mutation(() => TogaiCustomerPayload, {
    description: 'Makes a customer, with its first account if you like. Its id is yours, and makes it once.',
  })
  togaiCustomerCreate(
    @Arg('input', () => TogaiCustomerCreateInput, { description: 'The new customer.' }) input: TogaiCustomerCreateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiCustomerPayload> {
    const session = context.session(togai);
    return answered(async (): Promise<CustomerAnswer> => {
      const wanted = checked(CustomerCreate, input);
      if (dryRun) {
        return {
          customer: null,
          plan: planned({ action: 'createCustomer', target: wanted.id, after: customerBody(wanted) }),
        };
      }
      await createCustomer(session.desk, wanted);
      const customer = await changed(session, wanted.id, context);
      const account = wanted.account && (await session.accounts.load(wanted.account.id));
      if (account) await context.customers.changed(accountRecord(account));
      return { customer };
    });
  }

  @Needs('write')
  @Mutation(() => TogaiCustomerPayload, { description: 'Changes a customer: what the input leaves out is left alone.' })
  togaiCustomerUpdate(
    @Arg('id', () => String, { description: CUSTOMER_KEY }) id: string,
    @Arg('input', () => TogaiCustomerUpdateInput, { description: 'What to change.' }) input: TogaiCustomerUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiCustomerPayload> {
    const session = context.session(togai);
    return answered(async (): Promise<CustomerAnswer> => {
      const wanted = checked(CustomerUpdate, input);
      const customer = await existing(session, id);
      if (dryRun) {
        return { customer, plan: planned({ action: 'updateCustomer', target: id, after: accountBody(wanted) }) };
      }
      await updateCustomer(session.desk, id, wanted);
      return { customer: await changed(session, id, context) };
    });
  }

  @Needs('write')
  @Mutation(() => TogaiCustomerPayload, { description: 'Archives a customer. Its history stays.' })
  togaiCustomerArchive(
    @Arg('id', () => String, { description: CUSTOMER_KEY }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiCustomerPayload> {
    const session = context.session(togai);
    return answered(async (): Promise<CustomerAnswer> => {
      const customer = await existing(session, id);
      if (dryRun) return { customer, plan: planned({ action: 'deleteCustomer', target: id, after: null }) };
      await archive(session.desk, 'customer', id);
      return { customer: await session.customers.load(id) };
    });
  }
}

async function existing(session: TogaiSession, id: string): Promise<TogaiCustomer> {
  const customer = await session.customers.load(id);
  if (customer === null) throw refusal('NOT_FOUND', `There is no customer ${id}.`, ['id']);
  return customer;
}

/** As Togai has it now; the directory of customers learns of it, too. */
async function changed(session: TogaiSession, id: string, context: RequestContext): Promise<TogaiCustomer | null> {
  const customer = await session.customers.load(id);
  if (customer !== null) await context.customers.changed(customerRecord(customer));
  return customer;
}
