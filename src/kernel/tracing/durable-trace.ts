import { createHash } from 'node:crypto';
import type { Attributes, SpanContext } from '@opentelemetry/api';
import { activeSpan, inSpan, type Span, spanNamedBy, traceHeaders } from './spans.js';

/** What is kept of the beginning of durable work, so that its trace can be told wherever it ends. Survives JSON. */
export interface DurableOrigin {
  /** When it was asked for, milliseconds since the epoch. */
  readonly at: number;
  /** The span that asked for it, as a `traceparent`; null if none did. */
  readonly askedBy: string | null;
}

/** The whole of durable work, once it is over. */
export interface DurableSpan {
  readonly name: string;
  readonly context: SpanContext;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly askedBy: SpanContext | null;
  readonly attributes: Attributes;
  readonly failed: boolean;
}

export interface DurableTraces {
  /** Whether the trace of this id is kept, which was asked for by that span. */
  readonly samples: (traceId: string, askedBy: SpanContext | null) => boolean;
  readonly put: (span: DurableSpan) => void;
}

let traces: DurableTraces | null = null;

export function keepDurableTraces(next: DurableTraces | null): void {
  traces = next;
}

/** What is to be kept of work that is asked for now; undefined while nothing is traced. */
export function durableOrigin(now: number): DurableOrigin | undefined {
  if (traces === null) return undefined;
  const asking = activeSpan();
  return { at: now, askedBy: asking && (traceHeaders(asking).traceparent ?? null) };
}

/**
 * The trace of one piece of durable work. Its ids are made of the work's own: each process that carries it on adds to the same
 * trace, and the span of the whole, which is told by whoever ends it, is the parent of all.
 */
export class DurableTrace {
  readonly #about: { readonly name: string; readonly attributes: Attributes };
  readonly #origin: DurableOrigin;
  readonly #context: SpanContext;

  constructor(id: string, about: { name: string; attributes: Attributes }, origin: DurableOrigin) {
    const digest = createHash('sha256').update(id).digest('hex');
    const traceId = digest.slice(0, 32);
    const asked = spanNamedBy(origin.askedBy);
    const sampled = traces?.samples(traceId, asked) ?? false;
    this.#about = about;
    this.#origin = origin;
    this.#context = { traceId, spanId: digest.slice(32, 48), traceFlags: sampled ? 1 : 0, isRemote: true };
  }

  /** Runs a part of the work, in a span of its own. */
  part<T>(name: string, work: (span: Span | null) => Promise<T>): Promise<T> {
    const { traceId, spanId, traceFlags } = this.#context;
    const parent = { traceparent: `00-${traceId}-${spanId}-0${traceFlags}` };
    return inSpan(name, { parent, attributes: this.#about.attributes }, work);
  }

  /** All of it is done, or given up. */
  end(now: number, failed: boolean): void {
    const { at, askedBy } = this.#origin;
    const asked = spanNamedBy(askedBy);
    traces?.put({
      ...this.#about,
      ...{ context: { ...this.#context, isRemote: false }, startedAt: at, endedAt: now, askedBy: asked, failed },
    });
  }
}
