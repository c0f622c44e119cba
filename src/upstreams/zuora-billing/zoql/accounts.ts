import type { ZuoraClient } from '../client.js';
import { CUSTOM_FIELD, describeObject } from '../describe/described-object.js';
import type { QueryOptions } from '../object-query.js';
import { Account } from '../schemas/account.js';
import { ACCOUNT, CONTACT } from './objects.js';
import { type ZoqlRecord, zoqlMore, zoqlPage, zoqlWhere } from './query.js';

// Two contacts each: their ids fill two queries.
const ACCOUNTS_A_PAGE = 200;
const DESCRIBE_TIMEOUT_MS = 30_000;

/** Reads accounts with their contacts through ZOQL. */
export class ZoqlAccounts {
  readonly #client: ZuoraClient;
  #object: Promise<typeof ACCOUNT> | null = null;

  constructor(client: ZuoraClient) {
    this.#client = client;
  }

  async where(
    field: 'Id' | 'AccountNumber' | 'Name',
    keys: readonly string[],
    options: QueryOptions,
  ): Promise<Account[]> {
    return await this.#whole(
      await zoqlWhere(this.#client, await this.#account(options), field, keys, options),
      options,
    );
  }

  /** `since`: those that were made or changed since then. */
  async page(
    cursor: string | null,
    options: QueryOptions,
    since?: string,
  ): Promise<{ rows: Account[]; next: string | null }> {
    const where = since && { where: { field: 'UpdatedDate', comparison: '>=', values: [since] } as const };
    const { records, next } = cursor
      ? await zoqlMore(this.#client, cursor, options)
      : await zoqlPage(
          this.#client,
          { ...(await this.#account(options)), ...where },
          { ...options, batchSize: ACCOUNTS_A_PAGE },
        );
    return { rows: await this.#whole(records, options), next };
  }

  async #whole(records: readonly ZoqlRecord[], options: QueryOptions): Promise<Account[]> {
    const ids = records.flatMap(({ billToId, soldToId }) => [billToId, soldToId]).filter(isText);
    const contacts = await zoqlWhere(this.#client, CONTACT, 'Id', ids, options);
    const byId = new Map(contacts.map((contact) => [contact.id, contact]));
    return records.map((record) =>
      Account.parse({ ...record, billTo: byId.get(record.billToId), soldTo: byId.get(record.soldToId) }),
    );
  }

  /** There is no wildcard, and an unknown field refuses the whole query: so the tenant is asked once which it has. */
  #account({ lane }: QueryOptions): Promise<typeof ACCOUNT> {
    // Shared by everybody who waits for it, so that no caller's deadline ends it.
    const options = { lane, signal: AbortSignal.timeout(DESCRIBE_TIMEOUT_MS) };
    this.#object ??= describeObject(this.#client, ACCOUNT.from, options).then(
      ({ fields }) => ({
        ...ACCOUNT,
        select: [...ACCOUNT.select, ...fields.map(({ name }) => name).filter((name) => CUSTOM_FIELD.test(name))],
      }),
      (error: unknown) => {
        this.#object = null;
        throw error;
      },
    );
    return this.#object;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
