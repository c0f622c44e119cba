import { associate, associationSteps } from './associations.js';
import { createPricePlan, planSteps, plansOfSecondGeneration } from './commands.js';
import type { PlanWriting } from './plan-writing.js';
import { revisePricePlan, revisionSteps } from './revisions.js';

/** Price plans as Togai has them now: drafts that are finalized or discarded. */
export const secondGeneration: PlanWriting = {
  actions: { create: 'createPricePlanV2', associate: 'bulkEditSchedules' },
  planSteps,
  revising: { steps: revisionSteps, revise: revisePricePlan },
  createPricePlan,
  associationSteps,
  associate,
  plans: plansOfSecondGeneration,
};
