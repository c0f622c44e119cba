import { madeId } from '../seed/ids.js';

const METERS = [
  { name: 'api-calls', title: 'API calls', aggregation: 'COUNT', attribute: null, status: 'ACTIVE' },
  { name: 'storage', title: 'Storage', aggregation: 'SUM', attribute: 'gigabytes', status: 'ACTIVE' },
  { name: 'messages', title: 'Messages', aggregation: 'SUM', attribute: 'segments', status: 'ACTIVE' },
  { name: 'compute', title: 'Compute time', aggregation: 'SUM', attribute: 'minutes', status: 'ACTIVE' },
  { name: 'reports', title: 'Reports', aggregation: 'COUNT', attribute: null, status: 'ACTIVE' },
  { name: 'rides', title: 'Rides', aggregation: 'SUM', attribute: 'distance', status: 'INACTIVE' },
] as const;

/** https://docs.togai.com/api-reference/usage-meters/get-usage-meter */
export interface UsageMeterDocument {
  readonly id: string;
  readonly name: string;
  readonly billableName: string;
  readonly displayName: string;
  readonly description: string;
  readonly type: 'COUNTER';
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly aggregation: 'COUNT' | 'SUM';
  readonly computations: readonly { readonly order: number; readonly computation: string }[];
  readonly createdAt: string;
  readonly lastActivatedAt: string;
  readonly updatedAt: string;
}

/** An event schema as it stands in a usage meter that is asked for with it. */
export interface EventSchemaDocument {
  readonly name: string;
  readonly version: number;
  readonly status: 'ACTIVE';
  readonly attributes: readonly { readonly name: string; readonly defaultUnit?: string }[];
  readonly dimensions: readonly { readonly name: string }[];
}

const CREATED = '2019-01-02T08:00:00.000Z';

export function usageMeters(seed: string): UsageMeterDocument[] {
  return METERS.map(({ name, title, aggregation, attribute, status }, index) => ({
    id: madeId(seed, 'um', index),
    name,
    billableName: title,
    displayName: title,
    description: `${title} of an account in a pricing cycle`,
    type: 'COUNTER',
    status,
    aggregation,
    // JSON Logic as text: a count adds one an event, a sum adds an attribute.
    computations: [{ order: 1, computation: attribute === null ? '1' : `{"var":"attributes.${attribute}"}` }],
    createdAt: CREATED,
    lastActivatedAt: CREATED,
    updatedAt: CREATED,
  }));
}

/** The schema of the events that the meter reads; each meter has one of its own. */
export function eventSchemaOf({ name }: UsageMeterDocument): EventSchemaDocument {
  const attribute = METERS.find((meter) => meter.name === name)?.attribute;
  return {
    name: `${name}-event`,
    version: 1,
    status: 'ACTIVE',
    attributes: attribute ? [{ name: attribute }] : [],
    dimensions: [{ name: 'region' }],
  };
}
