import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { SYSTEM } from '../names.js';
import { onlyOne } from '../writing/only-one.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { ActionRows, batchesOf, inBatches, type UsageResult } from './batches.js';
import { findUsage } from './find-usage.js';
import type { UsageUpdate } from './inputs.js';
import { type UsageToCreate, usageChanges, usageFields } from './requests.js';

const Made = z.object({ Id: z.string() });
export function planCreate(usage: UsageToCreate): PlannedCall[] {
  return [{ system: SYSTEM, action: 'Object_POSTUsage', target: null, after: shown(usageFields(usage)) }];
}

/** Makes one usage record, exactly once for an idempotency key. Gives its id. */
export async function createUsage(desk: WriteDesk, usage: UsageToCreate, key: string | null): Promise<string> {
  const body = usageFields(usage);
  const { Id } = await desk.once(
    { operation: 'Object_POSTUsage', key, input: shown(body) },
    {
      result: Made,
      replayed: true,
      send: (idempotencyKey) =>
        desk.client.write({
          operation: 'Object_POSTUsage',
          method: 'POST',
          path: '/v1/object/usage',
          body,
          schema: Made,
          idempotencyKey,
          ...desk.options,
        }),
      find: async (since) => {
        const id = await findUsage(desk, usage, since);
        return id === null ? null : { Id: id };
      },
    },
  );
  return Id;
}

export function planCreateMany(rows: readonly UsageToCreate[]): PlannedCall[] {
  return batchesOf(rows).map((batch) => ({
    system: SYSTEM,
    action: 'Action_POSTcreate',
    target: null,
    after: { type: 'Usage', objects: batch.map((usage) => shown(usageFields(usage))) },
  }));
}

/**
 * Makes many usage records, fifty a call, each exactly once for an idempotency key. Answers by position. A batch that
 * fails as a whole is thrown only if nothing was made before it; else its records say so.
 */
export async function createUsages(
  desk: WriteDesk,
  rows: readonly UsageToCreate[],
  key: string | null,
): Promise<UsageResult[]> {
  return await inBatches(rows, (batch, at) => createBatch(desk, batch, key && `${key}#${at}`));
}

async function createBatch(
  desk: WriteDesk,
  batch: readonly UsageToCreate[],
  key: string | null,
): Promise<UsageResult[]> {
  const objects = batch.map(usageFields);
  return await desk.once(
    { operation: 'Action_POSTcreate', key, input: objects.map(shown) },
    {
      result: ActionRows,
      replayed: true,
      send: (idempotencyKey) =>
        desk.client.write({
          operation: 'Action_POSTcreate',
          method: 'POST',
          path: '/v1/action/create',
          body: { type: 'Usage', objects },
          schema: ActionRows,
          idempotencyKey,
          ...desk.options,
        }),
      find: async (since) => {
        const ids = await Promise.all(batch.map((row) => findUsage(desk, row, since)));
        const found = ids.filter((id) => id !== null);
        if (found.length === 0) return null;
        // Rows that nothing tells apart: which of them was recorded cannot be said.
        if (new Set(found).size < found.length) onlyOne(found, 'usage records');
        return ids.map((id) => (id === null ? { problem: 'It was not recorded: try this one again.' } : { id }));
      },
    },
  );
}

export function planUpdate(id: string, input: UsageUpdate): PlannedCall[] {
  return [{ system: SYSTEM, action: 'Object_PUTUsage', target: id, after: shown(usageChanges(input)) }];
}

export async function updateUsage(desk: WriteDesk, id: string, input: UsageUpdate): Promise<void> {
  await desk.client.write({
    operation: 'Object_PUTUsage',
    method: 'PUT',
    path: usagePath(id),
    body: usageChanges(input),
    schema: Made,
    repeatable: true,
    ...desk.options,
  });
}

/** Removes a usage record that has not been billed yet. */
export function planDelete(id: string): PlannedCall[] {
  return [{ system: SYSTEM, action: 'Object_DELETEUsage', target: id, after: null }];
}

export const noSuchUsage = (id: string) => refusal('NOT_FOUND', `There is no usage record ${id}.`, ['id']);

export async function deleteUsage(desk: WriteDesk, id: string): Promise<void> {
  if (!(await exists(desk, id))) throw noSuchUsage(id);
  await desk.once(
    { operation: 'Object_DELETEUsage', key: null, input: id },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({
          operation: 'Object_DELETEUsage',
          method: 'DELETE',
          path: usagePath(id),
          schema: z.unknown(),
          ...desk.options,
        }),
      find: async () => ((await exists(desk, id)) ? null : { id }),
    },
  );
}

async function exists(desk: WriteDesk, id: string): Promise<boolean> {
  try {
    await desk.client.read({ operation: 'Object_GETUsage', path: usagePath(id), schema: z.unknown(), ...desk.options });
    return true;
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return false;
    throw error;
  }
}

const usagePath = (id: string) => `/v1/object/usage/${encodeURIComponent(id)}`;

/** Plain JSON, for people and for telling one intention from another: exact numbers are no plain values. */
function shown(fields: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(fields)) as Record<string, unknown>;
}
