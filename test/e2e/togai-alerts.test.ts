import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf, type Reply } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let templates: Reply['body'][];

beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 30 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
  templates = (await togai.get('/alert_templates')).body.data;
});
// What is made stays: the cache outlives a reset of the sandbox.
beforeEach(() => sandbox.clearFaults());
afterAll(() => gateway?.close());

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}
interface Payload {
  readonly alert?: Record<string, unknown> | null;
  readonly incident?: Record<string, unknown> | null;
  readonly job?: Record<string, unknown> | null;
  readonly plan: readonly object[] | null;
  readonly userErrors: readonly { code: string; field: readonly string[] | null }[];
}
async function change(field: string, types: string, variables: object, fields: string): Promise<Payload> {
  const names = Object.keys(variables);
  const { payload } = await ask<{ payload: Payload }>(
    `mutation (${types}) { payload: ${field}(${names.map((name) => `${name}: $${name}`).join(', ')}) {
      ${fields} plan { action target after } userErrors { code field } } }`,
    variables,
  );
  return payload;
}
const ALERT = `alert { togaiId version status interval validity description ownerDetails entityDetails parameters
  template { name } }`;
const create = (input: object, key: string | null = null, dryRun = false) =>
  change(
    'togaiAlertCreate',
    '$input: TogaiAlertCreateInput!, $idempotencyKey: String, $dryRun: Boolean!',
    { input, idempotencyKey: key, dryRun },
    ALERT,
  );
const alertsOf = async (accountId: string): Promise<Reply['body'][]> => {
  const { data } = (await togai.get('/alerts')).body;
  return data.filter(({ ownerDetails }: Reply['body']) => ownerDetails?.accountId === accountId);
};

describe('alerts', () => {
  it('and their templates are what Togai has, and cost a call for each list', async () => {
    const said: Reply['body'][] = (await togai.get('/alerts')).body.data;
    const before = sandbox.requests('GET /alerts').length;
    const { togaiAlerts, togaiAlertTemplates } = await ask<Record<string, { nodes: object[] }>>(
      `{ togaiAlertTemplates { nodes { togaiId name description interval entityType ownerType parametersSchema updatedAt } }
         togaiAlerts(first: 100) { nodes { togaiId version status interval validity ownerDetails parameters template { togaiId } } } }`,
    );
    expect(togaiAlertTemplates?.nodes).toEqual(
      templates.map(({ id: togaiId, createdAt: _, updatedAt = null, ...template }) => ({
        togaiId,
        ...template,
        updatedAt,
      })),
    );
    expect(said.length).toBeGreaterThan(2);
    expect(togaiAlerts?.nodes).toEqual(
      said.map(({ id: togaiId, version, status, interval, alertTemplateId, ownerDetails, parameters }) => ({
        ...{ togaiId, version, status, interval, validity: null, ownerDetails, parameters },
        template: { togaiId: alertTemplateId },
      })),
    );
    const [first] = said;
    const one = await ask<Record<string, unknown>>(
      `query ($id: String!, $accountId: String!) { togaiAlert(id: $id) { togaiId } none: togaiAlert(id: "alert.none") { togaiId }
        togaiAlerts(accountId: $accountId, status: "ACTIVE") { nodes { togaiId } }
        off: togaiAlerts(accountId: $accountId, status: "INACTIVE") { nodes { togaiId } } }`,
      { id: first.id, accountId: first.ownerDetails.accountId },
    );
    expect(one).toEqual({
      togaiAlert: { togaiId: first.id },
      none: null,
      togaiAlerts: { nodes: [{ togaiId: first.id }] },
      off: { nodes: [] },
    });
    expect(sandbox.requests('GET /alerts').length - before).toBe(1);
  });

  it('are made and changed, whichever of its two shapes Togai answers in', async () => {
    const [, , , , wallet] = templates;
    const input = {
      ...{ alertTemplateId: wallet.id, interval: 60, description: 'Top up' },
      ...{ ownerDetails: { accountId: 'acc-1' }, parameters: { threshold: 10.5 } },
    };
    expect((await create(input, null, true)).plan).toEqual([
      { action: 'createAlert', target: null, after: { ...input, status: 'ACTIVE' } },
    ]);
    expect(await alertsOf('acc-1')).toEqual([]);
    const { alert, userErrors } = await create(input);
    expect(userErrors).toEqual([]);
    expect(alert).toEqual({
      ...{ togaiId: expect.stringMatching(/^alert\./), version: 1, status: 'ACTIVE', interval: 60, validity: null },
      ...{ description: 'Top up', ownerDetails: { accountId: 'acc-1' }, entityDetails: null },
      ...{ parameters: { threshold: 10.5 }, template: { name: 'Wallet low' } },
    });
    sandbox.fault('PATCH /alerts/*', { kind: 'server-error' });
    const update = (values: object) =>
      change(
        'togaiAlertUpdate',
        '$id: String!, $input: TogaiAlertUpdateInput!',
        { id: alert?.togaiId, input: values },
        ALERT,
      );
    const changed = await update({ status: 'INACTIVE', interval: 90, parameters: { threshold: 5 } });
    expect(changed).toMatchObject({
      alert: { status: 'INACTIVE', interval: 90, version: 2, parameters: { threshold: 5 } },
      userErrors: [],
    });
    expect((await update({ interval: 45 })).userErrors).toEqual([{ code: 'INVALID', field: ['input', 'interval'] }]);
    expect((await update({})).userErrors).toEqual([{ code: 'INVALID', field: ['input'] }]);
    expect((await create({ ...input, alertTemplateId: 'none' })).userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['input', 'alertTemplateId'] },
    ]);
  });

  it.each(['reply-lost', 'server-error', 'connection-reset', 'cut-off-json'] as const)(
    'are made once in spite of %s, also beside one that is the same, and once for a key',
    async (kind) => {
      const input = {
        alertTemplateId: templates[5].id,
        ownerDetails: { accountId: kind },
        parameters: { threshold: 1 },
      };
      await create(input);
      sandbox.fault('POST /alerts', { kind });
      const { alert, userErrors } = await create(input, `alert ${kind}`);
      expect(userErrors).toEqual([]);
      expect((await alertsOf(kind)).map(({ id }) => id)).toEqual([expect.any(String), alert?.togaiId]);
      expect((await create(input, `alert ${kind}`)).alert).toEqual(alert);
      expect(await alertsOf(kind)).toHaveLength(2);
    },
  );
});

