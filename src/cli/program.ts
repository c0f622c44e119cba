import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { environmentExample } from '../config/example.js';
import { SCOPES } from '../domain/access/model.js';
import { schemaText } from '../graphql/schema.js';
import { upstreams } from '../upstreams/registry.js';
import { resealConnections } from './connections.js';
import { runDoctor } from './doctor.js';
import { createKey, listKeys, revokeKey } from './keys.js';
import { explainMapping } from './mapping.js';
import { runSandboxes } from './sandbox.js';

const program = new Command('billgraph').description("One GraphQL endpoint over a company's billing systems.");

program
  .command('start', { isDefault: true })
  .description('start the gateway (the default)')
  .action(async () => {
    await import('../main.js');
  });

program
  .command('sandbox')
  .description('start the sandboxes of the billing systems alone, until Ctrl-C')
  .option('--port <port>', 'port of the first one, the others follow; 0 takes free ones', wholeNumber, 4101)
  .option('--customers <count>', 'how many customers they have', wholeNumber, 500)
  .option('--seed <text>', 'same seed, same data', 'billgraph')
  .option('--no-limits', "do not enforce the vendors' rate and concurrency limits")
  .action(runSandboxes);

program
  .command('schema')
  .description('print the GraphQL schema')
  .option('--write', 'write it to schema/schema.graphql instead')
  .action(async ({ write }: { write?: boolean }) => {
    if (write) await writeFile('schema/schema.graphql', schemaText());
    else process.stdout.write(schemaText());
  });

program
  .command('env')
  .description('print every environment variable with its meaning')
  .option('--write', 'write them to .env.example instead')
  .action(async ({ write }: { write?: boolean }) => {
    const text = environmentExample(upstreams);
    if (write) await writeFile('.env.example', text);
    else process.stdout.write(text);
  });

program
  .command('doctor')
  .description('look whether the tenants in the environment or in .env can be used, and what they can do')
  .option('--json', 'print the findings as JSON')
  .action(runDoctor);

program
  .command('mapping')
  .description('how subscriptions become price plans')
  .command('explain <subscription>')
  .description('show the price plans that a subscription comes to, and what has no equal')
  .option('--json', 'print them as JSON')
  .action(explainMapping);

const keys = program.command('keys').description('API keys: who may come in, and what for');
keys
  .command('create')
  .description('make a key and print it, this once')
  .requiredOption('--name <name>', 'whose it is, for people')
  .requiredOption('--scopes <scopes>', `what it is good for, comma separated: ${SCOPES.join(', ')}`)
  .option('--systems <systems>', 'the billing systems that it may ask, comma separated; all without it')
  .option('--expires <when>', 'a number of days such as 90d, or a day such as 2027-01-31')
  .action(createKey);
keys
  .command('list')
  .description('show all keys, the newest first')
  .option('--json', 'print them as JSON')
  .action(listKeys);
keys.command('revoke <id>').description('make a key worthless').action(revokeKey);

program
  .command('connections')
  .description('links to tenants that were made at run time')
  .command('reseal')
  .description('encrypt their secrets under the first key of CONNECTION_KEYS, so that the others can go')
  .action(resealConnections);

for (const { commands } of upstreams) commands?.(program);

await program.parseAsync();

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
