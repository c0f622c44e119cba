/** What a Protocol Buffers message holds, by field number. https://protobuf.dev/programming-guides/encoding/ */
export type Fields = ReadonlyMap<number, readonly (Buffer | bigint)[]>;

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

export function fieldsOf(message: Buffer): Fields {
  const fields = new Map<number, (Buffer | bigint)[]>();
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message.readUInt8(at);
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const taken = (length: number) => {
    at += length;
    return message.subarray(at - length, at);
  };
  const valueIn = (type: number): Buffer | bigint => {
    if (type === VARINT) return varint();
    if (type === FIXED64) return taken(8).readBigUInt64LE();
    if (type === FIXED32) return BigInt(taken(4).readUInt32LE());
    if (type === BYTES) return taken(Number(varint()));
    throw new Error(`there is no wire type ${type}`);
  };
  while (at < message.length) {
    const tag = Number(varint());
    const field = fields.get(tag >> 3) ?? [];
    fields.set(tag >> 3, field);
    field.push(valueIn(tag & 7));
  }
  return fields;
}

export const bytesIn = (fields: Fields, number: number) =>
  (fields.get(number) ?? []).filter((value) => Buffer.isBuffer(value));
export const messagesIn = (fields: Fields, number: number) => bytesIn(fields, number).map(fieldsOf);
export const textIn = (fields: Fields, number: number) => bytesIn(fields, number).at(-1)?.toString('utf8') ?? '';
export const hexIn = (fields: Fields, number: number) => bytesIn(fields, number).at(-1)?.toString('hex') ?? '';
export const numberIn = (fields: Fields, number: number) => Number(fields.get(number)?.at(-1) ?? 0);
