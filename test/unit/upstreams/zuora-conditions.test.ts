import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../../src/kernel/errors.js';
import { Refusal } from '../../../src/kernel/refusal.js';
import type { ZuoraDescribedObject } from '../../../src/upstreams/zuora-billing/describe/described-object.js';
import { checkedCondition } from '../../../src/upstreams/zuora-billing/events/check-condition.js';
import { normalForm } from '../../../src/upstreams/zuora-billing/events/condition/normal-form.js';
import { parseCondition } from '../../../src/upstreams/zuora-billing/events/condition/parse.js';

const FIELDS = [
  'Id',
  'Status',
  'Amount',
  'Balance',
  'PaymentTerm',
  'Notes',
  'Region__c',
  'Tier__NS',
  'Kept_old',
  'size',
];
const described = {
  load: async (name: string) =>
    name === 'BillingRun'
      ? null
      : ({ name, label: name, fields: FIELDS.map((field) => ({ name: field })) } as unknown as ZuoraDescribedObject),
};

async function complaints(condition: string, baseObject = 'Account', descriptions = described): Promise<string[]> {
  try {
    await checkedCondition(baseObject, condition, descriptions);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.problems.map(({ code, field }) => [code, field])).toEqual(
      error.problems.map(() => ['INVALID', ['input', 'condition']]),
    );
    return error.problems.map(({ message }) => message.replace(/^The condition /, ''));
  }
}

const meaning = (condition: string) => normalForm(parseCondition(condition));

