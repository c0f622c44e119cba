import type { Asked } from '../http/query.js';
import type { Organisation } from '../state/organisation.js';

/** An answer with another status than 200. */
export class Sent {
  constructor(
    readonly status: number,
    readonly body?: object,
  ) {}
}

/** Answers one operation; what it returns is the body of a 200, unless it is `Sent`. A refusal is thrown. */
export type Handler = (asked: Asked, organisation: Organisation, now: number) => object;

/** Handlers by `METHOD /path`, with fastify's `:name` for keys. */
export type Routes = Readonly<Record<string, Handler>>;
