import { refusal } from '../../../../kernel/refusal.js';
import type { WriteDesk } from '../../writing/write-desk.js';
import { isAsynchronous, type OrderInput, type PreviewOptions } from '../request/order-inputs.js';
import { previewRequest } from '../request/order-request.js';
import type { ZuoraOrderPreview } from './preview.js';
import { Preview, toPreview } from './preview-mapping.js';

export const DEFAULT_PREVIEW: PreviewOptions = { types: ['BillingDocs', 'ChargeMetrics'], through: 'NumberOfPeriods' };

/** Zuora's own preview of an order. `currency` is the account's: the answer names none. */
export async function previewOrder(
  desk: WriteDesk,
  input: OrderInput,
  options: PreviewOptions,
  currency: string,
): Promise<ZuoraOrderPreview> {
  if (isAsynchronous({ ...input, asynchronous: null })) {
    throw refusal('UNSUPPORTED', 'Zuora previews at most 50 subscriptions and actions at once.', [
      'input',
      'subscriptions',
    ]);
  }
  const { previewResult } = await desk.client.write({
    operation: 'POST_PreviewOrder',
    method: 'POST',
    path: '/v1/orders/preview',
    body: previewRequest(input, options, desk.today()),
    schema: Preview,
    repeatable: true,
    ...desk.options,
  });
  return toPreview(previewResult, currencyOf(input) ?? currency);
}

/** A new subscription can have a currency of its own. */
function currencyOf({ subscriptions }: OrderInput): string | null {
  const actions = subscriptions.flatMap((subscription) => subscription.actions);
  return actions.find(({ createSubscription }) => createSubscription?.currency)?.createSubscription?.currency ?? null;
}
