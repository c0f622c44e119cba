import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../../sandbox-kit/definition.js';
import { CATEGORY, errorFor } from './errors.js';
import type { Tokens } from './tokens.js';

export interface ZuoraCredentials {
  /** 36 characters. */
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The older way: both headers on each request. */
export interface LegacyCredentials {
  readonly apiAccessKeyId: string;
  readonly apiSecretAccessKey: string;
}

interface AccessSettings {
  readonly credentials: ZuoraCredentials;
  readonly legacyCredentials: LegacyCredentials;
  readonly entityIds: readonly string[];
  readonly tokens: Tokens;
}

const TOKEN_PATH = '/oauth/token';
const BEARER = /^bearer\s+(\S+)$/i;

/** Serves tokens and refuses every other request that comes without one. */
export function authentication(app: FastifyInstance, settings: AccessSettings): void {
  app.addHook('onRequest', async (request) => {
    if (isTokenRequest(request)) return;
    if (!isAuthenticated(request, settings)) {
      throw new Refusal(
        errorFor(request, CATEGORY.authenticationFailed, 'this resource is protected, please sign in first'),
      );
    }
    const wrong = entityMistake(request, settings.entityIds);
    if (wrong !== null) throw new Refusal(errorFor(request, CATEGORY.permissionDenied, wrong));
  });

  app.post(TOKEN_PATH, async (request) => {
    const form = request.body;
    if (!(form instanceof URLSearchParams)) {
      throw new Refusal({ status: 415, body: { message: 'Content-Type must be application/x-www-form-urlencoded' } });
    }
    if (form.get('grant_type') !== 'client_credentials') {
      throw new Refusal({ status: 400, body: { message: 'Unsupported grant type' } });
    }
    const { clientId, clientSecret } = settings.credentials;
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) {
      throw new Refusal({ status: 401, body: { message: 'Authentication error' } });
    }
    return settings.tokens.issue();
  });
}

export const isTokenRequest = (request: FastifyRequest) => request.url.split('?')[0] === TOKEN_PATH;

function isAuthenticated(request: FastifyRequest, { tokens, legacyCredentials }: AccessSettings): boolean {
  const [, token] = BEARER.exec(request.headers.authorization ?? '') ?? [];
  if (token !== undefined) return tokens.isValid(token);
  return (
    request.headers.apiaccesskeyid === legacyCredentials.apiAccessKeyId &&
    request.headers.apisecretaccesskey === legacyCredentials.apiSecretAccessKey
  );
}

function entityMistake(request: FastifyRequest, entityIds: readonly string[]): string | null {
  const asked = request.headers['zuora-entity-ids'];
  if (asked === undefined) return entityIds.length > 1 ? 'Zuora-Entity-Ids is required for this user' : null;
  return typeof asked === 'string' && entityIds.includes(asked) ? null : 'The user has no access to this entity';
}
