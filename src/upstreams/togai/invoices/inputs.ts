import { z } from 'zod';

const text = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must not be longer than ${most} characters`);
const instant = z.string().transform((value) => new Date(value).toISOString());

/** An amount is given as a whole, or as so many of so much each. */
const AMOUNT_OR_RATE = 'must have either an amount, or a quantity and an amount each';

const Line = z
  .object({
    description: text(255),
    value: z.string().nullish(),
    quantity: z.string().nullish(),
    valuePerQuantity: z.string().nullish(),
    billableId: text(50).nullish(),
  })
  .refine(({ value, quantity, valuePerQuantity }) => {
    const parts = [quantity, valuePerQuantity].filter((part) => part != null).length;
    return value != null ? parts === 0 : parts === 2;
  }, AMOUNT_OR_RATE);
export type InvoiceLine = z.infer<typeof Line>;

const MOST_LINES = 50;
const lines = z.array(Line).min(1, 'must hold at least one').max(MOST_LINES, `must not hold more than ${MOST_LINES}`);

type Span = { startDate?: string | null | undefined; endDate?: string | null | undefined };
const endsAfter = ({ startDate, endDate }: Span) => !startDate || !endDate || startDate < endDate;
const AFTER = { message: 'must be after startDate', path: ['endDate'] };

export const InvoiceCreate = z
  .object({
    accountId: text(50),
    startDate: instant,
    endDate: instant,
    status: z.enum(['DRAFT', 'DUE', 'PAID']),
    lineItems: lines,
    autoAdvance: z.boolean().nullish(),
    applyCredits: z.boolean().nullish(),
    applyWalletBalance: z.boolean().nullish(),
  })
  .refine(endsAfter, AFTER);
export type InvoiceCreate = z.infer<typeof InvoiceCreate>;

export const InvoiceUpdate = z
  .object({
    startDate: instant.nullish(),
    endDate: instant.nullish(),
    status: z.enum(['DUE', 'PAID', 'VOID', 'UN_COLLECTIBLE', 'REFUND_INITIATED']).nullish(),
    lineItems: lines.nullish(),
    autoAdvance: z.boolean().nullish(),
  })
  .refine(endsAfter, AFTER)
  .refine((input) => Object.values(input).some((value) => value != null), 'There is nothing to change.');
export type InvoiceUpdate = z.infer<typeof InvoiceUpdate>;

const Charge = z
  .object({
    name: text(255),
    amount: z.string().nullish(),
    formula: z.record(z.string(), z.unknown(), 'must be JSON Logic').nullish(),
    quantity: z.string().nullish(),
    rate: z.string().nullish(),
    considerForRevenue: z.boolean().nullish(),
  })
  .refine(({ amount, formula, quantity, rate }) => {
    const parts = [quantity, rate].filter((part) => part != null).length;
    const wholes = [amount, formula].filter((part) => part != null).length;
    return (wholes === 1 && parts === 0) || (wholes === 0 && parts === 2);
  }, 'must have either an amount, or a formula, or a quantity and a rate');

export const MiscellaneousCharges = z
  .array(Charge)
  .min(1, 'must hold at least one')
  .max(MOST_LINES, `must not hold more than ${MOST_LINES}`)
  .check(({ value, issues }) => {
    for (const [at, { name }] of value.entries()) {
      if (value.findIndex((one) => one.name === name) === at) continue;
      issues.push({ code: 'custom', message: 'is there twice', path: [at, 'name'], input: value });
    }
  });
export type MiscellaneousCharges = z.infer<typeof MiscellaneousCharges>;
