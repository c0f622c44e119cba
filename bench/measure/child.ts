import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a TypeScript program that tells its address (`process.send({ url })`) and ends when its parent does. */
export async function startChild(
  program: URL,
  { args = [], environment = {} }: { args?: string[]; environment?: Record<string, string> },
): Promise<Child> {
  const child = fork(fileURLToPath(program), args, {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
  });
  const exited = once(child, 'exit');
  const failed = exited.then(() => Promise.reject(new Error(`${program.pathname} ended before it was ready`)));
  failed.catch(() => {});
  const [{ url }] = (await Promise.race([once(child, 'message'), failed])) as [{ url: string }];
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.disconnect();
      await exited;
    },
  };
}
