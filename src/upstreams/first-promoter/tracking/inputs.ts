import { z } from 'zod';

const id = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must not be longer than ${most} characters`);
const email = z
  .string()
  .trim()
  .max(320)
  .regex(/^[^\s@]+@[^\s@]+$/, 'must be an email address');
const whole = z.object({ amount: z.string(), currency: z.string() });
const positive = whole.refine(
  ({ amount }) => !amount.startsWith('-') && /[1-9]/.test(amount),
  'must be more than nothing',
);

const who = { customer: id(100).nullish(), email: email.nullish(), uid: id(255).nullish() };

/** Every call names the person by one of these. */
function namesSomebody(context: z.core.ParsePayload<{ customer?: unknown; email?: unknown; uid?: unknown }>): void {
  const { customer, email: address, uid } = context.value;
  if (customer ?? address ?? uid) return;
  const message = 'one of customer, email and uid has to say who it is';
  context.issues.push({ code: 'custom', message, path: [], input: undefined });
}

export const SignupInput = z
  .object({
    ...who,
    visitorId: id(255).nullish(),
    promoterRefId: id(255).nullish(),
    ip: z.union([z.ipv4(), z.ipv6()], 'must be an IP address').nullish(),
    signedUpAt: z.string().nullish(),
    skipEmailNotification: z.boolean().nullish(),
  })
  .check(namesSomebody)
  .check((context) => {
    if (context.value.visitorId ?? context.value.promoterRefId) return;
    const message = 'visitorId or promoterRefId has to say who referred';
    context.issues.push({ code: 'custom', message, path: [], input: undefined });
  });
export type SignupInput = z.infer<typeof SignupInput>;

export const SaleInput = z
  .object({
    ...who,
    eventId: id(255),
    amount: positive,
    plan: id(255).nullish(),
    accountId: id(50).nullish(),
    effectiveFrom: z.string().nullish(),
    effectiveUntil: z.string().nullish(),
    quantity: z.int().min(1, 'must be 1 or more').nullish(),
    mrr: whole.nullish(),
    promoCode: id(255).nullish(),
    visitorId: id(255).nullish(),
    promoterRefId: id(255).nullish(),
    skipEmailNotification: z.boolean().nullish(),
  })
  .check(namesSomebody)
  .refine(({ mrr, amount }) => !mrr || mrr.currency === amount.currency, {
    message: 'must be in the currency of the sale',
    path: ['mrr', 'currency'],
  });
export type SaleInput = z.infer<typeof SaleInput>;

export const RefundInput = z
  .object({
    ...who,
    eventId: id(255),
    saleEventId: id(255).nullish(),
    amount: positive,
    quantity: z.int().min(1, 'must be 1 or more').nullish(),
    skipEmailNotification: z.boolean().nullish(),
  })
  .check(namesSomebody);
export type RefundInput = z.infer<typeof RefundInput>;

export const CancellationInput = z.object(who).check(namesSomebody);
export type CancellationInput = z.infer<typeof CancellationInput>;
