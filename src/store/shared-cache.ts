import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';

const CONNECT_TIMEOUT_MS = 500;
const NAMESPACE = 'billgraph';

/**
 * The cache tier that several gateways share. Without an answer from it a read is a miss: by default the client would
 * queue commands and hold every request for seconds while Redis is gone.
 */
export function sharedCache(url: string): Keyv {
  const store = new KeyvRedis(
    { url, disableOfflineQueue: true, socket: { connectTimeout: CONNECT_TIMEOUT_MS } },
    { throwOnErrors: false, throwOnConnectError: false, connectionTimeout: CONNECT_TIMEOUT_MS, namespace: NAMESPACE },
  );
  return new Keyv(store, { useKeyPrefix: false });
}
