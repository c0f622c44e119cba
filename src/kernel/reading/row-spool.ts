import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A part of the rows, in their order. */
export interface SpooledRows {
  readonly rows: readonly string[];
  /** Where each of them ends: the place at which what follows it begins. */
  readonly ends: readonly number[];
  /** Whether there is anything behind them. */
  readonly more: boolean;
}

type FileHandle = Awaited<ReturnType<typeof open>>;

const BLOCK_BYTES = 65_536;
const NEWLINE = 0x0a;

/**
 * Rows of text that are too many for memory: written to a file as they arrive, and read from it in parts while they
 * still do. The file has no name, so that nothing of it is left when the process ends, however it does.
 */
export class RowSpool {
  readonly #file: FileHandle;
  readonly #filling: AbortController = new AbortController();
  readonly #filled: Promise<void>;
  /** Buffers that nobody reads into just now. */
  readonly #spare: Buffer[] = [];
  #bytes = 0;
  #state: 'FILLING' | 'WHOLE' | 'FAILED' = 'FILLING';
  #failure: unknown = null;
  #readers = 0;
  #closed = false;
  #progress = Promise.withResolvers<void>();

  private constructor(file: FileHandle, fill: Fill, mostBytes: number) {
    this.#file = file;
    this.#filled = this.#write(fill, mostBytes);
  }

  /**
   * Begins to take down what `fill` gives, and does not wait for it. Rows must not hold line ends. What `fill` throws is
   * thrown to readers of what never came.
   */
  static async begin(fill: Fill, { mostBytes }: { mostBytes: number }): Promise<RowSpool> {
    const folder = await mkdtemp(join(tmpdir(), 'rows-'));
    try {
      return new RowSpool(await open(join(folder, 'spool'), 'wx+', 0o600), fill, mostBytes);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** What has been written so far. */
  get bytes(): number {
    return this.#bytes;
  }

  get failed(): boolean {
    return this.#state === 'FAILED';
  }

  /** Up to `count` rows from a place on: 0, or where a row ends. Waits for rows that are still to come. */
  async rows(from: number, count: number, signal: AbortSignal): Promise<SpooledRows> {
    this.#readers += 1;
    try {
      return await this.#read(from, count, signal);
    } finally {
      this.#readers -= 1;
      if (this.#closed) await this.#closeFile();
    }
  }

  /** Ends what still arrives; whoever reads just now gets to the end of that. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#filling.abort(new Error('the rows are not kept any longer'));
    await this.#filled;
    await this.#closeFile();
  }

  async #closeFile(): Promise<void> {
    if (this.#readers === 0) await this.#file.close().catch(() => {});
  }

  async #write(fill: Fill, mostBytes: number): Promise<void> {
    // One for all blocks: new ones would be freed much later than they are of use.
    let buffer: Buffer = Buffer.allocUnsafeSlow(BLOCK_BYTES);
    try {
      for await (const rows of fill(this.#filling.signal)) {
        if (rows.length === 0) continue;
        const block = `${rows.join('\n')}\n`;
        const length = Buffer.byteLength(block, 'utf8');
        if (this.#bytes + length > mostBytes) throw new TooManyRows(mostBytes);
        if (length > buffer.length) buffer = Buffer.allocUnsafeSlow(length);
        buffer.write(block, 'utf8');
        await this.#file.write(buffer, 0, length, this.#bytes);
        this.#bytes += length;
        this.#advance();
      }
      this.#state = 'WHOLE';
    } catch (error) {
      this.#state = 'FAILED';
      this.#failure = error;
    }
    this.#advance();
  }

  #advance(): void {
    const { resolve } = this.#progress;
    this.#progress = Promise.withResolvers();
    resolve();
  }

  async #read(from: number, count: number, signal: AbortSignal): Promise<SpooledRows> {
    const rows: string[] = [];
    const ends: number[] = [];
    let buffer: Buffer = this.#spare.pop() ?? Buffer.allocUnsafeSlow(BLOCK_BYTES);
    // The beginning of a row whose end has not been read yet, at the start of the buffer.
    let kept = 0;
    let at = from;
    try {
      while (rows.length < count && (await this.#reaches(at, signal))) {
        if (kept === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
        const length = Math.min(buffer.length - kept, this.#bytes - at);
        const { bytesRead } = await this.#file.read(buffer, kept, length, at);
        at += bytesRead;
        const bytes = buffer.subarray(0, kept + bytesRead);
        let start = 0;
        for (let end = bytes.indexOf(NEWLINE); end >= 0 && rows.length < count; end = bytes.indexOf(NEWLINE, start)) {
          rows.push(bytes.toString('utf8', start, end));
          start = end + 1;
          ends.push(at - bytes.length + start);
        }
        buffer.copyWithin(0, start, bytes.length);
        kept = bytes.length - start;
      }
    } finally {
      if (buffer.length === BLOCK_BYTES) this.#spare.push(buffer);
    }
    return { rows, ends, more: await this.#reaches(ends.at(-1) ?? from, signal) };
  }

  /** Whether there is anything from a place on; waits until that is known. */
  async #reaches(at: number, signal: AbortSignal): Promise<boolean> {
    while (this.#bytes <= at) {
      if (this.#state === 'FAILED') throw this.#failure;
      if (this.#state === 'WHOLE') return false;
      await this.#wait(signal);
    }
    return true;
  }

  async #wait(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { promise: gaveUp, reject } = Promise.withResolvers<never>();
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    try {
      await Promise.race([this.#progress.promise, gaveUp]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }
}

export type Fill = (signal: AbortSignal) => AsyncIterable<readonly string[]>;

/** There are more rows than are taken down. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
  constructor(mostBytes: number) {
    super(`the rows take more than ${mostBytes} bytes`);
  }
}
