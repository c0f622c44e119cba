import { describe, expect, it } from 'vitest';
import type { TogaiRateCard } from '../../../src/upstreams/togai/model.js';
import { InvoiceInFull } from '../../../src/upstreams/togai/schemas/invoice.js';
import { meteredUses } from '../../../src/upstreams/togai/syncing/metered-uses.js';
import type { TogaiDesk } from '../../../src/upstreams/togai/writing/togai-desk.js';

const METERS = [
  { id: 'um.1', name: 'calls', displayName: 'API calls' },
  { id: 'um.2', name: 'storage', displayName: 'Storage' },
  { id: 'um.3', name: 'twin', displayName: 'Twins' },
  { id: 'um.4', name: 'other-twin', displayName: 'Twins' },
];
const SETTINGS: Readonly<Record<string, readonly (readonly [name: string, value: string])[]>> = {
  'um.1': [
    ['Zuora Charge ID', 'C-1'],
    ['zuoraSubscriptionId', 'S-1'],
  ],
};

function uses(invoice: object, by: 'QUANTITY' | 'REVENUE', cards: readonly Partial<TogaiRateCard>[] = []) {
  const read = async ({ path, query }: { path: string; query: Record<string, string> }) => {
    if (path === '/usage_meters') return { data: METERS };
    const id = query.entity_id ?? '';
    const row = { entityType: 'USAGE_METER', entityId: id, namespace: 'USER', dataType: 'STRING' };
    return { data: (SETTINGS[id] ?? []).map(([name, value]) => ({ ...row, id: `${name}.${id}`, name, value })) };
  };
  const meterSettings = { subscription: 'zuora_subscription_id', charge: 'zuora_charge_id' };
  const desk = { client: { read }, settings: { meterSettings }, options: {} } as unknown as TogaiDesk;
  const base = { id: 'inv.1', totalAmount: 1, pricePlanId: 'pp.1' };
  return meteredUses(InvoiceInFull.parse({ ...base, ...invoice }), by, {
    desk,
    cardsOf: async () => cards as TogaiRateCard[],
  });
}
const line = (description: string, type: string, value: number, more: object = {}) => ({
  description,
  type,
  value,
  ...more,
});

describe('usage lines', () => {
  it('are of the meter that is called so, with what its settings say, and add up', async () => {
    const usageInfo = [
      line('Total', 'TOTAL_USAGE', 40, {
        lineItems: [line('API calls', 'USAGE_METER_USAGE', 30.1), line('calls', 'USAGE_METER_USAGE', 9.9)],
      }),
      line('anything', 'USAGE_METER_USAGE', 2, { id: 'um.2' }),
    ];
    expect(await uses({ usageInfo }, 'QUANTITY')).toEqual([
      { meterId: 'um.1', meter: 'API calls', quantity: '40', revenue: null, subscription: 'S-1', charge: 'C-1' },
      { meterId: 'um.2', meter: 'Storage', quantity: '2', revenue: null, subscription: null, charge: null },
    ]);
  });

  it.each(['Twins', 'Nobody'])('are refused where no single meter is called %s', async (name) => {
    await expect(uses({ usageInfo: [line(name, 'USAGE_METER_USAGE', 1)] }, 'QUANTITY')).rejects.toThrow(
      `No usage meter, or more than one, is called ${name}: give it the name of the line.`,
    );
  });
});

describe('rate cards of usage', () => {
  const slab = (quantity: number) => line('Slab', 'USAGE_RATE_CARD_SLAB_AMOUNT', 1, { quantity });
  const revenueInfo = line('Grand', 'GRAND_TOTAL_AMOUNT', 30, {
    lineItems: [
      line('Fee', 'FIXED_FEE_RATE_CARD_AMOUNT', 10),
      line('Calls we price', 'USAGE_RATE_CARD_AMOUNT', 20.05, { lineItems: [slab(3), slab(4.5)] }),
    ],
  });
  const card = { kind: 'USAGE', id: 'rc.1', name: null, displayName: 'Calls we price', usageMeterId: 'um.1' } as const;

  it('say what a meter came to and, where no usage is listed, how much it was', async () => {
    expect(await uses({ revenueInfo }, 'REVENUE', [card])).toMatchObject([
      { meterId: 'um.1', revenue: '20.05', quantity: '7.5' },
    ]);
    expect(await uses({ revenueInfo }, 'QUANTITY', [card])).toMatchObject([{ meterId: 'um.1', quantity: '7.5' }]);
  });

  it('are refused where nothing says of which meter they are', async () => {
    await expect(uses({ revenueInfo }, 'REVENUE')).rejects.toThrow('is called Calls we price');
  });
});
