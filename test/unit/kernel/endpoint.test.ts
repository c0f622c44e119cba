import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  endpointProblem,
  isPublic,
  lookupFor,
  publicLookup,
  publicLookupBy,
} from '../../../src/kernel/http/endpoint.js';
import { undiciTransport } from '../../../src/kernel/http/transport.js';

describe('an address', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
  ])('%s is not public', (address) => {
    expect(isPublic(address, 4)).toBe(false);
  });

  it.each([
    ...['::', '::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%1', 'fec0::1', 'ff02::1', '100::1', '5f00::1'],
    // IPv4 in all the ways that IPv6 has for it: mapped, compatible, translated, tunnelled.
    ...[
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      '::ffff:a9fe:a9fe',
      '0:0:0:0:0:FFFF:C0A8:0101',
      '::127.0.0.1',
      '::a9fe:a9fe',
    ],
    ...['64:ff9b::10.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::8.8.8.8', '2002:7f00:1::', '2001::1', '2001:db8::1'],
    ...['3fff::1', '', 'localhost', '127.0.0.1', '1::2::3'],
  ])('%s is not public', (address) => {
    expect(isPublic(address, 6)).toBe(false);
  });

  it.each(['', 'localhost', '2130706433', '0x7f.1', '::1', '8.8.8', '8.8.8.8 '])('%j is none at all', (text) => {
    expect(isPublic(text, 4)).toBe(false);
  });

  it.each([
    ['8.8.8.8', 4],
    ['172.32.0.1', 4],
    ['2606:4700::1111', 6],
    ['2001:4860:4860::8888', 6],
    ['::ffff:8.8.8.8', 6],
    ['64:ff9b::8.8.8.8', 6],
    ['2a00:1450:4001:82b:0:0:0:200e', 6],
  ])('%s is', (address, family) => {
    expect(isPublic(address, family)).toBe(true);
  });
});

describe("a vendor's host", () => {
  const rules = { domains: ['zuora.com'], allowed: ['127.0.0.1:4101'] };

  it('that leads into the own network is not connected to', async () => {
    const error = await new Promise((resolve) => publicLookup('localhost', {}, resolve));
    expect(String(error)).toMatch(/localhost leads to .*, which is not public/);
  });

  it('is looked up so; one that is allowed by hand is not', () => {
    expect(lookupFor('https://rest.zuora.com', rules)).toBe(publicLookup);
    expect(lookupFor('http://127.0.0.1:4101', rules)).toBeUndefined();
  });
});

describe('an endpoint', () => {
  const rules = { domains: ['zuora.com'], allowed: ['10.0.0.5:8443', 'billing.internal'] };

  it.each([
    ...[
      'http://169.254.169.254/latest/meta-data',
      'https://2130706433',
      'https://0x7f000001',
      'https://0177.0.0.1',
      'https://127.1',
    ],
    ...['https://[::1]', 'https://[::ffff:169.254.169.254]', 'https://[::ffff:a9fe:a9fe]', 'https://[64:ff9b::a00:1]'],
    ...[
      'https://localhost',
      'https://10.0.0.5',
      'https://10.0.0.5:8444',
      'https://zuora.com.evil.example',
      'https://evilzuora.com',
    ],
    ...[
      'https://rest.zuora.com.',
      'https://rest.zuor\u0430.com',
      'https://rest.zuora.com%2eevil.example',
      'https://rest。zuora。com.evil.example',
    ],
    ...['https://rest.zuora.com@evil.example', 'https://evil.example#.zuora.com', 'https://evil.example/?.zuora.com'],
    ...['http://rest.zuora.com', 'https://rest.zuora.com:8443', 'file:///etc/passwd'],
    ...['gopher://rest.zuora.com', 'https:/evil.example', '//evil.example', '', 'https://'],
  ])('%s is refused', (address) => {
    expect(endpointProblem(address, rules)).toEqual(expect.any(String));
  });

  it.each([
    'https://rest.zuora.com',
    'HTTPS://REST.EU.ZUORA.COM/',
    'https://10.0.0.5:8443',
    'http://billing.internal:81/x',
  ])('%s is taken', (address) => {
    expect(endpointProblem(address, rules)).toBeNull();
  });
});

describe('the wire', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.closeAllConnections();
  });
  async function listening(answer: (response: import('node:http').ServerResponse) => void) {
    const hosts: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      hosts.push(request.headers.host);
      answer(response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { hosts, port: (server.address() as AddressInfo).port };
  }
  const request = { method: 'GET', path: '/', headers: {} } as const;
  const signal = new AbortController().signal;

  it('connects to the address that was looked at, and looks again for each connection', async () => {
    const { hosts, port } = await listening((response) => response.setHeader('connection', 'close').end('{}'));
    const leadsTo = ['127.0.0.1', '127.0.0.1'];
    const looked: string[] = [];
    const wire = undiciTransport(`http://rest.zuora.com:${port}`, {
      connections: 1,
      lookup: (hostname, options, done) => {
        looked.push(hostname);
        const address = leadsTo.shift();
        if (!address) return done(new Error('the name leads elsewhere now'), '', 0);
        return options.all ? done(null, [{ address, family: 4 }]) : done(null, address, 4);
      },
    });
    for (const _ of [1, 2]) expect((await wire.send(request, signal)).status).toBe(200);
    await expect(wire.send(request, signal)).rejects.toThrow('the name leads elsewhere now');
    expect(hosts).toEqual([`rest.zuora.com:${port}`, `rest.zuora.com:${port}`]);
    expect(looked).toEqual(['rest.zuora.com', 'rest.zuora.com', 'rest.zuora.com']);
    await wire.close();
  });

  it('does not connect to a name that was public a moment ago, nor to one that is public in part', async () => {
    const { hosts, port } = await listening((response) => response.end('{}'));
    const answers = [['93.184.215.14'], ['127.0.0.1'], ['93.184.215.14', '127.0.0.1'], ['::ffff:127.0.0.1']];
    const lookup = publicLookupBy(((_host: string, _options: object, done: (error: null, found: object[]) => void) => {
      const found = answers.shift() ?? [];
      done(
        null,
        found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    }) as unknown as Parameters<typeof publicLookupBy>[0]);
    // The first one is looked at and passes; nobody connects to it here.
    const first = await new Promise((resolve) =>
      lookup('rest.zuora.com', { all: true }, (_error, found) => resolve(found)),
    );
    expect(first).toEqual([{ address: '93.184.215.14', family: 4 }]);
    const wire = undiciTransport(`http://rest.zuora.com:${port}`, { connections: 1, lookup });
    for (const leadsTo of ['127.0.0.1', '127.0.0.1', '::ffff:127.0.0.1']) {
      await expect(wire.send(request, signal)).rejects.toThrow(
        `rest.zuora.com leads to ${leadsTo}, which is not public`,
      );
    }
    expect(hosts).toEqual([]);
    await wire.close();
  });

  it.each([301, 302, 303, 307, 308])(
    'follows no redirect, whether the answer is read whole or as it comes: %d',
    async (status) => {
      const inside = await listening((response) => response.end('secret'));
      const { port } = await listening((response) =>
        response.writeHead(status, { location: `http://127.0.0.1:${inside.port}/` }).end(),
      );
      const wire = undiciTransport(`http://127.0.0.1:${port}`, { connections: 1 });
      expect((await wire.send(request, signal)).status).toBe(status);
      const { status: opened, body } = await wire.open(request, signal);
      for await (const _ of body) throw new Error('there is nothing to read');
      expect(opened).toBe(status);
      expect(inside.hosts).toEqual([]);
      await wire.close();
    },
  );
});
