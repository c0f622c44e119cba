import type { Amendment } from './schemas.js';

/** What made a version of a subscription out of the one before. */
export interface ZuoraAmendment extends Omit<Amendment, 'id' | 'subscriptionId' | 'createdDate'> {
  readonly zuoraId: string;
  /** The version that was changed. */
  readonly ofVersion: number;
  readonly createdAt: string | null;
}

export function toAmendment(
  { id, subscriptionId: _, createdDate, ...same }: Amendment,
  ofVersion: number,
): ZuoraAmendment {
  return { ...same, zuoraId: id, ofVersion, createdAt: createdDate };
}
