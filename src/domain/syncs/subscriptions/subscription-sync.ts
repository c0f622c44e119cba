import { Refusal, refusal } from '../../../kernel/refusal.js';
import { mapSubscription } from '../../plan-mapping/map-subscription.js';
import type { MappingOverrides } from '../../plan-mapping/overrides.js';
import type { SyncWorld } from '../ports.js';
import type { Procedure, Work } from '../procedure.js';
import type { SubscriptionSubject } from '../subjects.js';

/** Puts an account under the price plans that a subscription comes to. */
export function subscriptionProcedure(world: SyncWorld, overrides: MappingOverrides): Procedure {
  return {
    async look({ subject }, asking): Promise<Work> {
      const { subscriptionKey, accountId, from = null, to = null } = subject as SubscriptionSubject;
      const found = await world.sold(subscriptionKey, from, asking);
      if (found === null)
        throw refusal('NOT_FOUND', `There is no subscription ${subscriptionKey}.`, ['input', 'subscriptionKey']);
      const target = world.planTarget(to, asking)?.end;
      if (!target) throw refusal('UNSUPPORTED', 'No system with price plans is switched on.');
      if (!(await target.hasAccount(accountId))) {
        throw refusal('NOT_FOUND', `There is no account ${accountId}.`, ['input', 'accountId']);
      }
      const mapping = mapSubscription(found.sold, overrides);
      if (mapping.problems.length > 0) {
        throw new Refusal(
          mapping.problems.map(({ charge, message }) => ({
            code: 'UNSUPPORTED',
            message: charge === null ? message : `${charge}: ${message}`,
            field: ['input', 'subscriptionKey'],
          })),
        );
      }
      const left = await target.stepsFor(accountId, mapping);
      return {
        left,
        carryOut: async (step) => {
          await target.carryOut(accountId, mapping, step);
          return undefined;
        },
      };
    },
  };
}
