import { z } from 'zod';
import { CustomFields } from '../writing/custom-fields.js';

const key = (most: number) => z.string().trim().min(1, 'must not be empty').max(most);
const amount = z.string().refine((text) => !text.startsWith('-') && /[1-9]/.test(text), 'must be more than nothing');

export const CreditMemoCreate = z.object({
  accountKey: key(50),
  charges: z
    .array(
      z.object({
        productRatePlanChargeId: key(32),
        amount,
        quantity: amount.nullish(),
        description: z.string().max(255, 'must not be longer than 255 characters').nullish(),
        serviceStartDate: z.string().nullish(),
        serviceEndDate: z.string().nullish(),
      }),
    )
    .min(1, 'must hold at least one charge')
    .max(1000, 'must not hold more than 1,000 charges'),
  effectiveDate: z.string().nullish(),
  reasonCode: key(255).nullish(),
  comment: z.string().max(255, 'must not be longer than 255 characters').nullish(),
  autoPost: z.boolean().nullish(),
});
export type CreditMemoCreate = z.infer<typeof CreditMemoCreate>;

const application = z.object({ id: key(50), amount });
export const CreditMemoApply = z
  .object({
    invoices: z.array(application).max(1000).nullish(),
    debitMemos: z.array(application).max(1000).nullish(),
    effectiveDate: z.string().nullish(),
  })
  .refine(
    ({ invoices, debitMemos }) => (invoices?.length ?? 0) + (debitMemos?.length ?? 0) > 0,
    'An invoice or a debit memo has to be named.',
  );
export type CreditMemoApply = z.infer<typeof CreditMemoApply>;

const text = z.string().max(255, 'must not be longer than 255 characters');

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_UpdateCreditMemo/ */
export const CreditMemoUpdate = z.object({
  comment: text.nullish(),
  reasonCode: text.nullish(),
  effectiveDate: z.string().nullish(),
  autoApplyUponPosting: z.boolean().nullish(),
  excludeFromAutoApplyRules: z.boolean().nullish(),
  transferredToAccounting: z.string().nullish(),
  customFields: CustomFields.nullish(),
  items: z
    .array(
      z.object({
        id: key(32),
        amount: amount.nullish(),
        quantity: amount.nullish(),
        comment: text.nullish(),
        serviceStartDate: z.string().nullish(),
        serviceEndDate: z.string().nullish(),
        unitOfMeasure: key(255).nullish(),
        customFields: CustomFields.nullish(),
      }),
    )
    .max(1000, 'must not hold more than 1,000 lines')
    .nullish(),
});
export type CreditMemoUpdate = z.infer<typeof CreditMemoUpdate>;
