export const SAMPLERS = [
  ...(['always_on', 'always_off', 'traceidratio'] as const),
  ...(['parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio'] as const),
] as const;

export interface TracingSettings {
  /** The collector's whole address. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Who traces, in the words of OpenTelemetry's conventions. */
  readonly resource: Readonly<Record<string, string>>;
  /** `ratio` is for the samplers that are named for it. */
  readonly sampler: { readonly name: (typeof SAMPLERS)[number]; readonly ratio: number };
  /** How long spans are gathered before they are sent, in milliseconds. */
  readonly gatherMs: number;
}
