import { madeId } from '../seed/ids.js';

const ADD_ONS = [
  { name: 'Platform fee', type: 'FIXED_FEE', status: 'ACTIVE' },
  { name: 'Onboarding', type: 'FIXED_FEE', status: 'ACTIVE' },
  { name: 'Yearly review', type: 'FIXED_FEE', status: 'ACTIVE' },
  { name: 'Seats', type: 'LICENSE', status: 'ACTIVE' },
  { name: 'Named administrators', type: 'NAMED_LICENSE', status: 'ACTIVE' },
  { name: 'Usage credits', type: 'CREDIT_GRANT', status: 'ACTIVE' },
  { name: 'Welcome credits', type: 'CREDIT_GRANT', status: 'ACTIVE' },
  { name: 'Fax gateway', type: 'FIXED_FEE', status: 'ARCHIVED' },
] as const;

/** https://docs.togai.com/api-reference/addons/get-addon */
export interface AddOnDocument {
  readonly id: string;
  readonly name: string;
  readonly type: 'LICENSE' | 'FIXED_FEE' | 'CREDIT_GRANT' | 'NAMED_LICENSE';
  readonly billableName?: string;
  readonly displayName: string;
  readonly status: 'ACTIVE' | 'ARCHIVED';
  readonly createdAt: string;
}

export function addOns(seed: string): AddOnDocument[] {
  return ADD_ONS.map(({ name, type, status }, index) => ({
    id: madeId(seed, 'addon', index),
    name,
    type,
    displayName: name,
    status,
    createdAt: '2019-01-04T08:00:00.000Z',
  }));
}

/** Id of the add-on that has this name. */
export function addOnId(seed: string, name: (typeof ADD_ONS)[number]['name']): string {
  return madeId(
    seed,
    'addon',
    ADD_ONS.findIndex((addOn) => addOn.name === name),
  );
}
