import { type DocumentNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import { ReadDocuments } from '../../../src/graphql/documents/read-documents.js';

const document = (length: number) => parse(`{ ${'a'.repeat(length - 4)} }`);

async function read(documents: ReadDocuments, key: string, document: DocumentNode) {
  await documents.set(key, document);
  await documents.set(key, document);
}

it('keeps documents that come again, and none that comes once', async () => {
  const documents = new ReadDocuments(100);
  const [once, again] = [document(40), document(40)];
  await documents.set('1', once);
  await documents.set('2', again);
  expect(await Promise.all(['1', '2'].map((key) => documents.get(key)))).toEqual([undefined, undefined]);
  await documents.set('2', again);
  expect(await Promise.all(['1', '2'].map((key) => documents.get(key)))).toEqual([undefined, again]);
});

it('remembers ten thousand that came once, and the latest', async () => {
  const documents = new ReadDocuments(100);
  const one = document(10);
  for (let key = 0; key <= 10_000; key += 1) await documents.set(String(key), one);
  await documents.set('0', one);
  await documents.set('10000', one);
  expect(await Promise.all(['0', '10000'].map((key) => documents.get(key)))).toEqual([undefined, one]);
});

it('keeps documents of so much text, those that were used last', async () => {
  const documents = new ReadDocuments(100);
  const [first, second, third] = [document(40), document(40), document(30)];
  await read(documents, '1', first);
  await read(documents, '2', second);
  expect(await documents.get('1')).toBe(first);
  await read(documents, '3', third);
  expect(await Promise.all(['1', '2', '3'].map((key) => documents.get(key)))).toEqual([first, undefined, third]);
});

it('counts a document that is kept again, or left, no longer', async () => {
  const documents = new ReadDocuments(100);
  const [one, other] = [document(60), document(40)];
  for (let time = 0; time < 5; time += 1) await documents.set('1', one);
  await read(documents, '2', other);
  expect(await documents.get('1')).toBe(one);
  expect(await documents.delete('1')).toBe(true);
  expect(await documents.delete('1')).toBe(false);
  await read(documents, '3', one);
  expect(await documents.get('2')).toBe(other);
});

it('keeps none that is longer than all may be', async () => {
  const documents = new ReadDocuments(100);
  await read(documents, '1', document(101));
  expect(await documents.get('1')).toBeUndefined();
});
