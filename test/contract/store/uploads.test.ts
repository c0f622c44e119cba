import { beforeAll, expect, it } from 'vitest';
import type { RowNumber, UploadChunk, UploadPart, UploadRecord } from '../../../src/domain/uploads/model.js';
import type { UploadBook } from '../../../src/domain/uploads/ports.js';
import { openUploadBook } from '../../../src/store/uploads/open-upload-book.js';
import { describeStore } from '../../support/store.js';

const SCOPE = 'SYSTEM:tenant';
const AT = '2026-03-01T10:00:00.000Z';

let made = 0;
function upload(changes: Partial<UploadRecord> = {}): UploadRecord {
  made += 1;
  return {
    id: `up_${String(made).padStart(4, '0')}`,
    scope: SCOPE,
    fileName: 'file.csv',
    template: 'T',
    state: 'VALIDATING',
    options: { kind: 'X', list: ['ü', "'"] },
    rows: 0,
    digest: null,
    problems: [{ line: 1, column: null, reason: '"quoted"' }],
    problemCount: 1,
    failure: null,
    jobId: null,
    putToken: `put-${made}`,
    putPart: null,
    readToken: `read-${made}`,
    leaseUntil: null,
    runs: 0,
    createdAt: AT,
    finishedAt: null,
    parts: [],
    ...changes,
  };
}
const part = (number: number, changes: Partial<UploadPart> = {}): UploadPart => ({
  number,
  state: 'READY',
  rows: 10,
  fileName: `part-${number}.csv`,
  attempt: 1,
  requestId: null,
  baseline: null,
  message: null,
  sentAt: null,
  ...changes,
});

const chunk = (text: string, ...numbers: RowNumber[]): UploadChunk => ({ bytes: Buffer.from(text), numbers });
const account = (value: string, rows = 1): RowNumber => ({ kind: 'ACCOUNT', value, rows });
const subscription = (value: string, rows = 1): RowNumber => ({ kind: 'SUBSCRIPTION', value, rows });

