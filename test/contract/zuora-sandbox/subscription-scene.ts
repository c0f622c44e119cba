import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';
import type { ZuoraSandboxOptions } from '../../../src/upstreams/zuora-billing/sandbox/options.js';
import { startContractProxies } from '../../support/contract-proxy.js';
import { type Reply, signIn, type ZuoraClient } from './client.js';

/** 2026-06-01 in the tenant's zone. */
const NOON = Date.UTC(2026, 5, 1, 19);

export interface Scene {
  readonly sandbox: ZuoraSandbox;
  zuora: ZuoraClient;
  /** A new account in US dollars. */
  account: { accountId: string; accountNumber: string };
  planId(name: string): string;
  /** A plan of the catalog's charges, by name. */
  chargeId(plan: string, name: string): string;
  afresh(): Promise<void>;
  /** What the proxy found, if one is at hand. */
  close(): Promise<string[]>;
}

// biome-ignore lint/suspicious/noExplicitAny: bodies of every shape
type Row = any;

export async function startScene(options: ZuoraSandboxOptions = {}): Promise<Scene> {
  const sandbox = await startZuoraBillingSandbox({
    customers: 20,
    clock: { now: () => NOON, wait: async () => {} },
    ...options,
  });
  const proxies = await startContractProxies({ 'zuora-billing': sandbox.url });
  const url = proxies?.urlOf('zuora-billing') ?? sandbox.url;
  let plans: Row[] = [];
  const plan = (name: string) => plans.find((one) => one.name === name);
  const scene: Scene = {
    sandbox,
    zuora: await signIn(sandbox, url),
    account: { accountId: '', accountNumber: '' },
    planId: (name) => plan(name).id,
    chargeId: (name, charge) => plan(name).productRatePlanCharges.find((one: Row) => one.name === charge).id,
    afresh: async () => {
      sandbox.reset();
      scene.zuora = await signIn(sandbox, url);
      const made = await scene.zuora.post('/v1/accounts', {
        name: 'Ada Ltd',
        currency: 'USD',
        billCycleDay: 1,
        billToContact: { firstName: 'Ada', lastName: 'Lovelace', country: 'United Kingdom' },
      });
      scene.account = made.body;
    },
    close: async () => {
      await sandbox.close();
      return (await proxies?.violations()) ?? [];
    },
  };
  plans = await scene.zuora.all('product-rate-plans', { 'expand[]': 'productrateplancharges' });
  return scene;
}

/** A subscription of a year from 2026-01-01 to the Team plan: 5 seats at 12.34567891, 100 GB at 0.25. */
export async function subscribed(scene: Scene, more: object = {}): Promise<Reply['body']> {
  const { body } = await scene.zuora.post('/v1/subscriptions', {
    accountKey: scene.account.accountNumber,
    contractEffectiveDate: '2026-01-01',
    termType: 'TERMED',
    initialTerm: 12,
    renewalTerm: 6,
    autoRenew: true,
    subscribeToRatePlans: [{ productRatePlanId: scene.planId('Team, monthly') }],
    ...more,
  });
  if (body.success !== true) throw new Error(JSON.stringify(body));
  return body;
}

export const reasonOf = ({ status, body }: Reply) => [status, body.reasons?.[0]?.code % 100];
