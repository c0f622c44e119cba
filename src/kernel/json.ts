// A double holds 15 significant digits exactly; a longer number in a money field would be rounded in silence.
// Looked for where a value can stand, for ids are long and full of digits.
const LONG_NUMBER = /(?:^|[:,[\s])-?\d[\d.]{15,}/;
const UNSAFE = /^-?(?=(?:\.?\d){16,})\d+(?:\.\d+)?$/;

interface SourceAware {
  parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
}

/**
 * Parses JSON so that no number loses digits: one with more than 15 significant digits arrives as the string that was
 * sent, every other one as a number. Throws SyntaxError.
 */
export function parseJson(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  return (JSON as unknown as SourceAware).parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && UNSAFE.test(source) ? source : value,
  );
}

interface RawJson {
  rawJSON(text: string): unknown;
}

/** A decimal that `JSON.stringify` writes as a number with all of its digits. Throws RangeError if it is none. */
export function jsonNumber(decimal: string): unknown {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(decimal)) throw new RangeError(`not a decimal: ${decimal}`);
  return (JSON as unknown as RawJson).rawJSON(decimal);
}
