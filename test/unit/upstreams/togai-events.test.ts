import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/kernel/json.js';
import { connectionOfTokens } from '../../../src/upstreams/togai/graphql/token-connection.js';
import { toEvent, toEventInFull } from '../../../src/upstreams/togai/mapping/event.js';
import { EventInFull, EventRow } from '../../../src/upstreams/togai/schemas/event.js';

type Page = Awaited<ReturnType<typeof connectionOfTokens<{ togaiId: string }>>>;
const eventPayload = {
  ...{ id: 'c0b1306d', schemaName: 'travelCompletedEvent', accountId: '1', timestamp: '2022-06-15T07:30:35.123' },
  attributes: [{ name: 'distanceTravelled', value: `${'9'.repeat(40)}.000000000000000000001`, unit: 'Miles' }],
  dimensions: { location: 'Seattle' },
};
const row = { eventPayload, ingestionStatus: { status: 'INGESTION_PAUSED' }, createdAt: '2023-02-23T14:25:10Z' };

describe('events', () => {
  it('are shown exactly, with an id of Togai wherever it lies, and in whatever status', () => {
    const deeper = { ...row, eventPayload: { ...eventPayload, referenceId: 'event.2' } };
    expect(toEvent(EventRow.parse(deeper))).toEqual({
      ...{ togaiId: 'event.2', eventId: 'c0b1306d', schemaName: 'travelCompletedEvent', accountId: '1' },
      customerId: null,
      // Without an offset it is UTC.
      timestamp: '2022-06-15T07:30:35.123Z',
      attributes: eventPayload.attributes,
      dimensions: { location: 'Seattle' },
      ...{ status: 'INGESTION_PAUSED', statusDescription: null, source: null, processing: null },
      createdAt: '2023-02-23T14:25:10.000Z',
    });
    expect(toEvent(EventRow.parse({ ...deeper, referenceId: 'event.1' })).togaiId).toBe('event.1');
  });

  it('need no more than schema and account', () => {
    expect(toEvent(EventRow.parse({ eventPayload: { schemaName: 's', accountId: 'a' } }))).toEqual({
      ...{ togaiId: '@', eventId: null, schemaName: 's', accountId: 'a', customerId: null, timestamp: null },
      ...{ attributes: [], dimensions: {}, status: 'UNKNOWN', statusDescription: null, source: null },
      ...{ createdAt: null, processing: null },
    });
  });

  it('are worth an amount where the currency is known', () => {
    const info = parseJson(
      `{"usageMeters":[{"id":"um.1","name":"rides","version":1,"status":"PROCESSED_UNITS_COMPUTED","units":10.42},
        {"id":"um.2","name":"time","version":1,"status":"PROCESSED_FILTERED_OUT"}],
       "revenueDetails":[{"usageMeterId":"um.1","revenueBaseCurrency":0.12345678901234567,"revenueInvoiceCurrency":2}],
       "pricePlans":[{"id":"pp.1","name":"pro","scheduleId":"s","cycleStart":"04-03-2022","cycleEnd":"04-04-2022"}],
       "account":{"id":"acme"},"baseCurrency":"USD"}`,
    );
    expect(toEventInFull(EventInFull.parse({ ...row, eventPipelineInfo: info })).processing).toEqual({
      meters: [
        {
          ...{ meterId: 'um.1', name: 'rides', status: 'PROCESSED_UNITS_COMPUTED', units: '10.42' },
          revenue: { amount: '0.12345678901234567', currency: 'USD' },
          invoicedRevenue: null,
        },
        {
          ...{ meterId: 'um.2', name: 'time', status: 'PROCESSED_FILTERED_OUT', units: null },
          ...{ revenue: null, invoicedRevenue: null },
        },
      ],
      pricePlanIds: ['pp.1'],
      statusBeforeReverting: null,
    });
  });
});

describe('a list of Togai behind a sieve', () => {
  const asked: (string | null)[] = [];
  /** Twenty pages of two; every seventh element is wanted. */
  const read = async (token: string | null) => {
    asked.push(token);
    const start = Number(token ?? 0);
    const rows = [start, start + 1].map((n) => ({ togaiId: String(n) }));
    return start < 40 ? { rows, next: String(start + 2) } : { rows: [], next: null };
  };
  const wanted = { accepts: ({ togaiId }: { togaiId: string }) => Number(togaiId) % 7 === 0, mostPages: 3 };

  it('is gone through whatever little passes, a few pages at a time', async () => {
    const seen: string[] = [];
    const steps: number[] = [];
    for (let after: string | null = null; ; ) {
      asked.length = 0;
      const { nodes, pageInfo }: Page = await connectionOfTokens('list', { first: 2, after }, read, wanted);
      seen.push(...nodes.map(({ togaiId }) => togaiId));
      steps.push(nodes.length);
      expect(asked.length).toBeLessThanOrEqual(3);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(['0', '7', '14', '21', '28', '35']);
    expect(steps).toContain(0);
  });
});
