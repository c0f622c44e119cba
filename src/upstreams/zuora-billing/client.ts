import { FormData } from 'undici';
import { z } from 'zod';
import { UpstreamError } from '../../kernel/errors.js';
import type { Admission, Lane } from '../../kernel/http/lanes.js';
import type { StreamAnswer } from '../../kernel/http/open-stream.js';
import { type HttpHead, type HttpResponse, undiciTransport } from '../../kernel/http/transport.js';
import { type BreakerState, type UpstreamCall, UpstreamHttp } from '../../kernel/http/upstream-http.js';
import { currentRequestId } from '../../kernel/request-scope.js';
import { traceFields } from '../../kernel/tracing/spans.js';
import type { ClientKit, QuotaReading } from '../contract.js';
import type { ZuoraBillingSettings } from './config.js';
import { type Authenticator, authenticator } from './credentials.js';
import { parseAnswer } from './errors.js';
import { ZuoraLimits } from './limits/zuora-limits.js';
import { SYSTEM, TITLE } from './names.js';

export interface ReadCall<T> {
  /** Operation id of the vendor's reference. */
  readonly operation: string;
  readonly path: string;
  readonly query?: readonly (readonly [string, string])[];
  readonly schema: z.ZodType<T>;
  readonly signal: AbortSignal;
  readonly lane: Lane;
  /** Told of every answer, refusals included. */
  readonly onResponse?: (response: HttpResponse) => void;
}

/** A read whose answer is of any size. */
export interface StreamRead extends Omit<ReadCall<never>, 'schema'> {
  /** Media types that are asked for. */
  readonly accept: string;
  /** Whether an answer that begins like that is what was asked for. */
  readonly announces: (head: HttpHead) => boolean;
}

export interface WriteCall<T> extends ReadCall<T> {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, or as multipart where it is undici's FormData. */
  readonly body?: unknown;
  /** Zuora keeps the first answer to a key for 24 h, failures included. POST and PATCH only. */
  readonly idempotencyKey?: string;
  /** Whether a second time leaves the same as once: a PUT of values, a DELETE, a preview. */
  readonly repeatable?: boolean;
}

const CONNECTIONS = 120;
// Zuora gives up after 120 s by itself.
const ATTEMPT_TIMEOUT_MS = 120_000;

/** Authenticated, limited and checked calls to one Zuora tenant. */
export class ZuoraClient {
  readonly #settings: ZuoraBillingSettings;
  readonly #http: UpstreamHttp;
  readonly #authenticator: Authenticator;
  readonly #limits: ZuoraLimits;

