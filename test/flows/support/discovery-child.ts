import { ulid } from 'ulid';
import { createDiscovery } from '../../../src/flows/discovery/discovery.js';
import { startEngine } from '../../../src/flows/engine.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { openCustomerDirectory } from '../../../src/store/customer-directory/open-customer-directory.js';
import { openStore } from '../../../src/store/open-store.js';
import { endWithParent } from '../../support/store-process.js';
import { pageSource } from './page-source.js';

/**
 * A process that runs discovery: <store url> <page server> <application version> <start | resume>. `start` asks for a
 * run; `resume` only carries on what there is. Says `ready`, and the state of the system whenever that changes.
 */
endWithParent();
const [url = '', pages = '', applicationVersion = '1', mode = 'resume'] = process.argv.slice(2);
const say = (text: string) => process.stdout.write(`${text}\n`);
const logger = { debug: () => {}, info: () => {}, warn: complain, error: complain };

function complain(details: unknown, message?: string): void {
  say(`! ${message} ${details instanceof Error ? details.stack : JSON.stringify(details)}`);
}

const store = await openStore({ url });
const engine = await startEngine({ store, executorId: 'test', applicationVersion, logger, heartbeatMs: 100 });
const directory = openCustomerDirectory({ db: store.db, clock: systemClock, systemOrder: [], ids: ulid });
const sources = [pageSource(pages, 'S')];
const discovery = createDiscovery({ engine, directory, sources, clock: systemClock, db: store.db, logger });
if (mode === 'start') await discovery.start();
say('ready');
process.once('SIGTERM', () => {
  void engine
    .stop()
    .then(() => store.close())
    .then(() => process.exit(0));
});

let last = '';
for (;;) {
  const [status] = await discovery.status().catch(() => []);
  if (status && status.state !== last) say(`state ${status.state}`);
  last = status?.state ?? last;
  await systemClock.wait(20);
}
