import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Clock } from '../../kernel/clock.js';

const PIECES = 10;

/** Promises the whole body, sends half of it and ends the connection. */
export async function sendCutOff(reply: FastifyReply, payload: unknown): Promise<void> {
  const body = await openReply(reply, payload);
  const { socket } = reply.raw;
  reply.raw.write(body.subarray(0, Math.floor(body.length / 2)), () => socket?.destroySoon());
}

/** Sends the whole body in pieces spread over `ms`. */
export async function sendSlowly(
  reply: FastifyReply,
  payload: unknown,
  { ms, clock, signal }: { ms: number; clock: Clock; signal: AbortSignal },
): Promise<void> {
  const body = await openReply(reply, payload);
  const size = Math.max(1, Math.ceil(body.length / PIECES));
  for (let from = 0; from < body.length; from += size) {
    reply.raw.write(body.subarray(from, from + size));
    await clock.wait(ms / PIECES, signal);
  }
  reply.raw.end();
}

async function openReply(reply: FastifyReply, payload: unknown): Promise<Buffer> {
  const body = await bytesOf(payload);
  reply.hijack();
  reply.raw.writeHead(reply.statusCode, { ...definedHeaders(reply), 'content-length': body.length });
  return body;
}

async function bytesOf(payload: unknown): Promise<Buffer> {
  if (typeof payload === 'string' || Buffer.isBuffer(payload)) return Buffer.from(payload);
  if (!(payload instanceof Readable)) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  for await (const chunk of payload) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function definedHeaders(reply: FastifyReply): Record<string, string | number | string[]> {
  const headers: Record<string, string | number | string[]> = {};
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) headers[name] = value;
  return headers;
}
