import { expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../src/config/load.js';
import { secretsIn } from '../../src/config/secrets.js';
import { tracingSettings } from '../../src/config/tracing.js';
import { upstreams } from '../../src/upstreams/registry.js';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment, upstreams);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

it('needs nothing: every system is then a sandbox', () => {
  const { gateway, upstreams: systems } = loadConfig({}, upstreams);
  expect(gateway).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 4000,
    DATABASE_URL: 'pglite:./data',
    REQUEST_DEADLINE_MS: 10_000,
    MAX_REQUESTS: 1_000,
    MAX_LOOP_DELAY_MS: 200,
  });
  expect(systems.map(({ upstream, settings }) => [upstream.id, settings])).toEqual([
    ['ZUORA_BILLING', null],
    ['TOGAI', null],
    ['FIRST_PROMOTER', null],
    ['ZUORA_REVENUE', null],
  ]);
});

it('switches on what is named, and refuses what there is not', () => {
  const { upstreams: systems } = loadConfig({ SYSTEMS: 'TOGAI, ZUORA_BILLING' }, upstreams);
  expect(systems.map(({ upstream }) => upstream.id)).toEqual(['ZUORA_BILLING', 'TOGAI']);
  expect(() => loadConfig({ SYSTEMS: 'TOGAI,STRIPE' }, upstreams)).toThrow(
    'SYSTEMS names STRIPE; there are ZUORA_BILLING, TOGAI, FIRST_PROMOTER, ZUORA_REVENUE',
  );
});

it('takes tenants from variables alone', () => {
  const { upstreams: systems } = loadConfig(
    {
      ZUORA_BILLING_URL: 'https://rest.eu.zuora.com/',
      ZUORA_BILLING_ACCESS_KEY_ID: 'user',
      ZUORA_BILLING_SECRET_ACCESS_KEY: 'password',
      ZUORA_BILLING_ENTITY_ID: 'e-1',
      ZUORA_BILLING_CREDIT_CHARGE_ID: '8a90',
      ZUORA_BILLING_CREDIT_CHARGE_KIND: 'SUBSCRIPTION_CHARGE',
      ZUORA_BILLING_TIME_ZONE: 'Europe/Berlin',
      TOGAI_URL: 'https://api.togai.com',
      TOGAI_API_KEY: 'key',
      FIRST_PROMOTER_URL: 'https://api.firstpromoter.com',
      FIRST_PROMOTER_API_KEY: 'key',
      FIRST_PROMOTER_ACCOUNT_ID: 'account',
      ZUORA_REVENUE_URL: 'https://acme.revprooncloud.com/',
      ZUORA_REVENUE_USERNAME: 'api',
      ZUORA_REVENUE_PASSWORD: 'secret',
    },
    upstreams,
  );
  expect(systems.map(({ settings }) => settings)).toEqual([
    {
      url: 'https://rest.eu.zuora.com',
      credentials: { kind: 'legacy', accessKeyId: 'user', secretAccessKey: 'password' },
      entityId: 'e-1',
      orgIds: [],
      timeZone: 'Europe/Berlin',
      apiVersion: '2025-08-12',
      wsdlVersion: '79',
      objectQuery: 'AUTO',
      metricsFormat: 'JSON_LINES',
      subscriptionChanges: 'SUBSCRIBE_AND_AMEND',
      callouts: { hmac: null, basic: null },
      newAccounts: { numberPrefix: 'C-', batch: null, billCycleDay: 0, paymentTerm: null },
      linkFields: ['TogaiCustomerId__c', 'TogaiAccountId__c'],
      creditCharge: { id: '8a90', kind: 'SUBSCRIPTION_CHARGE' },
      syncedDocuments: 'DRAFT',
      appUrl: null,
    },
    {
      url: 'https://api.togai.com',
      apiKey: 'key',
      requestsPerSecond: 10,
      ingestionRequestsPerSecond: 50,
      pricePlans: 'V2',
      timeZone: 'UTC',
      webhookSecret: null,
      linkSettings: ['zuora_account_id', 'zuora_account_number'],
      meterSettings: { subscription: 'zuora_subscription_id', charge: 'zuora_charge_id' },
    },
    {
      url: 'https://api.firstpromoter.com',
      apiKey: 'key',
      accountId: 'account',
      apiVersion: 'v2',
      currency: 'USD',
      requestsPerMinute: 400,
      webhookSecret: null,
    },
    {
      url: 'https://acme.revprooncloud.com',
      credentials: { kind: 'legacy', username: 'api', password: 'secret', role: 'API Role', clientName: 'Default' },
      linesPerUpload: 20_000,
      collectionTemplate: null,
      biClientId: null,
      pollMs: 1_000,
    },
  ]);
});

it('names every problem at once, and no value', () => {
  const secret = 'hunter2-very-secret';
  const problems = problemsOf({
    PORT: 'four thousand',
    DATABASE_URL: `mysql://root:${secret}@db`,
    LOG_LEVEL: secret,
    ZUORA_BILLING_URL: secret,
    ZUORA_BILLING_TIME_ZONE: 'Middle/Earth',
    ZUORA_BILLING_CLIENT_SECRET: secret,
    TOGAI_URL: 'https://api.togai.com',
  });
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'PORT',
    'DATABASE_URL',
    'LOG_LEVEL',
    'ZUORA_BILLING_URL',
    'ZUORA_BILLING_TIME_ZONE',
    'TOGAI_URL',
  ]);
  expect(problems.join('\n')).not.toContain(secret);
});

