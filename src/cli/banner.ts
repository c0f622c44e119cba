import type { Gateway } from '../app.js';
import type { Config } from '../config/load.js';

/** What a person sees when the gateway has started. */
export function banner({ url, systems, sandboxes, open, graphiql }: Gateway, { gateway }: Config): string {
  const width = Math.max(...systems.map(({ upstream }) => upstream.title.length));
  const lines = systems.map(({ upstream: { id, title } }) => {
    const sandbox = sandboxes.get(id);
    return `  ${title.padEnd(width)}  ${sandbox ? `sandbox at ${sandbox.url}` : 'your tenant'}`;
  });
  const notice =
    sandboxes.size === 0
      ? []
      : [
          '',
          sandboxes.size === systems.length
            ? '  Running on SANDBOXES: all data is made up, and no billing system is called.'
            : '  Some systems are SANDBOXES with made-up data: do not mistake them for your own.',
          '  See .env.example for how to connect your tenants.',
        ];
  const addresses = [
    ...(graphiql ? [`  GraphiQL  ${url}/graphiql`] : []),
    `  GraphQL   ${url}/graphql`,
    `  Store     ${storeName(gateway.DATABASE_URL)}`,
    `  Access    ${open ? 'OPEN: whoever reaches this port may do everything' : 'with an API key or a token'}`,
  ];
  return ['', '  Billgraph is ready.', '', ...addresses, '', ...lines, ...notice, '', ''].join('\n');
}

/** Without user and password. */
function storeName(url: string): string {
  if (!URL.canParse(url) || url.startsWith('pglite:')) return `embedded, in ${url.slice('pglite:'.length) || 'memory'}`;
  const { host, pathname } = new URL(url);
  return `PostgreSQL, ${host}${pathname}`;
}
