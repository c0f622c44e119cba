import type { z } from 'zod';

const EXPLANATION =
  'card numbers are not accepted here: collect the card on a hosted payment page of Zuora and pass the id it gives you as hostedPagePaymentMethodId';

/** Refuses whatever is given as a card's number. What looks like one elsewhere is refused before it comes here. */
export function addCardProblems(context: z.core.ParsePayload<Record<string, unknown>>): void {
  if (typeof context.value.cardNumber !== 'string') return;
  context.issues.push({ code: 'custom', message: EXPLANATION, path: ['cardNumber'], input: undefined });
}
