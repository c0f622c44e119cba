import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { AUDIT_STATES, type AuditEntry, type AuditState } from '../../domain/audit/model.js';
import { connectionType } from '../../schema-kit/connection.js';
import { globalId } from '../../schema-kit/global-id.js';
import { DateTimeScalar, JsonScalar } from '../../schema-kit/scalars.js';
import { SYNC_RUN_PREFIX } from '../../schema-kit/syncs/sync-run.type.js';

const AuditStateEnum = Object.fromEntries(AUDIT_STATES.map((state) => [state, state])) as { [S in AuditState]: S };
registerEnumType(AuditStateEnum, {
  name: 'AuditState',
  description: 'What came of something that was begun.',
  valuesConfig: {
    DONE: { description: 'It was done.' },
    REFUSED: { description: 'It was refused or cancelled: `outcome` has the codes.' },
    FAILED: { description: 'It failed, or needs somebody; a part of it may have been done.' },
  },
});

@ObjectType('AuditEntry', {
  simpleResolvers: true,
  description: 'What somebody did, or began to do. Entries are neither changed nor removed; dry runs leave none.',
})
export class AuditEntryType {
  @Field(() => ID, { description: 'The id of the entry.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  at!: string;

  @Field(() => String, {
    description: 'The caller: a key, a subject of a token, `flow:` and the id of a flow, or `cli:` and a user.',
  })
  who!: string;

  @Field(() => String, { description: 'The mutation, `run` and the kind of a run, or the command.' })
  action!: string;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who asked; null if they did not say.' })
  reason!: string | null;

  @Field(() => JsonScalar, {
    description: 'What was asked for: ids, keys, days and amounts. Free text is not kept: it may hold data of persons.',
  })
  detail!: unknown;

  @Field(() => ID, { nullable: true, description: 'The run that it began or is about.' })
  runId!: string | null;

  @Field(() => String, { nullable: true, description: 'The id of the request, as in the log.' })
  requestId!: string | null;

  @Field(() => AuditStateEnum, {
    nullable: true,
    description: 'What came of it; null while it goes on, and for good if the process ended in the middle of it.',
  })
  state!: AuditState | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  endedAt!: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Ids of what was made or changed, codes of errors, steps of a run.',
  })
  outcome!: unknown;
}

export const AuditEntryConnection = connectionType('AuditEntry', () => AuditEntryType);

@InputType('AuditFilter', { description: 'Which entries.' })
export class AuditFilterInput {
  @Field(() => String, { nullable: true, description: 'Those of this caller.' })
  who?: string | null;

  @Field(() => String, { nullable: true, description: 'Those of this mutation, kind of run (`run SALE`) or command.' })
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those that began this run or are about it.' })
  runId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Those from this instant on.' })
  since?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Those before this instant.' })
  until?: string | null;
}

export function toAuditEntry({ id, at, runId, outcome, ...same }: AuditEntry): AuditEntryType {
  return {
    ...same,
    id,
    at: new Date(at).toISOString(),
    runId: runId && globalId(SYNC_RUN_PREFIX, runId),
    state: outcome?.state ?? null,
    endedAt: outcome ? new Date(outcome.at).toISOString() : null,
    outcome: outcome?.detail ?? null,
  };
}
