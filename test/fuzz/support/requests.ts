import type { GraphQLSchema } from 'graphql';
import { damaged, hostileBody, hostileOperation } from './attacks.js';
import { type Operation, operationOf } from './operations.js';
import { randomFor } from './random.js';

export type Kind = 'valid' | 'near-valid' | 'damaged' | 'hostile values' | 'hostile document' | 'hostile body';

export interface FuzzRequest {
  readonly kind: Kind;
  readonly body: string;
}

/** What is sent as number `index` of a run: the same for the same seed and schema. */
export function requestFor(schema: GraphQLSchema, seed: number, index: number): FuzzRequest {
  const random = randomFor(seed, index);
  const of = (hostility: number) => operationOf(schema, random, hostility);
  const share = random.next();
  if (share < 0.12) return { kind: 'valid', body: bodyOf(of(0)) };
  if (share < 0.42) return { kind: 'near-valid', body: bodyOf(of(0.1)) };
  if (share < 0.6) return { kind: 'hostile values', body: bodyOf(of(0.4)) };
  if (share < 0.8) return { kind: 'damaged', body: bodyOf(damaged(random, of(0))) };
  if (share < 0.9) return { kind: 'hostile document', body: bodyOf(hostileOperation(random)) };
  return { kind: 'hostile body', body: hostileBody(schema, random, of(random.pick([0, 0.1]))) };
}

function bodyOf({ query, variables }: Operation): string {
  return `{"query":${JSON.stringify(query)},"variables":${variables}}`;
}
