import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import {
  createContact,
  deleteContact,
  existingContact,
  planContactCreate,
  planContactDelete,
  planContactUpdate,
  updateContact,
} from '../../accounts/contact-commands.js';
import { ContactChanges, ContactInput } from '../../accounts/inputs.js';
import type { ZuoraAccount } from '../../model.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraAccountType } from '../account.type.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { changedAccount } from './account-mutations.resolver.js';
import { ZuoraContactInput, ZuoraContactUpdateInput } from './contact.inputs.js';

@ObjectType('ZuoraContactPayload', { simpleResolvers: true, description: 'What became of a change of a contact.' })
export class ZuoraContactPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: "Zuora's id of the contact; null if nothing was done." })
  contactId?: string | null;

  @Field(() => ZuoraAccountType, { nullable: true, description: 'The account of the contact as it is now.' })
  account?: ZuoraAccount | null;
}

@Resolver()
export class ZuoraContactMutations {
  @Needs('write')
  @Mutation(() => ZuoraContactPayload, { description: 'Adds a contact to an account.' })
  zuoraContactCreate(
    @Arg('accountKey', () => String, { description: 'Account id or account number.' }) accountKey: string,
    @Arg('input', () => ZuoraContactInput, { description: 'The new contact.' }) input: ZuoraContactInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraContactPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<ContactAnswer> => {
      const wanted = checked(ContactInput, input);
      const account = await session.account(accountKey);
      if (account === null) throw refusal('NOT_FOUND', `There is no account ${accountKey}.`, ['accountKey']);
      if (dryRun) return { contactId: null, account, plan: planContactCreate(account, wanted) };
      const contactId = await createContact(session.desk, account, wanted, key ?? null);
      return { contactId, account: await changedAccount(session, account.zuoraId, context) };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraContactPayload, {
    description: 'Changes a contact: what the input leaves out is left alone, null empties.',
  })
  zuoraContactUpdate(
    @Arg('id', () => String, { description: "Zuora's id of the contact." }) id: string,
    @Arg('input', () => ZuoraContactUpdateInput, { description: 'What to change.' }) input: ZuoraContactUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraContactPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<ContactAnswer> => {
      const wanted = checked(ContactChanges, input);
      if (dryRun) return { contactId: id, account: null, plan: planContactUpdate(id, wanted) };
      const accountId = await updateContact(session.desk, id, wanted);
      return { contactId: id, account: accountId === null ? null : await changedAccount(session, accountId, context) };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraContactPayload, {
    description: 'Removes a contact. One that is the bill-to or sold-to contact of its account stays.',
  })
  zuoraContactDelete(
    @Arg('id', () => String, { description: "Zuora's id of the contact." }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraContactPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<ContactAnswer> => {
      if (dryRun) {
        const { accountId } = await existingContact(session.desk, id);
        const account = accountId === null ? null : await session.accounts.load(accountId);
        return { contactId: id, account, plan: planContactDelete(id) };
      }
      const accountId = await deleteContact(session.desk, id);
      return { contactId: id, account: accountId === null ? null : await changedAccount(session, accountId, context) };
    });
  }
}

interface ContactAnswer {
  readonly contactId: string | null;
  readonly account: ZuoraAccount | null;
  readonly plan?: readonly PlannedCall[];
}
