import { z } from 'zod';
import type { DiscoverySource } from '../../../src/domain/identity/ports.js';
import { record } from '../../support/store-records.js';

const Answer = z.object({ page: z.number(), next: z.string().nullable() });

export const PER_PAGE = 3;

/** A system that is read from a page server, whose streams are called `<system>-a`, `<system>-b`. */
export function pageSource(url: string, system: string): DiscoverySource {
  const stream = (name: string): DiscoverySource['streams'][number] => ({
    name,
    page: async (cursor, { signal }) => {
      const response = await fetch(`${url}/${name}${cursor === null ? '' : `?cursor=${cursor}`}`, { signal });
      const { page, next } = Answer.parse(await response.json());
      const records = Array.from({ length: PER_PAGE }, (_, at) => record(system, `${name}-${page}-${at}`));
      return { records, next };
    },
  });
  return { system, streams: [stream(`${system}-a`), stream(`${system}-b`)] };
}
