import { pathToFileURL } from 'node:url';

/** Proxies that hold the traffic between gateway and sandboxes against the vendors' OpenAPI documents. */
export interface ContractProxies {
  /** Address of the proxy in front of a target. */
  urlOf(contract: string): string;
  /** Ends the proxies and gives every violation of either side, one line each. */
  violations(): Promise<string[]>;
}

interface Verification {
  readonly proxies: readonly { name: string; port: number }[];
  reports(): Promise<readonly { violations?: readonly unknown[] }[]>;
  finish(): Promise<boolean>;
}

const MEGABYTE = 1_048_576;

/**
 * Null where no contract verifier is at hand (`CONTRACT_VERIFY_DIR` names its folder, `CONTRACTS_DIR` that of the
 * contracts): the tests then run without it.
 */
export async function startContractProxies(targets: Readonly<Record<string, string>>): Promise<ContractProxies | null> {
  const { CONTRACT_VERIFY_DIR: folder, CONTRACTS_DIR: directory } = process.env;
  if (!folder || !directory) return null;
  const { Verification: verifier } = (await import(pathToFileURL(`${folder}/lib/verification.mjs`).href)) as {
    Verification: { start(options: object): Promise<Verification> };
  };
  const verification = await verifier.start({
    upstreams: Object.entries(targets).map(([name, target]) => ({ name, port: 0, target, variable: name })),
    directory,
    bodyLimit: 32 * MEGABYTE,
    ignored: ['/__control'],
    reportFile: null,
    quiet: true,
  });
  return {
    urlOf(contract) {
      const proxy = verification.proxies.find(({ name }) => name === contract);
      if (!proxy) throw new Error(`there is no proxy for ${contract}`);
      return `http://127.0.0.1:${proxy.port}`;
    },
    async violations() {
      const reports = await verification.reports();
      await verification.finish();
      return reports.flatMap((report) => (report.violations ?? []).map((violation) => JSON.stringify(violation)));
    },
  };
}
