import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../src/kernel/logger.js';
import { KnownSecrets } from '../../../src/kernel/secrets/known-secrets.js';
import { maskForms } from '../../../src/kernel/secrets.js';
import { processorTime } from '../../support/processor-time.js';

function logged(write: (log: ReturnType<typeof createLogger>) => void, secrets: string[] = []): string {
  const lines: string[] = [];
  write(
    createLogger({
      level: 'info',
      pretty: false,
      secrets: new KnownSecrets(secrets),
      to: { write: (line) => lines.push(line) },
    }),
  );
  for (const line of lines) JSON.parse(line);
  return lines.join('');
}

describe('a log line', () => {
  it('holds no credential that comes along in an object, however deep', () => {
    const text = logged((log) => {
      const headers = { authorization: 'canary', Cookie: ['canary', 'canary'], 'x-api-key': 'can"ary' };
      const settings = { apiKey: 'canary', client_secret: 'canary', clientSecret: 'canary', url: 'shown' };
      log.info({ password: 'canary', a: { b: { c: [{ headers, settings, token: 12345 }] } } }, 'message');
    });
    expect(text).toContain('"message"');
    expect(text).toContain('shown');
    expect(text).not.toMatch(/can"?ary|12345/);
  });

  it('holds none inside a text, a message or a stack', () => {
    const text = logged((log) => {
      const error = new Error('sent Authorization: Bearer abc123def456 to postgres://user:hunter22@db/x');
      log.error(
        { err: error, inner: { body: '{"access_token":"eyJhbGciOi.eyJzdWIi.c2ln","note":"Basic dXNlcjpwYXNz"}' } },
        'bgk_0123456789abcdef_secret',
      );
    });
    expect(text).not.toMatch(/abc123def456|hunter22|eyJ|dXNlcjpwYXNz|0123456789abcdef/);
    expect(text).toContain('sent Authorization: Bearer [redacted]');
  });

  it('holds none that the configuration knows, however it is written', () => {
    const secret = 'pa"ss/w+rd$1';
    const text = logged(
      (log) => log.warn({ at: { url: `x?k=${encodeURIComponent(secret)}`, json: JSON.stringify({ secret }) } }, secret),
      [secret],
    );
    expect(text).not.toMatch(/ss\/w\+rd|ss%2Fw/);
    expect(text).toContain('[redacted]');
  });

  it('holds none behind its name in a text, in whatever way a text has it', () => {
    const text = logged((log) => {
      log.info('POST /oauth/token\ngrant_type=client_credentials&client_secret=c4n4ry&scope=all');
      log.info('x?api_key=c4n4ry-1&page=2 https://me:c4n4ry-2@host/x client%5Fid=1 password%3Dc4n4ry-3');
      log.info(
        '> Authorization: c4n4ry4abc\n> X-API-Key: c4n4ry-5\r\n> Cookie: a=c4n4ry; b=c4n4ry\n> Accept: text/html',
      );
      log.info('line one\nBearer c4n4ry-6\nBASIC c4n4ry-7=\neyJhbGciOi.eyJc4n4ry.c4n4ry');
      log.info({ a: { b: [['token: c4n4ry-8'], { c: 'apiSecretAccessKey=c4n4ry' }] } });
    });
    expect(text).not.toContain('c4n4ry');
    for (const shown of ['grant_type=client_credentials', 'scope=all', 'page=2', 'Accept: text/html', '@host/x']) {
      expect(text).toContain(shown);
    }
  });

  it('holds none that stands inside something that is encoded', () => {
    const secret = 'pass-of/a?tenant~';
    const encoded = ['', 'u:', 'us:', 'usr:'].flatMap((user) => [
      Buffer.from(`${user}${secret}`).toString('base64'),
      Buffer.from(`${user}${secret}.`).toString('base64url'),
    ]);
    const text = logged((log) => log.info({ encoded }), [secret]);
    const { encoded: left } = JSON.parse(text) as { encoded: string[] };
    for (const [at, one] of left.entries()) {
      expect(one, encoded[at]).toContain('[redacted]');
      expect(Buffer.from(one.replace('[redacted]', ''), 'base64').length).toBeLessThan(8);
    }
  });

  it('holds those that were learnt later, until they are forgotten', () => {
    const lines: string[] = [];
    const secrets = new KnownSecrets(['of-the-environment']);
    const log = createLogger({ level: 'info', pretty: false, secrets, to: { write: (line) => lines.push(line) } });
    const say = () => {
      log.child({ system: 'X' }).info('of-the-environment of-a-connection of-its-change');
      return (JSON.parse(lines.at(-1) ?? '') as { msg: string }).msg;
    };
    expect(say()).toBe('[redacted] of-a-connection of-its-change');
    secrets.learn('ZUORA_BILLING/eu', ['of-a-connection']);
    secrets.learn('ZUORA_BILLING/eu', ['of-its-change']);
    expect(say()).toBe('[redacted] [redacted] [redacted]');
    secrets.forget('ZUORA_BILLING/eu');
    expect(say()).toBe('[redacted] of-a-connection of-its-change');
  });

  it('keeps words that only sound like one', () => {
    const text = logged((log) => log.info('Basic authentication is needed, a Bearer token will do'));
    expect(text).toContain('Basic authentication is needed, a Bearer token will do');
    const prose = logged((log) => log.info('password: must have letters; token: missing. Secret: none'));
    expect(prose).toContain('password: must have letters; token: missing. Secret: none');
  });

  it.each([
    ['a-', 'of words that could begin an address'],
    ['eyJabcd-', 'of beginnings of tokens'],
    ['Bearer ', 'of schemes without a credential'],
    ['x://', 'of addresses without a host'],
    ['token: ', 'of names without a value'],
    ['cookie: ', 'of cookies without one'],
    ['"token":[', 'of lists that do not end'],
    ['\\n', 'of line ends'],
    ['a', 'of one word'],
  ])('is looked through in time that grows with its length: a million characters of %j', (part) => {
    const text = part.repeat(1_000_000 / part.length);
    const took = processorTime(() => {
      logged((log) => log.info({ text }, text));
      maskForms(text);
    });
    // Milliseconds: measured at 20 to 150; what grows with the square takes minutes.
    expect(took).toBeLessThan(2_000);
  });

  it('costs little with the secrets of a hundred connections', () => {
    const secrets = new KnownSecrets();
    for (let n = 0; n < 100; n += 1)
      secrets.learn(`C${n}`, [`client-id-${n}-0123456789abcdef`, `secret/${n}+0123456789`]);
    const line = JSON.stringify({ name: 'Customers', kind: 'query', hash: '0123456789ab', caller: 'key:01' }).repeat(2);
    const took = processorTime(() => {
      for (let n = 0; n < 2_000; n += 1) secrets.mask(line);
    });
    // Microseconds a line: measured at 1 to 2, where looking for each of them takes 100.
    expect((took / 2_000) * 1_000).toBeLessThan(50);
  });

  it('costs little', () => {
    const log = createLogger({
      level: 'info',
      pretty: false,
      secrets: new KnownSecrets(['a-long-secret-of-a-tenant', 'another-secret']),
      to: { write: () => {} },
    });
    const operation = {
      name: 'Customers',
      kind: 'query',
      hash: '0123456789ab',
      caller: 'key:01',
      requestId: '01J',
      durationMs: 12,
    };
    const took = processorTime(() => {
      for (let n = 0; n < 20_000; n += 1) log.info(operation, 'operation');
    });
    // Microseconds a line: measured at 5 to 10.
    expect((took / 20_000) * 1_000).toBeLessThan(100);
  });
});
