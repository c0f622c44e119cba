import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type ExecutionArgs, type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Context } from 'graphql-ws';
import { useServer as serve } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Caller } from '../../domain/access/model.js';
import { OpenCount } from '../../graphql/subscriptions/open-count.js';
import type { Answers } from '../../graphql/subscriptions/operation.js';
import type { OperationRunner, PreparedOperation } from '../../graphql/subscriptions/operation-runner.js';
import { AccessDenied, LimitExceeded } from '../../kernel/errors.js';
import type { IdSource } from '../../kernel/ids.js';
import { inRequestScope } from '../../kernel/request-scope.js';
import { inSpan } from '../../kernel/tracing/spans.js';
import { callerAddress } from '../access/caller-address.js';
import { identify, stillIn } from '../access/identify.js';
import { type DocumentOptions, resolveSent } from '../documents.js';
import type { RateCounter } from '../limits/rate-limit.js';
import { isForeign, type LiveOptions } from './live.js';
import { sentOperation } from './sent-operation.js';

export interface WebsocketOptions extends LiveOptions {
  readonly documents: DocumentOptions;
  readonly rate: RateCounter | null;
  readonly ids: IdSource;
  readonly maxMessageBytes: number;
  /** Most connections that a caller may have open in this process. */
  readonly mostConnections: number;
}

interface Connection extends Record<PropertyKey, unknown> {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  caller?: Caller;
  gone?: AbortController;
  /** Ends what is kept for as long as the connection is. */
  end?: () => void;
}
type ConnectionContext = Context<Record<string, unknown>, Connection>;

const PATH = '/graphql';
// Of the protocol; the others are of WebSocket itself.
const CLOSE = { goingAway: 1001, tryLater: 1013, tooMany: 4429, forbidden: 4403 } as const;
// Clients that do not answer the end of a connection are not waited for.
const FAREWELL_MS = 1_000;

/**
 * Operations over WebSocket, by the protocol `graphql-transport-ws`. Credentials come in the header `Authorization` or, from
 * browsers, which cannot send one, under `authorization` in the connection's parameters.
 * https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
 */
export function mountWebsocket(app: FastifyInstance, runner: OperationRunner, options: WebsocketOptions): void {
  const { access, log, heartbeatMs, maxMessageBytes: maxPayload } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload });
  const connections = new OpenCount('connections', options.mostConnections);
  serve<Record<string, unknown>, Connection>(
    {
      onConnect: (ctx) => admit(ctx, connections, options),
      onSubscribe: (ctx, _id, payload) => prepare(ctx.extra, payload, runner, options),
      execute: (args) => started(args) as never,
      subscribe: (args) => started(args) as never,
      // Answers are in the form that is sent already.
      onNext: (_ctx, _id, _payload, _args, result) => result as FormattedExecutionResult as never,
      onClose: (ctx) => ctx.extra.end?.(),
    },
    server,
    heartbeatMs,
  );

  // Other upgrades that a client would like (`h2c`) are not for us: such a request is answered as if it had not asked.
  Object.assign(app.server, {
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
  });
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', (error) => log.debug({ err: error }, 'a connection broke before it was one'));
    const [path] = (request.url ?? '').split('?');
    if (path !== PATH) return refuse(socket, '404 Not Found');
    if (isForeign(request, access)) return refuse(socket, '403 Forbidden');
    server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
  });
  app.addHook('preClose', async () => {
    for (const client of server.clients) client.close(CLOSE.goingAway, 'Going away');
    const timer = setTimeout(() => {
      for (const client of server.clients) client.terminate();
    }, FAREWELL_MS);
    await new Promise((resolve) => server.close(resolve));
    clearTimeout(timer);
  });
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

/** Lets a connection in whose caller is known, and sees to it that it ends when the caller is not any more. */
async function admit(ctx: ConnectionContext, connections: OpenCount, options: WebsocketOptions): Promise<boolean> {
  const { access, log, heartbeatMs } = options;
  const { extra, connectionParams } = ctx;
  const { socket, request } = extra;
  const given = Object.entries(connectionParams ?? {}).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  const headers = { ...request.headers, ...(typeof given === 'string' && { authorization: given }) };
  const knock = { headers, ip: callerAddress(request, access.trusts) };
  try {
    extra.caller = await identify(knock, access);
    const release = connections.take(extra.caller.id);
    const gone = new AbortController();
    extra.gone = gone;
    const looking = setInterval(() => {
      stillIn(knock, access).catch((error: unknown) => {
        if (error instanceof AccessDenied) socket.close(CLOSE.forbidden, 'Forbidden');
      });
    }, heartbeatMs);
    extra.end = () => {
      clearInterval(looking);
      release();
      gone.abort(new Error('the client has gone'));
    };
    // It may have gone while it was looked at.
    if (socket.readyState !== socket.OPEN) extra.end();
    return true;
  } catch (error) {
    if (error instanceof LimitExceeded) socket.close(CLOSE.tooMany, error.message);
    else if (!(error instanceof AccessDenied)) {
      log.error({ err: error }, 'a connection failed before it reached GraphQL');
      socket.close(CLOSE.tryLater, 'The gateway cannot say who calls: ask again.');
    }
    return false;
  }
}

const PREPARED = new WeakMap<object, PreparedOperation>();

async function prepare(
  { caller, gone, request: { headers: trace } }: Connection,
  payload: object,
  runner: OperationRunner,
  { documents, rate, ids }: WebsocketOptions,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  if (!caller || !gone) throw new Error('a connection was let in without a caller');
  const requestId = ids.next();
  return await inRequestScope({ requestId }, async () => {
    try {
      if (caller.kind !== 'open') await rate?.take(caller.id);
      resolveSent(payload, documents);
      const sent = sentOperation(payload);
      if (sent === null) return [new GraphQLError('There is no operation in the request.')];
      const prepared = runner.prepare(sent, { requestId, caller, gone: gone.signal, trace });
      if (!('kind' in prepared)) return prepared.map((error) => new FormattedError(error));
      const args = { schema: {} as never, document: prepared.document, operationName: sent.operationName ?? null };
      const span = { kind: 'SERVER', parent: trace } as const;
      const ask = () => inRequestScope({ requestId }, () => prepared.start());
      // A subscription has a span of its own, which lasts as long as it does.
      const start = () => (prepared.kind === 'subscription' ? ask() : inSpan(prepared.kind, span, ask));
      PREPARED.set(args, { ...prepared, start });
      return args;
    } catch (error) {
      return [new FormattedError(runner.formatted(error))];
    }
  });
}

async function started(args: ExecutionArgs): Promise<FormattedExecutionResult | Answers> {
  const prepared = PREPARED.get(args);
  if (!prepared) throw new Error('an operation was started that was not prepared');
  return await prepared.start();
}

/** An error that the client is told as it is. */
class FormattedError extends GraphQLError {
  readonly #formatted: GraphQLFormattedError;

  constructor(formatted: GraphQLFormattedError) {
    super(formatted.message);
    this.#formatted = formatted;
  }

  override toJSON(): GraphQLFormattedError {
    return this.#formatted;
  }
}
