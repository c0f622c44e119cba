import type { CATEGORY } from '../../access/errors.js';
import type { FieldValue } from '../../state/record.js';

export type Fields = Readonly<Record<string, FieldValue | undefined>>;

/** A charge over one span of time, with its prices. */
export interface Segment {
  readonly fields: Fields;
  readonly tiers: readonly Fields[];
}

export interface Plan {
  readonly fields: Fields;
  readonly segments: readonly Segment[];
}

/** One version of a subscription with everything in it. Changes make new ones and leave the old as it was. */
export interface Version {
  readonly fields: Fields;
  readonly plans: readonly Plan[];
}

/** What a change is known as afterwards. */
export interface Amendment {
  readonly type: string;
  readonly effectiveDate: string;
  readonly newRatePlan?: Plan;
  readonly removedRatePlan?: Plan;
  readonly fields?: Fields;
}

export interface Changed {
  readonly version: Version;
  readonly amendments: readonly Amendment[];
}

/** A change that Zuora would not make; the routes put it into the error body. */
export class NotPossible extends Error {
  constructor(
    readonly category: keyof typeof CATEGORY,
    message: string,
  ) {
    super(message);
  }
}

export const text = (value: FieldValue | undefined): string | null => (typeof value === 'string' ? value : null);

export const isRemoved = ({ fields }: Plan): boolean => fields.amendmentType === 'RemoveProduct';

export function withPlan(version: Version, plan: Plan, changed: Plan): Version {
  return { ...version, plans: version.plans.map((one) => (one === plan ? changed : one)) };
}

export function setTerms(version: Version, fields: Fields): Version {
  return { ...version, fields: { ...version.fields, ...fields } };
}
