import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Proxies that hold the traffic between gateway and sandboxes against the vendors' OpenAPI documents. */
export interface ContractProxies {
  /** Address of the proxy in front of a target. */
  urlOf(contract: string): string;
  /** Ends the proxies and gives every violation of either side, one line each. */
  violations(): Promise<string[]>;
}

interface Inspector {
  /** What was checked since the last reset. */
  report(): Promise<{ readonly violations?: readonly unknown[] }>;
  reset(): Promise<unknown>;
}
interface Proxy {
  listen(port: number): Promise<number>;
  close(): Promise<void>;
}
interface Verifier {
  readonly Inspector: { start(options: object): Promise<Inspector> };
  readonly Proxy: new (options: object) => Proxy;
  readonly summaryText: (reports: readonly object[], options: object) => string;
}

const MEGABYTE = 1_048_576;
const BODY_LIMIT = 32 * MEGABYTE;

/** Those that nobody uses, by contract: to read one takes long, and files of tests follow each other in a process. */
const idle = new Map<string, Inspector[]>();

/**
 * Null where no contract verifier is at hand (`CONTRACT_VERIFY_DIR` names its folder, `CONTRACTS_DIR` that of the
 * contracts): the tests then run without it.
 */
export async function startContractProxies(targets: Readonly<Record<string, string>>): Promise<ContractProxies | null> {
  const { CONTRACT_VERIFY_DIR: folder, CONTRACTS_DIR: directory } = process.env;
  if (!folder || !directory) return null;
  const { Inspector, Proxy: VerifyingProxy, summaryText } = await verifierIn(folder);
  const known = JSON.parse(await readFile(join(folder, 'known-contradictions.json'), 'utf8')) as unknown;
  const started = await Promise.all(
    Object.entries(targets).map(async ([name, target]) => {
      const inspector =
        idle.get(name)?.pop() ?? (await Inspector.start({ name, directory, known, bodyLimit: BODY_LIMIT }));
      const proxy = new VerifyingProxy({ target, inspector, bodyLimit: BODY_LIMIT, ignored: ['/__control'] });
      return { name, inspector, proxy, port: await proxy.listen(0) };
    }),
  );
  return {
    urlOf(contract) {
      const found = started.find(({ name }) => name === contract);
      if (!found) throw new Error(`there is no proxy for ${contract}`);
      return `http://127.0.0.1:${found.port}`;
    },
    async violations() {
      const reports = await Promise.all(started.map(({ inspector }) => inspector.report()));
      for (const { name, inspector, proxy } of started) {
        await proxy.close();
        await inspector.reset();
        idle.set(name, [...(idle.get(name) ?? []), inspector]);
      }
      process.stdout.write(summaryText(reports, { quiet: true }));
      return reports.flatMap((report) => (report.violations ?? []).map((violation) => JSON.stringify(violation)));
    },
  };
}

async function verifierIn(folder: string): Promise<Verifier> {
  const parts = ['inspector', 'proxy', 'report'].map((name) => pathToFileURL(`${folder}/lib/${name}.mjs`).href);
  const [inspector, proxy, report] = await Promise.all(parts.map((url) => import(url)));
  return { ...inspector, ...proxy, ...report } as Verifier;
}
