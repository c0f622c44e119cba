import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let sandbox: ZuoraSandbox;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 5 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

// biome-ignore lint/suspicious/noExplicitAny: objects of three kinds
type Notice = Record<string, any>;
interface Payload {
  readonly notice: Notice | null;
  readonly plan: { action: string; target: string | null; after: Notice | null }[] | null;
  readonly userErrors: { code: string; message: string; field: string[] | null }[];
}
interface Page {
  readonly nodes: Notice[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const AUTHENTICATION = 'authentication { kind preemptive oauth2ProviderId }';
const COMMON = 'id zuoraId name description active eventTypeName eventTypeNamespace createdAt updatedAt';
const FIELDS = {
  CalloutTemplate: `${COMMON} eventCategory url method retried contentType parameters headerNames customRequestBody
    ${AUTHENTICATION} signature { algorithm outputFormat data headerName headerValue } hasCertificate`,
  EmailTemplate: `${COMMON} eventCategory subject body isHtml encoding from fromAddress fromName replyTo replyToAddress to
    toAddress cc ccAddress bccAddress`,
  NotificationDefinition: `${COMMON} communicationProfileId calloutActive calloutTemplateIds emailActive emailTemplateId
    callout { name url method retried parameters ${AUTHENTICATION} } filterRule { condition description parameters }
    filterRuleParameters calloutTemplates { id name } emailTemplate { id name }`,
} as const;
type Kind = keyof typeof FIELDS;
const KINDS = Object.keys(FIELDS) as Kind[];
const PATHS: Record<Kind, string> = {
  CalloutTemplate: '/notifications/callout-templates',
  EmailTemplate: '/notifications/email-templates',
  NotificationDefinition: '/notifications/notification-definitions',
};
const INPUTS: Record<Kind, Notice> = {
  CalloutTemplate: { name: 'Tell the CRM', eventTypeName: 'AccountCreated', url: 'https://crm.example.com/zuora' },
  EmailTemplate: {
    name: 'Tell sales',
    eventTypeName: 'AccountCreated',
    subject: 'New: <Account.Name>',
    body: 'Have a look.',
    from: 'TENANT_EMAIL',
    to: 'SPECIFIC_EMAILS',
    toAddress: 'sales@example.com',
  },
  NotificationDefinition: {
    name: 'Tell partners',
    eventTypeName: 'AccountCreated',
    calloutActive: true,
    callout: { name: 'Partners', url: 'https://partners.example.com/hook', method: 'POST' },
  },
};
const SECRET = /sandbox-(user|password|hmac-secret|key|token)|hunter2|let-me-in/;

async function ask<T>(document: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(document, variables);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).not.toMatch(SECRET);
  return data;
}

const fieldOf = (kind: Kind) => `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
const PAYLOAD = (kind: Kind) =>
  `notice: ${fieldOf(kind)} { ${FIELDS[kind]} } plan { action target after } userErrors { code message field }`;

async function create(kind: Kind, over: object = {}, more: object = {}): Promise<Payload> {
  const { payload } = await ask<{ payload: Payload }>(
    `mutation ($input: Zuora${kind}CreateInput!, $idempotencyKey: String, $dryRun: Boolean) {
      payload: zuora${kind}Create(input: $input, idempotencyKey: $idempotencyKey, dryRun: $dryRun) { ${PAYLOAD(kind)} }
    }`,
    { input: { ...INPUTS[kind], ...over }, ...more },
  );
  return payload;
}

async function update(kind: Kind, id: string, input: object, dryRun = false): Promise<Payload> {
  const { payload } = await ask<{ payload: Payload }>(
    `mutation ($id: ID!, $input: Zuora${kind}UpdateInput!, $dryRun: Boolean) {
      payload: zuora${kind}Update(id: $id, input: $input, dryRun: $dryRun) { ${PAYLOAD(kind)} }
    }`,
    { id, input, dryRun },
  );
  return payload;
}

async function remove(kind: Kind, id: string, dryRun = false): Promise<Payload> {
  const { payload } = await ask<{ payload: Payload }>(
    `mutation ($id: ID!, $dryRun: Boolean) { payload: zuora${kind}Delete(id: $id, dryRun: $dryRun) { ${PAYLOAD(kind)} } }`,
    { id, dryRun },
  );
  return payload;
}

async function list(kind: Kind, args = '', variables: object = {}): Promise<Page> {
  const given = args ? `(${args})` : '';
  const { page } = await ask<{ page: Page }>(
    `{ page: zuora${kind}s${given} { nodes { ${FIELDS[kind]} } pageInfo { hasNextPage endCursor } } }`,
    variables,
  );
  return page;
}

const namesOf = ({ nodes }: Page) => nodes.map(({ name }) => name);
const sent = (method: string, kind: Kind) =>
  sandbox.requests(`${method} ${PATHS[kind]}${method === 'POST' ? '' : '/*'}`).length;

/** What the tenant holds, secrets included. */
async function atZuora(kind: Kind, id: string): Promise<Notice> {
  const { apiAccessKeyId, apiSecretAccessKey } = sandbox.legacyCredentials;
  const answer = await fetch(`${sandbox.url}${PATHS[kind]}/${id}`, { headers: { apiAccessKeyId, apiSecretAccessKey } });
  return (await answer.json()) as Notice;
}

describe.each(KINDS)('a %s', (kind) => {
  it('is made, shown, changed and removed', async () => {
    const { notice, userErrors } = await create(kind, { description: 'First' });
    expect(userErrors).toEqual([]);
    expect(notice).toMatchObject({
      id: expect.stringMatching(/^z(ct|em|nd)_[0-9a-f]{32}$/),
      description: 'First',
      active: true,
      eventTypeName: 'AccountCreated',
      eventTypeNamespace: 'user.notification',
      createdAt: expect.stringMatching(/Z$/),
    });
    const { id, zuoraId } = notice as Notice;
    const shown = await ask(
      `query ($id: ID!, $zuoraId: ID!) {
        node(id: $id) { ... on Zuora${kind} { ${FIELDS[kind]} } }
        theirs: zuora${kind}(id: $zuoraId) { id }
        none: zuora${kind}(id: "00000000000000000000000000000000") { id }
        other: zuora${kind}(id: "zet_${zuoraId}") { id }
      }`,
      { id, zuoraId },
    );
    expect(shown).toEqual({ node: notice, theirs: { id }, none: null, other: null });
    const changed = await update(kind, id, { name: 'Renamed', description: null, active: false });
    expect(changed.notice).toEqual({
      ...notice,
      name: 'Renamed',
      description: null,
      active: false,
      updatedAt: expect.any(String),
    });
    expect(namesOf(await list(kind))).toContain('Renamed');
    expect(await remove(kind, id)).toEqual({ notice: null, plan: null, userErrors: [] });
    expect(await ask(`{ notice: zuora${kind}(id: "${id}") { id } }`)).toEqual({ notice: null });
    expect((await remove(kind, id)).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['id'] }]);
    expect((await update(kind, id, { active: true })).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['id'] }]);
  });

  it.each([{ kind: 'reply-lost' }, { kind: 'server-error' }, { kind: 'connection-reset' }] as const)(
    'is made once in spite of %j',
    async (fault) => {
      const before = namesOf(await list(kind));
      sandbox.fault(`POST ${PATHS[kind]}`, fault);
      const { notice, userErrors } = await create(kind);
      expect(userErrors).toEqual([]);
      const { nodes } = await list(kind);
      expect(nodes.map(({ name }) => name)).toEqual([...before, INPUTS[kind].name]);
      expect(nodes.at(-1)?.id).toBe(notice?.id);
    },
  );

  it('is made once for an idempotency key, and changed and removed once', async () => {
    const first = await create(kind, {}, { idempotencyKey: `one-${kind}` });
    expect((await create(kind, {}, { idempotencyKey: `one-${kind}` })).notice).toEqual(first.notice);
    expect(sent('POST', kind)).toBe(1);
    const id = first.notice?.id as string;
    sandbox.fault(`PUT ${PATHS[kind]}/*`, { kind: 'reply-lost' });
    expect((await update(kind, id, { description: 'Again' })).notice).toMatchObject({ description: 'Again' });
    sandbox.fault(`DELETE ${PATHS[kind]}/*`, { kind: 'reply-lost' });
    expect(await remove(kind, id)).toMatchObject({ notice: null, userErrors: [] });
    expect(sent('DELETE', kind)).toBe(1);
  });

  it('is only planned by a dry run', async () => {
    const { notice, plan } = await create(kind, {}, { dryRun: true });
    expect(notice).toBeNull();
    expect(plan).toMatchObject([{ target: null, after: { name: INPUTS[kind].name } }]);
    const [there] = (await list(kind)).nodes as [Notice];
    expect((await update(kind, there.id, { description: 'New' }, true)).plan).toMatchObject([
      { target: there.zuoraId, after: { description: 'New' } },
    ]);
    expect(await remove(kind, there.id, true)).toMatchObject({ notice: { id: there.id }, plan: [{ after: null }] });
    expect([sent('POST', kind), sent('PUT', kind), sent('DELETE', kind)]).toEqual([0, 0, 0]);
  });

  it('is refused without a name, and when its name is taken', async () => {
    const long = await create(kind, { name: ' ', description: 'x'.repeat(256) });
    expect(long.userErrors).toEqual(
      expect.arrayContaining([
        { code: 'INVALID', message: 'must not be empty', field: ['input', 'name'] },
        { code: 'INVALID', message: 'must not be longer than 255 characters', field: ['input', 'description'] },
      ]),
    );
    const [there] = (await list(kind)).nodes as [Notice];
    expect(await update(kind, there.id, {})).toMatchObject({
      userErrors: [{ code: 'INVALID', message: 'There is nothing to change.', field: ['input'] }],
    });
    expect([sent('POST', kind), sent('PUT', kind)]).toEqual([0, 0]);
    const taken = await create(kind, { name: there.name });
    expect(taken.userErrors).toHaveLength(1);
    expect(taken.userErrors[0]?.code).toMatch(/^(CONFLICT|REJECTED_BY_UPSTREAM)$/);
    expect((await list(kind)).nodes).toHaveLength(1);
  });

  it('is listed in pages', async () => {
    for (const name of ['Second', 'Third', 'Fourth']) await create(kind, { name });
    const [start = ''] = namesOf(await list(kind));
    const first = await list(kind, 'first: 2, eventTypeName: "AccountCreated"');
    expect(namesOf(first)).toEqual([start, 'Second']);
    const second = await list(kind, `first: 2, eventTypeName: "AccountCreated", after: "${first.pageInfo.endCursor}"`);
    expect(namesOf(second)).toEqual(['Third', 'Fourth']);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect(namesOf(await list(kind, 'eventTypeName: "Other"'))).toEqual([]);
    // The reference counts from 0 and begins at 1 unless it is told.
    expect(sandbox.requests(`GET ${PATHS[kind]}`).every(({ query }) => query.has('start'))).toBe(true);
  });
});

describe('a callout template', () => {
  const SIGNED = {
    algorithm: 'SHA_256',
    outputFormat: 'HEX',
    secret: 'hunter2',
    data: '{{Request.Body}}',
    headerName: 'X-Signature',
    headerValue: '{{Request.HMAC.Signed}}',
  };

  it('takes secrets and never gives one out', async () => {
    const input = {
      url: 'https://crm.example.com/zuora?key=let-me-in',
      headers: { 'X-Api-Key': 'let-me-in' },
      customRequestBody: '{"AccountId":"{{DataSource.Account.Id}}","Count":{{Count}}}',
      basicAuthentication: { username: 'let-me-in', password: 'hunter2', preemptive: true },
      signature: SIGNED,
      certificate: '-----BEGIN CERTIFICATE-----\nlet-me-in\n-----END CERTIFICATE-----',
    };
    const planned = await create('CalloutTemplate', input, { dryRun: true });
    expect(planned.plan?.[0]?.after).toMatchObject({
      calloutBaseurl: 'https://crm.example.com/zuora?key=***',
      calloutHeaders: { 'X-Api-Key': '***' },
      calloutAuth: { username: '***', password: '***', preemptive: true },
      hmacSecret: '***',
      certificate: '***',
    });
    const { notice } = await create('CalloutTemplate', input);
    expect(notice).toMatchObject({
      url: 'https://crm.example.com/zuora?key=***',
      method: 'POST',
      headerNames: ['X-Api-Key'],
      authentication: { kind: 'BASIC', preemptive: true, oauth2ProviderId: null },
      signature: { algorithm: 'SHA_256', outputFormat: 'HEX', headerName: 'X-Signature' },
      hasCertificate: true,
    });
    expect(await atZuora('CalloutTemplate', notice?.zuoraId)).toMatchObject({
      calloutBaseurl: 'https://crm.example.com/zuora?key=let-me-in',
      calloutAuth: { username: 'let-me-in', password: 'hunter2', preemptive: true },
      hmacSecret: 'hunter2',
      useCustomRequestBody: true,
    });
  });

  it('keeps the secrets that a change does not name', async () => {
    const [{ id, zuoraId }] = (await list('CalloutTemplate')).nodes as [Notice];
    const before = await atZuora('CalloutTemplate', zuoraId);
    expect((await update('CalloutTemplate', id, { retried: false })).notice).toMatchObject({ retried: false });
    const { calloutAuth, calloutHeaders, calloutBaseurl, hmacSecret } = before;
    expect(await atZuora('CalloutTemplate', zuoraId)).toMatchObject({
      calloutAuth,
      calloutHeaders,
      calloutBaseurl,
      hmacSecret,
      calloutRetry: false,
    });
    const open = await update('CalloutTemplate', id, { basicAuthentication: null, customRequestBody: null });
    expect(open.notice).toMatchObject({ authentication: { kind: 'NONE' }, customRequestBody: null });
    const provided = await update('CalloutTemplate', id, { oauth2ProviderId: '8ad0' });
    expect(provided.notice).toMatchObject({ authentication: { kind: 'OAUTH2', oauth2ProviderId: '8ad0' } });
  });

  it('is refused with what is wrong before anything is sent', async () => {
    const { userErrors } = await create('CalloutTemplate', {
      url: 'http://user:pass@crm.example.com:8443/x',
      eventTypeName: null,
      method: 'UNKNOWN',
      parameters: { a: 1 },
      headers: { 'not a header': 'x' },
      customRequestBody: '{"AccountId": {{Account.Id}}',
      basicAuthentication: { username: '', password: 'x' },
      oauth2ProviderId: 'p',
    });
    expect(userErrors.map(({ message, field }) => [field?.join('.'), message])).toEqual([
      ['input.method', 'cannot be chosen'],
      ['input.parameters.a', 'Invalid input: expected string, received number'],
      ['input.headers.not a header', 'is no name of a header'],
      ['input.customRequestBody', 'has to be JSON'],
      ['input.basicAuthentication.username', 'must not be empty'],
      ['input.url', 'has to begin with https://'],
      ['input.url', 'cannot name a port: Zuora calls port 443'],
      ['input.url', 'cannot hold credentials: give them as basicAuthentication'],
    ]);
    const both = await create('CalloutTemplate', {
      eventCategory: 1110,
      basicAuthentication: { username: 'a', password: 'b' },
      oauth2ProviderId: 'p',
    });
    expect(both.userErrors.map(({ field }) => field?.join('.'))).toEqual([
      'input.eventTypeName',
      'input.oauth2ProviderId',
    ]);
    expect((await create('CalloutTemplate', { eventTypeName: null })).userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'eventTypeName'] },
    ]);
    expect(sent('POST', 'CalloutTemplate')).toBe(0);
    const standard = await create('CalloutTemplate', { eventTypeName: null, eventCategory: 1110 });
    expect(standard.notice).toMatchObject({ eventTypeName: null, eventCategory: 1110 });
    expect(namesOf(await list('CalloutTemplate', 'eventCategory: 1110'))).toEqual(['Tell the CRM']);
  });
});

describe('an email template', () => {
  it('is refused when an address is missing', async () => {
    const { userErrors } = await create('EmailTemplate', {
      toAddress: null,
      from: 'SPECIFIC_EMAIL',
      to: 'SPECIFIC_EMAILS',
    });
    expect(userErrors).toEqual([
      { code: 'INVALID', message: 'has to be given for a specific address', field: ['input', 'fromAddress'] },
      { code: 'INVALID', message: 'has to be given for a specific address', field: ['input', 'toAddress'] },
    ]);
    expect(sent('POST', 'EmailTemplate')).toBe(0);
  });
});

describe('a notification definition', () => {
  it('leads to its templates, each read once', async () => {
    const [{ emailTemplateId, calloutTemplateIds }] = (await list('NotificationDefinition')).nodes as [Notice];
    await create('NotificationDefinition', {
      callout: null,
      calloutTemplateIds,
      emailTemplateId: `zem_${emailTemplateId}`,
    });
    await update('EmailTemplate', emailTemplateId, { description: 'so that it is read again' });
    const before = sandbox.requests('GET /notifications/email-templates/*').length;
    const { nodes } = await list('NotificationDefinition');
    expect(nodes.map(({ emailTemplate, calloutTemplates }) => [emailTemplate.name, calloutTemplates[0].name])).toEqual([
      ['Welcome', 'Account created'],
      ['Welcome', 'Account created'],
    ]);
    expect(sandbox.requests('GET /notifications/email-templates/*').length - before).toBeLessThanOrEqual(1);
  });

  it('has a callout and a filter rule of its own', async () => {
    const { notice, userErrors } = await create('NotificationDefinition', {
      callout: {
        name: 'Partners',
        url: 'https://partners.example.com/hook?token=let-me-in',
        method: 'PUT',
        parameters: { AccountId: '<Account.Id>' },
        basicAuthentication: { username: 'let-me-in', password: 'hunter2' },
      },
      filterRule: {
        condition: 'Account.Balance >= _MIN && Account.Status == _STATUS',
        parameters: { _MIN: { displayName: 'Least', valueType: 'BIG_DECIMAL' }, _STATUS: { valueType: 'STRING' } },
      },
      filterRuleParameters: { _MIN: '100000.0', _STATUS: 'Active' },
    });
    expect(userErrors).toEqual([]);
    expect(notice).toMatchObject({
      callout: {
        name: 'Partners',
        url: 'https://partners.example.com/hook?token=***',
        method: 'PUT',
        retried: true,
        parameters: { AccountId: '<Account.Id>' },
        authentication: { kind: 'BASIC', preemptive: false, oauth2ProviderId: null },
      },
      filterRule: { condition: 'Account.Balance >= _MIN && Account.Status == _STATUS' },
      filterRuleParameters: { _MIN: '100000.0', _STATUS: 'Active' },
    });
    const changed = await update('NotificationDefinition', notice?.id, {
      callout: { name: 'Partners', url: 'https://partners.example.com/new', method: 'POST' },
      filterRule: { condition: 'true' },
    });
    expect(changed.notice).toMatchObject({ callout: { url: 'https://partners.example.com/new' } });
  });

  it('is refused with what is wrong before anything is sent', async () => {
    const { notice: other } = await create('EmailTemplate', { name: 'Other', eventTypeName: 'InvoicePosted' });
    const { userErrors } = await create('NotificationDefinition', {
      callout: null,
      emailActive: true,
      emailTemplateId: other?.id,
      calloutTemplateIds: ['zct_00000000000000000000000000000000'],
    });
    expect(userErrors).toEqual([
      {
        code: 'INVALID',
        message: 'The email template Other is for InvoicePosted, and not for AccountCreated.',
        field: ['input', 'emailTemplateId'],
      },
      {
        code: 'NOT_FOUND',
        message: 'There is no callout template zct_00000000000000000000000000000000.',
        field: ['input', 'calloutTemplateIds', '0'],
      },
    ]);
    const nothing = await create('NotificationDefinition', { callout: null, emailActive: true });
    expect(nothing.userErrors.map(({ field }) => field?.join('.'))).toEqual([
      'input.emailTemplateId',
      'input.calloutTemplateIds',
      'input',
    ]);
    const rule = await create('NotificationDefinition', { filterRule: { condition: 'Account.Balance >' } });
    expect(rule.userErrors).toEqual([
      {
        code: 'INVALID',
        message: 'is no JEXL expression: it ends where a field or a value has to be (character 18)',
        field: ['input', 'filterRule', 'condition'],
      },
    ]);
    const both = await create('NotificationDefinition', { calloutTemplateIds: ['x'] });
    expect(both.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'callout'] }]);
    const bare = await create('NotificationDefinition', { calloutActive: null });
    const silent = await update('NotificationDefinition', bare.notice?.id, { emailActive: true });
    expect(silent.userErrors).toEqual([
      { code: 'INVALID', message: 'has to be given where emails go out', field: ['input', 'emailTemplateId'] },
    ]);
    expect([sent('POST', 'NotificationDefinition'), sent('PUT', 'NotificationDefinition')]).toEqual([1, 0]);
  });
});
