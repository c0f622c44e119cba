import type { ZuoraSubscription } from '../../model.js';
import type { Subscription } from '../../schemas/subscription.js';
import type { SubscriptionChange } from '../changes.js';
import type { SubscriptionUpdate } from '../inputs.js';
import type { Amendment } from './commands.js';
import { billingFields, cancelRequest, resumeRequest, suspendRequest, updateRequest } from './requests.js';

/** The call that makes a change, and how the version that it makes is known again. */
export function amendmentOf(change: SubscriptionChange, { termEndDate }: ZuoraSubscription): Amendment {
  switch (change.kind) {
    case 'update':
      return {
        operation: 'PUT_Subscription',
        verb: '',
        body: updateRequest(change.input),
        isMade: (version) => shows(version, change.input),
      };
    case 'cancel':
      return {
        operation: 'PUT_CancelSubscription',
        verb: 'cancel',
        body: cancelRequest(change.input),
        // One that ends later may stay active until then.
        isMade: ({ status, cancelledDate }) => status === 'Cancelled' || cancelledDate !== null,
      };
    case 'renew':
      return {
        operation: 'PUT_RenewSubscription',
        verb: 'renew',
        body: billingFields(change.input),
        isMade: (version) => (version.termEndDate ?? '') > (termEndDate ?? ''),
      };
    case 'suspend': {
      const { policy, resumeDate, resumePeriods } = change.input;
      // What pauses later, or goes on by itself, may show as active: that there is a newer version has to do.
      const atOnce = policy === 'TODAY' && !resumeDate && !resumePeriods;
      return {
        operation: 'PUT_SuspendSubscription',
        verb: 'suspend',
        body: suspendRequest(change.input),
        isMade: ({ status }) => !atOnce || status === 'Suspended',
      };
    }
    case 'resume':
      return {
        operation: 'PUT_ResumeSubscription',
        verb: 'resume',
        body: resumeRequest(change.input),
        isMade: ({ status }) => change.input.policy !== 'TODAY' || status !== 'Suspended',
      };
  }
}

/** Whether a version has what can be seen of an update: its terms and the plans that join. */
function shows(version: Subscription, { notes, autoRenew, add, change }: SubscriptionUpdate): boolean {
  const there = new Set(version.ratePlans.map(({ productRatePlanId }) => productRatePlanId));
  const joining = [
    ...(add ?? []).map(({ productRatePlanId }) => productRatePlanId),
    ...(change ?? []).map(({ newProductRatePlanId }) => newProductRatePlanId),
  ];
  return (
    (notes === undefined || (version.notes ?? '') === (notes ?? '')) &&
    (autoRenew == null || version.autoRenew === autoRenew) &&
    joining.every((plan) => there.has(plan))
  );
}