describe('a condition', () => {
  it.each([
    "changeType == 'INSERT'",
    'changeType == "INSERT"',
    "changeType eq 'UPDATE' and Account.Status ne Account.Status_old",
    "changeType == 'UPDATE' && (Account.Status == 'Draft' || Account.Status == 'Active') && not empty(Account.Notes)",
    "changeType == 'UPDATE' && Account.Status =~ ['Draft', 'Active']",
    "changeType == 'UPDATE' && Account.Status =^ 'Dra' && Account.Status !$ 'x'",
    "changeType == 'UPDATE' && Account.Notes != null && size(Account.Notes) > 3",
    'changeType == "UPDATE" && Account.Balance >= 1000.50B && Account.Balance_old < -1.5e3',
    "changeType == 'UPDATE' && Account.Amount mod 2 == 0 ? Account.Status == 'A' : !(Account.Status == 'B')",
    "changeType == 'DELETE' ## gone\n",
    "changeType == 'INSERT' || changeType == 'UPDATE'",
    "Account.Status.startsWith('Dr') && changeType != 'DELETE'",
    "changeType == 'UPDATE' && Account.Kept_old == 'it\\'s'",
    "changeType == 'UPDATE' && Account.size > 1",
    "changeType == 'UPDATE' && Account.Region__c != Account.Region__c_old && Account.Status == 'Active'",
    "changeType == 'INSERT' && Account.Region__c == 'EU'",
    "changeType == 'UPDATE' && Account.Status == (Account.Notes ?? 'none')",
    "changeType == 'UPDATE' && Account.Amount =~ [1, 2] && Account.Balance =~ (1..5)",
    'true',
  ])('is taken: %s', async (condition) => {
    expect(await complaints(condition)).toEqual([]);
  });

  it.each([
    ["changeType = 'INSERT'", 'is no JEXL expression: it has =, which gives a value: == compares (character 12).'],
    ["changeType == 'INSERT", 'is no JEXL expression: it has a text that does not end (character 15).'],
    ["changeType == 'INSERT' &&", 'is no JEXL expression: it ends where a field or a value has to be (character 26).'],
    ["(changeType == 'INSERT'", 'is no JEXL expression: it ends where ) has to be (character 24).'],
    [
      "changeType == 'INSERT')",
      'is no JEXL expression: it has ) where an operator or the end has to be (character 23).',
    ],
    ["changeType == 'A' == true", 'is no JEXL expression: it has == where &&, || or the end has to be (character 19).'],
    [
      "changeType == 'INSERT' # x",
      'is no JEXL expression: it has "#" where JEXL knows nothing of the kind (character 24).',
    ],
    ['1abc == 2', 'is no JEXL expression: it has "1" where JEXL knows nothing of the kind (character 1).'],
    [
      "if (true) changeType == 'INSERT'",
      'is no JEXL expression: it has if, and a condition is one expression without statements (character 1).',
    ],
    ['isNew(Account.Id)', 'is no JEXL expression: it calls isNew, and there is no such function (character 1).'],
    ['Account.Status; true', 'is no JEXL expression: it has ; where an operator or the end has to be (character 15).'],
    [`${'('.repeat(2400)}true${')'.repeat(2400)}`, 'is no JEXL expression: it is nested too deeply (character 101).'],
    [`${'!'.repeat(4000)}true`, 'is no JEXL expression: it is nested too deeply (character 101).'],
    ["changeType == 'insert'", "compares changeType with 'insert', and it is INSERT, UPDATE or DELETE."],
    ["changeType == 'INSERT' && changeType == 'UPDATE'", 'can never be true.'],
    ['Account.Balance + 1', 'gives a value, and has to be true or false.'],
    ['changeType', 'gives a value, and has to be true or false.'],
    [
      "Invoice.Status == 'Posted'",
      'reads Invoice.Status, and can only read changeType and fields of Account, written Account.Id.',
    ],
    ["Status == 'Draft'", 'reads Status, and can only read changeType and fields of Account, written Account.Id.'],
    ["account.Status == 'Draft'", 'reads account, and Zuora minds the case: Account.'],
    ["changetype == 'INSERT'", 'reads changetype, and Zuora minds the case: changeType.'],
    ["Account.BillTo.Country == 'US'", 'reads Account.BillTo.Country, and can only read fields of Account itself.'],
    ['Account == null', 'reads Account, and has to name a field of it: Account.Id.'],
    [
      "Account.status == 'Draft'",
      'reads Account.status, and Account has no such field in this tenant: Zuora minds the case, Account.Status.',
    ],
    ["Account.Colour_old == 'red'", 'reads Account.Colour_old, and Account has no such field in this tenant.'],
    [
      "changeType == 'UPDATE' && Account.Region__c != Account.Region__c_old",
      'is about custom fields alone, and Zuora tells nothing of an UPDATE of those: it needs a standard field, too.',
    ],
    [
      "Account.Tier__NS == 'gold'",
      'is about custom fields alone, and Zuora tells nothing of an UPDATE of those: it needs a standard field, too.',
    ],
  ])('is refused: %s', async (condition, ...why) => {
    expect(await complaints(condition)).toEqual(why);
  });

  it('is read as long as Zuora takes it, however it is made', async () => {
    const long = [
      `${'1+'.repeat(2_495)}1 == 1`,
      Array.from({ length: 250 }, (_, n) => `Account.Balance==${n}`).join('||'),
      `Account.Id${'[1]'.repeat(1_600)} == 1`,
    ];
    for (const condition of long) expect(await complaints(condition)).toEqual([]);
    const [why = ''] = await complaints(`Account${'.b'.repeat(2_400)} == 1`);
    expect(why).toMatch(/^reads Account\.b\.b.*…, and can only read fields of Account itself\.$/);
    expect(why.length).toBeLessThan(200);
  });

  it('is refused with everything that is wrong at once', async () => {
    expect(await complaints("changeType == 'UPDATE' && Invoice.Id == Account.Nmae && Contact.Id == null")).toEqual([
      'reads Invoice.Id, and can only read changeType and fields of Account, written Account.Id.',
      'reads Contact.Id, and can only read changeType and fields of Account, written Account.Id.',
      'reads Account.Nmae, and Account has no such field in this tenant.',
    ]);
  });

  it.each(['RatePlan', 'SubscriptionProductFeature'])('cannot wait for a new %s', async (object) => {
    const why = [`waits for INSERT, and Zuora tells nothing of a new ${object}.`];
    expect(await complaints("changeType == 'INSERT'", object)).toEqual(why);
    expect(await complaints(`changeType =~ ['INSERT', 'UPDATE'] && ${object}.Id != null`, object)).toEqual(why);
    expect(await complaints("!(changeType == 'UPDATE' || 'DELETE' == changeType)", object)).toEqual(why);
    expect(await complaints("changeType == 'UPDATE'", object)).toEqual([]);
    expect(await complaints("changeType != 'INSERT'", object)).toEqual([]);
    expect(await complaints(`${object}.Id != null`, object)).toEqual([]);
  });

  it('of custom objects, and of what the tenant does not describe, may read any field', async () => {
    expect(await complaints("changeType == 'UPDATE' && default__car.Wheels__c > 4", 'default__car')).toEqual([]);
    expect(await complaints("BillingRun.Status == 'Posted'", 'BillingRun')).toEqual([]);
    const refusing = (code: 'UPSTREAM_FORBIDDEN' | 'UPSTREAM_UNAVAILABLE') => ({
      load: () => Promise.reject(new UpstreamError('ZUORA_BILLING', code, 'no')),
    });
    expect(await complaints("Account.Anything == 'x'", 'Account', refusing('UPSTREAM_FORBIDDEN'))).toEqual([]);
    await expect(complaints("Account.Anything == 'x'", 'Account', refusing('UPSTREAM_UNAVAILABLE'))).rejects.toThrow(
      'no',
    );
  });
});

describe('the meaning of a condition', () => {
  it.each([
    ["changeType=='INSERT'", 'changeType  eq "INSERT"'],
    ["(changeType == 'INSERT')", "'INSERT' == changeType"],
    ['Account.A == 1 && Account.B == 2 && Account.C', '(Account.C and (Account.B == 2.0 and Account.A == 1L))'],
    ['Account.A > 1000.0', '1e3 < Account.A'],
    ['empty(Account.A) || !Account.B', 'not Account.B or empty Account.A'],
    ["Account.'Status' == null", 'null == Account.Status'],
    ['Account.A ? true : false', '(Account.A) ?true:(false)'],
  ])('is the same of %s and %s', (one, other) => {
    expect(meaning(one)).toBe(meaning(other));
  });

  it.each([
    ["changeType == 'INSERT'", "changeType == 'Insert'"],
    ['Account.A < 1', 'Account.A <= 1'],
    ['Account.A && (Account.B || Account.C)', '(Account.A && Account.B) || Account.C'],
    ['Account.A - Account.B > 0', 'Account.B - Account.A > 0'],
    ["Account.A =~ ['a', 'b']", "Account.A =~ ['b', 'a', 'c']"],
    ["Account.A == '1'", 'Account.A == 1'],
  ])('is not the same of %s and %s', (one, other) => {
    expect(meaning(one)).not.toBe(meaning(other));
  });
});
