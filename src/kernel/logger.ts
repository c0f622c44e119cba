import { type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

// Names under which a credential could reach a log line by accident, at the top and one level down.
const SECRET_NAMES = [
  'authorization',
  'password',
  'secret',
  'token',
  'apiKey',
  'clientSecret',
  'apiSecretAccessKey',
  'cookie',
];
const REDACTED = SECRET_NAMES.flatMap((name) => [name, `*.${name}`]);

/** `pretty` is for people at a terminal, JSON lines are for machines. */
export function createLogger({ level, pretty }: { level: string; pretty: boolean }): Logger {
  return pino({
    level,
    base: null,
    redact: { paths: REDACTED, censor: '[redacted]' },
    ...(pretty && { transport: { target: 'pino-pretty', options: { translateTime: 'HH:MM:ss', singleLine: true } } }),
  });
}

export const silentLogger: Logger = pino({ level: 'silent' });
