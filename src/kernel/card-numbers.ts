import creditCardType from 'credit-card-type';
import { LimitExceeded } from './errors.js';

/** A card number that was found in a value; the number itself is never told. */
export interface FoundCardNumber {
  /** Names and places on the way to the value. */
  readonly path: readonly string[];
  /** Line of the text, the first being 1; null where it has only one. */
  readonly line: number | null;
}

// As pasted from documents: blanks and hyphens of other widths, and marks that nobody sees.
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const HYPHENS = /[\u2010-\u2015\u2212]/g;
const ASCII = /^[\0-\x7f]*$/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}_]/u;

// What people send has a few; thousands would overflow the stack, here and wherever else values are walked.
const MOST_LEVELS = 64;

const FEWEST_DIGITS = 14;
const MOST_DIGITS = 19;
const LONGEST_GROUP = 7;
// Below these lengths the brands have not issued numbers, and many ids of other things are that short.
const SHORTEST: Readonly<Record<string, number>> = { unionpay: 16, maestro: 16 };
// The table has a bare 6 for it, which one in ten numbers begins with.
const MAESTRO = /^(5[06-8]|63|67|69)/;

/** Whether the text is or holds the number of a payment card: bare, or in the groups that are printed on one. */
export function holdsCardNumber(text: string): boolean {
  return placeOfCardNumber(text) >= 0;
}

/**
 * Looks through a value of any shape for the first card number, outside of what `isExempt` lets through.
 * @throws LimitExceeded where lists and objects are within each other deeper than anybody can mean
 */
export function findCardNumber(
  value: unknown,
  isExempt: (path: readonly string[]) => boolean = () => false,
  path: readonly string[] = [],
): FoundCardNumber | null {
  if (typeof value === 'string') {
    const at = placeOfCardNumber(value);
    if (at < 0 || isExempt(path)) return null;
    return { path, line: value.includes('\n') ? value.slice(0, at).split('\n').length : null };
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    return holdsCardNumber(String(value)) && !isExempt(path) ? { path, line: null } : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (path.length >= MOST_LEVELS) {
    const message = `A value has more than ${MOST_LEVELS} lists and objects within each other.`;
    throw new LimitExceeded('levels', MOST_LEVELS, message);
  }
  for (const [name, inner] of Object.entries(value)) {
    const below = [...path, name];
    const found = (holdsCardNumber(name) ? { path, line: null } : null) ?? findCardNumber(inner, isExempt, below);
    if (found) return found;
  }
  return null;
}

/** Where the digits begin, about; -1 without any. Every character is looked at once, however long the text is. */
function placeOfCardNumber(given: string): number {
  if (given.length < FEWEST_DIGITS) return -1;
  const text = ASCII.test(given) ? given : given.normalize('NFKC').replace(UNSEEN, '').replace(HYPHENS, '-');
  for (let at = 0; at < text.length; ) {
    if (!isDigit(text, at)) {
      at += 1;
      continue;
    }
    const { groups, end } = isInside(text, at) ? { groups: [], end: endOfDigits(text, at) } : runFrom(text, at);
    if (runHoldsCard(groups)) return Math.min(at, given.length);
    at = end;
  }
  return -1;
}

/** Digits with one blank or hyphen between them, group by group. */
function runFrom(text: string, start: number): { groups: string[]; end: number } {
  const groups: string[] = [];
  for (let at = start; ; ) {
    const end = endOfDigits(text, at);
    if (touchesWord(text, end)) return { groups, end };
    groups.push(text.slice(at, end));
    const separated = text[end] === ' ' || text[end] === '-';
    if (!separated || !isDigit(text, end + 1)) return { groups, end };
    at = end + 1;
  }
}

/** Whether the digits there are a part of something else: of an id with letters, or of a rate behind its point. */
function isInside(text: string, at: number): boolean {
  return touchesWord(text, at - 1) || (text[at - 1] === '.' && isDigit(text, at - 2));
}

function touchesWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && LETTER_OR_DIGIT.test(text[at] ?? '');
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function endOfDigits(text: string, start: number): number {
  let at = start;
  while (isDigit(text, at)) at += 1;
  return at;
}

/** A run may begin or end with digits of something else: `order 12 4111 1111 1111 1111`. */
function runHoldsCard(groups: readonly string[]): boolean {
  return groups.some((first, from) => isCardNumber(first, []) || (first.length === 4 && isInGroups(groups, from)));
}

/** Whether the groups from there on are those of a card: all brands begin with four digits, and go on with few. */
function isInGroups(groups: readonly string[], from: number): boolean {
  let digits = groups[from] ?? '';
  const breaks: number[] = [];
  for (let to = from + 1; to < groups.length; to += 1) {
    const next = groups[to] ?? '';
    if (next.length > LONGEST_GROUP || digits.length + next.length > MOST_DIGITS) return false;
    breaks.push(digits.length);
    digits += next;
    if (isCardNumber(digits, breaks)) return true;
  }
  return false;
}

function isCardNumber(digits: string, breaks: readonly number[]): boolean {
  if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS || !hasCheckDigit(digits)) return false;
  return creditCardType(digits).some(({ type, lengths, gaps }) => {
    if (!lengths.includes(digits.length) || digits.length < (SHORTEST[type] ?? 0)) return false;
    if (type === 'maestro' && !MAESTRO.test(digits)) return false;
    return breaks.length === 0 || isPrintedSo(breaks, gaps, digits.length);
  });
}

/** The groups of the brand, or fours to the end. */
function isPrintedSo(breaks: readonly number[], gaps: readonly number[], length: number): boolean {
  const fours = [4, 8, 12, 16].filter((gap) => gap < length);
  return [gaps.filter((gap) => gap < length), fours].some((form) => form.join() === breaks.join());
}

/** ISO/IEC 7812-1, annex B: the formula of Luhn. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const value = place % 2 === 1 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
