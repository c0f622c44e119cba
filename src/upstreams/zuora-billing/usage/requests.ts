import { jsonNumber } from '../../../kernel/json.js';
import type { ZuoraAccount } from '../model.js';
import type { UsageCreate, UsageUpdate } from './inputs.js';

type Fields = Record<string, unknown>;

/** A usage record and the account it is for. */
export interface UsageToCreate {
  readonly input: UsageCreate;
  readonly account: ZuoraAccount;
}

/** https://developer.zuora.com/v1-api-reference/api/operation/Object_POSTUsage/ */
export function usageFields({ input, account }: UsageToCreate): Fields {
  return given({
    AccountId: account.zuoraId,
    UOM: input.unitOfMeasure,
    Quantity: jsonNumber(plain(input.quantity)),
    StartDateTime: instant(input.startAt),
    EndDateTime: input.endAt && instant(input.endAt),
    SubscriptionNumber: input.subscriptionNumber,
    ChargeNumber: input.chargeNumber,
    ChargeId: input.chargeId,
    Description: input.description,
    UniqueKey: input.uniqueKey,
  });
}

/** https://developer.zuora.com/v1-api-reference/api/operation/Object_PUTUsage/ */
export function usageChanges(input: UsageUpdate): Fields {
  return given({
    UOM: input.unitOfMeasure,
    Quantity: input.quantity && jsonNumber(plain(input.quantity)),
    StartDateTime: input.startAt && instant(input.startAt),
    EndDateTime: input.endAt && instant(input.endAt),
  });
}

/** With an offset: Zuora would read one without in the tenant's zone. */
function instant(text: string): string {
  return new Date(text).toISOString().replace('Z', '+00:00');
}

/** As JSON writes numbers: no zeros in front. */
function plain(quantity: string): string {
  return quantity.replace(/^0+(?=\d)/, '');
}

function given(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
