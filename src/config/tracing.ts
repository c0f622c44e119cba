import { z } from 'zod';
import { SAMPLERS, type TracingSettings } from '../kernel/tracing/tracing-settings.js';

const ADDRESS = z.url({ protocol: /^https?$/, error: 'must be an http(s) address such as http://localhost:4318' });
const PAIRS = z.string().refine((text) => pairsIn(text) !== null, 'must list NAME=VALUE, comma separated');

/** Those of OpenTelemetry's variables that the gateway heeds. https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/ */
export const tracingShape = {
  OTEL_EXPORTER_OTLP_ENDPOINT: ADDRESS.optional().describe(
    'Collector that traces are sent to by OTLP over HTTP; /v1/traces is added. Unset: nothing is traced.',
  ),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: ADDRESS.optional().describe(
    'The whole address for traces, in place of the collector above.',
  ),
  OTEL_EXPORTER_OTLP_HEADERS: PAIRS.default('').describe(
    'Headers for the collector, NAME=VALUE with percent-encoded values, comma separated.',
  ),
  OTEL_SERVICE_NAME: z.string().default('billgraph').describe('What the gateway is called in traces.'),
  OTEL_RESOURCE_ATTRIBUTES: PAIRS.default('').describe(
    'What else is said of it, NAME=VALUE, comma separated, such as deployment.environment.name=production.',
  ),
  OTEL_TRACES_SAMPLER: z
    .enum(SAMPLERS)
    .default('parentbased_always_on')
    .describe(
      'Which traces are kept; "parentbased": those of callers whose own trace is kept, the rule is for others.',
    ),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number('must be a number')
    .min(0)
    .max(1)
    .default(1)
    .describe('The share of traces that the samplers with "traceidratio" keep, 0 to 1.'),
  OTEL_BSP_SCHEDULE_DELAY: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(10)
    .max(600_000)
    .default(5_000)
    .describe('How long spans are gathered before they are sent, in milliseconds.'),
} as const;

type TracingVariables = { [K in keyof typeof tracingShape]: z.infer<(typeof tracingShape)[K]> };

/** How traces are sent; null where they are not wanted. */
export function tracingSettings(variables: TracingVariables): TracingSettings | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: exact } = variables;
  const url = exact ?? (collector && `${collector.replace(/\/+$/, '')}/v1/traces`);
  if (!url) return null;
  const attributes = pairsIn(variables.OTEL_RESOURCE_ATTRIBUTES) ?? {};
  return {
    url,
    headers: pairsIn(variables.OTEL_EXPORTER_OTLP_HEADERS) ?? {},
    resource: { ...attributes, 'service.name': variables.OTEL_SERVICE_NAME },
    sampler: { name: variables.OTEL_TRACES_SAMPLER, ratio: variables.OTEL_TRACES_SAMPLER_ARG },
    gatherMs: variables.OTEL_BSP_SCHEDULE_DELAY,
  };
}

/** Null if it is no such list. */
function pairsIn(text: string): Readonly<Record<string, string>> | null {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  try {
    const read = pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new Error('no pair');
      return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())] as const;
    });
    return Object.fromEntries(read);
  } catch {
    return null;
  }
}
