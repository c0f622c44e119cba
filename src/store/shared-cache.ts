import { Keyv } from 'keyv';

const CONNECT_TIMEOUT_MS = 500;
const NAMESPACE = 'billgraph';

/**
 * The cache tier that several gateways share. Without an answer from it a read is a miss: by default the client would
 * queue commands and hold every request for seconds while Redis is gone.
 */
export async function sharedCache(url: string): Promise<Keyv> {
  // A large package, and most gateways need none.
  const { default: KeyvRedis } = await import('@keyv/redis');
  const store = new KeyvRedis(
    { url, disableOfflineQueue: true, socket: { connectTimeout: CONNECT_TIMEOUT_MS } },
    { throwOnErrors: false, throwOnConnectError: false, connectionTimeout: CONNECT_TIMEOUT_MS, namespace: NAMESPACE },
  );
  return new Keyv(store, { useKeyPrefix: false });
}
