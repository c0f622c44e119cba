import { describe, expect, it } from 'vitest';
import { calloutRecordIn, emailRecordIn } from '../../../src/upstreams/zuora-billing/notifications/history-schemas.js';
import { changedTemplate } from '../../../src/upstreams/zuora-billing/notifications/requests.js';
import {
  CalloutTemplateRow,
  EmailTemplateRow,
  NotificationDefinitionRow,
} from '../../../src/upstreams/zuora-billing/notifications/schemas.js';
import { openAddress, withoutSecrets } from '../../../src/upstreams/zuora-billing/notifications/secrets.js';
import { clockAt, instantOf } from '../../../src/upstreams/zuora-billing/orders/tenant-instant.js';

const ID = 'dcc5a61ee76e496c984206131b5b83e7';

describe('notifications on the wire', () => {
  it('are read with nothing but id and name', () => {
    const bare = { id: ID, name: 'x' };
    expect(CalloutTemplateRow.parse(bare)).toMatchObject({
      id: `zct_${ID}`,
      active: true,
      url: null,
      headerNames: [],
      authentication: { kind: 'NONE', preemptive: null },
      signature: null,
      hasCertificate: false,
    });
    expect(EmailTemplateRow.parse(bare)).toMatchObject({ id: `zem_${ID}`, isHtml: false, to: null, encoding: null });
    expect(NotificationDefinitionRow.parse(bare)).toMatchObject({
      id: `znd_${ID}`,
      calloutTemplateIds: [],
      callout: null,
      filterRule: null,
    });
  });

  it('keep words that came after this gateway, and times in both spellings', () => {
    const row = {
      id: ID,
      name: 'x',
      httpMethod: 'QUERY',
      hmacAlgorithm: 'SHA3-256',
      createdOn: '2024-06-17T04:07:13.000 UTC',
      updatedOn: '2024-06-17T06:07:13+02:00',
    };
    expect(CalloutTemplateRow.parse(row)).toMatchObject({
      method: 'UNKNOWN',
      signature: { algorithm: 'UNKNOWN' },
      createdAt: '2024-06-17T04:07:13.000Z',
      updatedAt: '2024-06-17T04:07:13.000Z',
    });
    expect(EmailTemplateRow.parse({ id: ID, name: 'x', toEmailType: 'Everybody' })).toMatchObject({ to: 'UNKNOWN' });
  });

  it('end without their secrets', () => {
    const row = CalloutTemplateRow.parse({
      id: ID,
      name: 'x',
      requiredAuth: true,
      calloutAuth: { username: 's3cret', password: 's3cret', domain: 's3cret', preemptive: true },
      hmacSecret: 's3cret',
      certificate: 's3cret',
      calloutHeaders: { 'X-Key': 's3cret' },
      calloutBaseurl: 'https://me:s3cret@example.com/a?b=s3cret&c',
    });
    expect(JSON.stringify(row)).not.toContain('s3cret');
    expect(row).toMatchObject({ url: 'https://example.com/a?b=***&c', headerNames: ['X-Key'], hasCertificate: true });
  });

  it('have a context that is an object or a text, and codes that are numbers or texts', () => {
    const row = calloutRecordIn('UTC');
    const said = { responseCode: '503', attemptedNum: '3', eventCategory: 1210 };
    expect(row.parse({ ...said, eventContext: '{"a": 1}' })).toMatchObject({
      responseCode: 503,
      attempts: 3,
      eventCategory: '1210',
      eventContext: { a: 1 },
      failed: true,
    });
    expect(row.parse({ responseCode: 204, eventContext: 'no JSON' })).toMatchObject({
      failed: true,
      eventContext: 'no JSON',
    });
    expect(row.parse({ responseCode: 200 }).failed).toBe(false);
    expect(row.parse({ id: 'x1' })).toMatchObject({ zuoraId: 'x1', key: 'x1' });
    expect(row.parse({ requestUrl: 'a' }).key).not.toBe(row.parse({ requestUrl: 'b' }).key);
    const email = emailRecordIn('America/Los_Angeles').parse({ result: 'Warning', sendTime: '2026-07-01 08:00:00' });
    expect(email).toMatchObject({ failed: false, sentAt: '2026-07-01T15:00:00.000Z' });
  });
});

describe('a changed callout template', () => {
  it('is sent as it was with what changes, and without masks', () => {
    const current = {
      id: ID,
      name: 'x',
      calloutBaseurl: 'https://example.com',
      httpMethod: 'POST',
      description: null,
      hmacSecret: '******',
      calloutAuth: { username: 'me', password: '****' },
      requiredAuth: true,
      createdOn: 'then',
    };
    expect(changedTemplate(current, { calloutRetry: false })).toEqual({
      name: 'x',
      calloutBaseurl: 'https://example.com',
      httpMethod: 'POST',
      requiredAuth: true,
      calloutRetry: false,
    });
    const known = { ...current, calloutAuth: { username: 'me', password: 'p' }, hmacSecret: 's' };
    expect(changedTemplate(known, {})).toMatchObject({
      calloutAuth: { username: 'me', password: 'p' },
      hmacSecret: 's',
    });
    expect(changedTemplate(known, { requiredAuth: false })).not.toHaveProperty('calloutAuth');
  });
});

describe('a request that people see', () => {
  it('has no secret in it, and names what would be sent', () => {
    const callout = {
      calloutBaseurl: 'https://a.example/?k=s3cret',
      calloutAuth: { username: 's3cret', preemptive: true },
    };
    const shown = withoutSecrets({ name: 'x', certificate: 's3cret', hmacSecret: null, callout });
    expect(shown).toEqual({
      name: 'x',
      certificate: '***',
      hmacSecret: null,
      callout: { calloutBaseurl: 'https://a.example/?k=***', calloutAuth: { username: '***', preemptive: true } },
    });
    expect(openAddress('https://a.example/b@c?x=1&y=2?z=3')).toBe('https://a.example/b@c?x=***&y=***');
  });
});

describe("the tenant's clock", () => {
  it.each([
    ['2026-01-15T12:00:00.000Z', '2026-01-15T04:00:00'],
    ['2026-07-15T12:00:00.000Z', '2026-07-15T05:00:00'],
  ])('shows %s as %s', (instant, shown) => {
    expect(clockAt(instant, 'America/Los_Angeles')).toBe(shown);
    expect(instantOf(shown, 'America/Los_Angeles')).toBe(instant);
  });
});
