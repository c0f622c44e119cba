import type { PlannedCall } from '../../../schema-kit/mutation.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import type { Association, PricePlan, Revision } from './inputs.js';

export interface ListedPlan {
  readonly id: string;
  readonly name: string;
  readonly status: string | null;
}

export interface PlanRevising {
  /** What is left to be done until the plan is as it is wanted; none where it is. Changes nothing. */
  steps(desk: TogaiDesk, id: string, wanted: Revision): Promise<PlannedCall[]>;
  /** Makes the next version and puts it into force, if there is anything to change; what fails leaves no draft behind. */
  revise(desk: TogaiDesk, id: string, wanted: Revision): Promise<void>;
}

/** How one generation of price plans is written. */
export interface PlanWriting {
  /** What the calls that decide are called in the vendor's reference. */
  readonly actions: { readonly create: string; readonly associate: string };
  planSteps(input: PricePlan): PlannedCall[];
  /** Makes a plan and puts it into force; what fails leaves no draft behind. Gives its id. */
  createPricePlan(desk: TogaiDesk, input: PricePlan): Promise<string>;
  /** New versions of plans; null where there are none. */
  readonly revising: PlanRevising | null;
  associationSteps(input: Association): PlannedCall[];
  /** Puts an account under a plan for a time, or takes its plans away for it. */
  associate(desk: TogaiDesk, input: Association): Promise<void>;
  /** Those in force and drafts, as of now. */
  plans(desk: TogaiDesk): Promise<readonly ListedPlan[]>;
}
