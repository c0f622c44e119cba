import { startGateway } from './app.js';
import { banner } from './cli/banner.js';
import { ConfigError, loadConfig } from './config/load.js';
import { secretsIn } from './config/secrets.js';
import { ManifestError } from './graphql/documents/trusted-documents.js';
import { NoWayIn } from './http/access/access-policy.js';
import { createLogger } from './kernel/logger.js';
import { KnownSecrets } from './kernel/secrets/known-secrets.js';
import { StoreError } from './store/store-error.js';
import { upstreams } from './upstreams/registry.js';

// Beyond the longest time that a request may take, until its answer is sent and everything is closed.
const CLOSING_MS = 10_000;

/** Starts the gateway and ends the process when it is told to. */
async function main(): Promise<void> {
  const config = loadConfig(process.env, upstreams);
  const { LOG_LEVEL: level, LOG_FORMAT: format } = config.gateway;
  const pretty = format ? format === 'pretty' : process.stdout.isTTY === true;
  const secrets = new KnownSecrets(secretsIn(process.env));
  const log = createLogger({ level, pretty, secrets });
  // Nothing waits for its end: what was acknowledged is in the database, and what was not will be found out about.
  const onStoreLost = (reason: Error) => {
    log.fatal({ reason: reason.message }, 'ending: the database has to be opened anew, by the next start');
    process.exit(1);
  };
  const gateway = await startGateway(config, { log, secrets, onStoreLost });
  process.stdout.write(banner(gateway, config));

  let ending = false;
  const end = (signal: string) => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'ending: running requests are finished, new ones refused');
    setTimeout(() => {
      log.error('requests were still running when the time to end was over');
      process.exit(1);
    }, config.gateway.REQUEST_DEADLINE_MS + CLOSING_MS).unref();
    gateway.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the gateway did not end cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => end('SIGTERM'));
  process.once('SIGINT', () => end('SIGINT'));
}

main().catch((error: unknown) => {
  process.stderr.write(`${startupFailure(error)}\n`);
  process.exit(1);
});

/** What a person needs to know; a stack only where the cause may be ours. */
function startupFailure(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return `Billgraph cannot start: ${String(error)}`;
  const said = `Billgraph cannot start: ${error.message}`;
  const code = 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    return `${said}\nAnother program listens there already. Set PORT or SANDBOX_PORT to other ports, or stop it.`;
  }
  if (code === 'EADDRNOTAVAIL') return `${said}\nHOST is no address of this machine.`;
  const plain = [StoreError, NoWayIn, ManifestError].some((kind) => error instanceof kind);
  return plain ? said : `${said}\n${error.stack ?? ''}`;
}
