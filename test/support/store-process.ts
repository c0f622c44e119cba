import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A TypeScript file that runs in a process of its own. */
export interface Child {
  readonly pid: number;
  /** Resolves with the first line, from now on or unread, that contains `words`; rejects when the process ends first. */
  line(words: string): Promise<string>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** For the child: ends it when the test that started it is gone. */
export function endWithParent(): void {
  process.stdin.on('end', () => process.exit(1)).resume();
}

export function startChild(file: URL, args: readonly string[], flags: readonly string[] = []): Child {
  const path = fileURLToPath(file);
  const child: ChildProcess = spawn(process.execPath, [...flags, '--import', 'tsx', path, ...args], {
    // Its input ends when this process does, however that ends; see `endWithParent`.
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const unread: string[] = [];
  const all: string[] = [];
  let ended = false;
  let wake = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (text) => {
      unread.push(text);
      all.push(text);
      wake();
    });
  }
  child.once('close', () => {
    ended = true;
    wake();
  });
  return {
    pid: child.pid ?? -1,
    line: async (words) => {
      for (;;) {
        while (unread.length > 0) {
          const text = unread.shift() ?? '';
          if (text.includes(words)) return text;
        }
        if (ended) throw new Error(`The process ended without saying "${words}":\n${all.join('\n')}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    kill: async (signal) => {
      if (ended || child.exitCode !== null || child.signalCode !== null) return;
      const closed = once(child, 'close');
      child.kill(signal);
      await closed;
    },
  };
}
