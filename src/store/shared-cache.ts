import { Keyv } from 'keyv';

const NAMESPACE = 'billgraph';

/** The cache tier that several gateways share. Without an answer from it a read is a miss. */
export async function sharedCache(url: string): Promise<Keyv> {
  const { PatientRedis } = await import('./outages/patient-redis.js');
  return new Keyv(new PatientRedis(url, NAMESPACE), { useKeyPrefix: false });
}
