import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FinishedOperation } from '../../graphql/observe/finished-operation.js';
import { activeSpan, failed, openSpan, withSpan } from '../../kernel/tracing/spans.js';

/**
 * Opens the span of a request whose caller is known, as a part of the client's trace where it names one. Strangers are not
 * traced: they would fill the collector.
 * https://opentelemetry.io/docs/specs/semconv/http/http-spans/
 */
export function traceRequest(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { method, headers, routeOptions } = request;
  const { url: route = '' } = routeOptions;
  const attributes = { 'http.request.method': method, 'http.route': route, 'billgraph.request_id': request.id };
  const span = openSpan(`${method} ${route}`, { kind: 'SERVER', parent: headers, attributes });
  if (span === null) {
    done();
    return;
  }
  reply.raw.once('close', () => {
    const { statusCode: status } = reply;
    span.setAttribute('http.response.status_code', status);
    if (status >= 500) failed(span, String(status));
    span.end();
  });
  withSpan(span, done);
}

/** Tells the span that is active which operation it was, without a word of what was asked for. */
export function traceOperation(operation: FinishedOperation): void {
  const span = activeSpan();
  if (span === null) return;
  const { name, kind, hash, outcome, errorCodes, cost, upstreamCalls, caller, requestId, events } = operation;
  if (kind) span.updateName(name ? `${kind} ${name}` : kind).setAttribute('graphql.operation.type', kind);
  if (name) span.setAttribute('graphql.operation.name', name);
  if (hash) span.setAttribute('billgraph.document.hash', hash);
  if (cost !== null) span.setAttribute('billgraph.cost', cost);
  if (events !== undefined) span.setAttribute('billgraph.events', events);
  span.setAttributes({
    'billgraph.request_id': requestId,
    // Who it is stays in the log: names of callers may be those of persons.
    'billgraph.caller.kind': caller.split(':')[0] ?? '',
    'billgraph.outcome': outcome,
    'billgraph.upstream_calls': upstreamCalls,
  });
  if (errorCodes.length > 0) span.setAttribute('billgraph.error_codes', [...errorCodes]);
  if (outcome === 'failed') failed(span, errorCodes[0] ?? 'UNKNOWN');
}
