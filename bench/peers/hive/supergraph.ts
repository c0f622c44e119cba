import { fileURLToPath } from 'node:url';
import { getComposedSchemaFromConfig } from '@graphql-mesh/compose-cli';
import { DefaultLogger } from '@graphql-mesh/utils';
import { loadOpenAPISubgraph } from '@omnigraph/openapi';

const description = (name: string) => fileURLToPath(new URL(`../../upstream/${name}.openapi.json`, import.meta.url));
const operationHeaders = { authorization: 'Bearer bench' };

/** What `mesh-compose` makes of both descriptions and the types that are added to them. */
export async function composeSupergraph(upstream: string): Promise<string> {
  return await getComposedSchemaFromConfig(
    {
      subgraphs: [
        {
          sourceHandler: loadOpenAPISubgraph('ZuoraBilling', {
            source: description('zuora-billing'),
            endpoint: `${upstream}/zuora`,
            operationHeaders,
          }),
        },
        {
          sourceHandler: loadOpenAPISubgraph('Togai', {
            source: description('togai'),
            endpoint: `${upstream}/togai`,
            operationHeaders,
          }),
        },
      ],
    },
    new DefaultLogger('compose'),
  );
}
