import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { KeptConnection } from '../../../src/domain/connections/ports.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { silentLogger } from '../../../src/kernel/logger.js';
import { KnownSecrets } from '../../../src/kernel/secrets/known-secrets.js';
import { Sealer } from '../../../src/kernel/secrets/sealer.js';
import {
  ConnectedSystems,
  type ConnectedSystemsOptions,
  type Opening,
} from '../../../src/upstreams/connected-systems.js';
import { upstreams } from '../../../src/upstreams/registry.js';

it('opens no connection to where none may lead any more', async () => {
  const sealer = new Sealer([{ id: 'one', bytes: randomBytes(32) }]);
  const kept = (handle: string, endpoint: string): KeptConnection => ({
    ...{ key: `TOGAI/${handle}`, name: handle, endpoint, settings: {}, secretNames: [], version: 1, createdAt: 0 },
    ...{ sealed: sealer.seal('{"API_KEY":"key-of-the-tenant"}', `TOGAI/${handle}`), chargeId: null, chargeKind: null },
  });
  const opened: Opening[] = [];
  const systems = new ConnectedSystems({
    upstreams,
    sealer,
    secrets: new KnownSecrets(),
    book: { list: async () => [kept('moved', 'http://10.0.0.5'), kept('eu', 'https://api.togai.com')] },
    kinds: {
      endpointProblem: (_upstream: unknown, endpoint: string) =>
        endpoint.startsWith('http:') ? 'It leads inside.' : null,
      settings: () => ({}),
      lookup: () => undefined,
    },
    open: (opening: Opening) => {
      opened.push(opening);
      return { ...opening, connection: { close: async () => {} } };
    },
    onChange: () => {},
    clock: systemClock,
    log: silentLogger,
  } as unknown as ConnectedSystemsOptions);
  await systems.refresh();
  expect(opened.map(({ key }) => key)).toEqual(['TOGAI/eu']);
  const findings = await systems.examine('TOGAI/moved', new AbortController().signal);
  expect(findings).toMatchObject([{ state: 'PROBLEM', found: 'It leads inside.' }]);
});
