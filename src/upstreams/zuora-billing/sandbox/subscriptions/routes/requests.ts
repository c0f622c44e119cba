import type { FastifyRequest } from 'fastify';
import { CATEGORY, refuseV1 } from '../../access/errors.js';
import type { Body } from '../../v1/body.js';
import type { NamedOverride } from '../engine/catalog-plan.js';
import type { ChargeOverride } from '../engine/overrides.js';
import { readDay } from '../engine/periods.js';
import { customOf } from '../engine/products.js';
import { type Fields, NotPossible } from '../engine/version.js';

/** Runs a change and answers what is not possible as v1 does. */
export function refusing<T>(request: FastifyRequest, change: () => T): T {
  try {
    return change();
  } catch (error) {
    if (error instanceof NotPossible) throw refuseV1(request, CATEGORY[error.category], error.message);
    throw error;
  }
}

const CUSTOM_FIELD = /__(c|NS|QT)$/;

/** Throws if the body has a field that the reference does not list. */
export function knownOnly(body: Body, fields: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !fields.includes(name) && !CUSTOM_FIELD.test(name));
  if (unknown !== undefined) throw new NotPossible('unknownField', `Unknown field: ${unknown}`);
}

export function need(body: Body, names: readonly string[]): void {
  for (const name of names) {
    const value = body[name];
    if (value === undefined || value === null || value === '') {
      throw new NotPossible('missingField', `Missing required value: ${name}`);
    }
  }
}

/** A list of objects; empty if there is none. */
export function listOf(body: Body, name: string): readonly Body[] {
  const list = body[name] ?? [];
  if (Array.isArray(list) && list.every((one) => typeof one === 'object' && one !== null)) return list;
  throw new NotPossible('invalidValue', `${name} must be a list of objects.`);
}

export function flag(body: Body, name: string): boolean | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value;
  throw new NotPossible('invalidValue', `${name} must be true or false.`);
}

/** Charge overrides as Subscribe and Amend spells them. */
export function overridesOf(plan: Body): NamedOverride[] {
  return listOf(plan, 'chargeOverrides').map((body) => ({
    productRatePlanChargeId: body.productRatePlanChargeId,
    productRatePlanChargeNumber: body.productRatePlanChargeNumber,
    triggers: triggersOf(body),
    override: overrideOf(body),
  }));
}

export function overrideOf(body: Body): ChargeOverride {
  return { ...body, custom: customOf(body) };
}

function triggersOf(body: Body): Fields {
  const triggerDate = readDay(body.triggerDate, 'triggerDate');
  const specificEndDate = readDay(body.specificEndDate, 'specificEndDate');
  const names: Readonly<Record<string, string>> = {
    UCE: 'ContractEffective',
    USA: 'ServiceActivation',
    UCA: 'CustomerAcceptance',
    USD: 'SpecificDate',
  };
  const event = typeof body.triggerEvent === 'string' ? (names[body.triggerEvent] ?? body.triggerEvent) : undefined;
  return {
    ...(typeof body.number === 'string' && { chargeNumber: body.number }),
    ...(event !== undefined && { triggerEvent: event }),
    ...(triggerDate !== null && { triggerDate }),
    ...(specificEndDate !== null && { specificEndDate }),
  };
}
