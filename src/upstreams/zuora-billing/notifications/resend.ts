import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { parseJson } from '../../../kernel/json.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { SYSTEM, TITLE } from '../names.js';
import type { WriteDesk } from '../writing/write-desk.js';

/** What can be sent again. */
export interface Resendable {
  readonly operation: string;
  readonly path: string;
}

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_ResendCalloutNotifications/ */
export const CALLOUTS: Resendable = {
  operation: 'POST_ResendCalloutNotifications',
  path: '/notifications/callout-histories/resend',
};

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_ResendEmailNotifications/ */
export const EMAILS: Resendable = {
  operation: 'POST_ResendEmailNotifications',
  path: '/notifications/email-histories/resend',
};

const MOST = 1_000;

/** Ids of a history. */
export const ResendIds = z
  .array(z.string().regex(/^[\w-]{1,64}$/, 'is no id of a history'))
  .min(1, 'must name at least one')
  .max(MOST, 'must not name more than 1,000: Zuora takes no more at once')
  .transform((ids) => [...new Set(ids)]);

/** Why some were not sent again, by id; nothing for those that were. */
const Failures = z
  .record(z.string(), z.object({ code: z.string().default(''), message: z.string().default('') }))
  .nullable()
  .transform((failures) => failures ?? {});
export type Failures = z.infer<typeof Failures>;

export function planResend({ operation }: Resendable, ids: readonly string[]): PlannedCall[] {
  return [{ system: SYSTEM, action: operation, target: null, after: ids }];
}

/**
 * Has Zuora send notifications again, once. Whether it did cannot be looked up: after an answer that says neither, an
 * error tells the caller to look at the history.
 */
export async function resend(
  desk: WriteDesk,
  { operation, path }: Resendable,
  ids: readonly string[],
  key: string | null,
): Promise<Failures> {
  return await desk.once<Failures>(
    { operation, key, input: ids },
    {
      result: Failures,
      replayed: true,
      send: async (idempotencyKey) => {
        let said = '';
        try {
          return await desk.client.write({
            operation,
            method: 'POST',
            path,
            body: ids,
            schema: Failures,
            idempotencyKey,
            onResponse: ({ text }) => {
              said = text;
            },
            ...desk.options,
          });
        } catch (error) {
          // Where none was sent again, the reasons come with HTTP 400.
          const none =
            error instanceof UpstreamError && error.code === 'UPSTREAM_REJECTED' ? failuresIn(said, ids) : null;
          if (none) return none;
          throw error;
        }
      },
      find: () => {
        const message = `${TITLE} did not say whether it sent them again: look at the history before you ask again.`;
        const options = { outcome: 'unknown', retryable: false } as const;
        return Promise.reject(new UpstreamError(SYSTEM, 'UPSTREAM_CONFLICT', message, options));
      },
    },
  );
}

/** Null unless the text has a reason for each of the ids. */
function failuresIn(text: string, ids: readonly string[]): Failures | null {
  try {
    const parsed = Failures.safeParse(parseJson(text));
    return parsed.success && ids.every((id) => Object.hasOwn(parsed.data, id)) ? parsed.data : null;
  } catch {
    return null;
  }
}
