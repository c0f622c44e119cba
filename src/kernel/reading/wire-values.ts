import { z } from 'zod';

// What a system sends has thousands of values to a page, nearly all of them optional. Composed of zod's own types each
// takes five calls and as many objects; as one type of its own it takes one, at the same errors.

/** Gives what the value means, null for nothing, or undefined where it must not be. */
export type ReadValue<T> = (sent: NonNullable<unknown>) => T | null | undefined;

interface WireValue extends z.ZodType {
  readonly _zod: z.core.$ZodTypeInternals;
}

const WireValue = z.core.$constructor<
  WireValue,
  z.core.$ZodTypeDef & { readonly expected: string; readonly read: ReadValue<unknown> }
>('WireValue', (inst, def) => {
  z.ZodType.init(inst, def);
  inst._zod.optin = 'optional';
  const { expected, read } = def;
  inst._zod.parse = (payload) => {
    const { value } = payload;
    if (value === null || value === undefined) {
      payload.value = null;
      return payload;
    }
    const found = read(value);
    if (found === undefined) refuse(payload, inst, expected);
    else payload.value = found;
    return payload;
  };
});

/** A value that may be null or missing: null for both. `expected` is what an error says of one that `read` refuses. */
export function wireValue<T>(expected: string, read: ReadValue<T>): z.ZodType<T | null> {
  return new WireValue({ type: 'custom', expected, read }) as unknown as z.ZodType<T | null>;
}

const WireList = z.core.$constructor<WireValue, z.core.$ZodTypeDef & { readonly row: z.core.$ZodType }>(
  'WireList',
  (inst, def) => {
    z.ZodType.init(inst, def);
    inst._zod.optin = 'optional';
    const { row } = def;
    inst._zod.parse = (payload, context) => {
      const { value } = payload;
      const rows: unknown[] = [];
      if (Array.isArray(value)) {
        for (let at = 0; at < value.length; at += 1) {
          // Nothing that is read here waits for anything.
          const read = row._zod.run({ value: value[at], issues: [] }, context) as z.core.ParsePayload;
          for (const issue of read.issues) payload.issues.push({ ...issue, path: [at, ...(issue.path ?? [])] });
          rows.push(read.value);
        }
      } else if (value !== null && value !== undefined) {
        refuse(payload, inst, 'array');
      }
      payload.value = rows;
      return payload;
    };
  },
);

/** A list that may be null or missing: empty for both. */
export function wireList<T extends z.ZodType>(row: T): z.ZodType<z.output<T>[]> {
  return new WireList({ type: 'custom', row }) as unknown as z.ZodType<z.output<T>[]>;
}

function refuse(payload: z.core.ParsePayload, inst: z.core.$ZodType, expected: string): void {
  payload.issues.push({
    code: 'custom',
    message: `Invalid input: expected ${expected}`,
    input: payload.value,
    inst,
  });
}
