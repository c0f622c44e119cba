import type { CustomerEntry } from '../../../domain/customers/model.js';
import type { CreditSource, GrantedCredit } from '../../../domain/syncs/credits/ports.js';
import { accountIdsOf, customerIdOf } from '../known-ids.js';
import { listAll } from '../lists.js';
import { ACCOUNT_ID, SYSTEM } from '../names.js';
import { creditList } from '../reading/credits.js';
import { Credit } from '../schemas/credit.js';
import type { TogaiDesk } from '../writing/togai-desk.js';

const STATES: Readonly<Record<string, GrantedCredit['state']>> = {
  ACTIVE: 'USABLE',
  CONSUMED: 'USED_UP',
  EXPIRED: 'EXPIRED',
  VOIDED: 'WITHDRAWN',
};

/** Credits that other systems book. They are read past every cache: money follows them. */
export class TogaiCreditSource implements CreditSource {
  readonly system = SYSTEM;
  readonly #desk: TogaiDesk;

  constructor(desk: TogaiDesk) {
    this.#desk = desk;
  }

  async credit(id: string): Promise<GrantedCredit | null> {
    const path = `/credits/${encodeURIComponent(id)}`;
    const row = await this.#desk.client.find({
      operation: 'getCreditDetails',
      path,
      schema: Credit,
      ...this.#desk.options,
    });
    return (
      row && {
        id: row.id,
        account: { kind: ACCOUNT_ID, value: row.accountId },
        state: STATES[row.status ?? ''] ?? 'UNKNOWN',
        stateText: row.status,
        amount: row.creditAmount,
        unit: row.creditUnit,
        purpose: row.purpose,
        effectiveFrom: row.effectiveFrom,
        grantedAt: row.createdAt,
      }
    );
  }

  async usable(customer: CustomerEntry): Promise<readonly string[]> {
    const id = customerIdOf(customer);
    const accounts = id === null ? [] : accountIdsOf(customer, id);
    const lists = accounts.map((account) =>
      listAll(this.#desk.client, creditList(account, 'ACTIVE'), this.#desk.options),
    );
    return (await Promise.all(lists)).flat().map((row) => row.id);
  }
}
