import { madeId } from '../seed/ids.js';

const NAMES = ['Priority support hours', 'Data retention months', 'Sandbox environments'] as const;

/** https://docs.togai.com/api-reference/features/get-feature */
export interface FeatureDocument {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly schemaAssociations: readonly { readonly schemaName: string; readonly attributeName: string }[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

const CREATED = '2019-01-03T08:00:00.000Z';

export function features(seed: string): FeatureDocument[] {
  return NAMES.map((name, index) => ({
    id: madeId(seed, 'feature', index),
    name,
    displayName: name,
    schemaAssociations: index === 0 ? [{ schemaName: 'compute-event', attributeName: 'minutes' }] : [],
    createdAt: CREATED,
    updatedAt: CREATED,
  }));
}
