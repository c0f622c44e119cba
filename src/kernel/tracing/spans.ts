import {
  type Attributes,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { UpstreamError } from '../errors.js';

export type { Attributes, Span };

/** Where a trace comes from or goes to, as W3C Trace Context has it in headers. https://www.w3.org/TR/trace-context/ */
export type TraceHeaders = Readonly<Record<string, string | string[] | undefined>>;

export interface SpanOptions {
  readonly kind?: keyof typeof SpanKind;
  /** What it is a part of: the span that is active unless this names another one, or headers; null for nothing. */
  readonly parent?: Span | TraceHeaders | null | undefined;
  /** What else led to it. */
  readonly links?: readonly (Span | SpanContext)[];
  readonly attributes?: Attributes;
}

let tracer: Tracer | null = null;

/** Spans are made by it from now on; none are for null. */
export function traceWith(next: Tracer | null): void {
  tracer = next;
}

/** A span that somebody has to end; null while nothing is traced. */
export function openSpan(name: string, options: SpanOptions = {}): Span | null {
  if (tracer === null) return null;
  const { kind = 'INTERNAL', parent, links = [], attributes = {} } = options;
  const linked = links.map((link) => ({ context: 'spanContext' in link ? link.spanContext() : link }));
  return tracer.startSpan(name, { kind: SpanKind[kind], links: linked, attributes }, contextOf(parent));
}

/** Runs the work, and all that it starts, with the span as the active one. */
export function withSpan<T>(span: Span | null, work: () => T): T {
  return span === null ? work() : context.with(trace.setSpan(context.active(), span), work);
}

/** Runs the work inside a span that ends with it, and tells whether and how it failed. */
export function inSpan<T>(name: string, options: SpanOptions, work: (span: Span | null) => Promise<T>): Promise<T> {
  const span = openSpan(name, options);
  return span === null ? work(null) : spanned(span, work);
}

async function spanned<T>(span: Span, work: (span: Span) => Promise<T>): Promise<T> {
  try {
    return await withSpan(span, () => work(span));
  } catch (error) {
    failed(span, errorTypeOf(error));
    throw error;
  } finally {
    span.end();
  }
}

/** Says of a span that what it stands for went wrong, by a word that holds nothing of anybody's data. */
export function failed(span: Span, errorType: string): void {
  span.setAttribute('error.type', errorType).setStatus({ code: SpanStatusCode.ERROR });
}

/** What an error is called in traces. Its message is not told: it may hold what is nobody's business. */
export function errorTypeOf(error: unknown): string {
  if (error instanceof UpstreamError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

export function activeSpan(): Span | null {
  return tracer === null ? null : (trace.getActiveSpan() ?? null);
}

/** Adds to what is told of the span that is active. */
export function annotate(attributes: Attributes): void {
  activeSpan()?.setAttributes(attributes);
}

/** The headers that make what is asked for with them a part of the active span; none where nothing is traced. */
export function traceHeaders(span: Span | null = activeSpan()): Readonly<Record<string, string>> {
  const headers = {};
  if (span !== null) propagation.inject(trace.setSpan(ROOT_CONTEXT, span), headers);
  return headers;
}

/** The span that a `traceparent` names; null if it names none. */
export function spanNamedBy(traceparent: string | null | undefined): SpanContext | null {
  if (tracer === null || !traceparent) return null;
  return trace.getSpanContext(propagation.extract(ROOT_CONTEXT, { traceparent })) ?? null;
}

/** What log lines say of the trace that they belong to. */
export function traceFields(): { trace_id?: string; span_id?: string } {
  const span = activeSpan();
  if (span === null) return {};
  const { traceId, spanId } = span.spanContext();
  return { trace_id: traceId, span_id: spanId };
}

function contextOf(parent: SpanOptions['parent']) {
  if (parent === undefined) return context.active();
  if (parent === null) return ROOT_CONTEXT;
  // A span has methods, headers have none.
  if (typeof parent.spanContext === 'function') return trace.setSpan(ROOT_CONTEXT, parent as Span);
  return propagation.extract(ROOT_CONTEXT, parent);
}
