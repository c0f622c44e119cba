import { upstreams } from '../upstreams/registry.js';

export interface SandboxCommand {
  readonly port: number;
  readonly customers: number;
  readonly seed: string;
  readonly limits: boolean;
}

/** Starts every system's sandbox and says how to point a gateway at them. Runs until it is interrupted. */
export async function runSandboxes({ port, customers, seed, limits }: SandboxCommand): Promise<void> {
  const started = await Promise.all(
    upstreams.map(async (upstream, index) => ({
      upstream,
      ...(await upstream.startSandbox({ port: port === 0 ? 0 : port + index, customers, seed, limits })),
    })),
  );
  const lines = started.flatMap(({ upstream, sandbox, environment }) => [
    `# ${upstream.title}: ${sandbox.url}, faults and requests under ${sandbox.url}/__control`,
    ...Object.entries(environment).map(([name, value]) => `${name}=${value}`),
    '',
  ]);
  process.stdout.write(
    `# The sandboxes are running; these variables point a gateway at them.\n\n${lines.join('\n')}\n`,
  );
  const end = () => {
    void Promise.all(started.map(({ sandbox }) => sandbox.close())).then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}
