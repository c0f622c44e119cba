import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

// At most 64 ASCII characters, none of : ; " '
const TRACK_ID = /^[\x20-\x21\x23-\x26\x28-\x39\x3c-\x7e]{1,64}$/;

/** Gives every answer an id of its own and echoes the caller's, if it is a proper one. */
export function trackIds(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('zuora-request-id', randomUUID());
    const trackId = request.headers['zuora-track-id'];
    if (typeof trackId === 'string' && TRACK_ID.test(trackId)) reply.header('zuora-track-id', trackId);
  });
}
