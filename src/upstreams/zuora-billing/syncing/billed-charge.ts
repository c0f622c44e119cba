import { type Refusal, refusal } from '../../../kernel/refusal.js';
import type { ZuoraAccount } from '../model.js';
import { isKey } from '../object-query.js';
import type { Charge, Subscription } from '../schemas/subscription.js';
import type { WriteDesk } from '../writing/write-desk.js';

export interface BilledCharge {
  readonly subscriptionNumber: string;
  /** The id of its first version, which usage is recorded on. */
  readonly chargeId: string;
  readonly unit: string;
}

interface Wanted {
  /** Number or any id of the charge, or the id of a charge of the catalog: then the account's only charge of it. */
  readonly charge: string;
  /** Number or any id of the subscription; null for any of the account. */
  readonly subscription: string | null;
  /** The billing day on which it must hold. */
  readonly day: string;
  /** What a unit may cost; null for whatever it does. */
  readonly prices: readonly string[] | null;
}

interface Candidate {
  readonly subscription: Subscription;
  /** Its segments. */
  readonly charges: readonly Charge[];
}

const plain = (text: string | null) => (text ?? '').toLowerCase().replace(/[^a-z]/g, '');

/**
 * The charge that usage of an account is billed on.
 * @throws Refusal if it is none, or one that would bill something else.
 */
export async function billedCharge(desk: WriteDesk, account: ZuoraAccount, wanted: Wanted): Promise<BilledCharge> {
  const { charge, day, prices } = wanted;
  const { subscription, charges } = await chargeOf(desk, account, wanted);
  const [first] = charges;
  const complain = (message: string): Refusal =>
    refusal('UNSUPPORTED', `The charge ${first?.chargeNumber ?? charge} of ${subscription.name} ${message}`);
  if (!first || plain(first.chargeType) !== 'usage') {
    throw complain(`is ${first?.chargeType}: usage is billed on charges of type Usage alone.`);
  }
  const segment = charges.find(({ effectiveStartDate: from, effectiveEndDate: until }) => {
    return (from ?? '') <= day && (until === null || day <= until);
  });
  if (!segment) throw complain(`does not hold on ${day}: usage of that day would never be billed.`);
  if (!segment.uOM) throw complain('has no unit of measure.');
  const [tier, another] = segment.ratePlanChargeTiers;
  const price = another ? null : (tier?.price ?? null);
  if (
    prices !== null &&
    !(price !== null && prices.includes(price) && plain(segment.chargeModel).startsWith('perunit'))
  ) {
    throw complain(
      `costs ${price ?? 'no single price'} a unit (${segment.chargeModel}): an amount can be its quantity at ${prices.join(' or ')} a unit alone.`,
    );
  }
  const original = charges.find(({ originalId }) => originalId !== null)?.originalId;
  return { subscriptionNumber: subscription.name, chargeId: original ?? first.id, unit: segment.uOM };
}

async function chargeOf(desk: WriteDesk, account: ZuoraAccount, wanted: Wanted): Promise<Candidate> {
  const { charge, subscription: key } = wanted;
  const all = await desk.queries.latestSubscriptions('accountId', [account.zuoraId], desk.options);
  const number = key === null ? null : await numberOf(desk, key);
  const own = number === null ? all : all.filter(({ name }) => name === number);
  const found = candidates(own, ({ originalId, id, chargeNumber }) => [originalId, id, chargeNumber].includes(charge));
  const active = own.filter(({ status }) => status === 'Active');
  const fits =
    found.length > 0 ? found : candidates(active, ({ productRatePlanChargeId }) => productRatePlanChargeId === charge);
  const [only] = fits;
  const where = `account ${account.accountNumber}${key === null ? '' : `, subscription ${key}`}`;
  if (only === undefined) {
    throw refusal('NOT_FOUND', `There is no charge ${charge} on ${where}: subscribe it to one, or name another one.`);
  }
  if (fits.length > 1) {
    const numbers = fits.map(({ charges }) => charges[0]?.chargeNumber).join(', ');
    throw refusal(
      'CONFLICT',
      `There are ${fits.length} charges of ${charge} on ${where} (${numbers}): name one of them.`,
    );
  }
  return only;
}

function candidates(subscriptions: readonly Subscription[], isIt: (charge: Charge) => boolean): Candidate[] {
  return subscriptions.flatMap((subscription) => {
    const charges = subscription.ratePlans
      .filter(({ amendmentType }) => amendmentType !== 'RemoveProduct')
      .flatMap(({ ratePlanCharges }) => ratePlanCharges);
    // All segments of a charge have its number.
    const numbers = new Set(charges.filter(isIt).map(({ chargeNumber }) => chargeNumber));
    return [...numbers].map((one) => ({
      subscription,
      charges: charges.filter(({ chargeNumber }) => chargeNumber === one),
    }));
  });
}

async function numberOf(desk: WriteDesk, key: string): Promise<string> {
  if (!/^[0-9a-f]{32}$/i.test(key) || !isKey(key)) return key;
  return (await desk.queries.subscriptionNumbers([key], desk.options)).get(key) ?? key;
}
