import type { DiscoverySource } from '../domain/identity/ports.js';
import type { ConnectedSystem } from './connected.js';

/** The lists of a connection. Its records are told from those of the system's other connections by its key. */
export function sourceOf({ key, upstream, connection }: ConnectedSystem): DiscoverySource {
  if (key === upstream.id) return { system: key, streams: connection.discovery };
  return {
    system: key,
    streams: connection.discovery.map((stream) => ({
      name: stream.name,
      async page(cursor, options) {
        const { records, next } = await stream.page(cursor, options);
        return { records: records.map((record) => ({ ...record, system: key })), next };
      },
    })),
  };
}
