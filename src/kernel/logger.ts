import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import type { Clock } from './clock.js';
import { KnownSecrets } from './secrets/known-secrets.js';
import { type Mask, maskForms } from './secrets.js';
import { traceFields } from './tracing/spans.js';

export type Logger = PinoLogger;

// Fields under whose name a credential could reach a log line by accident, wherever they are in it.
const SECRET_NAMES =
  'authorization|proxy-authorization|cookie|set-cookie|password|passwd|secret|token|access_token|refresh_token|api_?key|x-api-key|client_?secret|api_?secret_?access_?key|secret_?access_?key|revpro-token';
const SECRET_FIELDS = new RegExp(`"(${SECRET_NAMES})":\\s*("(?:[^"\\\\]|\\\\.)*"|\\[[^\\]]*\\]|\\d+)`, 'gi');
// The same in JSON that is quoted inside a text.
const QUOTED_FIELDS = new RegExp(`\\\\"(${SECRET_NAMES})\\\\":\\s*\\\\"(?:(?!\\\\").)*\\\\"`, 'gi');

export interface LoggerOptions {
  readonly level: string;
  /** For people at a terminal; JSON lines are for machines. */
  readonly pretty: boolean;
  /** Credentials that are known: they are taken out of every line, whatever they stand in. */
  readonly secrets?: KnownSecrets;
  /** Where the lines go: to standard output, unless this says otherwise. */
  readonly to?: DestinationStream;
}

/** What it writes holds no credential: neither in a field, however deep, nor inside a text. */
export function createLogger({ level, pretty, secrets = new KnownSecrets(), to }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    mixin: traceFields,
    // On the line as it is written: whatever an object holds, and whatever a message quotes, is in it.
    hooks: { streamWrite: lineMask(secrets) },
    ...(pretty && { transport: { target: 'pino-pretty', options: { translateTime: 'HH:MM:ss', singleLine: true } } }),
  };
  return to ? pino(options, to) : pino(options);
}

function lineMask(known: KnownSecrets): Mask {
  return (line) => {
    const named = known.mask(line).replace(SECRET_FIELDS, '"$1":"[redacted]"');
    return maskForms(named.replace(QUOTED_FIELDS, String.raw`\"$1\":\"[redacted]\"`));
  };
}

export const silentLogger: Logger = pino({ level: 'silent' });

/** Every read and write of a cache that is away fails; its log line is wanted once. */
export function atMostOnceAMinute(clock: Clock, tell: (error: unknown) => void): (error: unknown) => void {
  let quietUntil = 0;
  return (error) => {
    if (clock.now() < quietUntil) return;
    quietUntil = clock.now() + 60_000;
    tell(error);
  };
}
