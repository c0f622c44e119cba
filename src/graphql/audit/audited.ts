import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { AuditOutcome } from '../../domain/audit/model.js';
import { StoreBusy, StoreUnavailable, UpstreamError } from '../../kernel/errors.js';
import type { Problem } from '../../kernel/refusal.js';
import type { GatewayContext } from '../context.js';
import { ownId } from '../syncs/sync.resolver.js';
import { keptArguments } from './kept-arguments.js';

/** Writes down every mutation that changes something: before it is done that it was begun, and after it what came of it. */
export function audited(schema: GraphQLSchema): GraphQLSchema {
  Object.values(schema.getMutationType()?.getFields() ?? {}).forEach(audit);
  return schema;
}

type Field = GraphQLField<unknown, GatewayContext>;
type Arguments = Readonly<Record<string, unknown>>;

function audit(field: Field): void {
  const { resolve = defaultFieldResolver } = field;
  field.resolve = async (source, args: Arguments, context, info) => {
    if (args.dryRun === true) return await resolve(source, args, context, info);
    const { book, nextId, now } = context.audit;
    const id = nextId();
    await book.begin({
      id,
      at: now(),
      who: context.caller.id,
      action: field.name,
      reason: reasonIn(args),
      detail: keptArguments(args, field.args),
      runId: null,
      requestId: context.requestId,
    });
    // What was done is done: an outcome that cannot be written down is seen as one that is missing.
    const end = (outcome: Omit<AuditOutcome, 'at'>) =>
      book.end(id, { ...outcome, at: now() }).catch((error: unknown) => {
        context.log.error({ err: error, entry: id }, 'what came of a mutation could not be written into the audit');
      });
    try {
      const payload: unknown = await resolve(source, args, context, info);
      await end(outcomeOf(payload));
      return payload;
    } catch (error) {
      const code = error instanceof UpstreamError ? error.code : ((error as Error | null)?.name ?? 'Error');
      await end({ state: 'FAILED', detail: { code } });
      // A limit says that nothing was begun, and may be asked again without a key: something may have been sent by now.
      throw error instanceof StoreBusy ? new StoreUnavailable(error.cause, error.message) : error;
    }
  };
}

function reasonIn({ reason, input }: Arguments): string | null {
  const said = reason ?? (input as { reason?: unknown } | null | undefined)?.reason;
  return typeof said === 'string' && said.trim() !== '' ? said.trim() : null;
}

function outcomeOf(payload: unknown): Omit<AuditOutcome, 'at'> {
  const { userErrors = [], ...rest } = (payload ?? {}) as { userErrors?: readonly Problem[] };
  if (userErrors.length > 0) {
    return { state: 'REFUSED', detail: { codes: userErrors.map(({ code }) => code) } };
  }
  const ids = Object.fromEntries(
    Object.entries(rest as Arguments).flatMap(([name, value]) => {
      const id = (value as { id?: unknown } | null | undefined)?.id;
      return typeof id === 'string' ? [[name, id]] : [];
    }),
  );
  return { state: 'DONE', detail: ids, ...(ids.run !== undefined && { runId: ownId(ids.run) }) };
}
