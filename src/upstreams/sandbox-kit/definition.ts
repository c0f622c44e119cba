import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../kernel/clock.js';
import type { Scenario } from './scenario.js';

/** What one billing system's sandbox adds to the kit: its routes, its state and the way it words refusals. */
export interface SandboxDefinition {
  readonly name: string;
  routes(app: FastifyInstance, kit: SandboxKit): void;
  readonly dialect: Dialect;
  /** Forgets every change made since the start. */
  reset(): void;
}

/** What the kit hands to the routes of a sandbox. */
export interface SandboxKit {
  readonly clock: Clock;
  readonly scenario: Scenario;
  /** Whether the vendor's rate and concurrency limits are enforced. */
  readonly limits: boolean;
}

/** An answer in full. `body` is sent as JSON; undefined sends none. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** How the vendor words what any system can refuse. Wording may depend on the request, such as its path or version. */
export interface Dialect {
  /** `retryAfter` in seconds; without it the answer has no Retry-After header. */
  rateLimited(retryAfter: number | undefined, request: FastifyRequest): Answer;
  serverError(status: number, request: FastifyRequest): Answer;
  /** May also revoke the credential, so that the next request with it is refused without a fault. */
  expiredToken(request: FastifyRequest): Answer;
  notFound(request: FastifyRequest): Answer;
  /** The request is not what HTTP or JSON asks for; `message` names the mistake. */
  badRequest(message: string, request: FastifyRequest): Answer;
}

/** Thrown by a handler to end the request with this answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly answer: Answer) {
    super(`refused with ${answer.status}`);
  }
}
