import { isIP } from 'node:net';
import { z } from 'zod';
import { parseSealingKeys, type SealingKey } from '../kernel/secrets/sealer.js';
import { tracingShape } from './tracing.js';

/** The gateway's own variables; those of the billing systems stand with each system. */
export const gatewayShape = {
  HOST: z.string().default('127.0.0.1').describe('Address to listen on.'),
  PORT: number(0, 65_535).default(4000).describe('Port to listen on; 0 takes a free one.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address such as https://billgraph.example.com' })
    .optional()
    .describe('Address under which clients reach the gateway, for links to files. Unset: where it listens.'),
  ACCESS: z
    .enum(['AUTO', 'KEYS', 'OPEN'])
    .default('AUTO')
    .describe(
      'KEYS: callers need an API key or a token. OPEN: whoever reaches the port may do everything; on loopback alone. AUTO: OPEN while every system is a sandbox and HOST is loopback, else KEYS.',
    ),
  JWT_ISSUER: z.string().optional().describe('Issuer of the tokens of your identity provider. Unset: API keys alone.'),
  JWT_AUDIENCE: z.string().optional().describe('What tokens must be made for.'),
  JWT_JWKS_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .optional()
    .describe('Where the identity provider has its public keys.'),
  JWT_ALGORITHMS: z
    .string()
    .default('RS256,PS256,ES256,EdDSA')
    .refine(
      (text) => text.split(',').every((name) => /^(RS|PS|ES)(256|384|512)$|^(EdDSA|Ed25519)$/.test(name.trim())),
      'must list signatures with public keys, such as RS256,ES256',
    )
    .describe('Signatures that tokens may have, comma separated.'),
  JWT_SCOPE_CLAIM: z.string().default('scope').describe('The claim of a token that holds its scopes.'),
  JWT_CLOCK_SKEW_SECONDS: number(0, 300).default(30).describe('How far clocks may be apart when tokens are checked.'),
  FAILED_LOGINS_PER_MINUTE: number(0, 1_000_000)
    .default(30)
    .describe('Keys and tokens that are not good that one address may send in a minute; 0: any number.'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .refine(
      (text) => text.split(',').every((one) => isNetwork(one.trim())),
      'must list addresses or networks such as 10.0.0.0/8',
    )
    .describe(
      'Addresses or networks of the proxies in front, comma separated: callers have the address that these name in X-Forwarded-For.',
    ),
  GRAPHIQL: z
    .enum(['AUTO', 'ON', 'OFF'])
    .default('AUTO')
    .describe('Whether GraphiQL is served and the schema can be asked for. AUTO: on loopback.'),
  PERSONAL_DATA: z
    .enum(['SHOWN', 'HIDDEN'])
    .default('SHOWN')
    .describe('HIDDEN: names, addresses and emails of persons need the scope "personal".'),
  CARD_NUMBERS_ALLOWED_IN: z
    .string()
    .default('')
    .describe(
      'Fields whose values may look like card numbers because they are ids: names such as uniqueKey, whole paths such as MUTATION.events.id, or headings of files; comma separated.',
    ),
  SYSTEMS: z
    .string()
    .default('')
    .describe('Billing systems to switch on, by their names in the API, comma separated. Empty: all.'),
  DATABASE_URL: z
    .string()
    .regex(/^(pglite:|postgres(ql)?:\/\/)/, 'must begin with postgres:// (a server) or pglite: (a directory)')
    .default('pglite:./data')
    .describe('The store: postgres://user:password@host/database, or pglite:DIRECTORY for the embedded one.'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must be an address such as redis://localhost:6379' })
    .optional()
    .describe('Redis or Valkey that several gateways share as second cache tier. Unset: the cache is in process.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least important messages that are logged.'),
  LOG_FORMAT: z
    .enum(['json', 'pretty'])
    .optional()
    .describe('json for machines, pretty for people. Unset: pretty at a terminal, else json.'),
  ...tracingShape,
  REQUEST_DEADLINE_MS: number(100, 120_000)
    .default(10_000)
    .describe('Longest time a GraphQL request may take, in milliseconds.'),
  MAX_QUERY_DEPTH: number(3, 100).default(15).describe('Most fields within each other in an operation.'),
  MAX_QUERY_ALIASES: number(0, 1_000).default(50).describe('Most aliases in an operation.'),
  MAX_QUERY_COST: number(1, 1_000_000)
    .default(5_000)
    .describe('Most calls to billing systems that an operation could cause if nothing was in the cache.'),
  RATE_LIMIT_PER_MINUTE: number(0, 1_000_000)
    .default(3_000)
    .describe('Operations that one caller may send in a minute; 0: any number. Not counted while access is open.'),
  MAX_REQUESTS: number(0, 1_000_000)
    .default(1_000)
    .describe('Most GraphQL requests under way at a time in one process, of all callers; 0: any number.'),
  MAX_LOOP_DELAY_MS: number(0, 60_000)
    .default(200)
    .describe(
      'How late the process may be with what it has to do before it refuses GraphQL requests, in milliseconds; 0: as late as it likes.',
    ),
  MAX_SUBSCRIPTIONS: number(1, 100_000)
    .default(100)
    .describe('Most subscriptions, and most WebSockets, that one caller may have open in one process.'),
  SUBSCRIPTION_HEARTBEAT_MS: number(10, 300_000)
    .default(12_000)
    .describe(
      'How often open subscriptions show that they are there, and callers are looked at again, in milliseconds; less than what proxies let idle.',
    ),
  PERSISTED_ONLY: z
    .enum(['true', 'false'])
    .default('false')
    .describe(
      'true: only registered operations are carried out, those of schema/operations and of PERSISTED_MANIFESTS.',
    ),
  PERSISTED_MANIFESTS: z
    .string()
    .default('')
    .describe('Files with operations of your clients: JSON of hash to text, or an Apollo manifest; comma separated.'),
  MAPPING_FILE: z
    .string()
    .optional()
    .describe(
      'YAML file with what your company maps differently from subscriptions to price plans; see docs/mapping.md.',
    ),
  CONNECTION_KEYS: z
    .string()
    .default('')
    .refine((text) => typeof parseSealingKeys(text) !== 'string', {
      error: ({ input }) => String(parseSealingKeys(String(input))),
    })
    .describe(
      'Keys that secrets of connections are encrypted under, NAME:BASE64 of 32 bytes, comma separated; the first one encrypts. Unset: no connections can be made.',
    ),
  CONNECTION_HOSTS: z
    .string()
    .default('')
    .describe('Hosts that connections may lead to beside those of the vendors, comma separated.'),
  CACHE_MAX_ENTRIES: number(0, 10_000_000)
    .default(50_000)
    .describe('Most entities kept in the memory of the process; 0 keeps none, so that everything is read anew.'),
  DISCOVERY_INTERVAL_MINUTES: number(0, 10_080)
    .default(15)
    .describe('How often the lists of all systems are read for new customers; 0 switches discovery off.'),
  FLOW_POLL_MINUTES: number(0, 1_440)
    .default(15)
    .describe('How often systems are asked what happened that flows wait for, beside what they tell; 0: never.'),
  WORKER_SILENCE_SECONDS: number(1, 300)
    .default(10)
    .describe(
      'How long a process may give no sign of life before others take its work over, in seconds; what it had in hand goes on after at most three times as long.',
    ),
  SYNC_RUNS_AT_ONCE: number(1, 10_000)
    .default(64)
    .describe(
      'How many runs of syncs a process carries on at a time; those that wait for a system that does not answer count only from 16 times as many on. The others wait in the store.',
    ),
  SANDBOX_PORT: number(0, 65_000)
    .default(4101)
    .describe('Port of the first sandbox, the others follow; 0 takes free ones.'),
  SANDBOX_CUSTOMERS: number(1, 1_000_000).default(500).describe('How many customers the sandboxes have.'),
} as const;

export type GatewayVariables = { [K in keyof typeof gatewayShape]: z.infer<(typeof gatewayShape)[K]> };

/** What tokens are checked against; null where no identity provider is configured. */
export function tokenSettings(gateway: GatewayVariables) {
  const { JWT_ISSUER: issuer, JWT_AUDIENCE: audience, JWT_JWKS_URL: jwksUrl } = gateway;
  if (!issuer || !audience || !jwksUrl) return null;
  return {
    issuer,
    audience,
    jwksUrl,
    algorithms: gateway.JWT_ALGORITHMS.split(',').map((name) => name.trim()),
    clockSkewSeconds: gateway.JWT_CLOCK_SKEW_SECONDS,
    scopeClaim: gateway.JWT_SCOPE_CLAIM,
  };
}

/** What secrets of connections are sealed with. */
export function connectionKeys({ CONNECTION_KEYS: text }: GatewayVariables): readonly SealingKey[] {
  const keys = parseSealingKeys(text);
  return typeof keys === 'string' ? [] : keys;
}

/** What a variable lists, comma separated. */
export const listOf = (text: string): string[] => text.split(',').flatMap((one) => one.trim() || []);

/** The first sandbox has the port that is configured, the others follow. */
export function sandboxPort({ SANDBOX_PORT: first }: GatewayVariables, index: number): number {
  return first === 0 ? 0 : first + index;
}

/** An address, one with the length of its network, or nothing. */
function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/');
  return text === '' || (isIP(address) !== 0 && (bits === undefined || /^\d{1,3}$/.test(bits)));
}

function number(least: number, most: number) {
  return z.coerce.number('must be a number').int('must be a whole number').min(least).max(most);
}
