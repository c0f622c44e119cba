import { jsonNumber } from '../../../../kernel/json.js';
import { ACTION_KINDS } from '../action-mapping.js';
import {
  ACTION_NAMES,
  type ActionInput,
  type ChargeChange,
  type ChargeInput,
  type PricingInput,
  type RatePlanInput,
  type TermsChange,
} from './action-inputs.js';
import { orderAccountRequest } from './order-account.js';
import type { OrderInput, OrderSubscription, PreviewOptions, ProcessingInput } from './order-inputs.js';

type Body = Readonly<Record<string, unknown>>;

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_Order/ */
export function orderRequest(input: OrderInput, { orderNumber, today }: { orderNumber: string; today: string }): Body {
  return given({
    ...commonRequest(input, today),
    newAccount: input.newAccount && orderAccountRequest(input.newAccount),
    orderNumber,
    status: input.draft ? 'Draft' : input.scheduledDate ? 'Scheduled' : null,
    schedulingOptions: input.scheduledDate && {
      scheduledDatePolicy: 'SpecificDate',
      scheduledDate: input.scheduledDate,
    },
    processingOptions: input.processing && processingRequest(input.processing),
  });
}

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_Order/ Takes the place of what the draft was. */
export function draftRequest(input: OrderInput, today: string): Body {
  return given({
    ...commonRequest(input, today),
    newAccount: input.newAccount && orderAccountRequest(input.newAccount),
    status: 'Draft',
  });
}

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_PreviewOrder/ */
export function previewRequest(input: OrderInput, options: PreviewOptions, today: string): Body {
  return given({
    ...commonRequest(input, today),
    previewOptions: given({
      previewTypes: options.types,
      previewThruType: options.through,
      specificPreviewThruDate: options.date,
      previewNumberOfPeriods: options.through === 'NumberOfPeriods' ? (options.periods ?? 1) : null,
    }),
  });
}

function commonRequest(input: OrderInput, today: string): Body {
  const { accountNumber, orderDate, description, reasonCode, category, customFields, subscriptions } = input;
  return {
    existingAccountNumber: accountNumber,
    orderDate: orderDate ?? today,
    description,
    reasonCode,
    category,
    customFields,
    subscriptions: subscriptions.map(subscriptionRequest),
  };
}

function subscriptionRequest({ subscriptionNumber, customFields, actions }: OrderSubscription): Body {
  return given({ subscriptionNumber, customFields, orderActions: actions.map(actionRequest) });
}

const TYPES = new Map<string, string>(Object.values(ACTION_KINDS).map(({ type, details }) => [details, type]));

function actionRequest(action: ActionInput): Body {
  const name = ACTION_NAMES.find((one) => action[one] != null);
  if (name === undefined) throw new Error('an action was not checked');
  const dates = [
    ['ContractEffective', action.contractEffectiveDate],
    ['ServiceActivation', action.serviceActivationDate],
    ['CustomerAcceptance', action.customerAcceptanceDate],
  ].flatMap(([of, triggerDate]) => (triggerDate ? [{ name: of, triggerDate }] : []));
  return given({
    type: TYPES.get(name),
    triggerDates: dates.length > 0 ? dates : null,
    changeReason: action.changeReason,
    customFields: action.customFields,
    [name]: detailsRequest(action),
  });
}

