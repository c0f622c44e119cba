import type { IncomingHttpHeaders } from 'node:http';
import { ANYBODY, type Caller } from '../../domain/access/model.js';
import { AccessDenied } from '../../kernel/errors.js';
import type { Trusts } from './caller-address.js';
import type { GuessLimit } from './guess-limit.js';
import type { KeyCheck } from './key-check.js';
import type { TokenCheck } from './token-check.js';

export interface AccessOptions {
  /** Whether callers without credentials may do everything. */
  readonly open: boolean;
  readonly keys: KeyCheck;
  /** Null where no identity provider is configured. */
  readonly tokens: TokenCheck | null;
  /** Null for no limit. */
  readonly guesses: GuessLimit | null;
  /** The proxies in front. */
  readonly trusts: Trusts;
}

/** Whether somebody who was let in may still be: a credential that is not good any more is no guess. */
export function stillIn(knock: Knock, access: AccessOptions): Promise<Caller> {
  return identify(knock, { ...access, guesses: null });
}

/** What is known of a request before anything of it is done. */
export interface Knock {
  readonly headers: IncomingHttpHeaders;
  /** The address it came from. */
  readonly ip: string;
}

/**
 * Finds out who calls.
 * @throws AccessDenied (UNAUTHENTICATED), with nothing in it of what was sent; LimitExceeded for who has guessed too often
 */
export async function identify(
  { headers, ip }: Knock,
  { open, keys, tokens, guesses }: AccessOptions,
): Promise<Caller> {
  const credential = credentialIn(headers);
  if (credential === null) {
    if (open) return ANYBODY;
    throw new AccessDenied('UNAUTHENTICATED', 'Send an API key or a token: Authorization: Bearer …');
  }
  await guesses?.admit(ip, credential);
  const caller = credential.startsWith('bgk_') ? await keys.callerOf(credential) : await tokens?.callerOf(credential);
  if (caller) {
    guesses?.passed(credential);
    return caller;
  }
  await guesses?.failed(ip);
  throw new AccessDenied('UNAUTHENTICATED', 'The API key or token is not valid, has expired or was revoked.');
}

function credentialIn({ authorization, 'x-api-key': key }: IncomingHttpHeaders): string | null {
  if (authorization !== undefined) return /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
  return typeof key === 'string' ? key : null;
}
