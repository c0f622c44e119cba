import { Field, ObjectType } from 'type-graphql';
import { UpstreamError, type UpstreamErrorCode } from '../kernel/errors.js';
import { type Problem, Refusal, type RefusalCode } from '../kernel/refusal.js';
import { BillingSystem } from './billing-system.js';
import { JsonScalar } from './scalars.js';
import { UserErrorType } from './user-error.type.js';

/** One call that a change consists of. */
export interface PlannedCall {
  readonly system: string;
  readonly action: string;
  readonly target: string | null;
  readonly after: unknown;
}

@ObjectType('PlannedStep', {
  simpleResolvers: true,
  description: 'One step of a change that was asked for with `dryRun`: what would be sent, in the words of its system.',
})
class PlannedStepType implements PlannedCall {
  @Field(() => BillingSystem, { description: 'The system that would be changed.' })
  system!: string;

  @Field(() => String, { description: "The operation, named as in the system's own reference." })
  action!: string;

  @Field(() => String, { nullable: true, description: 'Id or number of what would be changed; null for a new object.' })
  target!: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'The values that would be sent, without secrets.' })
  after!: unknown;
}

/** What every mutation answers beside its object. */
@ObjectType({ simpleResolvers: true })
export abstract class MutationPayload {
  @Field(() => [PlannedStepType], {
    nullable: true,
    description: 'For a dry run: the steps of the real one, in order; null otherwise.',
  })
  plan?: readonly PlannedCall[] | null;

  @Field(() => [UserErrorType], { description: 'Why nothing was done; empty if it was.' })
  userErrors!: readonly Problem[];
}

/**
 * The payload of a mutation: what `work` gives, or the errors that its caller can put right. Everything else that goes
 * wrong stays an error of GraphQL.
 */
export async function answered<P extends object>(
  work: () => Promise<P>,
): Promise<P & { userErrors: readonly Problem[] }> {
  try {
    return { ...(await work()), userErrors: [] };
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === null) throw error;
    // Every field of a payload is nullable, so that nothing but the reasons may be in it.
    return { userErrors: problems } as unknown as P & { userErrors: readonly Problem[] };
  }
}

// A retryable conflict is a lock: that passes by itself, and says nothing about the request.
const ABOUT_THE_REQUEST: Readonly<Partial<Record<UpstreamErrorCode, RefusalCode>>> = {
  UPSTREAM_REJECTED: 'REJECTED_BY_UPSTREAM',
  UPSTREAM_NOT_FOUND: 'NOT_FOUND',
  UPSTREAM_UNSUPPORTED: 'UNSUPPORTED',
  UPSTREAM_CONFLICT: 'CONFLICT',
};

/** Null if the caller cannot do anything about it. */
function problemsOf(error: unknown): readonly Problem[] | null {
  if (error instanceof Refusal) return error.problems;
  if (!(error instanceof UpstreamError) || error.retryable || error.outcome === 'unknown') return null;
  const code = ABOUT_THE_REQUEST[error.code];
  return code ? [{ code, message: error.message, field: null }] : null;
}