function detailsRequest(action: ActionInput): Body {
  const { createSubscription, addProduct, updateProduct, removeProduct, cancelSubscription, renewSubscription } =
    action;
  const { suspend, resume, termsAndConditions, ownerTransfer, changePlan } = action;
  if (createSubscription) {
    const { ownerAccountNumber, terms, ratePlans, ...same } = createSubscription;
    return given({
      ...same,
      subscriptionOwnerAccountNumber: ownerAccountNumber,
      terms: termsRequest(terms, 'initialTerm'),
      subscribeToRatePlans: ratePlans.map(ratePlanRequest),
    });
  }
  if (addProduct) return ratePlanRequest(addProduct);
  if (updateProduct) {
    const { charges, ...same } = updateProduct;
    return given({ ...same, chargeUpdates: charges?.map(chargeChangeRequest) });
  }
  if (cancelSubscription) {
    const { policy, effectiveDate } = cancelSubscription;
    return given({ cancellationPolicy: policy, cancellationEffectiveDate: effectiveDate });
  }
  if (suspend) {
    const { policy, date, periods, periodsType } = suspend;
    const fixed = policy === 'FixedPeriodsFromToday' && { suspendPeriods: periods, suspendPeriodsType: periodsType };
    return given({ suspendPolicy: policy, suspendSpecificDate: date, ...fixed });
  }
  if (resume) {
    const { policy, date, periods, periodsType, extendsTerm } = resume;
    const fixed = policy.startsWith('FixedPeriods') && { resumePeriods: periods, resumePeriodsType: periodsType };
    return given({ resumePolicy: policy, resumeSpecificDate: date, extendsTerm, ...fixed });
  }
  if (termsAndConditions) {
    const { terms, ...same } = termsAndConditions;
    return given({ ...same, ...(terms && termsRequest(terms, 'lastTerm')) });
  }
  if (ownerTransfer) {
    const { accountNumber, invoiceAccountNumber } = ownerTransfer;
    return given({
      destinationAccountNumber: accountNumber,
      destinationInvoiceAccountNumber: invoiceAccountNumber,
    });
  }
  if (changePlan) {
    const { resetBillCycleDay, newRatePlan, ...same } = changePlan;
    return given({ ...same, resetBcd: resetBillCycleDay, newProductRatePlan: ratePlanRequest(newRatePlan) });
  }
  return given(removeProduct ?? renewSubscription ?? {});
}

function ratePlanRequest({ charges, ...same }: RatePlanInput): Body {
  return given({ ...same, chargeOverrides: charges?.map(chargeRequest) });
}

function chargeRequest({ pricing, ...same }: ChargeInput): Body {
  return given({ ...same, pricing: pricing && pricingRequest(pricing) });
}

function chargeChangeRequest({ effectiveDate, pricing, ...same }: ChargeChange): Body {
  return given({
    ...same,
    effectiveDate: effectiveDate && { triggerEvent: 'SpecificDate', specificTriggerDate: effectiveDate },
    pricing: pricing && pricingRequest(pricing),
  });
}

/** Zuora wants numbers; they are written with all their digits. */
function pricingRequest(pricing: PricingInput): Body {
  const { model, tiers, priceChangeOption, ...amounts } = pricing;
  const numbers = Object.entries(amounts).map(([name, amount]) => [name, amount == null ? null : jsonNumber(amount)]);
  return {
    [model]: given({
      priceChangeOption,
      ...Object.fromEntries(numbers),
      tiers: tiers?.map(({ startingUnit, endingUnit, price, priceFormat }, index) =>
        given({
          tier: index + 1,
          startingUnit: jsonNumber(startingUnit),
          endingUnit: endingUnit == null ? null : jsonNumber(endingUnit),
          price: jsonNumber(price),
          priceFormat,
        }),
      ),
    }),
  };
}

function termsRequest(terms: TermsChange, name: 'initialTerm' | 'lastTerm'): Body {
  const { termType, period, periodType, startDate, autoRenew, renewalSetting, renewalTerms } = terms;
  const term = termType == null ? null : given({ termType, period, periodType, startDate });
  return given({ [name]: term, autoRenew, renewalSetting, renewalTerms });
}

function processingRequest(input: ProcessingInput): Body {
  const { targetDate, documentDate, generateDraftInvoice, paymentMethodId, paymentGatewayId, refundAmount, ...same } =
    input;
  return given({
    ...same,
    billingOptions: filled({ targetDate, documentDate, generateDraftInvoice }),
    electronicPaymentOptions: filled({ paymentMethodId, paymentGatewayId }),
    refundAmount: refundAmount == null ? null : jsonNumber(refundAmount),
  });
}

function given(fields: Body): Body {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}

function filled(fields: Body): Body | null {
  const some = given(fields);
  return Object.keys(some).length > 0 ? some : null;
}
