import { startChild } from '../measure/child.js';
import type { Behaviour, Counts } from './simulator.js';

export interface Simulator {
  readonly url: string;
  /** Sets how it behaves, and starts counting anew. */
  behave(behaviour: Behaviour): Promise<void>;
  counts(): Promise<Counts>;
  stop(): Promise<void>;
}

export async function startSimulator({ customers }: { customers: number }): Promise<Simulator> {
  const { url, stop } = await startChild(new URL('simulator.ts', import.meta.url), { args: [String(customers)] });
  return {
    url,
    behave: async (behaviour) => {
      await fetch(`${url}/control`, { method: 'PUT', body: JSON.stringify(behaviour) });
    },
    counts: async () => (await (await fetch(`${url}/control`)).json()) as Counts,
    stop,
  };
}
