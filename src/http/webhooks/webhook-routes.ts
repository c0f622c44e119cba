import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ConnectionKey, connectionKey } from '../../domain/connections/key.js';
import type { Hint } from '../../domain/webhooks/model.js';
import type { Inbox, WebhookReceiver } from '../../domain/webhooks/ports.js';
import type { Clock } from '../../kernel/clock.js';
import type { IdSource } from '../../kernel/ids.js';
import type { Logger } from '../../kernel/logger.js';
import type { KnownSecrets } from '../../kernel/secrets/known-secrets.js';
import { inSpan, traceHeaders } from '../../kernel/tracing/spans.js';

export interface WebhookRouteOptions {
  readonly inbox: Inbox;
  /** Undefined for a connection that does not exist or takes no webhooks. */
  readonly receiver: (key: ConnectionKey) => WebhookReceiver | undefined;
  /** Told when something was taken. */
  readonly onTaken: () => void;
  /** None of them is kept of what a delivery says. */
  readonly secrets: KnownSecrets;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Logger;
}

interface Params {
  readonly system: string;
  readonly handle?: string;
}

const LONGEST_BODY = 1_048_576;

/** `/webhooks/SYSTEM` and `/webhooks/SYSTEM/HANDLE`: verify, store by one statement, answer. The work comes later. */
export function webhookRoutes(options: WebhookRouteOptions) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const url of ['/webhooks/:system', '/webhooks/:system/:handle']) {
      app.route<{ Params: Params; Querystring: Record<string, string> }>({
        method: ['POST', 'PUT', 'PATCH'],
        url,
        bodyLimit: LONGEST_BODY,
        handler: (request, reply) => receive(request, reply, options),
      });
    }
  };
}

async function receive(
  request: FastifyRequest<{ Params: Params; Querystring: Record<string, string> }>,
  reply: FastifyReply,
  { inbox, receiver, onTaken, secrets, clock, ids, log }: WebhookRouteOptions,
) {
  const { system, handle } = request.params;
  const key = handle === undefined ? system : connectionKey(system, handle);
  const target = receiver(key);
  if (!target) return await reply.code(404).send(refused('There is nobody here who takes webhooks.'));
  const delivery = {
    headers: firstValues(request.headers),
    query: request.query,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  };
  const verdict = target.verify(delivery);
  if (verdict !== 'GENUINE') {
    if (verdict === 'CHALLENGE') reply.header('www-authenticate', 'Basic realm="billgraph", charset="UTF-8"');
    else log.warn({ connection: key }, 'a webhook was refused: it does not know the secret');
    return await reply.code(401).send(refused('The secret is wrong or missing.'));
  }
  try {
    const hint = withoutSecrets(target.read(delivery), secrets);
    const span = { kind: 'SERVER', parent: request.headers, attributes: { 'billgraph.connection': key } } as const;
    const taken = await inSpan('take webhook', span, async () => {
      const { traceparent = null } = traceHeaders();
      return await inbox.take({ id: ids.next(), connection: key, ...hint, receivedAt: clock.now(), traceparent });
    });
    if (taken) onTaken();
  } catch (error) {
    log.error({ err: error, connection: key }, 'a webhook could not be stored: its sender will try again');
    return await reply.code(503).send(refused('It could not be stored: try again.'));
  }
  // Some senders take nothing but 200 for success, and look for `success`.
  return await reply.code(200).send({ success: true });
}

/** What it names is looked up at the system, which knows nothing by a credential. */
function withoutSecrets({ key, kind, ids }: Hint, { maskData }: KnownSecrets): Hint {
  return {
    key: maskData(key),
    kind: kind && maskData(kind),
    ids: Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, maskData(id)])),
  };
}

const refused = (message: string) => ({ success: false, message });

function firstValues(headers: FastifyRequest['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, (Array.isArray(value) ? value[0] : value) ?? '']),
  );
}
