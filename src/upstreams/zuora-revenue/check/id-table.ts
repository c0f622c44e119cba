const FIRST_CAPACITY = 1 << 12;
const FULLEST = 0.6;

/**
 * Remembers a number for each of millions of texts in twelve bytes for each place, without the texts. Texts are told
 * apart by 64 bits of hash: among a million of them two are mixed up once in twenty-five million files, and then a file
 * is refused that could have been sent.
 */
export class IdTable {
  #low = new Uint32Array(FIRST_CAPACITY);
  #high = new Uint32Array(FIRST_CAPACITY);
  /** The remembered number plus one: 0 is a free place. */
  #values = new Uint32Array(FIRST_CAPACITY);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number that the text has, which is `value` if it had none. */
  remember(text: string, value: number): number {
    if (this.#size >= this.#values.length * FULLEST) this.#grow();
    const [low, high] = hash(text);
    const place = this.#placeOf(low, high);
    const known = this.#values[place] ?? 0;
    if (known !== 0) return known - 1;
    this.#put(place, low, high, value + 1);
    this.#size += 1;
    return value;
  }

  #placeOf(low: number, high: number): number {
    const mask = this.#values.length - 1;
    let place = low & mask;
    while (this.#values[place] !== 0 && (this.#low[place] !== low || this.#high[place] !== high)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  #put(place: number, low: number, high: number, value: number): void {
    this.#low[place] = low;
    this.#high[place] = high;
    this.#values[place] = value;
  }

  #grow(): void {
    const [low, high, values] = [this.#low, this.#high, this.#values];
    const capacity = values.length * 2;
    this.#low = new Uint32Array(capacity);
    this.#high = new Uint32Array(capacity);
    this.#values = new Uint32Array(capacity);
    for (const [at, value] of values.entries()) {
      const [one = 0, other = 0] = [low[at], high[at]];
      if (value !== 0) this.#put(this.#placeOf(one, other), one, other, value);
    }
  }
}

/** Two independent lanes of 32 bits: multiply and xor, then mixed with each other. */
function hash(text: string): readonly [number, number] {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2_654_435_761);
    other = Math.imul(other ^ code, 1_597_334_677);
  }
  const first = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
  const second = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(first ^ (first >>> 13), 3_266_489_909);
  return [first >>> 0, second >>> 0];
}

/** A list of whole numbers that grows. */
export class Numbers {
  #values = new Uint32Array(FIRST_CAPACITY);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Uint32Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  add(index: number, more: number): void {
    this.#values[index] = this.at(index) + more;
  }
}