  constructor(settings: ZuoraBillingSettings, { connection, clock, secrets, onCall, lookup }: ClientKit) {
    this.#settings = settings;
    this.#limits = new ZuoraLimits(clock);
    this.#http = new UpstreamHttp({
      system: SYSTEM,
      title: TITLE,
      connection,
      tracedHeaders: ['zuora-track-id', 'zuora-request-id'],
      clock,
      secrets,
      onCall,
      transport: undiciTransport(settings.url, { connections: CONNECTIONS, lookup }),
      interpret: (response) => parseAnswer(response, clock.now()),
      attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
    });
    this.#authenticator = authenticator(settings.credentials, clock, (form) => this.#requestToken(form));
  }

  /** Throws UpstreamError, also when the answer does not fit the schema. */
  read<T>(call: ReadCall<T>): Promise<T> {
    return this.#send({ ...call, method: 'GET', repeatable: true });
  }

  /** The answer as it arrives: see `UpstreamHttp.open`. Throws UpstreamError, and so does reading it. */
  open({ accept, announces, ...call }: StreamRead): Promise<StreamAnswer> {
    return this.#authenticated({ ...call, method: 'GET', repeatable: true }, (prepared) =>
      this.#http.open({ ...prepared, headers: { ...prepared.headers, accept }, announces }),
    );
  }

  /**
   * One attempt to change something, unless it is `repeatable`. Throws UpstreamError; where its outcome is `unknown`, the
   * change has to be looked for before it is tried again: see `WriteDesk.once`.
   */
  write<T>(call: WriteCall<T>): Promise<T> {
    return this.#send(call);
  }

  /** Signs in, unless that has been done. Gives the entities that the credentials open; null if that cannot be told. */
  async entities(signal: AbortSignal): Promise<readonly string[] | null> {
    await this.#authenticator.headers(signal);
    return this.#authenticator.entities;
  }

  /** The same without signing in: null until then. */
  get knownEntities(): readonly string[] | null {
    return this.#authenticator.entities;
  }

  get breaker(): BreakerState {
    return this.#http.breaker;
  }

  get waiting(): number {
    return this.#limits.waiting;
  }

  /** What is left of the tenant's limits. */
  get quota(): readonly QuotaReading[] {
    return this.#limits.quota;
  }

  close(): Promise<void> {
    return this.#http.close();
  }

  #refuseWhatIsOff({ operation, path }: { operation: string; path: string }): void {
    if (this.#settings.objectQuery !== 'OFF' || !path.startsWith('/object-query/')) return;
    const message = `${TITLE}: ${operation} needs Object Query, which ZUORA_BILLING_OBJECT_QUERY says this tenant does not have.`;
    throw new UpstreamError(SYSTEM, 'UPSTREAM_UNSUPPORTED', message);
  }

  #send<T>({ schema, ...call }: AnyCall<T>): Promise<T> {
    return this.#authenticated(call, (prepared) => this.#http.send(prepared, schema));
  }

  /** A refused token means that nothing was done, so that any call may be sent again with a new one: once. */
  async #authenticated<R>(call: Sendable, send: (call: UpstreamCall) => Promise<R>): Promise<R> {
    this.#refuseWhatIsOff(call);
    const headers = await this.#authenticator.headers(call.signal);
    try {
      return await send(this.#prepared(call, headers));
    } catch (error) {
      const expired = error instanceof UpstreamError && error.code === 'UPSTREAM_UNAUTHENTICATED';
      if (!expired || !this.#authenticator.refused(headers)) throw error;
      return await send(this.#prepared(call, await this.#authenticator.headers(call.signal)));
    }
  }

  #prepared(call: Sendable, auth: Readonly<Record<string, string>>): UpstreamCall {
    const { operation, method, path, query = [], body, idempotencyKey, signal, lane, onResponse } = call;
    const { admission, onResponse: heard } = this.#limits.of(method, path);
    const search = searchOf(query);
    const form = body instanceof FormData;
    return {
      operation,
      method,
      path: search ? `${path}?${search}` : path,
      headers: {
        ...this.#headers(path),
        ...(body !== undefined && !form && { 'content-type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
        ...auth,
      },
      ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
      lane,
      admission,
      onResponse: (response) => {
        heard(response);
        onResponse?.(response);
      },
      signal,
      repeatable: call.repeatable ?? false,
    };
  }

  #headers(path: string): Record<string, string> {
    // Work that nobody waits for has no request: its trace is what leads back to it.
    const trackId = currentRequestId() ?? traceFields().trace_id;
    const { apiVersion, wsdlVersion, entityId, orgIds } = this.#settings;
    return {
      accept: 'application/json',
      'accept-encoding': 'identity',
      'zuora-version': apiVersion,
      ...(path.startsWith('/v1/action/') && { 'x-zuora-wsdl-version': wsdlVersion }),
      ...(trackId && { 'zuora-track-id': trackId }),
      ...(entityId && { 'zuora-entity-ids': entityId }),
      ...(orgIds.length > 0 && { 'zuora-org-ids': orgIds.join(',') }),
    };
  }

  #requestToken(form: string): Promise<unknown> {
    const call: UpstreamCall = {
      operation: 'createToken',
      method: 'POST',
      path: '/oauth/token',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: form,
      lane: 'interactive',
      // Token requests are outside of the concurrency limits.
      admission: UNLIMITED,
      // Shared by everybody who waits for the token, so that no caller's deadline ends it.
      signal: AbortSignal.timeout(TOKEN_TIMEOUT_MS),
      repeatable: true,
    };
    return this.#http.send(call, z.unknown());
  }
}

type AnyCall<T> = Omit<WriteCall<T>, 'method'> & { readonly method: WriteCall<T>['method'] | 'GET' };
type Sendable = Omit<AnyCall<never>, 'schema'>;

function searchOf(query: readonly (readonly [string, string])[]): string {
  const search = new URLSearchParams();
  for (const [name, value] of query) search.append(name, value);
  return search.toString();
}

const TOKEN_TIMEOUT_MS = 30_000;
const UNLIMITED: Admission = { run: (_lane, work) => work(), waiting: 0 };
