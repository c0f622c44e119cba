import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The gateway as users start it: the compiled program in a process of its own. */
export interface GatewayProcess {
  readonly child: ChildProcess;
  /** Everything printed so far, both streams. */
  output(): string;
  /** Address that the banner told; rejects if the process ends before. */
  ready(): Promise<{ url: string; sandboxes: Record<string, string> }>;
  exited: Promise<number | null>;
}

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
/** Those of `npm start` and of the image. */
const FLAGS = ['--max-semi-space-size=16', '--max-old-space-size=1024'];

/** `flags`: more for Node.js itself. */
export function startGatewayProcess(
  environment: Record<string, string>,
  flags: readonly string[] = [],
): GatewayProcess {
  const child = spawn(process.execPath, [...FLAGS, ...flags, MAIN], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      SANDBOX_PORT: '0',
      SANDBOX_CUSTOMERS: '8',
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child,
    exited,
    output: () => printed,
    async ready() {
      for (;;) {
        // The addresses, and after them the systems.
        const url = /GraphQL +(http\S+)\/graphql.*?\n\n.+?\n\n/s.exec(printed)?.[1];
        if (url) {
          const sandboxes = [...printed.matchAll(/^ {2}(\S.*?) +sandbox at (http\S+)$/gm)];
          return {
            url,
            sandboxes: Object.fromEntries(sandboxes.map(([, title = '', address = '']) => [title, address])),
          };
        }
        if (child.exitCode !== null) throw new Error(`the gateway ended before it was ready:\n${printed}`);
        await Promise.race([once(child.stdout ?? child, 'data'), exited]);
      }
    },
  };
}