describe('incidents', () => {
  it('are listed by state and alert, and closed once although an answer is lost', async () => {
    const said: Reply['body'][] = (await togai.get('/incidents')).body.data;
    const open = said.filter(({ status }) => status === 'OPEN');
    const list = async (filter: string) =>
      (
        await ask<{ togaiIncidents: { nodes: { togaiId: string }[] } }>(
          `{ togaiIncidents(first: 100${filter}) { nodes { togaiId } } }`,
        )
      ).togaiIncidents.nodes.map(({ togaiId }) => togaiId);
    expect(await list('')).toEqual(said.map(({ id }) => id));
    expect(await list(', status: "OPEN"')).toEqual(open.map(({ id }) => id));
    const [one, another] = open;
    expect(await list(`, alertId: "${one.alertId}"`)).toEqual(
      said.filter(({ alertId }) => alertId === one.alertId).map(({ id }) => id),
    );
    expect(
      await ask(
        `query ($id: String!) { togaiIncident(id: $id) { status alertVersion reportData validUntil alert { togaiId } }
          none: togaiIncident(id: "incident.none") { status } }`,
        { id: one.id },
      ),
    ).toEqual({
      togaiIncident: {
        status: 'OPEN',
        alertVersion: 1,
        reportData: one.reportData,
        validUntil: null,
        alert: { togaiId: one.alertId },
      },
      none: null,
    });
    const close = (id: string, dryRun = false) =>
      change('togaiIncidentClose', '$id: String!, $dryRun: Boolean!', { id, dryRun }, 'incident { togaiId status }');
    expect((await close(one.id, true)).plan).toEqual([
      { action: 'updateIncidentStatus', target: one.id, after: { status: 'CLOSED' } },
    ]);
    for (const [kind, { id }, sent] of [
      ['reply-lost', one, 1],
      ['server-error', another, 3],
    ] as const) {
      sandbox.fault('PUT /incidents/*/status', { kind });
      expect(await close(id)).toEqual({ incident: { togaiId: id, status: 'CLOSED' }, plan: null, userErrors: [] });
      expect(sandbox.requests('PUT /incidents/*/status')).toHaveLength(sent);
    }
    expect((await close(one.id)).userErrors).toEqual([{ code: 'REJECTED_BY_UPSTREAM', field: null }]);
    expect((await close('incident.none')).userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
  });
});

describe('jobs', () => {
  it('are listed with how far they are and what they are about', async () => {
    const said: Reply['body'][] = (await togai.pages('/jobs')).flatMap(({ data }) => data);
    const { togaiJobs } = await ask<{ togaiJobs: { nodes: object[]; pageInfo: object } }>(
      '{ togaiJobs(first: 3) { nodes { togaiId type status counts { total pending failed completed } } pageInfo { hasNextPage } } }',
    );
    expect(togaiJobs.pageInfo).toEqual({ hasNextPage: true });
    const full: Reply['body'][] = await Promise.all(
      said.slice(0, 3).map(async ({ id }) => (await togai.get(`/jobs/${id}`)).body),
    );
    expect(togaiJobs.nodes).toEqual(
      full.map(
        ({
          id: togaiId,
          type,
          status,
          totalJobEntries: total,
          pendingJobEntries: pending,
          failedJobEntries: failed,
          completedJobEntries: completed,
        }) => ({
          ...{ togaiId, type, status },
          counts: { total, pending, failed, completed },
        }),
      ),
    );
    const [job] = full;
    const { togaiJob } = await ask<{ togaiJob: Record<string, { nodes: object[] }> }>(
      `query ($id: String!) { togaiJob(id: $id) { settledAt metadata entries(first: 3) { nodes { togaiId status } pageInfo { hasNextPage } } } }`,
      { id: job.id },
    );
    const entries: Reply['body'][] = (await togai.get(`/jobs/${job.id}/entries`)).body.data;
    expect(togaiJob).toEqual({
      ...{ settledAt: job.settledAt, metadata: job.metadata },
      entries: {
        nodes: entries.slice(0, 3).map(({ entityId: togaiId, status }) => ({ togaiId, status })),
        pageInfo: { hasNextPage: true },
      },
    });
    expect(await ask('{ togaiJob(id: "job.none") { status } }')).toEqual({ togaiJob: null });
  });

  it('that wait are confirmed or rejected once, whatever is lost', async () => {
    const waiting: Reply['body'][] = (await togai.get('/jobs?pageSize=100')).body.data.filter(
      ({ status }: Reply['body']) => status === 'WAITING_FOR_CONFIRMATION',
    );
    const decide = (verb: 'Confirm' | 'Reject', id: string, dryRun = false) =>
      change(`togaiJob${verb}`, '$id: String!, $dryRun: Boolean!', { id, dryRun }, 'job { togaiId status }');
    const [first] = waiting;
    expect((await decide('Confirm', first.id, true)).plan).toEqual([
      { action: 'confirmJob', target: first.id, after: null },
    ]);
    const kinds = [
      ['Confirm', 'reply-lost', 1, 'IN_PROGRESS'],
      ['Confirm', 'server-error', 2, 'IN_PROGRESS'],
      ['Reject', 'reply-lost', 1, 'CANCELLED'],
      ['Reject', 'connection-reset', 2, 'CANCELLED'],
    ] as const;
    for (const [at, [verb, kind, sent, status]] of kinds.entries()) {
      const { id } = waiting[at];
      sandbox.fault(`POST /jobs/*/${verb.toLowerCase()}`, { kind });
      const before = sandbox.requests(`POST /jobs/*/${verb.toLowerCase()}`).length;
      expect(await decide(verb, id)).toEqual({ job: { togaiId: id, status }, plan: null, userErrors: [] });
      expect(sandbox.requests(`POST /jobs/*/${verb.toLowerCase()}`).length - before).toBe(sent);
    }
    expect((await decide('Reject', first.id)).userErrors).toEqual([{ code: 'REJECTED_BY_UPSTREAM', field: null }]);
    expect((await decide('Reject', first.id, true)).userErrors).toEqual([{ code: 'CONFLICT', field: ['id'] }]);
    expect((await decide('Confirm', 'job.none')).userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
  });
});
