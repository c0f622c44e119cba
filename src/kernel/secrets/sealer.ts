import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A key that secrets are sealed under, and the name by which sealed ones remember it. */
export interface SealingKey {
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Buffer;
}

/** No key with that id is configured, or the text was changed, or belongs to something else. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
// The length that GCM is specified for; longer ones are hashed down to it.
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts secrets at rest with AES-256-GCM. The first key seals; the others still open what they sealed before. */
export class Sealer {
  readonly #keys: ReadonlyMap<string, SealingKey>;
  readonly #current: SealingKey | undefined;

  constructor(keys: readonly SealingKey[]) {
    this.#keys = new Map(keys.map((key) => [key.id, key]));
    this.#current = keys[0];
  }

  /** Whether anything can be sealed. */
  get ready(): boolean {
    return this.#current !== undefined;
  }

  get currentKeyId(): string | null {
    return this.#current?.id ?? null;
  }

  /** `owner`: what the secret belongs to; opened for anything else, the seal is broken. */
  seal(secret: string, owner: string): string {
    if (!this.#current) throw new SealBroken('there is no key to seal with');
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#current.bytes, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return [VERSION, this.#current.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
  }

  /** @throws SealBroken */
  open(sealed: string, owner: string): string {
    const [version, id = '', nonce = '', rest = ''] = sealed.split('.');
    const key = this.#keys.get(id);
    if (version !== VERSION) throw new SealBroken('the seal is of a kind that this version does not know');
    if (!key) throw new SealBroken(`the key "${id}" is not among those that are configured`);
    try {
      const bytes = Buffer.from(rest, 'base64url');
      const decipher = createDecipheriv(CIPHER, key.bytes, Buffer.from(nonce, 'base64url'), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(owner));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      throw new SealBroken('the seal is broken: the text was changed, or the key is another one under the same name');
    }
  }
}

/** Which key sealed it; null if it is no seal. */
export function sealedUnder(sealed: string): string | null {
  const [version, id] = sealed.split('.');
  return version === VERSION && id ? id : null;
}

/** Keys as configuration writes them: `name:base64,name:base64`; or what is wrong with them. */
export function parseSealingKeys(text: string): readonly SealingKey[] | string {
  const keys: SealingKey[] = [];
  for (const entry of text.split(',').flatMap((one) => one.trim() || [])) {
    const [id = '', ...rest] = entry.split(':');
    const bytes = Buffer.from(rest.join(':'), 'base64');
    if (!/^[\w-]{1,32}$/.test(id)) return 'each key needs a name of letters, digits and dashes before a colon';
    if (bytes.length !== 32)
      return `the key "${id}" must be 32 bytes in base64, for example from: openssl rand -base64 32`;
    if (keys.some((key) => key.id === id)) return `the name "${id}" is there twice`;
    keys.push({ id, bytes });
  }
  return keys;
}
