import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';

// biome-ignore lint/suspicious/noExplicitAny: tests look into rows of every shape
export type Row = Record<string, any> & { readonly id: string };

/** Every row of an object that a sandbox holds, over its own Object Query and not through the gateway. */
export function tenantRows(sandbox: ZuoraSandbox) {
  const { apiAccessKeyId, apiSecretAccessKey } = sandbox.legacyCredentials;
  return async (objects: string, ...filters: string[]): Promise<Row[]> => {
    const rows: Row[] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams([
        ['pageSize', '99'],
        ...filters.map((filter): [string, string] => ['filter[]', filter]),
        ...(cursor === undefined ? [] : [['cursor', cursor] as [string, string]]),
      ]);
      const answer = await fetch(`${sandbox.url}/object-query/${objects}?${query}`, {
        headers: { apiAccessKeyId, apiSecretAccessKey, 'zuora-version': '2025-08-12' },
      });
      const body = (await answer.json()) as { data?: Row[]; nextPage?: string };
      if (!body.data) throw new Error(`the sandbox refused ${objects}: ${JSON.stringify(body)}`);
      rows.push(...body.data);
      cursor = body.nextPage;
    } while (cursor !== undefined);
    return rows;
  };
}
