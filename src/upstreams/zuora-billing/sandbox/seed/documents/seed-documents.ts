import type { ScenarioCustomer } from '../../../../sandbox-kit/scenario.js';
import type { RecordKind, ZuoraRecord } from '../../state/record.js';
import type { SeedContext } from '../context.js';
import { type InvoiceStory, invoiceStories } from './invoice-stories.js';
import { invoiceIdOf, invoiceRecord, itemRecords } from './invoices.js';
import { memoApplicationRecords } from './memo-applications.js';
import { memoItemRecords } from './memo-items.js';
import { creditMemoRecords, debitMemoRecords } from './memos.js';
import { applicationRecords } from './payment-applications.js';
import { defaultPaymentMethodIdOf, paymentMethodRecords } from './payment-methods.js';
import { paymentRecords } from './payments.js';
import { usageRecords } from './usages.js';

/** The documents of one customer, made from the customer's other records when first asked for. */
export class SeedDocuments {
  #stories: readonly InvoiceStory[] | undefined;

  constructor(
    private readonly customer: ScenarioCustomer,
    private readonly context: SeedContext,
    private readonly recordsOf: (kind: RecordKind) => readonly ZuoraRecord[],
  ) {}

  /** In the order of their ids; none for kinds that are no documents. */
  records(kind: RecordKind): readonly ZuoraRecord[] {
    const { customer, context } = this;
    switch (kind) {
      case 'invoice':
        return this.#invoices().map((story) => invoiceRecord(customer, context, story));
      case 'invoiceItem':
        return this.#invoices().flatMap((story) => itemRecords(customer, context, story));
      case 'payment': {
        const method = defaultPaymentMethodIdOf(customer, context);
        return this.#invoices().flatMap((story) => paymentRecords(customer, context, story, method));
      }
      case 'creditMemo':
        return creditMemoRecords(customer, context, this.#invoices());
      case 'debitMemo':
        return debitMemoRecords(customer, context, this.#invoices());
      case 'creditMemoApplication':
        return memoApplicationRecords(context, this.records('creditMemo'));
      case 'creditMemoItem':
        return memoItemRecords(customer, context, kind, this.records('creditMemo'));
      case 'debitMemoItem':
        return memoItemRecords(customer, context, kind, this.records('debitMemo'));
      case 'paymentApplication':
        return this.#invoices().flatMap((story) =>
          applicationRecords(
            context,
            invoiceIdOf(customer, context, story.slot),
            paymentRecords(customer, context, story, defaultPaymentMethodIdOf(customer, context)),
          ),
        );
      case 'usage':
        return usageRecords(customer, context, this.#account(), this.#latest()[0]?.id ?? null);
      case 'paymentMethod':
        return paymentMethodRecords(customer, context);
      default:
        return [];
    }
  }

  #invoices(): readonly InvoiceStory[] {
    this.#stories ??= this.#makeStories();
    return this.#stories;
  }

  #makeStories(): readonly InvoiceStory[] {
    const latest = new Map(this.#latest().map(({ id, name }) => [id, String(name)]));
    const charges = this.recordsOf('ratePlanCharge').filter(
      ({ subscriptionId, isLastSegment, chargeModel }) =>
        latest.has(String(subscriptionId)) && isLastSegment === true && !String(chargeModel).startsWith('Discount'),
    );
    return invoiceStories(this.customer, this.#account(), charges, latest);
  }

  #latest(): readonly ZuoraRecord[] {
    return this.recordsOf('subscription').filter(({ isLatestVersion }) => isLatestVersion === true);
  }

  #account(): ZuoraRecord {
    const [account] = this.recordsOf('account');
    if (!account) throw new Error(`customer ${this.customer.n} has no account`);
    return account;
  }
}
