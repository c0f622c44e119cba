import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { type Problem, Refusal } from '../../../kernel/refusal.js';
import type { TogaiDesk } from '../writing/togai-desk.js';

const PlanError = z.object({ entityId: z.string(), errorMessage: z.string() });

export const planPath = (id: string, step = '') => `/v2/price_plans/${encodeURIComponent(id)}${step}`;

/** Togai says what is wrong with a draft card by card. @throws Refusal */
export async function refuseErrors(desk: TogaiDesk, id: string, fieldOf: (name: string) => string[]): Promise<void> {
  const { data } = await desk.client.read({
    operation: 'listPricePlanErrors',
    path: planPath(id, '/errors'),
    schema: z.object({ data: z.array(PlanError).nullish() }),
    ...desk.options,
  });
  const errors = data ?? [];
  if (errors.length === 0) return;
  throw new Refusal(
    errors.map(({ entityId, errorMessage }): Problem => {
      return { code: 'REJECTED_BY_UPSTREAM', message: errorMessage, field: fieldOf(entityId) };
    }),
  );
}

/** What was never there is discarded, too. */
export async function discard(desk: TogaiDesk, id: string): Promise<void> {
  try {
    await desk.client.write({
      operation: 'discardPricePlan',
      method: 'DELETE',
      path: planPath(id, '/discard'),
      schema: z.unknown(),
      repeatable: true,
      ...desk.options,
    });
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.code !== 'UPSTREAM_NOT_FOUND') throw error;
  }
}

/** Where the caller gave a card, by its name. */
export function fieldOfCard(
  cards: Readonly<Record<'fixedFees' | 'licences' | 'usageRates', readonly { readonly name: string }[]>>,
  name: string,
): string[] {
  for (const kind of ['fixedFees', 'licences', 'usageRates'] as const) {
    const at = cards[kind].findIndex((card) => card.name === name);
    if (at >= 0) return ['input', kind, String(at)];
  }
  return ['input'];
}
