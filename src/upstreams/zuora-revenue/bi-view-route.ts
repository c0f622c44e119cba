import { z } from 'zod';
import { UpstreamError } from '../../kernel/errors.js';
import type { GatewayRoute } from '../../kernel/http/route.js';
import type { RevenueSettings } from './config.js';
import type { Links } from './links.js';
import { SYSTEM } from './names.js';
import { type BiViewQuery, biViewCsv } from './reading/bi-views.js';
import { pollWait, type UploadDesk } from './uploads/desk.js';

const PATH = '/revenue/bi-view.csv';
const View = z.object({ name: z.string(), from: z.string(), to: z.string() });

export const biViewPath = (link: string) => `${PATH}?link=${link}`;

/** What Zuora Revenue is asked. Throws UpstreamError (UNSUPPORTED) where the user id that it wants is not configured. */
export function biViewQuery({ biClientId }: RevenueSettings, { name, from, to }: z.infer<typeof View>): BiViewQuery {
  if (biClientId === null) {
    const message = 'BI views need the id of an application user: set ZUORA_REVENUE_BI_CLIENT_ID.';
    throw new UpstreamError(SYSTEM, 'UPSTREAM_UNSUPPORTED', message);
  }
  return { view: name, from: instant(from), to: instant(to), clientId: biClientId };
}

/** A BI view as one CSV, streamed page by page. */
export function biViewRoute(desk: UploadDesk, links: Links): GatewayRoute {
  return {
    method: 'GET',
    path: PATH,
    async handle({ query, signal }) {
      const view = View.safeParse(await links.open(query.link ?? '')).data;
      if (!view) {
        const body = JSON.stringify({ error: 'This address is not valid any more: ask for a new one.' });
        return { status: 404, contentType: 'application/json', body };
      }
      const wait = (look: number) => desk.clock.wait(pollWait(desk, look), signal);
      const rows = biViewCsv(desk.client, biViewQuery(desk.settings, view), { signal, wait });
      // What is refused is refused before the answer begins.
      const first = await rows.next();
      const body = (async function* () {
        if (first.done) return;
        yield first.value;
        yield* rows;
      })();
      return { status: 200, contentType: 'text/csv; charset=utf-8', fileName: `${view.name}.csv`, body };
    },
  };
}

/** Zuora Revenue takes no zone; its instants are UTC. */
function instant(text: string): string {
  return new Date(text).toISOString().slice(0, 19);
}
