import { isUtf8 } from 'node:buffer';

/** What the file is written in cannot be read: nothing after it can be told. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  constructor(
    readonly line: number | null,
    reason: string,
  ) {
    super(reason);
  }
}

const LF = 0x0a;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The bytes of a file without its byte order mark.
 * @throws UnreadableFile, with the offset of the first byte that is not UTF-8
 */
export async function* utf8Of(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let offset = 0;
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  let begun = false;

  const checked = (bytes: Buffer): Buffer => {
    if (!isUtf8(bytes) || bytes.includes(0)) throw unreadable(bytes, offset, line);
    return bytes;
  };
  for await (const chunk of source) {
    let bytes =
      rest.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length) : Buffer.concat([rest, chunk]);
    if (!begun && bytes.length < BOM.length) {
      rest = bytes;
      continue;
    }
    if (!begun) {
      refuseUtf16(bytes);
      if (bytes.subarray(0, BOM.length).equals(BOM)) {
        bytes = bytes.subarray(BOM.length);
        offset = BOM.length;
      }
      begun = true;
    }
    const whole = bytes.subarray(0, bytes.length - openTail(bytes));
    rest = Buffer.from(bytes.subarray(whole.length));
    if (whole.length === 0) continue;
    yield checked(whole);
    offset += whole.length;
    line += linesIn(whole);
  }
  if (rest.length > 0) yield checked(rest);
}

function refuseUtf16(bytes: Buffer): void {
  const [one, other] = bytes;
  if ((one === 0xff && other === 0xfe) || (one === 0xfe && other === 0xff)) {
    throw new UnreadableFile(null, 'the file is UTF-16: save it as CSV UTF-8');
  }
}

/** How many bytes at the end begin a character that goes on in the next chunk. */
function openTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0b1100_0000) === 0b1000_0000) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

function unreadable(bytes: Buffer, offset: number, line: number): UnreadableFile {
  const at = firstBad(bytes);
  const place = (offset + at).toLocaleString('en');
  const on = line + linesIn(bytes.subarray(0, at));
  const byte = bytes[at] ?? 0;
  if (byte === 0) return new UnreadableFile(on, `byte ${place} of the file is NUL, which no CSV holds`);
  const hex = byte.toString(16).toUpperCase().padStart(2, '0');
  return new UnreadableFile(on, `byte ${place} of the file (0x${hex}) is not UTF-8: save the file as CSV UTF-8`);
}

/** The longest beginning that is fine, found by halving. */
function firstBad(bytes: Buffer): number {
  const nul = bytes.indexOf(0);
  let fine = 0;
  let bad = bytes.length;
  while (bad - fine > 1) {
    const middle = (fine + bad) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, part.length - openTail(part)))) fine = middle;
    else bad = middle;
  }
  // What is fine may end in the open beginning of the character that is not.
  const start = fine - openTail(bytes.subarray(0, fine));
  const wrong = isUtf8(bytes) ? bytes.length : start;
  return nul >= 0 && nul < wrong ? nul : wrong;
}

function linesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count += 1;
  return count;
}
