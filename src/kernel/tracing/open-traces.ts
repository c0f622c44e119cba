import type { TracingSettings } from './tracing-settings.js';

/** Begins to trace, unless that is not wanted: then not even the code for it is loaded. What it gives ends it. */
export async function openTraces(
  settings: TracingSettings | null,
  onProblem: (message: string) => void,
): Promise<() => Promise<void>> {
  if (settings === null) return async () => {};
  const { startTraces } = await import('./otlp.js');
  return startTraces(settings, onProblem);
}
