import { z } from 'zod';
import { UpstreamError } from '../../../../kernel/errors.js';
import { parseJson } from '../../../../kernel/json.js';
import { refusal } from '../../../../kernel/refusal.js';
import type { PlannedCall } from '../../../../schema-kit/mutation.js';
import { SYSTEM } from '../../names.js';
import { requireReadable } from '../../writing/readable.js';
import type { WriteDesk } from '../../writing/write-desk.js';
import type { Fields } from './requests.js';

/** A kind of object of the catalog, as CRUD changes it. */
export interface CatalogObject {
  /** What it is called here, for messages. */
  readonly noun: string;
  readonly path: string;
  /** What the operations of the vendor's reference end in: `Object_POSTProduct`. */
  readonly name: string;
}

export const PRODUCT: CatalogObject = { noun: 'product', path: '/v1/object/product', name: 'Product' };
export const RATE_PLAN: CatalogObject = {
  noun: 'product rate plan',
  path: '/v1/object/product-rate-plan',
  name: 'ProductRatePlan',
};
export const CHARGE: CatalogObject = {
  noun: 'product rate plan charge',
  path: '/v1/object/product-rate-plan-charge',
  name: 'ProductRatePlanCharge',
};

const Made = z.object({ Id: z.string() });

type Verb = 'POST' | 'PUT' | 'DELETE' | 'GET';
const operationOf = ({ name }: CatalogObject, verb: Verb) => `Object_${verb}${name}`;
const pathOf = ({ path }: CatalogObject, id: string) => `${path}/${encodeURIComponent(id)}`;

/** What would be sent. */
export function planned(
  object: CatalogObject,
  verb: Verb,
  target: string | null,
  fields: Fields | null,
): PlannedCall[] {
  return [{ system: SYSTEM, action: operationOf(object, verb), target, after: fields && plain(fields) }];
}

/** Makes an object of the catalog, exactly once for an idempotency key. Gives its id. */
export async function createObject(
  desk: WriteDesk,
  object: CatalogObject,
  fields: Fields,
  { key, find }: { key: string | null; find: (since: number) => Promise<string | null> },
): Promise<string> {
  const operation = operationOf(object, 'POST');
  const { Id } = await desk.once(
    { operation, key, input: plain(fields) },
    {
      result: Made,
      replayed: true,
      send: (idempotencyKey) =>
        desk.client.write({
          operation,
          method: 'POST',
          path: object.path,
          body: fields,
          schema: Made,
          idempotencyKey,
          ...desk.options,
        }),
      find: async (since) => {
        const id = await find(since);
        return id === null ? null : { Id: id };
      },
    },
  );
  return Id;
}

/** Changes the fields and nothing else. Sent again after a lost answer it leaves the same. */
export async function updateObject(desk: WriteDesk, object: CatalogObject, id: string, fields: Fields): Promise<void> {
  await desk.client.write({
    operation: operationOf(object, 'PUT'),
    method: 'PUT',
    path: pathOf(object, id),
    body: fields,
    schema: Made,
    repeatable: true,
    ...desk.options,
  });
}

/** Removes an object with everything below it. */
export async function deleteObject(desk: WriteDesk, object: CatalogObject, id: string): Promise<void> {
  const operation = operationOf(object, 'DELETE');
  await desk.once(
    { operation, key: null, input: id },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({ operation, method: 'DELETE', path: pathOf(object, id), schema: Deleted, ...desk.options }),
      find: async () => ((await readObject(desk, object, id, z.unknown())) === null ? { id } : null),
    },
  );
}

const Deleted = z.object({ id: z.string(), success: z.literal(true) });

/** Null if there is none. */
export async function readObject<T>(
  desk: WriteDesk,
  object: CatalogObject,
  id: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  try {
    return await desk.client.read({
      operation: operationOf(object, 'GET'),
      path: pathOf(object, id),
      schema,
      ...desk.options,
    });
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return null;
    throw error;
  }
}

export function notThere({ noun }: CatalogObject, id: string, field: readonly string[] = ['id']) {
  return refusal('NOT_FOUND', `There is no ${noun} ${id}.`, field);
}

/** Throws a Refusal on tenants whose catalog cannot be read: what was changed could not be shown, or looked for. */
export const requireReadableCatalog = (desk: WriteDesk): Promise<void> => requireReadable(desk, 'Changing the catalog');

export function requireChanges(fields: Fields): void {
  if (Object.keys(fields).length === 0) throw refusal('INVALID', 'There is nothing to change.', ['input']);
}

/** Plain JSON, for people and for telling one intention from another: exact numbers are no plain values. */
function plain(value: unknown): unknown {
  return parseJson(JSON.stringify(value));
}
