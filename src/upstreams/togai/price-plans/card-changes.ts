import { isDeepStrictEqual } from 'node:util';
import { parseJson } from '../../../kernel/json.js';
import { rateCardsFromV2 } from '../mapping/rate-card.js';
import type { TogaiRateCard } from '../model.js';
import { RateCardRow } from '../schemas/rate-card.js';
import type { Cards, Revision } from './inputs.js';
import { cardOperation, cardsOf } from './requests.js';

/** The operations that make the cards of a plan those that are wanted; none where they are. */
export function cardChanges(there: readonly RateCardRow[], wanted: Revision & Pick<Cards, 'currency'>): object[] {
  const known = new Map(rateCardsFromV2('', there).map((card) => [card.name, card]));
  const sent = cardsOf(wanted).flatMap((card) => {
    const operation = cardOperation('UPDATE', card);
    const old = known.get(card.name);
    if (!old) return [cardOperation('CREATE', card)];
    return holds(old, shownAs(operation)) ? [] : [operation];
  });
  const names = new Set(cardsOf(wanted).map(({ name }) => name));
  const gone = [...known.keys()].filter((name) => {
    if (name === null || names.has(name)) return false;
    return wanted.remove === 'OTHERS' || wanted.remove.includes(name);
  });
  return [...sent, ...gone.map((rateCardName) => ({ actionType: 'DELETE', rateCardName }))];
}

/** What is sent, as it would be shown. */
function shownAs(operation: object): TogaiRateCard {
  const { rateCard, rateCardName } = parseJson(JSON.stringify(operation)) as Record<string, object>;
  const [card] = rateCardsFromV2('', [RateCardRow.parse({ ...rateCard, name: rateCardName })]);
  if (!card) throw new Error('a rate card is not shown');
  return card;
}

/** Whether a card is what is wanted. What is not wanted in so many words may be as Togai has it. */
function holds(there: TogaiRateCard, wanted: TogaiRateCard): boolean {
  const { id: _id, recurrence, ...values } = wanted;
  if ((there.recurrence?.interval ?? 1) !== (recurrence?.interval ?? 1)) return false;
  return Object.entries(values).every(([name, value]) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return true;
    return isDeepStrictEqual(there[name as keyof typeof values], value);
  });
}
