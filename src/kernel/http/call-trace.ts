import type { UpstreamError } from '../errors.js';
import type { KnownSecrets } from '../secrets/known-secrets.js';
import {
  errorTypeOf,
  failed,
  inSpan,
  openSpan,
  type Span,
  type SpanOptions,
  traceHeaders,
  withSpan,
} from '../tracing/spans.js';
import type { HttpHead, HttpRequest, HttpResponse } from './transport.js';

interface TracedCall extends HttpRequest {
  readonly operation: string;
  readonly lane: string;
}

interface TracedSystem {
  readonly system: string;
  readonly connection?: string | undefined;
  readonly tracedHeaders?: readonly string[];
  readonly secrets: KnownSecrets;
}

/**
 * What is told of one call to a billing system, all of its attempts together, the wait for its turn included; of an answer that
 * is read while it arrives, until it ends. Neither its address nor its body is told: both may hold data of customers.
 * https://opentelemetry.io/docs/specs/semconv/http/http-spans/
 */
export class CallTrace {
  readonly #span: Span;
  readonly #headers: readonly string[];
  readonly #secrets: KnownSecrets;
  #attempts = 0;

  constructor(span: Span, headers: readonly string[], secrets: KnownSecrets) {
    this.#span = span;
    this.#headers = headers;
    this.#secrets = secrets;
  }

  /** Runs the work of a call in its span; null while nothing is traced. */
  static around<T>(call: TracedCall, system: TracedSystem, work: (trace: CallTrace | null) => Promise<T>): Promise<T> {
    const { system: name, tracedHeaders = [], secrets } = system;
    return inSpan(`${name} ${call.operation}`, optionsOf(call, system), (span) =>
      work(span && new CallTrace(span, tracedHeaders, secrets)),
    );
  }

  /** The same, but for work that goes on after its result is there: `over` ends the span. */
  static async beyond<T>(
    call: TracedCall,
    system: TracedSystem,
    work: (trace: CallTrace | null) => Promise<T>,
  ): Promise<T> {
    const { system: name, tracedHeaders = [], secrets } = system;
    const span = openSpan(`${name} ${call.operation}`, optionsOf(call, system));
    if (span === null) return await work(null);
    const trace = new CallTrace(span, tracedHeaders, secrets);
    try {
      return await withSpan(span, () => work(trace));
    } catch (error) {
      trace.over(error);
      throw error;
    }
  }

  /** An attempt begins: gives the request as it is to be sent. */
  begin<C extends TracedCall>(call: C): C {
    this.#attempts += 1;
    this.#span.setAttribute('billgraph.attempts', this.#attempts);
    if (this.#attempts > 1) this.#span.setAttribute('http.request.resend_count', this.#attempts - 1);
    this.#note('request', call.headers);
    // Who does not know a header has to ignore it (RFC 9110, 5.1).
    return { ...call, headers: { ...call.headers, ...traceHeaders(this.#span) } };
  }

  answered({ headers }: HttpHead): void {
    this.#note('response', headers);
  }

  /** The same, and tells who wants to hear of answers, too. */
  heard(listener: ((response: HttpResponse) => void) | undefined): (response: HttpResponse) => void {
    return (response) => {
      this.answered(response);
      listener?.(response);
    };
  }

  /** What became of an attempt. */
  ended(status: number | null, failure: UpstreamError | null): void {
    const answer = status === null ? {} : { 'http.response.status_code': status };
    this.#span.setAttributes(answer);
    if (failure) this.#span.addEvent('attempt failed', { ...answer, 'error.type': failure.code });
  }

  /** Nothing of the call is left; null if nothing went wrong. */
  over(error: unknown): void {
    if (!this.#span.isRecording()) return;
    if (error !== null) failed(this.#span, errorTypeOf(error));
    this.#span.end();
  }

  #note(side: 'request' | 'response', headers: Readonly<Record<string, string>>): void {
    for (const name of this.#headers) {
      const value = headers[name];
      if (value !== undefined) this.#span.setAttribute(`http.${side}.header.${name}`, [this.#secrets.mask(value)]);
    }
  }
}

function optionsOf(call: TracedCall, { system, connection = system }: TracedSystem): SpanOptions {
  const attributes = {
    'http.request.method': call.method,
    'billgraph.system': system,
    'billgraph.connection': connection,
    'billgraph.operation': call.operation,
    'billgraph.lane': call.lane,
  };
  return { kind: 'CLIENT', attributes };
}
