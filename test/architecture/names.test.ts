import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const VENDORS = /zuora|togai|first-?promoter/i;
const HOME = /^src\/upstreams\/(?!sandbox-kit\/)[^/]+\/|^src\/upstreams\/registry\.ts$/;

/** Files that may name a vendor, each with its reason. An entry that is not needed any more fails the test. */
const EXCUSED: Readonly<Record<string, string>> = {};

const naming = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
  .filter((path) => !HOME.test(path) && VENDORS.test(path + codeOf(path)));

describe('vendors', () => {
  it('are named in their own folders and the registry only, so that adding one is a folder and a line', () => {
    expect(naming.filter((path) => !(path in EXCUSED))).toEqual([]);
  });

  it('have no excuse left over', () => {
    expect(Object.keys(EXCUSED).filter((path) => !naming.includes(path))).toEqual([]);
  });
});

/** Without comments: a reason or a source may well name the vendor that it comes from. */
function codeOf(path: string): string {
  return readFileSync(join(root, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}
