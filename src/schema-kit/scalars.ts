import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLJSON } from 'graphql-scalars';
import { isPlainDate } from '../kernel/dates.js';

export const DateScalar = textScalar({
  name: 'Date',
  description: "A billing day, `2026-02-28`, in the tenant's time zone: never an instant.",
  accepts: isPlainDate,
});

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

export const DateTimeScalar = textScalar({
  name: 'DateTime',
  description: 'An instant as ISO 8601 with an offset, `2026-02-28T09:30:00Z`.',
  accepts: (text) => INSTANT.test(text) && !Number.isNaN(Date.parse(text)),
});

const DECIMAL = /^-?\d{1,40}(\.\d{1,40})?$/;

export const DecimalScalar = textScalar({
  name: 'Decimal',
  description: 'An exact decimal as a string, `"1234.50"`: no exponent, and no digit is ever rounded away.',
  accepts: (text) => DECIMAL.test(text),
});

export const CurrencyCodeScalar = textScalar({
  name: 'CurrencyCode',
  description: 'An ISO 4217 currency code, `EUR`.',
  accepts: (text) => /^[A-Z]{3}$/.test(text),
});

export const UrlScalar = textScalar({
  name: 'URL',
  description: 'An absolute http or https address.',
  accepts: isHttpUrl,
});

export const JsonScalar = new GraphQLScalarType({ ...GraphQLJSON.toConfig(), description: 'Any JSON value.' });

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** A scalar that is text on the wire, in the resolvers and in the variables, checked in both directions. */
function textScalar({
  name,
  description,
  accepts,
}: {
  name: string;
  description: string;
  accepts: (text: string) => boolean;
}) {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw new GraphQLError(`${name} cannot be ${JSON.stringify(value) ?? String(value)}.`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: check,
    parseValue: check,
    parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : undefined),
  });
}
