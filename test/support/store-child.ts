import { openStore } from '../../src/store/open-store.js';
import { endWithParent } from './store-process.js';

/** Opens the store named on the command line, says so, and keeps it until it is killed. */
endWithParent();
const [url = 'pglite:'] = process.argv.slice(2);
try {
  const store = await openStore({ url });
  process.stdout.write('open\n');
  process.once('SIGTERM', () => void store.close().then(() => process.exit(0)));
  setInterval(() => {}, 1_000);
} catch (error) {
  process.stdout.write(`${(error as Error).name}: ${(error as Error).message}\n`);
  process.exit(1);
}
