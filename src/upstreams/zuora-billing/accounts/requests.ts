import type { ZuoraContact } from '../model.js';
import type { NewSubscription } from '../subscriptions/inputs.js';
import { newSubscriptionFields } from '../subscriptions/subscribe-and-amend/requests.js';
import type { AccountCreate, AccountUpdate, ContactChanges, ContactInput, PaymentMethodInput } from './inputs.js';

type Body = Record<string, unknown>;

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_Account/ */
export function createRequest(input: AccountCreate): Body {
  const {
    customFields,
    billToContact,
    soldToContact,
    hostedPagePaymentMethodId,
    paymentMethod,
    additionalEmailAddresses,
    subscription,
    ...same
  } = input;
  return withoutUndefined({
    ...given(same),
    additionalEmailAddresses: additionalEmailAddresses ?? undefined,
    billToContact: given(v1Names(billToContact)),
    soldToContact: soldToContact && given(v1Names(soldToContact)),
    hpmCreditCardPaymentMethodId: hostedPagePaymentMethodId,
    paymentMethod: paymentMethod && paymentMethodRequest(paymentMethod),
    subscription: subscription ? firstSubscription(subscription) : undefined,
    ...given(customFields ?? {}),
  });
}

/**
 * https://developer.zuora.com/v1-api-reference/api/operation/PUT_Account/
 * An empty text empties the field. Contacts need both names, so that those of today go along.
 */
export function updateRequest(
  input: AccountUpdate,
  current: { billToContact: ZuoraContact | null; soldToContact: ZuoraContact | null },
): Body {
  const { customFields, billToContact, soldToContact, additionalEmailAddresses, ...same } = input;
  return withoutUndefined({
    ...emptied(same),
    ...(additionalEmailAddresses !== undefined && { additionalEmailAddresses: additionalEmailAddresses ?? [] }),
    billToContact: billToContact && contactChanges(billToContact, current.billToContact),
    soldToContact: soldToContact && contactChanges(soldToContact, current.soldToContact),
    ...emptied(customFields ?? {}),
  });
}

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_CreateContact/ */
export function contactRequest(contact: ContactInput): Body {
  return given(v1Names(contact));
}

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_Contact/ */
export function contactUpdateRequest(changes: ContactChanges): Body {
  return withoutUndefined(emptied(v1Names(changes)));
}

function contactChanges(changes: ContactChanges, current: ZuoraContact | null): Body {
  return withoutUndefined({
    firstName: current?.firstName ?? undefined,
    lastName: current?.lastName ?? undefined,
    ...contactUpdateRequest(changes),
  });
}

/** Here terms are counted in months, whatever else they may be in a call of their own. */
function firstSubscription(subscription: NewSubscription): Body {
  const { initialTermPeriodType: _, renewalTermPeriodType: __, ...fields } = newSubscriptionFields(subscription);
  return fields;
}

function paymentMethodRequest({ type, tokenId, secondTokenId, cardMask }: PaymentMethodInput): Body {
  return given({ type, tokenId, secondTokenId, creditCardMaskNumber: cardMask });
}

/** v1 says zipCode where Object Query says postalCode. */
function v1Names({ postalCode, ...contact }: ContactChanges): Body {
  return { ...contact, zipCode: postalCode };
}

function given(fields: Body): Body {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}

function emptied(fields: Body): Body {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === null ? '' : value]));
}

function withoutUndefined(fields: Body): Body {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
