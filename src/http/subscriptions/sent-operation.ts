import type { SentOperation } from '../../graphql/subscriptions/operation.js';

/** The operation in what a client sent, which may be anything; null if there is none. */
export function sentOperation(sent: unknown): SentOperation | null {
  if (typeof sent !== 'object' || sent === null) return null;
  const { query, operationName, variables } = sent as Record<string, unknown>;
  if (typeof query !== 'string') return null;
  return {
    query,
    operationName: typeof operationName === 'string' ? operationName : null,
    variables: objectIn(variables),
  };
}

/** In an address variables are JSON. */
function objectIn(variables: unknown): Record<string, unknown> {
  const value = typeof variables === 'string' ? parsed(variables) : variables;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
