import { z } from 'zod';
import { requestMatcher } from './request-match.js';
import type { Fault, RequestMatch } from './types.js';

// An hour: longer than any client waits, short enough for a timer.
const milliseconds = z.number().int().min(0).max(3_600_000);
const reach = {
  after: z.number().int().min(0).exactOptional(),
  times: z.number().int().min(1).exactOptional(),
  every: z.boolean().exactOptional(),
};
const named = <const Kind extends Fault['kind']>(kind: Kind) => z.strictObject({ kind: z.literal(kind), ...reach });

/** A fault as it comes over HTTP. */
export const FaultSchema = z.discriminatedUnion('kind', [
  named('latency').extend({ ms: milliseconds }),
  named('rate-limited').extend({ retryAfter: z.number().int().min(0).exactOptional() }),
  named('server-error').extend({ status: z.number().int().min(500).max(599).exactOptional() }),
  named('reply-lost'),
  named('connection-reset'),
  named('cut-off-json'),
  named('expired-token'),
  named('wrong-content-type'),
  named('wrong-shape'),
  named('slow-body').extend({ ms: milliseconds }),
]);

export const FAULT_KINDS = FaultSchema.options.map((option) => option.shape.kind.value);

type ParsedFault = z.infer<typeof FaultSchema>;

interface Entry {
  readonly matches: (method: string, path: string) => boolean;
  readonly fault: ParsedFault;
  /** Matching requests that still pass before it begins. */
  spared: number;
  left: number;
}

/** The faults that wait for their requests. A request meets one fault: the oldest that matches it. */
export class FaultBook {
  #entries: Entry[] = [];

  /** @throws Error if the match or the fault is malformed */
  add(match: RequestMatch, fault: Fault): void {
    const parsed = FaultSchema.parse(fault);
    const left = parsed.every ? Number.POSITIVE_INFINITY : (parsed.times ?? 1);
    this.#entries.push({ matches: requestMatcher(match), fault: parsed, spared: parsed.after ?? 0, left });
  }

  /** The fault for this request, if any, counted as met. */
  take(method: string, path: string): ParsedFault | undefined {
    const entry = this.#entries.find(({ matches }) => matches(method, path));
    if (!entry) return undefined;
    if (entry.spared > 0) {
      entry.spared -= 1;
      return undefined;
    }
    entry.left -= 1;
    if (entry.left <= 0) this.#entries = this.#entries.filter((other) => other !== entry);
    return entry.fault;
  }

  clear(): void {
    this.#entries = [];
  }
}
