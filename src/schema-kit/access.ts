import { Extensions } from 'type-graphql';
import type { Scope } from '../domain/access/model.js';

/** What a caller needs to ask for a field. Every field of Query and Mutation has to say it. */
export function Needs(scope: Scope) {
  return Extensions({ needs: scope });
}

/** Marks a field that holds data of a person: hidden, where the gateway is set so, from callers without `personal`. */
export function Personal() {
  return Extensions({ personal: true });
}

/** Marks a field that its system cannot be asked for in bulk: each object costs a call, whatever the system takes otherwise. */
export function CallForEach() {
  return Extensions({ callForEach: true });
}
