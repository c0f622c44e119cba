import { useEffect, useState } from 'react';
import type { ConsoleMode } from '../http/graphiql-mode.js';

export interface ModeText {
  readonly label: string;
  readonly explanation: string;
  /** True where what is run here can reach a real tenant. */
  readonly real: boolean;
  readonly keyNeeded: boolean;
}

/** Null until the gateway has said which systems are behind it, and for as long as it does not say. */
export function useMode(): ModeText | null {
  const [mode, setMode] = useState<ModeText | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    fetch(`${import.meta.env.BASE_URL}mode.json`, { signal: asked.signal })
      .then(async (response) => setMode(response.ok ? describe((await response.json()) as ConsoleMode) : null))
      // The line is a courtesy: the console works without it.
      .catch(() => undefined);
    return () => asked.abort();
  }, []);
  return mode;
}

function describe({ systems, keyNeeded }: ConsoleMode): ModeText {
  const named = (mode: 'SANDBOX' | 'TENANT') =>
    new Intl.ListFormat('en').format(systems.filter((system) => system.mode === mode).map((system) => system.name));
  const tenants = named('TENANT');
  const sandboxes = named('SANDBOX');
  if (tenants === '') {
    return {
      label: 'Sandbox',
      explanation: `Sample data from built-in sandboxes of ${sandboxes}.`,
      real: false,
      keyNeeded,
    };
  }
  if (sandboxes === '')
    return { label: 'Real tenants', explanation: `Connected to ${tenants}.`, real: true, keyNeeded };
  return { label: 'Mixed', explanation: `Real tenants: ${tenants}. Sandboxes: ${sandboxes}.`, real: true, keyNeeded };
}
