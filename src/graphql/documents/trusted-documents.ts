import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

import { parse, print, stripIgnoredCharacters } from 'graphql';
import { z } from 'zod';
import { PROGRAM_FOLDER } from '../../kernel/program/program-folder.js';

/** Operations that are known by the SHA-256 of their text. */
export interface TrustedDocuments {
  /** The text behind a hash; null if nobody has registered it. */
  text(hash: string): string | null;
  /** Whether this very operation is registered, however it is laid out. */
  has(text: string): boolean;
  readonly size: number;
}

// https://www.apollographql.com/docs/kotlin/advanced/persisted-queries, and what @graphql-codegen/client-preset writes.
const Manifest = z.union([
  z.object({
    format: z.literal('apollo-persisted-query-manifest'),
    operations: z.array(z.object({ id: z.string(), body: z.string() })),
  }),
  z.record(z.string(), z.string()),
]);

/** A manifest that cannot be used; the message says which and why. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/**
 * The operations of a folder and those of the clients' manifests (hash to text, or Apollo's format).
 * @throws ManifestError
 */
export async function loadTrustedDocuments(folder: URL, manifests: readonly string[]): Promise<TrustedDocuments> {
  const texts = new Map<string, string>();
  const layouts = new Set<string>();
  const add = (text: string, id = hashOf(text)) => {
    texts.set(id, text);
    layouts.add(hashOf(stripIgnoredCharacters(text)));
  };
  for (const name of await readdir(folder)) {
    if (name.endsWith('.graphql')) add((await readFile(new URL(name, folder), 'utf8')).trim());
  }
  for (const path of manifests) for (const [id, body] of await operationsIn(path)) add(body, id);
  return {
    text: (hash) => texts.get(hash.replace(/^sha256:/, '')) ?? null,
    has: (text) => layouts.has(hashOf(text)) || layouts.has(hashOf(layoutOf(text))),
    size: texts.size,
  };
}

async function operationsIn(path: string): Promise<readonly (readonly [string, string])[]> {
  try {
    const manifest = Manifest.parse(JSON.parse(await readFile(path, 'utf8')));
    const operations =
      'operations' in manifest && Array.isArray(manifest.operations)
        ? manifest.operations.map(({ id, body }) => [id, body] as const)
        : Object.entries(manifest as Record<string, string>);
    for (const [id, body] of operations) {
      print(parse(body));
      if (hashOf(body) !== id) throw new Error(`the hash ${id} is not that of its operation`);
    }
    return operations;
  } catch (error) {
    const reason = error instanceof z.ZodError ? 'it is no manifest of operations' : (error as Error).message;
    throw new ManifestError(`The manifest ${path} cannot be used: ${reason}`);
  }
}

/** Without what does not matter; the text itself if it is no GraphQL, which is registered by nobody. */
function layoutOf(text: string): string {
  try {
    return stripIgnoredCharacters(text);
  } catch {
    return text;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The folder of operations that come with the gateway. */
export const OWN_OPERATIONS = new URL('schema/operations/', PROGRAM_FOLDER);
