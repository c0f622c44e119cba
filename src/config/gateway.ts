import { z } from 'zod';

/** The gateway's own variables; those of the billing systems stand with each system. */
export const gatewayShape = {
  HOST: z.string().default('127.0.0.1').describe('Address to listen on.'),
  PORT: number(0, 65_535).default(4000).describe('Port to listen on; 0 takes a free one.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address such as https://billgraph.example.com' })
    .optional()
    .describe('Address under which clients reach the gateway, for links to files. Unset: where it listens.'),
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
  REQUEST_DEADLINE_MS: number(100, 120_000)
    .default(10_000)
    .describe('Longest time a GraphQL request may take, in milliseconds.'),
  CACHE_MAX_ENTRIES: number(100, 10_000_000)
    .default(50_000)
    .describe('Most entities kept in the memory of the process.'),
  DISCOVERY_INTERVAL_MINUTES: number(0, 10_080)
    .default(15)
    .describe('How often the lists of all systems are read for new customers; 0 switches discovery off.'),
  SANDBOX_PORT: number(0, 65_000)
    .default(4101)
    .describe('Port of the first sandbox, the others follow; 0 takes free ones.'),
  SANDBOX_CUSTOMERS: number(1, 1_000_000).default(500).describe('How many customers the sandboxes have.'),
} as const;

export type GatewayVariables = { [K in keyof typeof gatewayShape]: z.infer<(typeof gatewayShape)[K]> };

function number(least: number, most: number) {
  return z.coerce.number('must be a number').int('must be a whole number').min(least).max(most);
}
