import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

// The prefix lets scanners of repositories find keys that were committed.
const TEXT = /^bgk_([0-9a-f]{16})_([\w-]{43})$/;

export interface NewKey {
  readonly id: string;
  /** What its holder sends; shown once. */
  readonly text: string;
  readonly secretHash: string;
}

/** 256 bits of chance, so that a plain hash cannot be guessed back. */
export function newKey(random: (bytes: number) => Buffer = randomBytes): NewKey {
  const id = random(8).toString('hex');
  const secret = random(32).toString('base64url');
  return { id, text: `bgk_${id}_${secret}`, secretHash: hashOf(secret) };
}

/** Null for what is no key. */
export function readKey(text: string): { readonly id: string; readonly secretHash: string } | null {
  const [, id, secret] = TEXT.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secretHash: hashOf(secret) };
}

/** In a time that tells nothing of where they differ. */
export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
