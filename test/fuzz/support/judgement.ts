import { TYPED } from './codes.js';
import type { Kind } from './requests.js';

export interface FuzzAnswer {
  readonly status: number;
  readonly text: string;
  readonly tookMs: number;
}

// Frames of a stack, in a JSON string as well; and what a masked error says.
const STACK = /(\\n|\n)\s+at |node_modules|"stacktrace"|\.[jt]s:\d+:\d+/;
// Systems say of themselves that they had an internal server error: that is an error of theirs, with a code.
const UNEXPECTED = /INTERNAL_SERVER_ERROR|Something went wrong|call stack/;

/** What is wrong with an answer, whatever was asked; null if nothing is. */
export function faultOf({ status, text, tookMs }: FuzzAnswer, mostMs: number): string | null {
  if (status >= 500) return `HTTP ${status}`;
  if (UNEXPECTED.test(text)) return 'an unexpected error';
  if (STACK.test(text)) return 'a stack trace';
  if (tookMs > mostMs) return `an answer after ${Math.round(tookMs)} ms`;
  return faultOfBody(text);
}

function faultOfBody(text: string): string | null {
  const answer = parsed(text);
  if (typeof answer !== 'object' || answer === null) return 'no JSON object';
  const { errors } = answer as { errors?: readonly { extensions?: { code?: unknown } }[] };
  if (!('data' in answer) && !errors) return 'neither data nor errors';
  const odd = errors?.find((error) => !TYPED.has(String(error.extensions?.code)));
  return odd ? `an error with the code ${odd.extensions?.code}` : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How far the requests of each kind came: that a fuzzer finds nothing is worth as much as it reaches. */
export class Reach {
  private readonly counts = new Map<string, number>();
  private readonly codes = new Map<string, number>();

  note(kind: Kind, { text }: FuzzAnswer): void {
    const executed = /"data":\{/.test(text);
    this.add(this.counts, kind);
    if (executed) this.add(this.counts, `${kind}, carried out`);
    for (const [, code = ''] of text.matchAll(/"code":"([A-Z_]+)"/g)) this.add(this.codes, code);
  }

  shareCarriedOut(kind: Kind): number {
    return (this.counts.get(`${kind}, carried out`) ?? 0) / (this.counts.get(kind) ?? 1);
  }

  told(): { counts: Record<string, number>; codes: Record<string, number> } {
    return { counts: Object.fromEntries(this.counts), codes: Object.fromEntries(this.codes) };
  }

  private add(counts: Map<string, number>, name: string): void {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
}