describeStore('the book of uploads', (store) => {
  let book: UploadBook;
  beforeAll(async () => {
    book = await openUploadBook(store());
  });
  const accepted = async (parts: readonly UploadPart[], changes: Partial<UploadRecord> = {}) => {
    const made = await book.create(upload(changes), null);
    const content = { state: 'UPLOADING', rows: 30, digest: `digest of ${made.id}` };
    expect(await book.accept(made.id, ['VALIDATING'], parts, content, true)).toBe('ACCEPTED');
    expect(await book.accept(made.id, ['VALIDATING'], parts, content, true)).toBe('MOVED');
    return made.id;
  };

  it('gives an upload as it was added, by id, by either token, and the first one of a key', async () => {
    const first = upload();
    expect(await book.create(first, 'k')).toEqual(first);
    expect(await book.get(first.id)).toEqual(first);
    expect(await book.byToken(first.putToken ?? '')).toEqual(first);
    expect(await book.byToken(first.readToken)).toEqual(first);
    expect(await book.byToken('nobody')).toBeNull();
    expect(await book.create(upload(), 'k')).toEqual(first);
    const elsewhere = upload({ scope: 'SYSTEM:other' });
    expect(await book.create(elsewhere, 'k')).toEqual(elsewhere);
  });

  it('changes what is in a state, and nothing else', async () => {
    const { id } = await book.create(upload(), null);
    expect(await book.change(id, ['FAILED'], { state: 'STAGED' })).toBe(false);
    expect(await book.change(id, ['VALIDATING'], { state: 'FAILED', failure: 'x', problems: [], finishedAt: AT })).toBe(
      true,
    );
    expect(await book.get(id)).toMatchObject({ state: 'FAILED', failure: 'x', problems: [], finishedAt: AT });
  });

  it('lets one at a time send a file, until the lease is over', async () => {
    const { id } = await book.create(upload({ state: 'WAITING' }), null);
    const claim = (now: string) =>
      book.claimFile(
        id,
        ['WAITING', 'VALIDATING'],
        { state: 'VALIDATING', leaseUntil: '2026-03-01T10:00:30.000Z' },
        now,
      );
    const claims = await Promise.all([claim(AT), claim(AT), claim(AT)]);
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await claim('2026-03-01T10:00:29.000Z')).toBe(false);
    expect(await claim('2026-03-01T10:00:31.000Z')).toBe(true);
  });

  it('keeps what parts hold, byte by byte and in order', async () => {
    const id = await accepted([part(1), part(2)]);
    const bytes = Buffer.from([0, 1, 255, 39, 92, 10]);
    await book.addChunk(id, 1, 1, chunk('second'));
    await book.addChunk(id, 1, 0, { bytes, numbers: [] });
    await book.addChunk(id, 2, 0, chunk('other'));
    const read = async (number: number) => {
      const chunks: Buffer[] = [];
      for await (const chunk of book.chunks(id, number)) chunks.push(Buffer.from(chunk));
      return chunks.map((chunk) => chunk.toString('latin1'));
    };
    expect(await read(1)).toEqual([bytes.toString('latin1'), 'second']);
    await book.replacePart(id, 1, [chunk('new')], { rows: 3, attempt: 2 });
    expect(await read(1)).toEqual(['new']);
    expect((await book.get(id))?.parts).toEqual([part(1, { rows: 3, attempt: 2 }), part(2)]);
    await book.dropChunks(id, 1);
    expect([await read(1), await read(2)]).toEqual([[], ['other']]);
  });

  it('gives turns to two parts of a tenant at a time, over all uploads, and to none while one is lost', async () => {
    const scope = 'SYSTEM:turns';
    const [one, other] = [await accepted([part(1), part(2)], { scope }), await accepted([part(1)], { scope })];
    const claim = (id: string) => book.claimPart(id, scope, 2, { sentAt: AT, baseline: 4_000_000_000 });
    const claims = await Promise.all([claim(one), claim(other), claim(one), claim(other)]);
    const taken = claims.filter((each) => each !== null && each !== 'WAIT');
    expect(taken).toHaveLength(2);
    expect(taken[0]).toMatchObject({ state: 'SENDING', sentAt: AT, baseline: 4_000_000_000 });
    const [first] = await book.partsIn(scope, ['SENDING']);
    const { uploadId = '', number = 0 } = first ?? {};
    expect(await book.changePart(uploadId, number, ['SENT'], { state: 'DONE' })).toBe(false);
    expect(await book.changePart(uploadId, number, ['SENDING'], { state: 'LOST' })).toBe(true);
    // Null where nothing of the upload is left to be sent.
    expect([await claim(one), await claim(other)].filter((each) => each !== null)).toEqual(['WAIT']);
    expect(await book.changePart(uploadId, number, ['LOST'], { state: 'DONE', requestId: 43_101 })).toBe(true);
    expect(await book.knownRequests(scope, [43_100, 43_101])).toEqual(new Set([43_101]));
    expect(await book.knownRequests(SCOPE, [43_101])).toEqual(new Set());
  });

  it('knows a file that was accepted before', async () => {
    const id = await accepted([part(1)], { digest: null });
    await book.change(id, ['UPLOADING'], { digest: 'abc' });
    expect((await book.twins(SCOPE, 'T', 'abc')).map((one) => [one.id, one.parts.length])).toEqual([[id, 1]]);
    expect(await book.twins(SCOPE, 'other', 'abc')).toEqual([]);
  });

  it('accepts one of two uploads of the same content that come at once', async () => {
    const two = [await book.create(upload(), null), await book.create(upload(), null)];
    const accept = ({ id }: UploadRecord, unlessTwin: boolean) =>
      book.accept(id, ['VALIDATING'], [part(1)], { state: 'UPLOADING', digest: 'same' }, unlessTwin);
    const accepted = await Promise.all(two.map((each) => accept(each, true)));
    expect([...accepted].sort()).toEqual(['ACCEPTED', 'TWIN']);
    const refused = two[accepted.indexOf('TWIN')] as UploadRecord;
    expect(await book.get(refused.id)).toMatchObject({ state: 'VALIDATING', digest: null, parts: [] });
    expect(await accept(refused, false)).toBe('ACCEPTED');
  });

  it('keeps rows in error in their order, thousands of them', async () => {
    const id = await accepted([part(1)]);
    const errors = Array.from({ length: 2_500 }, (_, at) => ({
      errorId: String(at),
      part: at < 1_000 ? 1 : 2,
      line: at === 0 ? null : at,
      message: `it's "wrong" ${at}`,
      keys: { soNum: 'ü', invLineId: null },
      cells: at === 0 ? null : ['a', ''],
    }));
    await book.replaceErrors(id, errors);
    await book.replaceErrors(id, errors);
    const page = await book.errors(id, 2, 999);
    expect(page).toEqual([
      { place: 1_000, ...errors[1_000] },
      { place: 1_001, ...errors[1_001] },
    ]);
    expect((await book.errors(id, 1, null))[0]).toEqual({ place: 0, ...errors[0] });
    expect(await book.countErrors(id)).toEqual(
      new Map([
        [1, 1_000],
        [2, 1_500],
      ]),
    );
  });

  it('lists newest first, and forgets what ended more than thirty days ago with all of its rows', async () => {
    const scope = 'SYSTEM:pages';
    const days = ['2026-01-01', '2026-01-02', '2026-01-02', '2026-01-03'];
    const ids: string[] = [];
    for (const day of days) {
      ids.push((await book.create(upload({ scope, state: 'STAGED', createdAt: `${day}T00:00:00.000Z` }), null)).id);
    }
    const list = async (after: string | null) => {
      const { uploads, more } = await book.page({ scope, states: ['STAGED'], first: 2, after });
      return [uploads.map(({ id }) => id), more];
    };
    expect(await list(null)).toEqual([[ids[3], ids[2]], true]);
    expect(await list(ids[2] ?? '')).toEqual([[ids[1], ids[0]], false]);
    await expect(list('nobody')).rejects.toThrow('cursor');

    await book.addChunk(ids[0] ?? '', 1, 0, chunk('x'));
    await book.change(ids[0] ?? '', ['STAGED'], { finishedAt: '2026-01-01T00:00:00.000Z' });
    await book.create(upload({ createdAt: '2026-01-31T00:00:01.000Z' }), null);
    expect(await book.get(ids[0] ?? '')).toBeNull();
    expect(await book.get(ids[1] ?? '')).not.toBeNull();
  });

  it('finds pieces of parts by the numbers that their rows carry', async () => {
    const scope = 'SYSTEM:numbers';
    const old = await accepted([part(1), part(2)], { scope, createdAt: '2026-02-01T00:00:00.000Z' });
    const late = await accepted([part(1)], { scope, createdAt: '2026-02-02T00:00:00.000Z' });
    await book.addChunk(old, 2, 0, chunk('c', account('A-1', 2)));
    await book.addChunk(old, 1, 1, chunk('b', account('A-1'), account("A'2"), subscription('S-1', 4)));
    await book.addChunk(old, 1, 0, chunk('a', account('A-1', 3), subscription('A-9')));
    await book.addChunk(late, 1, 0, chunk('d', account('A-1', 5), subscription('S-1', 5)));
    // Not accepted yet: it has no parts.
    const reading = await book.create(upload({ scope }), null);
    await book.addChunk(reading.id, 1, 0, chunk('e', account('A-1')));
    const elsewhere = await accepted([part(1)], { scope: 'SYSTEM:numbers-2' });
    await book.addChunk(elsewhere, 1, 0, chunk('f', account('A-1')));

    const kept = { scope, endedAfter: '2026-01-01T00:00:00.000Z' };
    const of = (accounts: string[], subscriptions: string[] = []) => ({
      ...kept,
      numbers: { ACCOUNT: accounts, SUBSCRIPTION: subscriptions },
    });
    const at = (uploadId: string, number: number, sequence: number) => ({ uploadId, part: number, sequence });
    const all = [at(late, 1, 0), at(old, 1, 0), at(old, 1, 1), at(old, 2, 0)];
    expect(await book.chunksWith(of(['A-1'], ['S-1']), { first: 9, from: null })).toEqual(all);
    expect(await book.chunksWith(of(['A-1']), { first: 2, from: at(old, 1, 1) })).toEqual(all.slice(2));
    expect(await book.chunksWith(of(['A-1']), { first: 1, from: at(late, 1, 1) })).toEqual([at(old, 1, 0)]);
    expect(await book.chunksWith(of(["A'2"]), { first: 9, from: null })).toEqual([at(old, 1, 1)]);
    expect(await book.chunksWith(of(['A-9', 'S-1']), { first: 9, from: null })).toEqual([]);
    await expect(book.chunksWith(of(['A-1']), { first: 9, from: at('nobody', 1, 0) })).rejects.toThrow('cursor');
    expect(Buffer.from((await book.chunk(at(old, 1, 1))) ?? []).toString()).toBe('b');
    expect(await book.chunk(at(old, 1, 7))).toBeNull();
    const counts = [account("A'2"), account('A-1', 11), subscription('S-1', 9)];
    expect(await book.rowCounts(of(['A-1', "A'2", 'A-9'], ['S-1', 'S-2']))).toEqual(counts);
    expect(await book.hasNumbers(kept, 'SUBSCRIPTION')).toBe(true);

    // They go with the rows that carried them.
    await book.replacePart(old, 1, [chunk('g', account('A-3'))], { rows: 1 });
    await book.dropChunks(late);
    expect(await book.rowCounts(of(['A-1', 'A-3'], ['S-1']))).toEqual([account('A-1', 2), account('A-3')]);
    expect(await book.hasNumbers(kept, 'SUBSCRIPTION')).toBe(false);
    await book.change(old, ['UPLOADING'], { finishedAt: '2026-02-03T00:00:00.000Z' });
    const later = { ...of(['A-1']), endedAfter: '2026-02-03T00:00:00.001Z' };
    expect(await book.chunksWith(later, { first: 9, from: null })).toEqual([]);
    expect(await book.rowCounts(later)).toEqual([]);
  });

  it('gives the errors of some lines of a part', async () => {
    const id = await accepted([part(1), part(2)]);
    const error = (errorId: string, number: number, line: number | null) => ({
      ...{ errorId, line, part: number, message: errorId },
      ...{ keys: { soNum: 'S' }, cells: line === null ? null : ['x'] },
    });
    await book.replaceErrors(id, [error('a', 1, 2), error('b', 2, 2), error('c', 1, 5), error('d', 1, null)]);
    const found = await book.errorsAt(id, 1, [2, 3, 4]);
    expect(found).toEqual([{ ...error('a', 1, 2), place: 0 }]);
    expect(await book.errorsAt(id, 1, [])).toEqual([]);
  });
});
