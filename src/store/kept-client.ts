import pg from 'pg';

type Release = (client: pg.PoolClient, idle: unknown, error?: unknown) => void;

/**
 * Makes a pool keep its client when a statement has failed. It would end it and make another one; but those of an embedded
 * database share what they listen to, so that the next client was given answers to the last one's statements.
 */
export function keepClient(pool: pg.Pool): void {
  const { _release: release } = pg.Pool.prototype as unknown as { _release: Release };
  // Not that of the client, which would be taken for a sign of life.
  const { query } = pg.Client.prototype as unknown as { query(text: string): Promise<unknown> };
  const kept: Release = (client, idle, error) => {
    if (!error) {
      release.call(pool, client, idle);
      return;
    }
    // The end of a client would have ended its transaction.
    query.call(client, 'rollback').then(
      () => release.call(pool, client, idle),
      (reason: unknown) => release.call(pool, client, idle, reason),
    );
  };
  Object.assign(pool, { _release: kept });
}
