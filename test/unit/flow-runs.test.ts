import { describe, expect, it } from 'vitest';
import type { SystemEvent } from '../../src/domain/events/model.js';
import { fits, runsFor } from '../../src/domain/flows/event-runs.js';
import type { Flow } from '../../src/domain/flows/model.js';

const NOON = Date.parse('2026-03-01T12:00:00Z');
const flow: Flow = {
  ...{ id: 'F1', name: 'Customers', description: null, template: null, version: 1, createdBy: 'open' },
  trigger: { connection: 'A/eu', event: 'CUSTOMER_CREATED' },
  actions: [{ action: 'CUSTOMER', connection: 'B', settings: {} }],
  ...{ enabled: true, since: NOON, createdAt: NOON, updatedAt: NOON },
};
const event: SystemEvent = { event: 'CUSTOMER_CREATED', key: 'k', version: '1', at: NOON, recordId: 'k' };
const idOf = (of: Flow, what: SystemEvent, customer: string | null = null) => runsFor(of, what, customer)[0]?.id;

describe('an event', () => {
  it.each([
    ['its own', {}, {}, true],
    ['another one', {}, { event: 'CUSTOMER_CHANGED' }, false],
    ['its own while it is off', { enabled: false }, {}, false],
    ['one from before, within what clocks differ', {}, { at: NOON - 100_000 }, true],
    ['one from before', {}, { at: NOON - 200_000 }, false],
    ['one without a time', {}, { at: null }, true],
  ] as const)('fits a flow: %s', (_, changed, told, expected) => {
    expect(fits({ ...flow, ...changed }, { ...event, ...told })).toBe(expected);
  });

  it('begins the same run however it is told, and another one of another flow, action, object or version', () => {
    const id = idOf(flow, event);
    expect(id).toMatch(/^flow[0-9a-f]{28}$/);
    expect(idOf({ ...flow, name: 'Renamed', version: 9 }, { ...event, at: null }, 'cus_1')).toBe(id);
    const others = [
      idOf({ ...flow, id: 'F2' }, event),
      idOf(flow, { ...event, key: 'l' }),
      idOf(flow, { ...event, version: '2' }),
      runsFor({ ...flow, actions: [...flow.actions, ...flow.actions] }, event, null)[1]?.id,
    ];
    expect(new Set([id, ...others]).size).toBe(5);
  });

  it('waits behind other runs of its customer or, where nobody knows them, of its object', () => {
    expect(runsFor(flow, event, 'cus_1')[0]).toMatchObject({
      ...{ writerKey: 'cus_1', customerId: 'cus_1', requestedBy: 'flow:F1', flowId: 'F1', kind: 'CUSTOMER' },
      subject: { happened: { event: 'CUSTOMER_CREATED', key: 'k', version: '1' }, from: 'A/eu', to: 'B', settings: {} },
    });
    expect(runsFor(flow, event, null)[0]?.writerKey).toBe('A/eu CUSTOMER_CREATED k');
  });
});
