import { z } from 'zod';
import type { MeteredUse } from '../../../domain/syncs/invoices/ports.js';
import { sum } from '../../../kernel/money.js';
import { refusal } from '../../../kernel/refusal.js';
import { listAll } from '../lists.js';
import { sameName } from '../mapping/customer.js';
import type { TogaiRateCard } from '../model.js';
import type { InvoiceInFull, Line } from '../schemas/invoice.js';
import { Setting } from '../schemas/setting.js';
import type { TogaiDesk } from '../writing/togai-desk.js';

const UsageMeter = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string().nullish(),
  billableName: z.string().nullish(),
});
type UsageMeter = z.infer<typeof UsageMeter>;

interface Means {
  readonly desk: TogaiDesk;
  readonly cardsOf: (planId: string) => Promise<readonly TogaiRateCard[]>;
}

/**
 * What an invoice says of usage meters: by its usage lines, or by what the rate cards of usage came to. Lines do not name their
 * meters, they are called like them or like the rate cards; a line that could be of several meters or of none is refused.
 */
export async function meteredUses(
  invoice: InvoiceInFull,
  by: 'QUANTITY' | 'REVENUE',
  { desk, cardsOf }: Means,
): Promise<readonly MeteredUse[]> {
  const billed = linesIn(invoice.revenueInfo ? [invoice.revenueInfo] : [], 'USAGE_RATE_CARD_AMOUNT');
  const used = linesIn(invoice.usageInfo, 'USAGE_METER_USAGE');
  // An invoice that lists no usage says it in its rate cards, if at all.
  const lines = by === 'REVENUE' || used.length === 0 ? billed : used;
  if (lines.length === 0) return [];
  const list = { operation: 'getUsageMetersForEventSchema', path: '/usage_meters', row: UsageMeter, pageSize: 100 };
  const meters = await listAll(desk.client, list, desk.options);
  const cards = lines.some((line) => meterOf(line, meters) === null) ? await cardsOf(invoice.pricePlanId ?? '') : [];
  const byMeter = Map.groupBy(lines, (line) => {
    const meter = meterOf(line, meters) ?? meterOfCard(line, cards, meters);
    if (meter !== null) return meter;
    const message = `No usage meter, or more than one, is called ${line.description ?? line.id ?? 'like the line'}: give it the name of the line.`;
    throw refusal('NOT_FOUND', message, ['input', 'invoiceId']);
  });
  return await Promise.all(
    [...byMeter].map(async ([meter, own]) => ({
      meterId: meter.id,
      meter: meter.displayName ?? meter.name,
      quantity: total(own.map((line) => (line.type === 'USAGE_METER_USAGE' ? line.value : quantityOf(line)))),
      revenue: by === 'REVENUE' ? sum(own.map(({ value }) => value)) : null,
      ...(await billedOn(desk, meter)),
    })),
  );
}

function linesIn(all: readonly Line[], type: string): Line[] {
  return all.flatMap((line) => (line.type === type ? [line] : linesIn(line.lineItems, type)));
}

function meterOf({ id, description }: Line, meters: readonly UsageMeter[]): UsageMeter | null {
  const named = (meter: UsageMeter) =>
    [meter.name, meter.displayName, meter.billableName].some((name) => name === description && name !== null);
  const byId = meters.find((meter) => meter.id === id);
  return byId ?? only(meters.filter(named));
}

function meterOfCard({ id, description }: Line, cards: readonly TogaiRateCard[], meters: readonly UsageMeter[]) {
  const isOf = (card: TogaiRateCard) =>
    card.kind === 'USAGE' && (card.id === id || card.displayName === description || card.name === description);
  const ids = new Set(cards.filter(isOf).map(({ usageMeterId }) => usageMeterId));
  return only(meters.filter((meter) => ids.has(meter.id)));
}

const only = <T>(found: readonly T[]): T | null => (found.length === 1 ? (found[0] ?? null) : null);

function quantityOf({ quantity, lineItems }: Line): string | null {
  return quantity ?? total(lineItems.map((slab) => slab.quantity));
}

function total(amounts: readonly (string | null)[]): string | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length > 0 && known.length === amounts.length ? sum(known) : null;
}

/** Settings on the meter: Togai's own app for the other system keeps them there, too. */
async function billedOn({ client, settings, options }: TogaiDesk, { id }: UsageMeter) {
  const list = { operation: 'listSetting', path: '/settings', query: { entity_id: id }, row: Setting, pageSize: 100 };
  const rows = (await listAll(client, list, options)).filter(({ value }) => value !== '');
  const { subscription, charge } = settings.meterSettings ?? { subscription: '', charge: '' };
  const valueAt = (wanted: string) =>
    rows.find((row) => sameName(wanted, row.id) || (row.name !== null && sameName(wanted, row.name)))?.value ?? null;
  return { subscription: valueAt(subscription), charge: valueAt(charge) };
}
