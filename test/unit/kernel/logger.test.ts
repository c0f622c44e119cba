import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../src/kernel/logger.js';

function logged(write: (log: ReturnType<typeof createLogger>) => void, secrets: string[] = []): string {
  const lines: string[] = [];
  write(createLogger({ level: 'info', pretty: false, secrets, to: { write: (line) => lines.push(line) } }));
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

  it('keeps words that only sound like one', () => {
    const text = logged((log) => log.info('Basic authentication is needed, a Bearer token will do'));
    expect(text).toContain('Basic authentication is needed, a Bearer token will do');
  });

  it('costs little', () => {
    const log = createLogger({
      level: 'info',
      pretty: false,
      secrets: ['a-long-secret-of-a-tenant', 'another-secret'],
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
    const began = performance.now();
    for (let n = 0; n < 20_000; n += 1) log.info(operation, 'operation');
    // Microseconds a line: measured at 5 to 10.
    expect(((performance.now() - began) / 20_000) * 1_000).toBeLessThan(100);
  });
});
