import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../kernel/clock.js';
import { type Answer, Refusal } from '../../sandbox-kit/definition.js';

export interface RevenueCredentialsOfSandbox {
  readonly username: string;
  readonly password: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

// No secrets: they open the sandbox of whoever reads this, and nothing else.
export const CREDENTIALS: RevenueCredentialsOfSandbox = {
  username: 'billgraph-api',
  password: 'sandbox-password-of-zuora-revenue',
  clientId: '7d0c2f1e-0000-4000-8000-billgraph002',
  clientSecret: 'sandbox-secret-of-zuora-revenue',
};
const TOKEN_LIFE_S = 30 * 60;
const TOKENS = new Set(['/api/integration/v1/authenticate', '/oauth2/token']);

export const said = (status: number, message: string): Answer => ({ status, body: { status: 'Error', message } });

/** Both generations of tokens: JWTs in a response header, and OAuth. */
export class Access {
  /** Whether the API service is switched off: everything is then answered by 405. */
  off = false;
  readonly #clock: Pick<Clock, 'now'>;
  #tokens = new Map<string, number>();
  #made = 0;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  expire(): void {
    this.#tokens.clear();
  }

  guard(app: FastifyInstance): void {
    app.addHook('onRequest', async (request) => {
      if (this.off) throw new Refusal(said(405, 'Method Not Allowed'));
      const [path = ''] = request.url.split('?');
      if (!TOKENS.has(path) && !this.#opens(request)) throw new Refusal(said(401, 'Token is invalid or has expired'));
    });
    app.post('/api/integration/v1/authenticate', async ({ headers }, reply) => {
      const basic = Buffer.from(`${CREDENTIALS.username}:${CREDENTIALS.password}`).toString('base64');
      if (headers.authorization !== `Basic ${basic}`) throw new Refusal(said(401, 'Invalid credentials'));
      if (!headers.role || !headers.clientname) throw new Refusal(said(400, 'role and clientname are required'));
      // The answer speaks of the token and does not hold it.
      return reply.header('Revpro-Token', this.#token()).send({ Message: 'Token Generated', status: 'success' });
    });
    app.post('/oauth2/token', async ({ body }) => {
      const form = body instanceof URLSearchParams ? body : new URLSearchParams();
      const known =
        form.get('client_id') === CREDENTIALS.clientId && form.get('client_secret') === CREDENTIALS.clientSecret;
      if (!known || form.get('grant_type') !== 'client_credentials') throw new Refusal(said(401, 'Bad credentials'));
      return { access_token: this.#token(), token_type: 'bearer', expires_in: TOKEN_LIFE_S, scope: 'revenue' };
    });
  }

  #token(): string {
    const iat = Math.floor(this.#clock.now() / 1_000);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    this.#made += 1;
    const claims = { iss: 'REVPRO 3.0 Webservices', iat, exp: iat + TOKEN_LIFE_S, jti: this.#made };
    const token = `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.sandbox`;
    this.#tokens.set(token, this.#clock.now() + TOKEN_LIFE_S * 1_000);
    return token;
  }

  #opens({ headers }: FastifyRequest): boolean {
    const given = headers.token ?? headers.authorization?.replace(/^Bearer /, '');
    return typeof given === 'string' && (this.#tokens.get(given) ?? 0) > this.#clock.now();
  }
}
