import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import type { Finding } from '../../contract.js';
import type { Patient } from './patient.js';

/** Address, credentials, entity and API version: without them nothing else can be asked. */
export async function accessFindings(patient: Patient): Promise<readonly Finding[]> {
  const { client, settings, signal } = patient;
  const host = new URL(settings.url).host;
  try {
    const entities = await client.entities(signal);
    const version = await versionFinding(patient);
    return [
      { subject: 'Address', state: 'OK', found: `${host} answers.`, advice: null },
      credentialsAccepted(patient),
      entityFinding(entities, settings.entityId),
      version,
    ];
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return refused(error, host, patient);
  }
}

function refused(error: UpstreamError, host: string, { client, settings }: Patient): readonly Finding[] {
  const answers: Finding = { subject: 'Address', state: 'OK', found: `${host} answers.`, advice: null };
  if (error.code === 'UPSTREAM_UNAUTHENTICATED') {
    const variables =
      settings.credentials.kind === 'oauth'
        ? 'ZUORA_BILLING_CLIENT_ID and ZUORA_BILLING_CLIENT_SECRET'
        : 'ZUORA_BILLING_ACCESS_KEY_ID and ZUORA_BILLING_SECRET_ACCESS_KEY';
    const advice = `Check ${variables}, and that they belong to this data centre: each has its own.`;
    return [answers, { subject: 'Credentials', state: 'PROBLEM', found: error.message, advice }];
  }
  if (error.code === 'UPSTREAM_FORBIDDEN') {
    const entities = entityFinding(client.knownEntities, settings.entityId);
    if (entities.state === 'PROBLEM') return [answers, credentialsAccepted({ settings }), entities];
    const advice = 'Give the API user the permissions of the REST API, or check ZUORA_BILLING_ENTITY_ID.';
    return [answers, { subject: 'Credentials', state: 'PROBLEM', found: error.message, advice }];
  }
  const advice =
    'Check ZUORA_BILLING_URL: it is the REST endpoint of your data centre, such as https://rest.eu.zuora.com.';
  return [{ subject: 'Address', state: 'PROBLEM', found: `${host}: ${error.message}`, advice }];
}

function credentialsAccepted({ settings }: Pick<Patient, 'settings'>): Finding {
  return settings.credentials.kind === 'oauth'
    ? { subject: 'Credentials', state: 'OK', found: 'The OAuth client is accepted.', advice: null }
    : {
        subject: 'Credentials',
        state: 'NOTE',
        found: 'The API user is accepted (legacy headers).',
        advice: 'Zuora recommends an OAuth client: ZUORA_BILLING_CLIENT_ID and ZUORA_BILLING_CLIENT_SECRET.',
      };
}

function entityFinding(entities: readonly string[] | null, configured: string | null): Finding {
  const subject = 'Entities';
  if (entities === null) {
    const found = configured ? `Entity ${configured} is asked for.` : 'The credentials do not tell of entities.';
    return { subject, state: 'OK', found, advice: null };
  }
  const all = entities.join(', ');
  if (configured && !entities.includes(configured)) {
    const advice = `Set ZUORA_BILLING_ENTITY_ID to one of: ${all}.`;
    return { subject, state: 'PROBLEM', found: `The credentials do not open the entity ${configured}.`, advice };
  }
  if (entities.length === 1) {
    const advice = configured ? 'ZUORA_BILLING_ENTITY_ID is not needed.' : null;
    return { subject, state: configured ? 'NOTE' : 'OK', found: `The credentials open one entity, ${all}.`, advice };
  }
  return configured
    ? { subject, state: 'OK', found: `Entity ${configured} of ${entities.length} is used: ${all}.`, advice: null }
    : {
        subject,
        state: 'PROBLEM',
        found: `The credentials open ${entities.length} entities: ${all}.`,
        advice: 'Set ZUORA_BILLING_ENTITY_ID to one of them; a gateway serves one entity.',
      };
}

// No account has it.
const NOBODY = '/v1/accounts/billgraph-doctor';

/** Zuora takes an unknown version for 186.0 without a word, but only versions that it knows give errors their own status. */
async function versionFinding({ client, settings: { apiVersion }, signal }: Patient): Promise<Finding> {
  const subject = 'API version';
  let status = 0;
  const call = { operation: 'GET_Account', path: NOBODY, schema: z.unknown(), signal, lane: 'interactive' } as const;
  try {
    await client.read({ ...call, onResponse: (response) => (status = response.status) });
  } catch (error) {
    if (!(error instanceof UpstreamError) || status === 0) throw error;
    if (error.code === 'UPSTREAM_UNAUTHENTICATED' || error.code === 'UPSTREAM_FORBIDDEN') throw error;
    if (error.code === 'UPSTREAM_UNAVAILABLE') throw error;
  }
  if (status >= 400) return { subject, state: 'OK', found: `Zuora-Version ${apiVersion} is understood.`, advice: null };
  return {
    subject,
    state: 'NOTE',
    found: `Zuora answers ${apiVersion} as it does versions before 2024-05-20: errors come with HTTP 200.`,
    advice: 'The gateway reads the body and copes. If ZUORA_BILLING_API_VERSION should be newer, check its spelling.',
  };
}
