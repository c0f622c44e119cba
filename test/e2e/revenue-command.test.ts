import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Progress, timeLeft } from '../../src/upstreams/zuora-revenue/cli/progress.js';
import type { RevenueSandbox } from '../../src/upstreams/zuora-revenue/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { csvOf, orderLine } from '../support/revenue-files.js';

const CLI = fileURLToPath(new URL('../../dist/cli/billgraph.js', import.meta.url));
const POST = 'POST /api/integration/v1/csv/upload';

let gateway: TestGateway;
let sandbox: RevenueSandbox;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'billgraph-'));
  gateway = await startTestGateway({
    sandbox: { customers: 5, limits: true },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', ZUORA_REVENUE_LINES_PER_UPLOAD: '4', ZUORA_REVENUE_POLL_MS: '2' },
  });
  sandbox = gateway.sandbox('ZUORA_REVENUE') as RevenueSandbox;
  sandbox.pace({ stagingMs: 5, jobMs: 5 });
});
afterAll(async () => {
  await gateway?.close();
  await rm(folder, { recursive: true });
});

let files = 0;
async function upload(csv: string, ...options: string[]) {
  const file = join(folder, `file-${++files}.csv`);
  await writeFile(file, csv);
  const args = [CLI, 'revenue', 'upload', file, '--template', 'Order Lines', '--gateway', gateway.url, ...options];
  return await new Promise<{ code: number; out: string; said: string }>((resolve) => {
    execFile(process.execPath, args, (error, out, said) =>
      resolve({ code: error ? Number(error.code) : 0, out, said }),
    );
  });
}
const rows = (order: string, count: number) => Array.from({ length: count }, (_, at) => orderLine(order, at + 1));

it('uploads a file, tells how it goes in plain lines, and ends with 0', async () => {
  const csv = csvOf([...rows('A', 3), ...rows('B', 3), ...rows('C', 1)]);
  const { code, out, said } = await upload(csv, '--wait', '--collect');
  expect(said).toMatch(/^sending: 100%\n/);
  expect(said).toContain('COLLECTED: 3 of 3 parts, 7 of 7 rows\n');
  expect(out).toMatch(/^rup_\w+: 7 rows in 3 parts on their way\.\nrup_\w+: COLLECTED\.\n$/);
  expect(code).toBe(0);
  expect(sandbox.uploads().map(({ fileName }) => fileName)).toEqual(
    ['1', '2', '3'].map((part) => expect.stringMatching(new RegExp(`^file-1-[0-9a-f]{12}-p${part}of3\\.csv$`))),
  );
  const again = await upload(csv);
  expect([again.code, again.said]).toEqual([3, expect.stringContaining('The same file was uploaded on')]);
});

it('only checks with --dry-run: 0 if nothing is wrong, 1 with everything that is', async () => {
  const before = sandbox.requests(POST).length;
  const fine = await upload(csvOf(rows('D', 2)), '--dry-run');
  expect(fine).toMatchObject({ code: 0, out: 'Nothing is wrong with the file: 2 rows, which make 1 part.\n' });
  const broken = csvOf([orderLine('E', 1, { Curr: '', 'Ord Qty': 'x' })]);
  const told = 'line 2, Ord Qty: "x" is not a number\nline 2, Curr: is empty: SO needs it\n';
  for (const options of [['--dry-run'], []]) {
    const { code, out, said } = await upload(broken, ...options);
    expect([code, out]).toEqual([1, told]);
    expect(said).toMatch(/The file has 2 problems; nothing of it was sent\.\n$/);
  }
  expect(sandbox.requests(POST)).toHaveLength(before);
  const { data } = await gateway.query<{ revenueUploads: { nodes: { status: string }[] } }>(
    '{ revenueUploads { nodes { status } } }',
  );
  expect(data.revenueUploads.nodes.map(({ status }) => status)).toEqual(['FAILED', 'FAILED', 'COLLECTED']);
});

it('ends with 3 where parts failed, and with 4 where rows did', async () => {
  sandbox.refuseUploadsWith('SO-G', 'ORA-12899: value too large for column');
  const failed = await upload(csvOf([...rows('F', 3), ...rows('G', 2)]), '--wait');
  sandbox.refuseUploadsWith(null, '');
  expect(failed.code).toBe(3);
  expect(failed.said).toContain('part 2: Failed: ORA-12899: value too large for column\n');
  expect(failed.said).toMatch(/rup_\w+ can be sent again with revenueUploadRetry/);
  const partly = await upload(csvOf([orderLine('H', 1, { 'Cstmr Nm': '' })]), '--wait');
  expect(partly).toMatchObject({ code: 4, out: expect.stringMatching(/STAGED_WITH_ERRORS\.\n$/) });
  const url = /(http\S+)\n/.exec(partly.said)?.[1];
  expect(await (await fetch(url ?? '')).text()).toContain('RPRO-00003');
});

it('ends with 2 where there is no gateway, no template or no file', async () => {
  const nowhere = await upload('x', '--gateway', 'http://127.0.0.1:9');
  expect(nowhere).toMatchObject({ code: 2, said: expect.stringContaining('http://127.0.0.1:9 cannot be reached') });
  const unknown = await upload('x', '--template', 'None');
  expect(unknown).toMatchObject({ code: 2, said: 'There is no upload template None.\n' });
});

it('draws one line at a terminal, and says how long it will take once that can be told', () => {
  let [drawn, now] = ['', 0];
  const output = { isTTY: true, write: (text: string) => (drawn += text) };
  const terminal = new Progress(output, () => now);
  terminal.show('a', 'sending: 1%');
  terminal.show('a', 'done');
  terminal.end();
  expect(drawn).toBe('\rsending: 1%\rdone       \n');

  drawn = '';
  const plain = new Progress({ ...output, isTTY: false }, () => now);
  for (const text of ['1%', '2%', '3%']) plain.show('a', text);
  now = 20_000;
  plain.show('a', '4%');
  plain.show('b', '5%');
  expect(drawn).toBe('1%\n4%\n5%\n');

  expect([timeLeft(1, 4, 1_000), timeLeft(1, 4, 10_000), timeLeft(1, 31, 60_000), timeLeft(4, 4, 9_000)]).toEqual([
    '',
    ', about 30 s left',
    ', about 30 min left',
    '',
  ]);
});
