import { readdir, readFile } from 'node:fs/promises';
import { isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { gatewaySchema } from '../../../src/graphql/schema.js';

interface Endpoint {
  readonly call: string;
  readonly field: string;
  readonly test: string;
  /** What of the test file shows that it goes there. */
  readonly shownBy: string;
  /** The path that is asked in its place. */
  readonly instead: string | null;
  readonly verified: boolean;
}

const SOURCES = 'src/upstreams/zuora-billing';
const { CONTRACTS_DIR } = process.env;

const endpoints = (await readFile(new URL('endpoints.txt', import.meta.url), 'utf8'))
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line): Endpoint => {
    const [call = '', field = '', test = '', ...notes] = line.split(' | ');
    const said = (sign: string) => notes.find((note) => note.startsWith(sign));
    return {
      call,
      field,
      test,
      shownBy: notes.find((note) => !/^[>!] /.test(note)) ?? field.replace(/^\w+\./, ''),
      instead: said('> ')?.slice(2).replace(/: .*$/, '') ?? null,
      verified: said('! ') === undefined,
    };
  });

describe.each(endpoints)('$call', ({ field, test, shownBy, verified }) => {
  it(`is ${field}`, () => {
    const [type = '', name = ''] = field.split('.');
    const found = gatewaySchema().getType(type);
    expect(isObjectType(found) && Object.keys(found.getFields())).toContain(name);
  });

  it(`is tested by ${test}`, async () => {
    const text = await readFile(`test/e2e/${test}.test.ts`, 'utf8');
    expect(text).toContain('startTestGateway');
    expect(text).toContain(shownBy);
    // A gateway in front of a wire of the test's own has verifiers of its own, too.
    const own = text.includes('startContractProxies');
    const every = !/verified: false/.test(text) || /verified: options\.verified \?\? true/.test(text);
    expect(own || every).toBe(verified);
  });
});

it('is there once for each call', () => {
  const calls = endpoints.map(({ call }) => call);
  expect(calls.filter((call, at) => calls.indexOf(call) !== at)).toEqual([]);
});

describe.skipIf(!CONTRACTS_DIR)('the OpenAPI document', () => {
  type Operations = Readonly<Record<string, { readonly operationId?: string } | undefined>>;
  let paths: Readonly<Record<string, Operations>>;
  let sources: string;
  let section: string;
  beforeAll(async () => {
    ({ paths } = parse(await readFile(`${CONTRACTS_DIR}/zuora-billing.yaml`, 'utf8')) as { paths: typeof paths });
    const files = (await readdir(SOURCES, { recursive: true })).filter(
      (name) => name.endsWith('.ts') && !name.startsWith('sandbox/'),
    );
    sources = (await Promise.all(files.map((name) => readFile(`${SOURCES}/${name}`, 'utf8')))).join('\n');
    const contracts = await readFile(`${CONTRACTS_DIR}/CONTRACTS.md`, 'utf8');
    section = contracts.slice(contracts.indexOf('### 1.5'), contracts.indexOf('### 1.6'));
  });

  it('has every call, and the client makes it under its name or asks what stands in its place', () => {
    for (const { call, instead } of endpoints) {
      const [method = '', path = ''] = call.split(' ');
      const operation = paths[path]?.[method.toLowerCase()]?.operationId;
      expect(operation, call).toBeTypeOf('string');
      const made = isMade(operation ?? '');
      expect(made, call).toBe(instead === null);
      if (instead !== null) expect(paths[instead]?.get?.operationId, call).toBeTypeOf('string');
    }
  });

  it('is made use of wherever the contract lists an endpoint', () => {
    // Rows abbreviate: of `/v1/contacts[/{id}]` the part before the first sign that is no path has to be known.
    const listed = [
      ...section.matchAll(/`[^`]*?(\/(?:v1|events|notifications|query|charge-metrics|object-query)\/[\w/-]+)/g),
    ]
      .map(([, path = '']) => path.replace(/\/$/, ''))
      .filter((path) => path !== '/v1/creditmemos');
    expect(listed.length).toBeGreaterThan(40);
    const known = endpoints.map(({ call }) => call.replace(/^\w+ /, ''));
    expect(listed.filter((path) => !known.some((one) => one.startsWith(path)))).toEqual([]);
  });

  /** Names of CRUD operations on the catalog are put together. */
  function isMade(operation: string): boolean {
    if (/^Object_\w+Product/.test(operation)) return /`Object_\$\{verb\}\$\{name\}`/.test(sources);
    return sources.includes(`'${operation}'`);
  }
});
