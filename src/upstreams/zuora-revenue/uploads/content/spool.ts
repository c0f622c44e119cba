import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Gathered } from './gathered.js';

export interface SpooledRow {
  readonly group: number;
  readonly line: number;
  /** Good until the next row is asked for: it lies in a buffer that is used again. */
  readonly text: Buffer;
}

const HEAD = 12;
const WRITE_AT = 1_048_576;
const READ_AT_ONCE = 1_048_576;

/** Rows on disk between the look at the whole file and its being split: nobody else reads it, and a crash may lose it. */
export class Spool {
  readonly #folder: string;
  readonly #file: FileHandle;
  readonly #pending = new Gathered();

  private constructor(folder: string, file: FileHandle) {
    this.#folder = folder;
    this.#file = file;
  }

  static async open(): Promise<Spool> {
    const folder = await mkdtemp(join(tmpdir(), 'billgraph-upload-'));
    return new Spool(folder, await open(join(folder, 'rows'), 'w+', 0o600));
  }

  /** Waits only when enough has gathered to be written; the next row may come when that has been. */
  add({ group, line, text }: { group: number; line: number; text: string }): Promise<void> | undefined {
    this.#pending.putNumbers(group, line);
    this.#pending.putText(text);
    return this.#pending.length >= WRITE_AT ? this.#flush() : undefined;
  }

  async *rows(): AsyncGenerator<SpooledRow> {
    await this.#flush();
    let bytes = Buffer.allocUnsafe(READ_AT_ONCE);
    for (let [position, filled] = [0, 0]; ; ) {
      const { bytesRead } = await this.#file.read(bytes, filled, bytes.length - filled, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      filled += bytesRead;
      let at = 0;
      while (at + HEAD <= filled) {
        const end = at + HEAD + bytes.readUInt32BE(at + 8);
        if (end > filled) break;
        yield { group: bytes.readUInt32BE(at), line: bytes.readUInt32BE(at + 4), text: bytes.subarray(at + HEAD, end) };
        at = end;
      }
      // A row may be longer than the buffer.
      const room = at === 0 && filled === bytes.length ? Buffer.allocUnsafe(bytes.length * 2) : bytes;
      bytes.copy(room, 0, at, filled);
      filled -= at;
      bytes = room;
    }
  }

  async remove(): Promise<void> {
    await this.#file.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #flush(): Promise<void> {
    await this.#file.writeFile(this.#pending.bytes);
    this.#pending.clear();
  }
}
