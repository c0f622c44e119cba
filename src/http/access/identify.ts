import type { IncomingHttpHeaders } from 'node:http';
import { ANYBODY, type Caller } from '../../domain/access/model.js';
import { AccessDenied } from '../../kernel/errors.js';
import type { KeyCheck } from './key-check.js';
import type { TokenCheck } from './token-check.js';

export interface AccessOptions {
  /** Whether callers without credentials may do everything. */
  readonly open: boolean;
  readonly keys: KeyCheck;
  /** Null where no identity provider is configured. */
  readonly tokens: TokenCheck | null;
}

/** Finds out who calls. @throws AccessDenied (UNAUTHENTICATED), with nothing in it of what was sent. */
export async function identify(headers: IncomingHttpHeaders, { open, keys, tokens }: AccessOptions): Promise<Caller> {
  const credential = credentialIn(headers);
  if (credential === null) {
    if (open) return ANYBODY;
    throw new AccessDenied('UNAUTHENTICATED', 'Send an API key or a token: Authorization: Bearer …');
  }
  const caller = credential.startsWith('bgk_') ? await keys.callerOf(credential) : await tokens?.callerOf(credential);
  if (caller) return caller;
  throw new AccessDenied('UNAUTHENTICATED', 'The API key or token is not valid, has expired or was revoked.');
}

function credentialIn({ authorization, 'x-api-key': key }: IncomingHttpHeaders): string | null {
  if (authorization !== undefined) return /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
  return typeof key === 'string' ? key : null;
}
