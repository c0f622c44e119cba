const FIRST_CAPACITY = 65_536;
// UTF-8 of one UTF-16 unit.
const MOST_BYTES = 3;

/**
 * Bytes put one behind the other into one buffer that is used again and again: a file of millions of rows would leave
 * millions of small buffers behind, which wait for the garbage collector outside of its heap.
 */
export class Gathered {
  #bytes = Buffer.allocUnsafe(FIRST_CAPACITY);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was gathered: the buffer itself, which changes with the next `clear`. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Whole numbers of four bytes each. */
  putNumbers(...values: readonly number[]): void {
    this.#makeRoom(values.length * 4);
    for (const value of values) this.#length = this.#bytes.writeUInt32BE(value, this.#length);
  }

  put(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A text behind its length in bytes. */
  putText(text: string): void {
    this.#makeRoom(4 + text.length * MOST_BYTES);
    const size = this.#bytes.write(text, this.#length + 4, 'utf8');
    this.#bytes.writeUInt32BE(size, this.#length);
    this.#length += 4 + size;
  }

  clear(): void {
    this.#length = 0;
  }

  #makeRoom(size: number): void {
    const needed = this.#length + size;
    if (needed <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}
