// Decorators of every system's types need it, whoever loads the registry first.
import 'reflect-metadata';
import type { Upstream } from './contract.js';
import { firstPromoterUpstream } from './first-promoter/index.js';
import { togaiUpstream } from './togai/index.js';
import { zuoraBillingUpstream } from './zuora-billing/index.js';
import { zuoraRevenueUpstream } from './zuora-revenue/index.js';

/** Every billing system, in the order in which they are asked for a customer's name. */
export const upstreams: readonly Upstream[] = [
  zuoraBillingUpstream,
  togaiUpstream,
  firstPromoterUpstream,
  zuoraRevenueUpstream,
];
