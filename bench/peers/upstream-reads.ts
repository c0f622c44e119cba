import { Pool } from 'undici';

/** What the peers that were written for the benchmark read of the upstreams, in rows as they come. */
export interface AccountRow {
  readonly id: string;
  readonly accountNumber: string;
  readonly status: string;
  readonly currency: string;
  readonly balance: number;
  readonly billTo: {
    readonly firstName: string;
    readonly lastName: string;
    readonly workEmail: string;
    readonly country: string;
  };
}

export interface SubscriptionRow {
  readonly accountId: string;
  readonly name: string;
  readonly status: string;
  readonly currency: string;
  readonly termStartDate: string;
  readonly termEndDate: string;
  readonly ratePlans: readonly {
    readonly name: string;
    readonly ratePlanCharges: readonly {
      readonly name: string;
      readonly chargeType: string;
      readonly chargeModel: string;
      readonly ratePlanChargeTiers: readonly { readonly price: number; readonly currency: string }[];
    }[];
  }[];
}

export interface TogaiRow {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}

export interface UpstreamReads {
  accounts(ids: readonly string[]): Promise<readonly AccountRow[]>;
  subscriptions(accountIds: readonly string[]): Promise<readonly SubscriptionRow[]>;
  togaiCustomer(id: string): Promise<TogaiRow>;
}

const CONNECTIONS = 64;
const EXPANDED = 'rateplans.rateplancharges.rateplanchargetiers';

/** `read` is what stands around a call: nothing, or a cache. */
export function upstreamReads(
  upstream: string,
  read: (path: string, fetch: (path: string) => Promise<unknown>) => Promise<unknown> = (path, fetch) => fetch(path),
): UpstreamReads {
  const pool = new Pool(upstream, { connections: CONNECTIONS });
  const fetch = async (path: string) => {
    const { statusCode, body } = await pool.request({
      method: 'GET',
      path,
      headers: { authorization: 'Bearer bench' },
    });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`HTTP ${statusCode}`);
    return JSON.parse(text) as unknown;
  };
  const rows = async <T>(path: string) => ((await read(path, fetch)) as { data: readonly T[] }).data;
  return {
    accounts: (ids) =>
      rows(`/zuora/object-query/accounts?pageSize=99&filter[]=id.IN:[${ids.join(',')}]&expand[]=billto`),
    subscriptions: (ids) =>
      rows(
        `/zuora/object-query/subscriptions?pageSize=99&filter[]=accountid.IN:[${ids.join(',')}]&expand[]=${EXPANDED}`,
      ),
    togaiCustomer: async (id) => (await read(`/togai/customers/${id}`, fetch)) as TogaiRow,
  };
}
