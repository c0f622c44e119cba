import type { FormData } from 'undici';
import { z } from 'zod';
import { UpstreamError } from '../../kernel/errors.js';
import { concurrencyLimit, type Lane } from '../../kernel/http/lanes.js';
import { undiciTransport } from '../../kernel/http/transport.js';
import { type BreakerState, UpstreamHttp } from '../../kernel/http/upstream-http.js';
import type { ClientKit } from '../contract.js';
import type { RevenueSettings } from './config.js';
import { type Authenticator, authenticator, type TokenRequest } from './credentials.js';
import { type Answer, parseAnswer } from './errors.js';
import { SYSTEM, TITLE } from './names.js';

export interface RevenueCall<T> {
  /** Operation of the vendor's reference, in our spelling. */
  readonly operation: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below `/api/integration`; keys inside it must be encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  readonly schema: z.ZodType<T>;
  readonly signal: AbortSignal;
  readonly lane?: Lane;
}

const CONNECTIONS = 8;
// An upload of twenty thousand lines is read and looked through before it is answered.
const ATTEMPT_TIMEOUT_MS = 120_000;

/** Authenticated and checked calls to one tenant of Zuora Revenue. https://developer.zuora.com/other-api/revenue */
export class RevenueClient {
  readonly #http: UpstreamHttp;
  readonly #tokens: UpstreamHttp;
  readonly #authenticator: Authenticator;
  readonly #turns = concurrencyLimit(CONNECTIONS);

  constructor(settings: RevenueSettings, { connection, clock, secrets, onCall, lookup }: ClientKit) {
    const options = {
      system: SYSTEM,
      title: TITLE,
      connection,
      clock,
      secrets,
      onCall,
      interpret: (response: Parameters<typeof parseAnswer>[0]) => parseAnswer(response, clock.now()),
      attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
    };
    this.#http = new UpstreamHttp({
      ...options,
      transport: undiciTransport(settings.url, { connections: CONNECTIONS, lookup }),
    });
    // OneID's tokens are for the host, whatever the path of the tenant is.
    const { origin } = new URL(settings.url);
    const tokenBase = settings.credentials.kind === 'one-id' ? origin : settings.url;
    this.#tokens = new UpstreamHttp({ ...options, transport: undiciTransport(tokenBase, { connections: 1, lookup }) });
    this.#authenticator = authenticator(settings.credentials, clock, (wanted) => this.#token(wanted));
  }

  /** What the answer's JSON says in the shape it has to have; null for 204, "nothing found". */
  async find<T>(call: RevenueCall<T>): Promise<T | null> {
    const answer = await this.answer(call);
    if (answer.status === 204) return null;
    const parsed = call.schema.safeParse(answer.body);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') ?? '';
    throw new UpstreamError(
      SYSTEM,
      'UPSTREAM_INVALID_RESPONSE',
      `${TITLE} answered ${call.operation} in an unexpected form: ${where}: ${issue?.message}`,
      { outcome: isRead(call) ? 'not_applied' : 'unknown', retryable: false, cause: parsed.error },
    );
  }

  /** The answer as it came. Only reads are repeated; a token that has expired is renewed once. */
  async answer(call: Omit<RevenueCall<unknown>, 'schema'>): Promise<Answer> {
    const authentication = await this.#authenticator.headers(call.signal);
    try {
      return await this.#send(call, authentication);
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.code !== 'UPSTREAM_UNAUTHENTICATED') throw error;
      this.#authenticator.refused(authentication);
      return await this.#send(call, await this.#authenticator.headers(call.signal));
    }
  }

  get breaker(): BreakerState {
    return this.#http.breaker;
  }

  get waiting(): number {
    return this.#turns.waiting;
  }

  async close(): Promise<void> {
    await Promise.all([this.#http.close(), this.#tokens.close()]);
  }

  #send(call: Omit<RevenueCall<unknown>, 'schema'>, authentication: Readonly<Record<string, string>>): Promise<Answer> {
    const { operation, method = 'GET', path, query, headers, body, signal, lane = 'interactive' } = call;
    return this.#http.send(
      {
        operation,
        method,
        path: `/api/integration${path}${query ? `?${new URLSearchParams(query)}` : ''}`,
        headers: { accept: 'application/json', ...headers, ...authentication },
        ...(body !== undefined && { body }),
        lane,
        admission: this.#turns,
        signal,
        repeatable: isRead(call),
      },
      z.custom<Answer>(),
    );
  }

  #token({ operation, path, headers, body }: TokenRequest): Promise<Answer> {
    return this.#tokens.send(
      {
        operation,
        method: 'POST',
        path,
        headers: { accept: 'application/json', ...headers },
        ...(body !== '' && { body }),
        lane: 'interactive',
        admission: this.#turns,
        signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS),
        repeatable: true,
      },
      z.custom<Answer>(),
    );
  }
}

function isRead({ method = 'GET' }: { method?: string }): boolean {
  return method === 'GET';
}
