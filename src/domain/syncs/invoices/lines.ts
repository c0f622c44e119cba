import { createHash } from 'node:crypto';
import { isLess, isPayable, sum, times } from '../../../kernel/money.js';
import type { BilledLine, IssuedInvoice } from './ports.js';

/**
 * The lines that an invoice is booked with. They always come to exactly its total: a line is taken apart only where its
 * parts are amounts that can be paid, none below nothing, and come to exactly the line. What is sold stays one line.
 */
export function linesOf(whole: BilledLine, currency: string): BilledLine[] {
  const { parts, amount, isItem } = whole;
  const fits = (part: BilledLine) => !isLess(part.amount, '0') && isPayable({ amount: part.amount, currency });
  const isSum = parts.length > 0 && parts.every(fits) && sum(parts.map((part) => part.amount)) === amount;
  if (isItem || !isSum) return [counted(whole)];
  return parts.flatMap((part) => linesOf(part, currency)).filter((line) => line.amount !== '0');
}

/** A quantity and a price are kept where they make up the amount, be they of the line or of its only part. */
function counted(line: BilledLine): BilledLine {
  const [only, another] = line.parts;
  const told = line.quantity === null && only && !another ? only : line;
  const { quantity, unitPrice } = told;
  const isProduct = quantity !== null && unitPrice !== null && times(quantity, unitPrice) === line.amount;
  return { ...line, quantity: isProduct ? quantity : null, unitPrice: isProduct ? unitPrice : null };
}

/** Eight digits that are others for another amount, day or line. */
export function fingerprintOf({ total, currency, day }: IssuedInvoice, lines: readonly BilledLine[]): string {
  const content = [total, currency, day, lines.map(({ description, amount }) => [description, amount])];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
}
