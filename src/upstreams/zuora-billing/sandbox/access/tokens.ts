import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../../kernel/clock.js';

const LIFETIME_SECONDS = 3599;

/** The bearer tokens given out. Opaque, valid for an hour of the sandbox's clock or until they are revoked. */
export class Tokens {
  readonly #expiry = new Map<string, number>();

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly entityIds: readonly string[],
  ) {}

  issue() {
    const now = this.clock.now();
    for (const [token, until] of this.#expiry) if (until <= now) this.#expiry.delete(token);
    const token = randomUUID().replaceAll('-', '');
    this.#expiry.set(token, now + LIFETIME_SECONDS * 1000);
    return {
      access_token: token,
      token_type: 'bearer',
      expires_in: LIFETIME_SECONDS,
      scope: [
        'user.7c4d5433dc234c369a01b9719ecd059f',
        ...this.entityIds.map((id) => `entity.${id}`),
        'service.echo.read',
        'tenant.19',
      ].join(' '),
      jti: randomUUID().replaceAll('-', ''),
    };
  }

  isValid(token: string): boolean {
    return (this.#expiry.get(token) ?? 0) > this.clock.now();
  }

  revokeAll(): void {
    this.#expiry.clear();
  }
}
