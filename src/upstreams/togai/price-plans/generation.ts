import type { TogaiSettings } from '../config.js';
import { firstGeneration } from './first-generation.js';
import type { PlanWriting } from './plan-writing.js';
import { secondGeneration } from './second-generation.js';

/** How the organisation's price plans are written, by its settings. */
export function planWriting({ pricePlans }: TogaiSettings): PlanWriting {
  return pricePlans === 'V1' ? firstGeneration : secondGeneration;
}
