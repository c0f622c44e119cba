import { performance } from 'node:perf_hooks';
import { checkFile } from '../../src/upstreams/zuora-revenue/check/check-file.js';
import { csvOf, invoiceLine, ORDER_LINES, orderLine } from '../../test/support/revenue-files.js';

interface RevenueFile {
  readonly rows: number;
  readonly rowsPerSecond: number;
  /** The most that the process held, in megabytes, with the program itself. */
  readonly residentMb: number;
}

const ORDERS_AT_A_TIME = 100;
const LINES = [1, 2, 3, 4, 5];

/** A CSV as it is uploaded to Zuora Revenue: orders of five lines, and their invoice lines after those of 99 others. */
async function* file(rows: number) {
  const head = csvOf([]);
  yield Buffer.from(head);
  for (let first = 0; first * 10 < rows; first += ORDERS_AT_A_TIME) {
    const orders = Array.from({ length: ORDERS_AT_A_TIME }, (_, at) => first + at);
    const lines = [orderLine, invoiceLine].flatMap((make) =>
      orders.flatMap((order) => LINES.map((line) => make(order, line))),
    );
    yield Buffer.from(csvOf(lines).slice(head.length));
  }
}

/** How fast a file is checked before it is uploaded, made-up rows included. */
export async function revenueFile(rows: number): Promise<RevenueFile> {
  const from = performance.now();
  let residentMb = 0;
  const checked = await checkFile(file(rows), {
    template: ORDER_LINES,
    rowsPerUpload: 19_999,
    onProgress: () => {
      residentMb = Math.max(residentMb, process.memoryUsage.rss() / 1_048_576);
    },
  });
  if (checked.rows !== rows || checked.problemCount > 0) throw new Error('the file was not checked as it should be');
  const seconds = (performance.now() - from) / 1_000;
  return { rows, rowsPerSecond: Math.round(rows / seconds), residentMb: Math.round(residentMb) };
}
