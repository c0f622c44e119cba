import { type OperationDefinitionNode, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { weigh } from '../../src/graphql/limits/operation-weight.js';
import { gatewaySchema } from '../../src/graphql/schema.js';

const callsOf = (text: string) => {
  const schema = gatewaySchema();
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return weigh(schema, document, document.definitions[0] as OperationDefinitionNode, {}).calls;
};
const ofAccounts = (field: string) => `{ customers(first: 100) { nodes { zuoraAccount { ${field} } } } }`;
const ofCharges = (field: string) => `{ zuoraProducts(first: 10) { nodes { ratePlans { charges { ${field} } } } } }`;

it.each([
  ['a field that is read for fifty at a time', ofAccounts('name'), 2],
  ['running totals', ofAccounts('metricsByCurrency { currency }'), 2 + 100],
  ['the invoices of accounts', ofAccounts('invoices(first: 1) { nodes { invoiceNumber } }'), 2 + 100],
  ['PDF files of invoices', ofAccounts('invoices(first: 5) { nodes { files { version } } }'), 2 + 100 + 500],
])('%s weighs what it costs', (_name, text, calls) => {
  expect(callsOf(text)).toBe(calls);
});

it('accounting codes weigh a call for each charge, although charges do not', () => {
  const without = callsOf(ofCharges('name'));
  expect(callsOf(ofCharges('revenueAccountingCodes { contractAssetAccount }'))).toBe(without + 10 * 4 * 4);
});
