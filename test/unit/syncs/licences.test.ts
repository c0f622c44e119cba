import { expect, it } from 'vitest';
import type { Licence, PlanMapping } from '../../../src/domain/plan-mapping/blueprint.js';
import { holdingsOf } from '../../../src/upstreams/togai/syncing/licences.js';

const licence = (charge: string, addOn: string, quantity: string): Licence => ({
  ...{ charge, addOn, quantity, displayName: `Seats ${charge}`, timing: 'IN_ADVANCE', prorated: true },
  rate: { model: 'TIERED', slabs: [{ startAfter: '0', priceType: 'PER_UNIT', rate: '1' }] },
});
function mapping(...phases: readonly (readonly [from: string, until: string, ...licences: Licence[]])[]): PlanMapping {
  const plan = { name: 'S', description: '', currency: 'EUR', cycle: 'MONTHLY', contentHash: '' } as const;
  return {
    phases: phases.map(([effectiveFrom, effectiveUntil, ...licences]) => ({
      ...{ effectiveFrom, effectiveUntil },
      plan: { ...plan, fixedFees: [], licences, usageRates: [], entitlements: [] },
    })),
    ...{ needs: { addOns: [], meters: [], features: [] }, notes: [], problems: [] },
  };
}

it('licences are held from midnight to midnight where the organisation is, also when its clocks are changed', () => {
  const phases = mapping(
    ['2026-01-01', '2026-03-29', licence('C-1', 'ao_1', '5')],
    ['2026-03-29', '2026-03-30', licence('C-1', 'ao_1', '8')],
  );
  expect(holdingsOf(phases, 'Europe/Berlin').map(({ quantity, from, until }) => [quantity, from, until])).toEqual([
    ['5', '2025-12-31T23:00:00.000Z', '2026-03-28T23:00:00.000Z'],
    ['8', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ]);
});

it('one add-on cannot be held in two quantities', () => {
  const twice = mapping(['2026-01-01', '2027-01-01', licence('C-1', 'ao_1', '5'), licence('C-2', 'ao_1', '1')]);
  expect(() => holdingsOf(twice, 'UTC')).toThrow(
    'C-2 Seats C-2: the same add-on as C-1, and an account holds one quantity of it: name another addOn for the charge in MAPPING_FILE.',
  );
});
