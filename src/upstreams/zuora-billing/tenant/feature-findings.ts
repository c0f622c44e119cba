import { UpstreamError } from '../../../kernel/errors.js';
import type { Finding } from '../../contract.js';
import { zoqlPage } from '../zoql/query.js';
import type { Patient } from './patient.js';

const WITHOUT_OBJECT_QUERY =
  'Accounts and subscriptions are read through ZOQL, with more calls and without MRR; what is read through Object Query alone is missing.';

export async function objectQueryFindings(patient: Patient): Promise<readonly Finding[]> {
  const subject = 'Object Query';
  const { objectQuery } = patient.settings;
  if (objectQuery === 'OFF') {
    const found = 'Switched off by ZUORA_BILLING_OBJECT_QUERY.';
    return [{ subject, state: 'NOTE', found, advice: WITHOUT_OBJECT_QUERY }, await zoqlFinding(patient)];
  }
  const { available, refusal } = await patient.capabilities.state('objectQuery');
  if (available) {
    const advice = 'The gateway reads in bulk, 99 keys a call.';
    return [{ subject, state: 'OK', found: 'Available.', advice }];
  }
  const found = `Not available (${refusal}).`;
  if (objectQuery === 'ON') {
    const advice = 'ZUORA_BILLING_OBJECT_QUERY=ON insists on it: set AUTO or OFF, or have it switched on.';
    return [{ subject, state: 'PROBLEM', found, advice }];
  }
  return [{ subject, state: 'NOTE', found, advice: WITHOUT_OBJECT_QUERY }, await zoqlFinding(patient)];
}

async function zoqlFinding({ client, signal }: Patient): Promise<Finding> {
  const subject = 'ZOQL';
  try {
    await zoqlPage(client, { from: 'Account', select: ['Id'] }, { signal, lane: 'interactive', batchSize: 1 });
    return { subject, state: 'OK', found: 'Available.', advice: null };
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    const advice =
      'Without Object Query and ZOQL nothing can be read: give the API user the permission for one of them.';
    return { subject, state: 'PROBLEM', found: error.message, advice };
  }
}

export async function ordersFindings({ capabilities, settings }: Patient): Promise<readonly Finding[]> {
  const subject = 'Orders';
  const { available, refusal } = await capabilities.state('orders');
  const byOrder = settings.subscriptionChanges === 'ORDERS';
  if (available) {
    const advice = byOrder
      ? 'Subscriptions are changed through orders.'
      : 'Subscriptions are changed through Subscribe and Amend; if the tenant refuses that, set ZUORA_BILLING_SUBSCRIPTION_CHANGES=ORDERS.';
    return [{ subject, state: 'OK', found: 'Available.', advice }];
  }
  const found = `Not available (${refusal}).`;
  if (byOrder) {
    const advice =
      'ZUORA_BILLING_SUBSCRIPTION_CHANGES=ORDERS needs it: set SUBSCRIBE_AND_AMEND, or have Orders switched on.';
    return [{ subject, state: 'PROBLEM', found, advice }];
  }
  const advice =
    'Operations of orders are refused as UNSUPPORTED; subscriptions are changed through Subscribe and Amend.';
  return [{ subject, state: 'NOTE', found, advice }];
}

export async function invoiceSettlementFindings({ capabilities }: Patient): Promise<readonly Finding[]> {
  const subject = 'Invoice Settlement';
  const { available, refusal } = await capabilities.state('invoiceSettlement');
  return [
    available
      ? {
          subject,
          state: 'OK',
          found: 'Available.',
          advice: 'Credit and debit memos and unapplied payments are there.',
        }
      : {
          subject,
          state: 'NOTE',
          found: `Not available (${refusal}).`,
          advice: 'Credit and debit memos and unapplied payments are refused as UNSUPPORTED.',
        },
  ];
}
