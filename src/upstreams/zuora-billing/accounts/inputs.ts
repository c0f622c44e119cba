import { z } from 'zod';
import { NewSubscription } from '../subscriptions/inputs.js';
import { CustomFields } from '../writing/custom-fields.js';
import { addCardProblems } from './card-numbers.js';

/** What is left out is left alone; null empties. */
const text = (most: number) => z.string().trim().max(most, `must not be longer than ${most} characters`);
const filled = (most: number) => text(most).min(1, 'must not be empty');
const emptyable = (most: number) => text(most).nullish();

const email = z
  .string()
  .trim()
  .max(80, 'must not be longer than 80 characters')
  .regex(/^[^\s@]+@[^\s@]+$/, 'must be an email address');

const contactShape = {
  firstName: filled(100),
  lastName: filled(100),
  workEmail: email.nullish(),
  personalEmail: email.nullish(),
  workPhone: emptyable(40),
  mobilePhone: emptyable(40),
  address1: emptyable(255),
  address2: emptyable(255),
  city: emptyable(40),
  state: emptyable(40),
  postalCode: emptyable(20),
  county: emptyable(32),
  country: emptyable(64),
  taxRegion: emptyable(32),
};
export const ContactInput = z.object(contactShape);
export type ContactInput = z.infer<typeof ContactInput>;
export const ContactChanges = z
  .object({ ...contactShape, firstName: filled(100).optional(), lastName: filled(100).optional() })
  .partial();
export type ContactChanges = z.infer<typeof ContactChanges>;

export const PaymentMethodInput = z
  .object({
    type: filled(100),
    tokenId: filled(255).nullish(),
    secondTokenId: filled(255).nullish(),
    cardMask: filled(19).nullish(),
    cardNumber: z.string().nullish(),
  })
  .check(addCardProblems);
export type PaymentMethodInput = z.infer<typeof PaymentMethodInput>;

const billCycleDay = z.int().min(0, 'must be a day from 1 to 31, or 0').max(31, 'must be a day from 1 to 31, or 0');

const accountShape = {
  autoPay: z.boolean().optional(),
  batch: filled(50).optional(),
  crmId: emptyable(100),
  notes: emptyable(65_535),
  parentId: emptyable(32),
  paymentGateway: emptyable(255),
  paymentTerm: filled(255).optional(),
  salesRep: emptyable(50),
  additionalEmailAddresses: z.array(email).nullish(),
  invoiceDeliveryPrefsEmail: z.boolean().optional(),
  invoiceDeliveryPrefsPrint: z.boolean().optional(),
  customFields: CustomFields.nullish(),
};

export const AccountCreate = z
  .object({
    ...accountShape,
    name: filled(255),
    currency: z.string(),
    accountNumber: filled(50).optional(),
    billCycleDay: billCycleDay.optional(),
    billToContact: ContactInput,
    soldToContact: ContactInput.optional(),
    hostedPagePaymentMethodId: filled(32).optional(),
    paymentMethod: PaymentMethodInput.optional(),
    runBilling: z.boolean().optional(),
    collect: z.boolean().optional(),
    targetDate: z.string().optional(),
    subscription: NewSubscription.nullish(),
  })
  .check((context) => {
    const { hostedPagePaymentMethodId: hosted, paymentMethod, subscription } = context.value;
    for (const name of ['runBilling', 'collect', 'targetDate'] as const) {
      if (context.value[name] === undefined || subscription) continue;
      const message = 'is about the first subscription, and there is none';
      context.issues.push({ code: 'custom', message, path: [name], input: context.value[name] });
    }
    for (const name of ['initialTermPeriodType', 'renewalTermPeriodType'] as const) {
      const period = subscription?.[name];
      if (!period || period === 'MONTH') continue;
      const message = 'can only be MONTH for the first subscription of a new account';
      context.issues.push({ code: 'custom', message, path: ['subscription', name], input: period });
    }
    if (hosted === undefined || paymentMethod === undefined) return;
    const message = 'give either this or paymentMethod, not both';
    context.issues.push({ code: 'custom', message, path: ['hostedPagePaymentMethodId'], input: hosted });
  });
export type AccountCreate = z.infer<typeof AccountCreate>;

export const AccountUpdate = z.object({
  ...accountShape,
  name: filled(255).optional(),
  billCycleDay: billCycleDay.optional(),
  purchaseOrderNumber: emptyable(100),
  defaultPaymentMethodId: filled(64).optional(),
  billToContact: ContactChanges.optional(),
  soldToContact: ContactChanges.optional(),
});
export type AccountUpdate = z.infer<typeof AccountUpdate>;
