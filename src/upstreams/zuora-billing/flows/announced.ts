import { createHash } from 'node:crypto';
import type { EventName } from '../../../domain/events/model.js';
import type { Announcement } from '../../../domain/syncs/flow-setup/announcer.js';
import type { EventTriggerCreate } from '../events/inputs.js';
import type { CalloutTemplateCreate } from '../notifications/callout-template-inputs.js';
import { type CalloutSecrets, SIGNATURE_HEADER } from '../webhooks/recipe.js';

/** What Zuora has to be told to watch, and what of it a callout holds. */
interface Watched {
  readonly baseObject: 'Account' | 'Subscription';
  readonly condition: string;
  readonly eventName: string;
  readonly displayName: string;
  readonly ids: Readonly<Record<string, string>>;
}

const ACCOUNT = { AccountId: '{{DataSource.Account.Id}}', AccountNumber: '{{DataSource.Account.AccountNumber}}' };
const WATCHED: Readonly<Partial<Record<EventName, Watched>>> = {
  CUSTOMER_CREATED: {
    baseObject: 'Account',
    condition: "changeType == 'INSERT'",
    eventName: 'BillgraphAccountCreated',
    displayName: 'Account created (Billgraph)',
    ids: ACCOUNT,
  },
  CUSTOMER_CHANGED: {
    baseObject: 'Account',
    condition: "changeType == 'INSERT' || changeType == 'UPDATE'",
    eventName: 'BillgraphAccountChanged',
    displayName: 'Account created or changed (Billgraph)',
    ids: ACCOUNT,
  },
  // Nearly every change of a subscription makes a version, which is a row of its own; the rest changes the row.
  SUBSCRIPTION_CHANGED: {
    baseObject: 'Subscription',
    condition: "changeType == 'INSERT' || changeType == 'UPDATE'",
    eventName: 'BillgraphSubscriptionChanged',
    displayName: 'Subscription created or changed (Billgraph)',
    ids: {
      SubscriptionId: '{{DataSource.Subscription.Id}}',
      SubscriptionNumber: '{{DataSource.Subscription.Name}}',
      AccountId: '{{DataSource.Subscription.AccountId}}',
    },
  },
};

/** The mark of what was set up here. */
const MARK = 'Made by Billgraph';
const LONGEST_DESCRIPTION = 255;

export const isMarked = ({ description }: { readonly description: string | null }) =>
  description?.startsWith(MARK) === true;

export function watchedFor(event: EventName): Watched {
  const watched = WATCHED[event];
  if (!watched) throw new Error(`Zuora Billing is said to tell of ${event}, and nobody has said how`);
  return watched;
}

/** The name of the template and of the definition: another one for each address, so that gateways of one tenant do not meet. */
export function noticeName({ event, address }: Announcement): string {
  return `Billgraph ${event} ${createHash('sha256').update(address).digest('hex').slice(0, 8)}`;
}

export function markFor({ flows }: Announcement): string {
  let text = `${MARK} for flows`;
  for (const [at, id] of flows.entries()) {
    const next = `${text}${at === 0 ? '' : ','} flw_${id}`;
    const rest = ` and ${flows.length - at} more`;
    if (next.length + rest.length > LONGEST_DESCRIPTION) return `${text}${rest}`;
    text = next;
  }
  return text;
}

export function triggerFor(event: EventName): EventTriggerCreate {
  const { baseObject, condition, eventName, displayName } = watchedFor(event);
  const description = `${MARK} for its flows`;
  return { active: true, baseObject, condition, description, eventType: { name: eventName, displayName } };
}

/** Holds ids, type and time; what they mean is read from Zuora. */
export function templateFor(
  announcement: Announcement,
  eventTypeName: string,
  { hmac, basic }: CalloutSecrets,
): CalloutTemplateCreate {
  const { ids } = watchedFor(announcement.event);
  const [username = '', password = ''] = basic?.split(/:(.*)/s) ?? [];
  return {
    name: noticeName(announcement),
    description: markFor(announcement),
    active: true,
    eventTypeName,
    eventTypeNamespace: 'user.notification',
    url: announcement.address,
    method: 'POST',
    retried: true,
    customRequestBody: JSON.stringify({ ...ids, EventType: announcement.event, Timestamp: '<Event.Timestamp>' }),
    ...(basic !== null && { basicAuthentication: { username, password, preemptive: true } }),
    ...(hmac !== null && {
      signature: {
        algorithm: 'SHA-256',
        outputFormat: 'HEX',
        secret: hmac,
        data: '{{Request.Headers.Zuora-Notification-Id}}{{Request.Body}}',
        headerName: SIGNATURE_HEADER,
        headerValue: '{{Request.HMAC.Signed}}',
      },
    }),
  };
}
