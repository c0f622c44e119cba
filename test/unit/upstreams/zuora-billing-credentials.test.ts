import { expect, it } from 'vitest';
import { authenticator } from '../../../src/upstreams/zuora-billing/credentials.js';

const never = new AbortController().signal;
const oauth = { kind: 'oauth', clientId: 'client', clientSecret: 'secret' } as const;

function setup(expiresIn = 3599) {
  const time = { now: 0 };
  const forms: string[] = [];
  let issued = 0;
  const auth = authenticator(oauth, { now: () => time.now, wait: async () => {} }, async (form) => {
    forms.push(form);
    await Promise.resolve();
    issued += 1;
    return { access_token: `token-${issued}`, token_type: 'bearer', expires_in: expiresIn };
  });
  return { auth, time, forms };
}

it('asks for one token, however many need it at once', async () => {
  const { auth, forms } = setup();
  const all = await Promise.all(Array.from({ length: 20 }, () => auth.headers(never)));
  expect(new Set(all.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer token-1']));
  expect(forms).toEqual(['client_id=client&client_secret=secret&grant_type=client_credentials']);
});

it('renews five minutes early, not sooner', async () => {
  const { auth, time } = setup();
  await auth.headers(never);
  time.now = 3_298_000;
  expect(await auth.headers(never)).toEqual({ authorization: 'Bearer token-1' });
  time.now = 3_299_000;
  expect(await auth.headers(never)).toEqual({ authorization: 'Bearer token-2' });
});

it('uses a token of short life for half of it instead of asking every time', async () => {
  const { auth, time, forms } = setup(60);
  await auth.headers(never);
  time.now = 29_000;
  await auth.headers(never);
  expect(forms).toHaveLength(1);
});

it('renews a refused token once, even if many callers were refused', async () => {
  const { auth, forms } = setup();
  const headers = await auth.headers(never);
  expect(auth.refused(headers)).toBe(true);
  const renewed = await auth.headers(never);
  auth.refused(headers);
  expect(await auth.headers(never)).toEqual(renewed);
  expect(forms).toHaveLength(2);
});

it('lets a caller give up without taking the token from the others', async () => {
  const { auth, forms } = setup();
  const leaving = new AbortController();
  const left = auth.headers(leaving.signal);
  const stayed = auth.headers(never);
  leaving.abort(new Error('deadline'));
  await expect(left).rejects.toThrow('deadline');
  expect(await stayed).toEqual({ authorization: 'Bearer token-1' });
  expect(forms).toHaveLength(1);
});

it('sends the legacy key pair as it is, and knows that renewing is no help', async () => {
  const legacy = { kind: 'legacy', accessKeyId: 'user', secretAccessKey: 'password' } as const;
  const auth = authenticator(legacy, { now: () => 0, wait: async () => {} }, () =>
    Promise.reject(new Error('no token')),
  );
  const headers = await auth.headers(never);
  expect(headers).toEqual({ apiAccessKeyId: 'user', apiSecretAccessKey: 'password' });
  expect(auth.refused(headers)).toBe(false);
});
