import { createClient } from '@keyv/redis';

/** What all planted secrets have in them. */
const MARK = 'c4n4ry';

/** The mark as it is, in hexadecimal digits, and in Base64, wherever it begins in what is encoded. */
const FORMS = [
  MARK,
  Buffer.from(MARK).toString('hex'),
  ...[0, 1, 2].map((before) => {
    const digits = Buffer.from(`${'x'.repeat(before)}${MARK}`)
      .toString('base64')
      .replace(/=+$/, '');
    return digits.slice(before === 0 ? 0 : before + 1, before === 0 ? undefined : -1);
  }),
];

/** Where a text holds a planted secret, or one of these others, with what stands around it; null if it holds none. */
export function canaryIn(text: string, others: readonly string[] = []): string | null {
  for (const form of [...FORMS, ...others]) {
    const at = text.indexOf(form);
    if (at >= 0) return text.slice(Math.max(0, at - 200), at + 60);
  }
  return null;
}

/** Everything that a Redis holds, by its keys. */
export async function redisDump(url: string): Promise<ReadonlyMap<string, string>> {
  const client = createClient({ url });
  await client.connect();
  const found = new Map<string, string>();
  try {
    for await (const keys of client.scanIterator({ COUNT: 1_000 })) {
      for (const key of keys) found.set(key, String(await client.get(key).catch(() => '')));
    }
  } finally {
    client.destroy();
  }
  return found;
}
