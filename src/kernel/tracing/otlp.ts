import {
  context,
  DiagLogLevel,
  diag,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { type DurableSpan, keepDurableTraces } from './durable-trace.js';
import { traceWith } from './spans.js';
import type { TracingSettings } from './tracing-settings.js';

// Loaded only where traces are wanted: what it imports takes time and memory.

const SCOPE = { name: 'billgraph' };
// The end of the process waits no longer for a collector that does not answer.
const FLUSH_MS = 3_000;

/** From now on spans are made and sent to a collector. What it gives ends that, and sends what is left. */
export function startTraces(settings: TracingSettings, onProblem: (message: string) => void): () => Promise<void> {
  diag.setLogger(problems(onProblem), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const { url, headers, resource: attributes, sampler: sampling, gatherMs } = settings;
  const resource = resourceFromAttributes(attributes);
  const sampler = samplerOf(sampling);
  const processor = new BatchSpanProcessor({
    exporter: new OTLPTraceExporter({ url, headers }),
    scheduledDelayMillis: gatherMs,
  });
  const provider = new TracerProvider({ resource, sampler, spanProcessors: [processor] });
  traceWith(provider.getTracer(SCOPE.name));
  keepDurableTraces({
    samples: (id, askedBy) => {
      const asked = askedBy ? trace.setSpanContext(ROOT_CONTEXT, askedBy) : ROOT_CONTEXT;
      const { decision } = sampler.shouldSample(asked, id, '', SpanKind.INTERNAL, {}, []);
      return decision === SamplingDecision.RECORD_AND_SAMPLED;
    },
    put: (span) => processor.onEnd(readable(span, resource)),
  });
  return async () => {
    traceWith(null);
    keepDurableTraces(null);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, FLUSH_MS);
    });
    const flushed = provider.shutdown().catch((error: unknown) => onProblem(String(error)));
    await Promise.race([flushed, patience]);
    clearTimeout(timer);
    context.disable();
    propagation.disable();
    diag.disable();
  };
}

/** The span of durable work has a beginning that another process may have seen, which the tracer cannot be told. */
function readable(span: DurableSpan, resource: ReturnType<typeof resourceFromAttributes>) {
  const { name, context: own, startedAt, endedAt, askedBy, attributes, failed } = span;
  const time = (ms: number): [number, number] => [Math.floor(ms / 1000), (ms % 1000) * 1_000_000];
  return {
    name,
    kind: SpanKind.INTERNAL,
    spanContext: () => own,
    startTime: time(startedAt),
    endTime: time(endedAt),
    duration: time(endedAt - startedAt),
    status: { code: failed ? SpanStatusCode.ERROR : SpanStatusCode.UNSET },
    attributes,
    links: askedBy ? [{ context: askedBy }] : [],
    events: [],
    ended: true,
    resource,
    instrumentationScope: SCOPE,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

/** The samplers that OTEL_TRACES_SAMPLER knows. https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/ */
function samplerOf({ name, ratio }: TracingSettings['sampler']): Sampler {
  const root = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
  }[name.replace('parentbased_', '') as 'always_on' | 'always_off' | 'traceidratio']();
  return name.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}

function problems(tell: (message: string) => void) {
  const silent = () => {};
  return { error: tell, warn: tell, info: silent, debug: silent, verbose: silent };
}
