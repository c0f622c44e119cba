import type { OperationDefinitionNode } from 'graphql';
import type { OperationWeight } from './operation-weight.js';

// A client has few sizes of pages; more kinds than this are somebody's play.
const MOST_KINDS = 50;

/**
 * What operations were found to weigh: the same document comes again and again, and only how many objects its variables ask for
 * makes a difference. A document that is forgotten takes its weights along.
 */
export class KnownWeights {
  readonly #byOperation = new WeakMap<OperationDefinitionNode, Map<string, OperationWeight>>();

  of(
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    weigh: () => OperationWeight,
  ): OperationWeight {
    const known = this.#byOperation.get(operation) ?? new Map<string, OperationWeight>();
    const kind = JSON.stringify(Object.entries(variables).map(([name, value]) => [name, counted(value)]));
    const weight = known.get(kind) ?? weigh();
    if (known.size < MOST_KINDS) known.set(kind, weight);
    this.#byOperation.set(operation, known);
    return weight;
  }
}

/** A number may be the size of a page; of anything else only its kind tells whether it is a good value. */
function counted(value: unknown): unknown {
  return typeof value === 'number' || value === null ? value : typeof value;
}
