import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SpooledRow {
  readonly group: number;
  readonly line: number;
  readonly text: Buffer;
}

const HEAD = 12;
const WRITE_AT = 1_048_576;
const READ_AT_ONCE = 1_048_576;

/** Rows on disk between the look at the whole file and its being split: nobody else reads it, and a crash may lose it. */
export class Spool {
  readonly #folder: string;
  readonly #file: FileHandle;
  #pending: Buffer[] = [];
  #size = 0;

  private constructor(folder: string, file: FileHandle) {
    this.#folder = folder;
    this.#file = file;
  }

  static async open(): Promise<Spool> {
    const folder = await mkdtemp(join(tmpdir(), 'billgraph-upload-'));
    return new Spool(folder, await open(join(folder, 'rows'), 'w+', 0o600));
  }

  /** Waits only when enough has gathered to be written. */
  add({ group, line, text }: SpooledRow): Promise<void> | undefined {
    const head = Buffer.allocUnsafe(HEAD);
    head.writeUInt32BE(group, 0);
    head.writeUInt32BE(line, 4);
    head.writeUInt32BE(text.length, 8);
    this.#pending.push(head, text);
    this.#size += HEAD + text.length;
    return this.#size >= WRITE_AT ? this.#flush() : undefined;
  }

  async *rows(): AsyncGenerator<SpooledRow> {
    await this.#flush();
    let rest = Buffer.alloc(0);
    for (let position = 0; ; ) {
      const { bytesRead, buffer } = await this.#file.read(Buffer.allocUnsafe(READ_AT_ONCE), 0, READ_AT_ONCE, position);
      position += bytesRead;
      const bytes = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      let at = 0;
      while (at + HEAD <= bytes.length) {
        const end = at + HEAD + bytes.readUInt32BE(at + 8);
        if (end > bytes.length) break;
        yield { group: bytes.readUInt32BE(at), line: bytes.readUInt32BE(at + 4), text: bytes.subarray(at + HEAD, end) };
        at = end;
      }
      rest = Buffer.from(bytes.subarray(at));
      if (bytesRead === 0) return;
    }
  }

  async remove(): Promise<void> {
    await this.#file.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#size = 0;
    await this.#file.writeFile(bytes);
  }
}
