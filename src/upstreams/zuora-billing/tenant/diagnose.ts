import { UpstreamError } from '../../../kernel/errors.js';
import type { Finding } from '../../contract.js';
import { accessFindings } from './access-findings.js';
import { linkFieldFindings, timeZoneFindings } from './data-findings.js';
import { invoiceSettlementFindings, objectQueryFindings, ordersFindings } from './feature-findings.js';
import { limitFindings } from './limit-findings.js';
import type { Patient } from './patient.js';

/** Looks at a tenant from the address to the limits; stops where nothing further can be asked. */
export async function diagnose(patient: Omit<Patient, 'signal'>, signal: AbortSignal): Promise<readonly Finding[]> {
  const asked = { ...patient, signal };
  const access = await accessFindings(asked);
  if (access.some(({ state }) => state === 'PROBLEM')) return access;
  const rest = await Promise.all([
    told('Object Query', objectQueryFindings(asked)),
    told('Orders', ordersFindings(asked)),
    told('Invoice Settlement', invoiceSettlementFindings(asked)),
    told('Link fields', linkFieldFindings(asked)),
    told('Time zone', timeZoneFindings(asked)),
  ]);
  return [...access, ...rest.flat(), ...limitFindings(patient.client)];
}

/** A question that Zuora does not answer is a finding as well. */
async function told(subject: string, findings: Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await findings;
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return [{ subject, state: 'PROBLEM', found: error.message, advice: 'Ask again; if it stays, ask Zuora.' }];
  }
}
