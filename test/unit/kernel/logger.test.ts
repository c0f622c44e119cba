import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const SCRIPT = `
import { createLogger } from './src/kernel/logger.ts';
const log = createLogger({ level: 'info', pretty: false });
log.info({ authorization: 'canary', headers: { authorization: 'canary', cookie: 'canary' }, settings: { apiKey: 'canary', clientSecret: 'canary', url: 'shown' }, password: 'canary' }, 'message');
`;

it('never writes credentials that come along in an object', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '--eval',
    SCRIPT,
  ]);
  expect(stdout).toContain('"message"');
  expect(stdout).toContain('shown');
  expect(stdout).not.toContain('canary');
  expect(stdout.match(/\[redacted\]/g)).toHaveLength(6);
});
