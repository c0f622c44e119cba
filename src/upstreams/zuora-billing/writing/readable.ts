import { refusal } from '../../../kernel/refusal.js';
import type { WriteDesk } from './write-desk.js';

/**
 * Throws a Refusal on tenants without Object Query, for what can be made without it and neither be shown nor looked for
 * after a lost answer: ask it before anything is sent. `what` begins the sentence, such as `Recording usage`.
 */
export async function requireReadable({ capabilities }: WriteDesk, what: string): Promise<void> {
  if (await capabilities.has('objectQuery')) return;
  throw refusal('UNSUPPORTED', `${what} needs Object Query, which this tenant does not have.`);
}
