import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../domain/access/model.js';
import { type ContextServices, createContext, type GatewayContext } from '../graphql/context.js';
import type { Answered, SharedAnswers } from '../graphql/execution/shared-answers.js';
import type { Sharing } from '../graphql/execution/sharing.js';
import type { FinishedOperation } from '../graphql/observe/finished-operation.js';
import { callsOfRequest } from '../kernel/request-scope.js';

export interface GraphqlAnswersOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly services: ContextServices;
  readonly answers: SharedAnswers<HttpAnswer>;
  readonly now: () => number;
  readonly onOperation: (operation: FinishedOperation) => void;
}

/** An answer as it goes to a client, and to others who ask the same. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer | AsyncIterableIterator<string>;
  /** Of an answer that others may have. */
  readonly operation: FinishedOperation | null;
}

export interface GraphqlAsker {
  readonly caller: Caller;
  /** When the request came, by the process's own clock. */
  readonly at: number;
}

// To compare what is larger would cost more than is won.
const MOST_COMPARED_BYTES = 64 * 1_024;

/** Answers GraphQL requests; the same query of one caller that is being answered already is not carried out once more. */
export class GraphqlAnswers {
  readonly #options: GraphqlAnswersOptions;

  constructor(options: GraphqlAnswersOptions) {
    this.#options = options;
  }

  async answer(request: FastifyRequest, reply: FastifyReply, asker: GraphqlAsker): Promise<FastifyReply> {
    const { answers, now, onOperation } = this.#options;
    const startedAt = now();
    const carryOut = (mayBeJoined: () => void) => this.#carryOut(request, reply, asker, mayBeJoined);
    const key = keyOf(request, asker.caller);
    const { answer, joined } =
      key === null ? { ...(await carryOut(() => {})), joined: false } : await answers.ask(key, carryOut);
    if (joined && answer.operation) {
      const own = { requestId: request.id, durationMs: now() - startedAt, upstreamCalls: callsOfRequest() };
      onOperation({ ...answer.operation, ...own, shared: true });
    }
    void reply.code(answer.status);
    for (const [name, value] of answer.headers) void reply.header(name, value);
    return await reply.send(answer.body);
  }

  async #carryOut(
    request: FastifyRequest,
    reply: FastifyReply,
    { caller, at }: GraphqlAsker,
    mayBeJoined: () => void,
  ): Promise<Answered<HttpAnswer>> {
    const { apollo, services } = this.#options;
    const sharing: Sharing = { mayBeJoined, whole: null };
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: searchOf(request),
        body: request.body,
      },
      context: async () => {
        const spentMs = performance.now() - at;
        return createContext(services, { id: request.id, caller, gone: whenGone(reply), spentMs, sharing });
      },
    });
    const sent = body.kind === 'complete' ? Buffer.from(body.string) : body.asyncIterator;
    const whole = body.kind === 'complete' && sharing.whole !== null;
    return { answer: { status: status ?? 200, headers, body: sent, operation: sharing.whole }, whole };
  }
}

/** All that an answer depends on, and who asks with which rights: a key may have been given others since. Null: not compared. */
function keyOf({ method, url, headers, body }: FastifyRequest, { kind, id, scopes, systems }: Caller): string | null {
  if (Number(headers['content-length'] ?? 0) > MOST_COMPARED_BYTES) return null;
  const { accept, 'content-type': type } = headers;
  return JSON.stringify([kind, id, [...scopes], systems && [...systems], method, url, accept, type, body]);
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

function searchOf({ url }: FastifyRequest): string {
  const from = url.indexOf('?');
  return from < 0 ? '' : url.slice(from);
}

/** Fires when the client hangs up before its answer. */
function whenGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new Error('the client has gone'));
  });
  return gone.signal;
}
