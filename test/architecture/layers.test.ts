import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOUNDATION, PACKAGES, VIOLATIONS } from './planted-violations.js';

const root = new URL('../..', import.meta.url).pathname;

/** Every breach of a rule below `folder`, as `rule: from -> to`. */
async function breaches(folder: string): Promise<string[]> {
  const { output } = await cruise(['src'], { ...(await options()), baseDir: folder }, undefined, {
    tsConfig: extractTSConfig(join(root, 'tsconfig.json')),
  });
  const { violations } = (output as ICruiseResult).summary;
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();
}

async function options(): Promise<ICruiseOptions> {
  return extractDepcruiseOptions(join(root, '.dependency-cruiser.cjs'));
}

describe('the layers', () => {
  it('hold: imports point inward', async () => {
    expect(await breaches(root)).toEqual([]);
  });

  it('have a rule for every folder', async () => {
    const known = [
      'assembly',
      'cli',
      'config',
      'console',
      'domain',
      'flows',
      'graphql',
      'http',
      'kernel',
      'schema-kit',
      'store',
    ];
    const entries = await readdir(join(root, 'src'), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect(folders.filter((name) => ![...known, 'upstreams'].includes(name))).toEqual([]);
    const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    expect(files.filter((name) => !['app.ts', 'main.ts', 'serve.ts'].includes(name))).toEqual([]);
  });
});

describe('the rules', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'billgraph-'));
    await plant({ ...PACKAGES, ...FOUNDATION });
  });

  afterAll(() => rm(folder, { recursive: true }));

  async function plant(files: Record<string, string>) {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  }

  it('let every allowed import pass', async () => {
    expect(await breaches(folder)).toEqual([]);
  });

  it('each fire on a planted breach, and on nothing else', async () => {
    await plant(Object.fromEntries(VIOLATIONS.map(({ from, code }) => [from, code])));
    expect(await breaches(folder)).toEqual(VIOLATIONS.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`).sort());

    const { ruleSet } = await options();
    const names = (ruleSet?.forbidden ?? []).map(({ name }) => name);
    expect([...new Set(VIOLATIONS.map(({ rule }) => rule))].sort()).toEqual(names.sort());
  });
});
