import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const MOST_LINES = 300;
const MOST_FILES = 15;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/;

const entries = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile())
  .map((entry) => ({ folder: entry.parentPath.slice(root.length), path: join(entry.parentPath, entry.name) }));

describe('source files', () => {
  it(`have at most ${MOST_LINES} lines: a longer one is two subjects`, () => {
    const long = files
      .filter(({ path }) => /\.tsx?$/.test(path))
      .map(({ path }) => ({ path: path.slice(root.length), lines: lineCount(path) }));
    expect(long.length).toBeGreaterThan(0);
    expect(long.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
  });

  it('have kebab-case names, as do their folders', () => {
    const names = files.map(({ path }) => basename(path)).filter((name) => name !== 'README.md');
    expect(names.filter((name) => !KEBAB.test(name))).toEqual([]);
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect(folders.filter((name) => !KEBAB.test(`${name}.folder`))).toEqual([]);
  });

  it(`lie at most ${MOST_FILES} to a folder`, () => {
    const byFolder = Map.groupBy(files, ({ folder }) => folder);
    const counts = [...byFolder].map(([folder, { length }]) => ({ folder, files: length }));
    expect(counts.filter((count) => count.files > MOST_FILES)).toEqual([]);
  });
});

function lineCount(path: string): number {
  return readFileSync(path, 'utf8').trimEnd().split('\n').length;
}
