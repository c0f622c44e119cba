import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import {
  accountBody,
  archive,
  changeAliases,
  createAccount,
  planned,
  putSetting,
  type Step,
  updateAccount,
} from '../../customers/commands.js';
import { AccountCreate, AccountUpdate, Aliases, SettingPut } from '../../customers/inputs.js';
import { accountRecord } from '../../mapping/customer.js';
import type { TogaiAccount } from '../../model.js';
import { type TogaiSession, togai } from '../../session.js';
import { TogaiAccountType } from '../account.type.js';
import { ACCOUNT_KEY, DRY_RUN } from '../descriptions.js';
import { TogaiAccountCreateInput, TogaiAccountUpdateInput, TogaiSettingPutInput } from './customer.inputs.js';

@ObjectType('TogaiAccountPayload', { simpleResolvers: true, description: 'What became of a change of an account.' })
export class TogaiAccountPayload extends MutationPayload {
  @Field(() => TogaiAccountType, {
    nullable: true,
    description: 'The account as it is now; null if nothing was done, and for the dry run of a new one.',
  })
  account?: TogaiAccount | null;
}

@ObjectType('TogaiSettingPayload', { simpleResolvers: true, description: 'What became of a setting.' })
class TogaiSettingPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'The id of the setting; null if nothing was done.' })
  settingId?: string | null;
}

interface AccountAnswer {
  readonly account: TogaiAccount | null;
  readonly plan?: readonly PlannedCall[];
}

@Resolver()
export class TogaiAccountMutations {
  @Needs('write')
  @Mutation(() => TogaiAccountPayload, { description: 'Makes a further account of a customer. Its id is yours.' })
  togaiAccountCreate(
    @Arg('input', () => TogaiAccountCreateInput, { description: 'The new account.' }) input: TogaiAccountCreateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiAccountPayload> {
    const session = context.session(togai);
    return answered(async (): Promise<AccountAnswer> => {
      const wanted = checked(AccountCreate, input);
      const step = { action: 'createAccount', target: wanted.id, after: accountBody(wanted) };
      if (dryRun) return { account: null, plan: planned(step) };
      await createAccount(session.desk, wanted);
      return { account: await shown(session, wanted.id, context) };
    });
  }

  @Needs('write')
  @Mutation(() => TogaiAccountPayload, { description: 'Changes an account: what the input leaves out is left alone.' })
  togaiAccountUpdate(
    @Arg('id', () => String, { description: ACCOUNT_KEY }) id: string,
    @Arg('input', () => TogaiAccountUpdateInput, { description: 'What to change.' }) input: TogaiAccountUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiAccountPayload> {
    return changed(context, { id, at: 'id', dryRun }, (session) => {
      const wanted = checked(AccountUpdate, input);
      const step = { action: 'updateAccount', target: id, after: accountBody(wanted) };
      return [step, () => updateAccount(session.desk, id, wanted)];
    });
  }

  @Needs('write')
  @Mutation(() => TogaiAccountPayload, { description: 'Archives an account. Its history stays.' })
  togaiAccountArchive(
    @Arg('id', () => String, { description: ACCOUNT_KEY }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiAccountPayload> {
    return changed(context, { id, at: 'id', dryRun }, (session) => [
      { action: 'deleteAccount', target: id, after: null },
      () => archive(session.desk, 'account', id),
    ]);
  }

  @Needs('write')
  @Mutation(() => TogaiAccountPayload, {
    description: 'Gives an account other ids, at most 10 in all, under which events and links may name it.',
  })
  togaiAliasesAdd(
    @Arg('accountId', () => String, { description: ACCOUNT_KEY }) id: string,
    @Arg('aliases', () => [String], { description: 'The other ids; no other account may have them.' })
    aliases: string[],
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiAccountPayload> {
    return aliased(context, { id, verb: 'add', aliases, dryRun });
  }

  @Needs('write')
  @Mutation(() => TogaiAccountPayload, { description: 'Takes other ids away from an account.' })
  togaiAliasesRemove(
    @Arg('accountId', () => String, { description: ACCOUNT_KEY }) id: string,
    @Arg('aliases', () => [String], { description: 'The ids to take away.' }) aliases: string[],
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiAccountPayload> {
    return aliased(context, { id, verb: 'remove', aliases, dryRun });
  }

  @Needs('write')
  @Mutation(() => TogaiSettingPayload, { description: 'Writes a setting, whether it is there or not.' })
  togaiSettingPut(
    @Arg('input', () => TogaiSettingPutInput, { description: 'The setting.' }) input: TogaiSettingPutInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiSettingPayload> {
    const { desk } = context.session(togai);
    return answered(async (): Promise<{ settingId: string | null; plan?: readonly PlannedCall[] }> => {
      const wanted = checked(SettingPut, input);
      const step = { action: 'insertSetting', target: wanted.id, after: wanted };
      if (dryRun) return { settingId: null, plan: planned(step) };
      await putSetting(desk, wanted);
      return { settingId: wanted.id };
    });
  }
}

function aliased(
  context: RequestContext,
  { id, verb, aliases, dryRun }: { id: string; verb: 'add' | 'remove'; aliases: string[]; dryRun: boolean },
): Promise<TogaiAccountPayload> {
  return changed(context, { id, at: 'accountId', dryRun }, (session) => {
    const wanted = checked(Aliases, aliases, ['aliases']);
    const step = { action: `${verb}Aliases`, target: id, after: { aliases: wanted } };
    return [step, () => changeAliases(session.desk, id, verb, wanted)];
  });
}

/** The way of all changes of an account that is there. */
function changed(
  context: RequestContext,
  { id, at, dryRun }: { id: string /** The argument with the id. */; at: string; dryRun: boolean },
  compose: (session: TogaiSession) => readonly [Step, () => Promise<void>],
): Promise<TogaiAccountPayload> {
  const session = context.session(togai);
  return answered(async (): Promise<AccountAnswer> => {
    const [step, carryOut] = compose(session);
    const account = await session.accounts.load(id);
    if (account === null) throw refusal('NOT_FOUND', `There is no account ${id}.`, [at]);
    if (dryRun) return { account, plan: planned(step) };
    await carryOut();
    return { account: await shown(session, id, context) };
  });
}

/** As Togai has it now; the directory of customers learns of it and of its links, too. */
async function shown(session: TogaiSession, id: string, context: RequestContext): Promise<TogaiAccount | null> {
  const account = await session.accounts.load(id);
  if (account !== null) await context.customers.changed(accountRecord(account));
  return account;
}
