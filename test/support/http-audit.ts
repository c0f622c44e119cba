import { serverAudits } from 'graphql-http';
import { expect } from 'vitest';

/** What the audit of the GraphQL-over-HTTP working group finds: errors and warnings, none being good. */
export async function complaintsOf(url: string, fetchFn: typeof fetch): Promise<string[]> {
  const audits = serverAudits({ url: () => `${url}/graphql`, fetchFn });
  expect(audits.length).toBeGreaterThan(50);
  const found: string[] = [];
  for (const audit of audits) {
    const result = await audit.fn();
    if (result.status !== 'ok' && result.status !== 'notice')
      found.push(`${result.status}: ${result.name}: ${result.reason}`);
  }
  return found;
}
