import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isSameHash, newKey, readKey } from '../../src/domain/access/key-text.js';
import type { RawDelivery } from '../../src/domain/webhooks/model.js';
import type { WebhookReceiver } from '../../src/domain/webhooks/ports.js';
import { saleReceiver } from '../../src/upstreams/first-promoter/webhooks/receiver.js';
import { flowReceiver } from '../../src/upstreams/togai/webhooks/receiver.js';
import { calloutReceiver } from '../../src/upstreams/zuora-billing/webhooks/receiver.js';

// Time cannot be measured well enough: it is watched that all bytes are compared, whatever was sent.
const compared = vi.hoisted(() => [] as [number, number][]);
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  const timingSafeEqual: typeof crypto.timingSafeEqual = (a, b) => {
    compared.push([a.byteLength, b.byteLength]);
    return crypto.timingSafeEqual(a, b);
  };
  return { ...crypto, default: { ...crypto, timingSafeEqual }, timingSafeEqual };
});
beforeEach(() => compared.splice(0));

const SECRET = 'a-secret-of-webhooks';
const BODY = Buffer.from('{"AccountId":"x"}');
const SIGNED = createHmac('sha256', SECRET).update('n-1').update(BODY).digest('hex');
const noSession = () => {
  throw new Error('nothing is read to verify a delivery');
};
const sent = (headers: Record<string, string>, query: Record<string, string> = {}): RawDelivery => ({
  ...{ headers: { 'zuora-notification-id': 'n-1', ...headers }, query, body: BODY },
});
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

const RECEIVERS: readonly [string, WebhookReceiver | null, (secret: string) => RawDelivery, string][] = [
  [
    'the signature of a callout',
    calloutReceiver({ hmac: SECRET, basic: null }, noSession),
    (value) => sent({ 'x-billgraph-signature': value }),
    SIGNED,
  ],
  [
    'the password of a callout',
    calloutReceiver({ hmac: null, basic: SECRET }, noSession),
    (value) => sent(basic(value)),
    SECRET,
  ],
  ['the secret of a flow', flowReceiver(SECRET, noSession), (value) => sent({ 'x-webhook-secret': value }), SECRET],
  [
    'the secret in the address of a flow',
    flowReceiver(SECRET, noSession),
    (value) => sent({}, { secret: value }),
    SECRET,
  ],
  ['the secret of a sale', saleReceiver(SECRET, noSession), (value) => sent({ 'x-webhook-secret': value }), SECRET],
];

describe.each(RECEIVERS)('%s', (_what, receiver, delivery, right) => {
  it.each([
    ['nothing of it is right', 'x'.repeat(right.length)],
    ['all but its end is right', `${right.slice(0, -1)}~`],
    ['it is too short', right.slice(0, -1)],
    ['it is too long', `${right}x`],
    ['there is none', ''],
  ])('is refused after as much work as for a right one: %s', (_how, wrong) => {
    expect(receiver?.verify(delivery(wrong))).toBe('FORGED');
    expect(receiver?.verify(delivery(right))).toBe('GENUINE');
    // Digests of one length, whatever is compared.
    expect(compared).toEqual([
      [32, 32],
      [32, 32],
    ]);
  });
});

it('the secret of an API key is compared as a whole, too', () => {
  const { text, secretHash } = newKey();
  const { secretHash: right = '' } = readKey(text) ?? {};
  const { secretHash: wrong = '' } = readKey(newKey().text) ?? {};
  expect([isSameHash(right, secretHash), isSameHash(wrong, secretHash)]).toEqual([true, false]);
  expect(compared).toEqual([
    [32, 32],
    [32, 32],
  ]);
});
