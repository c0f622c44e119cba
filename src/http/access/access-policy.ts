import type { ApiKeyStore } from '../../domain/access/api-keys.js';
import type { Clock } from '../../kernel/clock.js';
import type { Trusts } from './caller-address.js';
import type { GuessLimit } from './guess-limit.js';
import type { AccessOptions } from './identify.js';
import { KeyCheck } from './key-check.js';
import { TokenCheck, type TokenSettings } from './token-check.js';

export interface AccessSettings {
  readonly mode: 'AUTO' | 'KEYS' | 'OPEN';
  /** Whether only programs of this machine reach the gateway. */
  readonly loopback: boolean;
  /** Whether there is nothing but made-up data behind it. */
  readonly sandboxOnly: boolean;
  readonly token: TokenSettings | null;
  readonly keys: ApiKeyStore;
  /** Null for no limit. */
  readonly guesses: GuessLimit | null;
  readonly trusts: Trusts;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/** The gateway would start for nobody, which is never what is meant. */
export class NoWayIn extends Error {
  override readonly name = 'NoWayIn';
}

/** Decides who is let in. @throws NoWayIn where callers need credentials and none could be good. */
export async function accessPolicy(settings: AccessSettings): Promise<AccessOptions> {
  const { mode, loopback, sandboxOnly, token, keys, guesses, trusts, clock, onError } = settings;
  const open = loopback && (mode === 'OPEN' || (mode === 'AUTO' && sandboxOnly));
  if (!open && token === null && !(await keys.hasUsable(clock.now()))) {
    throw new NoWayIn(
      [
        `Nobody could get in: ${sandboxOnly ? 'the gateway is reached from outside this machine' : 'there are real tenants behind the gateway'}, and there is no API key and no identity provider.`,
        '  - Make a key:  npx billgraph keys create --name me --scopes read',
        '  - or set JWT_ISSUER, JWT_AUDIENCE and JWT_JWKS_URL for tokens of your identity provider.',
        ...(loopback ? ['  - or set ACCESS=OPEN: then whoever reaches the port may do everything.'] : []),
      ].join('\n'),
    );
  }
  return {
    open,
    guesses,
    trusts,
    keys: new KeyCheck({ store: keys, clock, onError }),
    tokens: token === null ? null : new TokenCheck(token, clock),
  };
}
