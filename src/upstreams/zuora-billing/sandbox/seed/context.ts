import { hash } from 'node:crypto';
import type { Scenario } from '../../../sandbox-kit/scenario.js';
import { SeedIds } from './ids.js';
import { TenantTime } from './tenant-time.js';

// Within the hours around a change to daylight saving time, so that offsets differ among few records.
const FIRST_UPDATE_MS = Date.UTC(2026, 2, 8, 6);
/** Each customer's records were last updated within a minute of their own, in the order of the customers. */
const CUSTOMER_STEP_MS = 61_000;

/** What every seed record is made with. */
export class SeedContext {
  readonly ids: SeedIds;
  readonly time: TenantTime;
  readonly userId: string;
  readonly communicationProfileId: string;
  readonly invoiceTemplateId: string;

  constructor(
    readonly scenario: Scenario,
    timeZone: string,
  ) {
    this.ids = new SeedIds(scenario.seed);
    this.time = new TenantTime(timeZone);
    this.userId = this.madeUpId('user');
    this.communicationProfileId = this.madeUpId('communication profile');
    this.invoiceTemplateId = this.madeUpId('invoice template');
  }

  /** An id of something the sandbox has no records of, such as a template. */
  madeUpId(label: string): string {
    return `8ad0${hash('sha1', `${this.scenario.seed}\u0000${label}`).slice(0, 28)}`;
  }

  /** The audit fields. `second` (0 to 60) is the place within the customer's minute. */
  stamps(n: number, second: number, createdMs: number) {
    return {
      createdById: this.userId,
      createdDate: this.time.format(createdMs),
      updatedById: this.userId,
      updatedDate: this.time.format(FIRST_UPDATE_MS + n * CUSTOMER_STEP_MS + second * 1000),
    };
  }

  /** The customers whose records were updated in a time span; both ends in milliseconds, inclusive. */
  customersUpdated(from: number, to: number): { first: number; last: number } {
    const place = (ms: number) => Math.floor((ms - FIRST_UPDATE_MS) / CUSTOMER_STEP_MS);
    return { first: Math.max(0, place(from)), last: Math.min(this.scenario.size - 1, place(to)) };
  }
}
