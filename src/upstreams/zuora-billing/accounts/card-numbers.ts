import type { z } from 'zod';

const EXPLANATION =
  'card numbers are not accepted here: collect the card on a hosted payment page of Zuora and pass the id it gives you as hostedPagePaymentMethodId';

/** Refuses what is or looks like the number of a card, wherever it stands. The message never repeats it. */
export function addCardProblems(context: z.core.ParsePayload<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(context.value)) {
    if (typeof value !== 'string' || (name !== 'cardNumber' && !isCardNumber(value))) continue;
    context.issues.push({ code: 'custom', message: EXPLANATION, path: [name], input: undefined });
  }
}

/** Thirteen to nineteen digits whose check digit fits. https://www.iso.org/standard/70484.html */
function isCardNumber(text: string): boolean {
  const digits = text.replace(/[ -]/g, '');
  if (!/^\d{13,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
