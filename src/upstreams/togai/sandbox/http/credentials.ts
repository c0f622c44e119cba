import { createHash, createHmac } from 'node:crypto';
import { unauthorized } from './refusals.js';

const TOKEN_LIFE_S = 24 * 3600;

/**
 * The API key of the organisation, and the tokens made from it. Each is a bearer token; a token lives 24 hours.
 * https://docs.togai.com/api-reference/authentication
 */
export class Credentials {
  readonly apiKey: string;
  readonly #secret: string;
  readonly #revoked = new Set<string>();

  constructor(
    seed: string,
    private readonly now: () => number,
  ) {
    this.apiKey = `togai-sandbox-${digest(`${seed}\u0000api key`).slice(0, 32)}`;
    this.#secret = digest(`${seed}\u0000token secret`);
  }

  /** Throws a 401 unless the header holds the API key or a token that is still good. */
  check(authorization: string | undefined): void {
    const credential = bearerOf(authorization);
    if (credential === null) throw unauthorized('Unauthorized');
    if (credential === this.apiKey) return;
    const expiresAt = this.#expiryOf(credential);
    if (expiresAt === null) throw unauthorized('Unauthorized');
    if (expiresAt * 1000 <= this.now() || this.#revoked.has(credential)) {
      throw unauthorized('The incoming token has expired');
    }
  }

  /** A new token for the API key; a token is handed back as it is. */
  exchange(authorization: string | undefined): string {
    const credential = bearerOf(authorization);
    return credential !== null && credential !== this.apiKey ? credential : this.#issue();
  }

  /** Ends a token before its time; the API key does not expire. */
  revoke(authorization: string | undefined): void {
    const credential = bearerOf(authorization);
    if (credential !== null && credential !== this.apiKey) this.#revoked.add(credential);
  }

  reset(): void {
    this.#revoked.clear();
  }

  #issue(): string {
    const issuedAt = Math.floor(this.now() / 1000);
    const claims = { sub: 'togai-sandbox', iat: issuedAt, exp: issuedAt + TOKEN_LIFE_S };
    const body = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
    return `${body}.${this.#sign(body)}`;
  }

  /** Seconds since the epoch; null for a token that was not issued here. */
  #expiryOf(token: string): number | null {
    const [header = '', claims = '', signature] = token.split('.');
    if (signature !== this.#sign(`${header}.${claims}`)) return null;
    return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')).exp;
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#secret).update(body).digest('base64url');
  }
}

function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
