import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { type Caller, scopesIn } from '../../domain/access/model.js';
import type { Clock } from '../../kernel/clock.js';

/** How tokens of the company's identity provider are known. */
export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  /** Nothing symmetric and not `none`: whoever holds the public key must not be able to sign. */
  readonly algorithms: readonly string[];
  readonly clockSkewSeconds: number;
  /** The claim that holds scopes, as a list or as words. */
  readonly scopeClaim: string;
}

const PROVIDER_TIMEOUT_MS = 5_000;
// A new signing key is fetched when it is first met, but nobody makes us fetch more often.
const COOLDOWN_MS = 30_000;

/** Knows the holders of JWTs. */
export class TokenCheck {
  readonly #settings: TokenSettings;
  readonly #clock: Clock;
  readonly #keys;

  constructor(settings: TokenSettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
    this.#keys = createRemoteJWKSet(new URL(settings.jwksUrl), {
      timeoutDuration: PROVIDER_TIMEOUT_MS,
      cooldownDuration: COOLDOWN_MS,
    });
  }

  /** Null for a token that is not good. @throws if the identity provider cannot be asked for its keys. */
  async callerOf(token: string): Promise<Caller | null> {
    const { issuer, audience, algorithms, clockSkewSeconds, scopeClaim } = this.#settings;
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer,
        audience,
        algorithms: [...algorithms],
        clockTolerance: clockSkewSeconds,
        currentDate: new Date(this.#clock.now()),
        requiredClaims: ['exp', 'sub'],
      });
      return {
        kind: 'token',
        id: `token:${payload.sub}`,
        name: typeof payload.name === 'string' ? payload.name : String(payload.sub),
        scopes: scopesIn(wordsIn(payload, scopeClaim)),
        systems: null,
      };
    } catch (error) {
      if (error instanceof errors.JOSEError && !UNREACHABLE.has(error.code)) return null;
      throw error;
    }
  }
}

// Not the caller's fault: the keys could not be had.
const UNREACHABLE: ReadonlySet<string> = new Set([errors.JWKSTimeout.code, errors.JOSEError.code]);

function wordsIn(payload: JWTPayload, claim: string): readonly string[] {
  const value = payload[claim];
  if (typeof value === 'string') return value.split(/[\s,]+/);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
