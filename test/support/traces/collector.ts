import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { bytesIn, type Fields, fieldsOf, hexIn, messagesIn, numberIn, textIn } from './protobuf.js';

type Value = string | number | boolean | readonly Value[] | null;

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for the first of a trace. */
  readonly parentId: string;
  readonly name: string;
  readonly kind: string;
  readonly attributes: Readonly<Record<string, Value>>;
  readonly events: readonly { readonly name: string; readonly attributes: Readonly<Record<string, Value>> }[];
  /** Ids of traces and spans, `trace/span`. */
  readonly links: readonly string[];
  readonly failed: boolean;
  readonly durationMs: number;
  readonly resource: Readonly<Record<string, Value>>;
}

/** A collector of traces: takes OTLP over HTTP, as protobuf. */
export interface Collector {
  readonly url: string;
  readonly spans: readonly ReceivedSpan[];
  /** Headers of the requests so far. */
  readonly headers: readonly Readonly<Record<string, unknown>>[];
  /** All that was received, for searching. */
  text(): string;
  /** Takes requests and never answers them. */
  stall(): void;
  close(): Promise<void>;
}

export async function startCollector(): Promise<Collector> {
  const spans: ReceivedSpan[] = [];
  const headers: Readonly<Record<string, unknown>>[] = [];
  const bodies: Buffer[] = [];
  let stalled = false;
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    headers.push(request.headers);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
    if (request.url !== '/v1/traces' || request.headers['content-type'] !== 'application/x-protobuf') {
      response.writeHead(404).end();
      return;
    }
    bodies.push(plain);
    spans.push(...spansIn(plain));
    if (!stalled) response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    headers,
    text: () => Buffer.concat(bodies).toString('latin1'),
    stall() {
      stalled = true;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The spans of a trace as an indented list, those of one parent by name. */
export function treeOf(spans: readonly ReceivedSpan[], parentId: string): string[] {
  const children = spans.filter((span) => span.parentId === parentId);
  const byName = children.toSorted((a, b) => a.name.localeCompare(b.name));
  return byName.flatMap(({ name, spanId }) => [name, ...treeOf(spans, spanId).map((line) => `  ${line}`)]);
}

const KINDS = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'];
const ERROR = 2;

// https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto
function spansIn(body: Buffer): ReceivedSpan[] {
  return messagesIn(fieldsOf(body), 1).flatMap((resourceSpans) => {
    const resource = attributesIn(messagesIn(resourceSpans, 1)[0] ?? new Map(), 1);
    return messagesIn(resourceSpans, 2).flatMap((scope) => messagesIn(scope, 2).map((span) => spanOf(span, resource)));
  });
}

function spanOf(span: Fields, resource: ReceivedSpan['resource']): ReceivedSpan {
  return {
    traceId: hexIn(span, 1),
    spanId: hexIn(span, 2),
    parentId: hexIn(span, 4),
    name: textIn(span, 5),
    kind: KINDS[numberIn(span, 6)] ?? '',
    durationMs: (numberIn(span, 8) - numberIn(span, 7)) / 1_000_000,
    attributes: attributesIn(span, 9),
    events: messagesIn(span, 11).map((event) => ({ name: textIn(event, 2), attributes: attributesIn(event, 3) })),
    links: messagesIn(span, 13).map((link) => `${hexIn(link, 1)}/${hexIn(link, 2)}`),
    failed: messagesIn(span, 15).some((status) => numberIn(status, 3) === ERROR),
    resource,
  };
}

function attributesIn(fields: Fields, number: number): Record<string, Value> {
  return Object.fromEntries(
    messagesIn(fields, number).map((pair) => [textIn(pair, 1), valueIn(messagesIn(pair, 2)[0] ?? new Map())]),
  );
}

function valueIn(any: Fields): Value {
  if (any.has(1)) return textIn(any, 1);
  if (any.has(2)) return numberIn(any, 2) === 1;
  if (any.has(3)) return numberIn(any, 3);
  if (any.has(5)) return messagesIn(any, 5).flatMap((list) => messagesIn(list, 1).map(valueIn));
  return bytesIn(any, 7)[0]?.toString('hex') ?? null;
}