it.each([
  [{ ZUORA_BILLING_URL: 'https://rest.zuora.com' }, 'ZUORA_BILLING_CLIENT_ID and ZUORA_BILLING_CLIENT_SECRET'],
  [{ ZUORA_BILLING_URL: 'https://rest.zuora.com', ZUORA_BILLING_CLIENT_ID: 'x' }, 'ZUORA_BILLING_CLIENT_SECRET'],
  [{ ZUORA_BILLING_CLIENT_ID: 'x', ZUORA_BILLING_CLIENT_SECRET: 'y' }, 'without ZUORA_BILLING_URL'],
  [{ TOGAI_API_KEY: 'x' }, 'without TOGAI_URL'],
  [{ TOGAI_APIKEY: 'x' }, 'TOGAI_APIKEY is no variable of Togai'],
  [{ TOGAI_REQUESTS_PER_SECOND: '0' }, 'TOGAI_REQUESTS_PER_SECOND'],
])('does not start a sandbox by mistake: %j', (environment, problem) => {
  const problems = problemsOf(environment as Record<string, string>);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(problem);
});

it('takes an empty variable for one that is not set', () => {
  expect(problemsOf({ PORT: '', TOGAI_URL: '', TOGAI_API_KEY: '' })).toEqual([]);
});

it('traces where a collector is named, as the variables of OpenTelemetry say', () => {
  const settings = (environment: Record<string, string>) => tracingSettings(loadConfig(environment, upstreams).gateway);
  expect(settings({ OTEL_SERVICE_NAME: 'billing', OTEL_EXPORTER_OTLP_HEADERS: 'a=b' })).toBeNull();
  const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' };
  expect(settings(collector)).toEqual({
    url: 'http://collector:4318/v1/traces',
    headers: {},
    resource: { 'service.name': 'billgraph' },
    sampler: { name: 'parentbased_always_on', ratio: 1 },
    gatherMs: 5_000,
  });
  expect(
    settings({
      ...collector,
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://eu.example.com/otlp/traces',
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20dXNlcjpwYXNz, x-tenant = a=b ',
      OTEL_RESOURCE_ATTRIBUTES: 'service.version=1.2,deployment.environment.name=production',
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.25',
      OTEL_BSP_SCHEDULE_DELAY: '250',
    }),
  ).toEqual({
    url: 'https://eu.example.com/otlp/traces',
    headers: { authorization: 'Basic dXNlcjpwYXNz', 'x-tenant': 'a=b' },
    resource: {
      ...{ 'service.version': '1.2', 'deployment.environment.name': 'production', 'service.name': 'billgraph' },
    },
    sampler: { name: 'parentbased_traceidratio', ratio: 0.25 },
    gatherMs: 250,
  });
  const wrong = {
    ...{
      OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
      OTEL_EXPORTER_OTLP_HEADERS: 'of-nobody',
      OTEL_TRACES_SAMPLER: 'some',
    },
    ...{ OTEL_TRACES_SAMPLER_ARG: '2', OTEL_RESOURCE_ATTRIBUTES: 'a=%', OTEL_BSP_SCHEDULE_DELAY: 'soon' },
  };
  expect(problemsOf(wrong).map((problem) => problem.split(' ')[0])).toEqual([
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'OTEL_EXPORTER_OTLP_HEADERS',
    'OTEL_RESOURCE_ATTRIBUTES',
    'OTEL_TRACES_SAMPLER',
    'OTEL_TRACES_SAMPLER_ARG',
    'OTEL_BSP_SCHEDULE_DELAY',
  ]);
});

it('knows by their names all variables that a system calls secret', () => {
  for (const name of upstreams.flatMap(({ settings }) => settings.secrets)) {
    expect(secretsIn({ [name]: 'something' }), name).toContain('something');
  }
});

it('knows the secrets among the variables, and the parts that they consist of', () => {
  const environment = {
    TOGAI_API_KEY: 'key-of-togai',
    ZUORA_BILLING_WEBHOOK_BASIC: 'zuora:password-of-callouts',
    CONNECTION_KEYS: 'new:bmV3LWtleQ==,old:b2xkLWtleQ==',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20Zm9v, x-key=of-ours',
    DATABASE_URL: 'postgres://me:p%40ss@db/x',
    OTEL_SERVICE_NAME: 'billing',
  };
  expect(secretsIn(environment)).toEqual(
    expect.arrayContaining([
      ...['key-of-togai', 'zuora:password-of-callouts', 'password-of-callouts', 'bmV3LWtleQ==', 'b2xkLWtleQ=='],
      ...['Basic%20Zm9v', 'Basic Zm9v', 'of-ours', 'p%40ss', 'p@ss'],
    ]),
  );
  expect(secretsIn(environment)).not.toContain('billing');
});
