import { describe, expect, it } from '@jest/globals';
import type { GoogleIdentity } from '../../../src/keyless/keyless.ts';
import type { Mishap } from '../../doubles/clouds/clouds.ts';
import { CLAIMS, SUBJECT_WITH_IDS } from '../../doubles/clouds/github-oidc.ts';
import { Google, type GoogleOptions } from '../../doubles/clouds/google.ts';
import { NOW, type SkyOptions, sky, told } from './sky.ts';

const PROVIDER = 'projects/123456/locations/global/workloadIdentityPools/github/providers/app';
const ACCOUNT = 'push@app-1.iam.gserviceaccount.com';
const DIRECT: GoogleIdentity = {
  type: 'google-ar',
  registry: 'europe-west1-docker.pkg.dev',
  provider: PROVIDER,
  serviceAccount: undefined,
  audience: undefined,
};
const AS_ACCOUNT: GoogleIdentity = { ...DIRECT, serviceAccount: ACCOUNT };

function start(options: Partial<GoogleOptions> = {}, more: Partial<SkyOptions> = {}) {
  const now = () => world.clock.date;
  const google = new Google({
    now,
    provider: PROVIDER,
    subject: /^repo:octocat\/app:/,
    serviceAccount: ACCOUNT,
    ...options,
  });
  const world = sky({ services: [google.service], ...more });
  return { ...world, google };
}

describe('signing in to Google Artifact Registry', () => {
  it('exchanges the job token for one of the pool itself', async () => {
    const { fetch, google, clouds } = start();
    const credential = await fetch(DIRECT, 'app-1/images/app');
    expect(credential).toMatchObject({ username: 'oauth2accesstoken', expiresAt: NOW + 600_000 });
    expect(google.federated).toEqual([credential.password.reveal()]);
    expect(clouds.violations).toEqual([]);
    expect(clouds.hosts.slice(1)).toEqual(['sts.googleapis.com']);
  });

  it('acts as a service account if there is one', async () => {
    const { fetch, google, clouds } = start();
    const credential = await fetch(AS_ACCOUNT, 'app-1/images/app');
    expect(credential).toMatchObject({ expiresAt: NOW + 3600_000, kind: expect.stringContaining(ACCOUNT) });
    expect(google.impersonated).toEqual([credential.password.reveal()]);
    expect(clouds.violations).toEqual([]);
    expect(clouds.hosts.slice(1)).toEqual(['sts.googleapis.com', 'iamcredentials.googleapis.com']);
  });

  it('gives one token, whether or not layers are mounted from another repository', async () => {
    const { fetch } = start();
    const one = await fetch(DIRECT, 'app-1/images/app');
    expect(await fetch(DIRECT, 'app-1/images/app', { mountFrom: ['app-1/images/base'] })).toBe(one);
  });

  it('says that such a token is as wide as its account', async () => {
    const { fetch } = start();
    expect((await fetch(AS_ACCOUNT)).width).toContain(`everything that ${ACCOUNT} may do`);
  });

  it('has the token made for whom the provider allows', async () => {
    const { fetch, clouds } = start({ audience: 'of-our-own' });
    await fetch({ ...DIRECT, audience: 'of-our-own' });
    expect(clouds.violations).toEqual([]);
  });

  it('sends the job token to STS alone, and masks every token before it is sent', async () => {
    const { fetch, clouds, oidc, google, masked } = start();
    clouds.mishap = ({ headers }) => {
      const [, bearer] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
      if (bearer !== undefined) expect([...masked]).toContain(bearer);
      return undefined;
    };
    await fetch(AS_ACCOUNT);
    expect(clouds.sentTo('iamcredentials.googleapis.com')).not.toContain(oidc.issued[0]);
    for (const token of [...oidc.issued, ...google.federated, ...google.impersonated]) expect(masked).toContain(token);
  });
});

describe('a failed exchange with Google', () => {
  type Case = readonly [
    name: string,
    options: Partial<GoogleOptions>,
    more: Partial<SkyOptions>,
    message: RegExp,
    hint: RegExp,
  ];
  it.each<Case>([
    [
      'a wrong audience',
      { audience: 'other' },
      {},
      /another audience.*invalid_grant/,
      /allowed audiences of the provider with aud/,
    ],
    [
      'an unknown provider',
      { provider: PROVIDER.replace('app', 'gone') },
      {},
      /the provider does not exist.*invalid_target/,
      /workload-identity-provider.*number/,
    ],
    [
      'another issuer',
      {},
      { oidc: { claims: { iss: 'https://ghe.example.com' } } },
      /another issuer/,
      /issuer URI with iss/,
    ],
    ['an expired token', {}, { oidc: { claims: { exp: NOW / 1000 - 1 } } }, /token has expired.*stale/, /clock/],
    [
      'a job that the condition rejects',
      { subject: /never/ },
      {},
      /attribute condition rejects this job/,
      /attribute condition and mapping.*without ids/s,
    ],
    [
      'a subject with ids',
      {},
      { oidc: { claims: { sub: SUBJECT_WITH_IDS } } },
      /attribute condition rejects/,
      /form with ids: trust in "repo:octocat\/app:/,
    ],
    [
      'an account that it may not act as',
      { serviceAccount: 'other@x.iam.gserviceaccount.com' },
      {},
      /Google IAM Credentials refuses: this job may not act as the service account.*PERMISSION_DENIED/,
      /workloadIdentityUser/,
    ],
  ])('tells %s apart', async (_name, options, more, message, hint) => {
    const { failure, clouds, oidc, google } = start(options, more);
    const error = await failure(AS_ACCOUNT);
    expect(error.code).toBe('EXCHANGE_FAILED');
    expect(error.message).toMatch(message);
    expect(error.message).toContain(CLAIMS.job_workflow_ref);
    expect(error.hint).toMatch(hint);
    expect(clouds.violations).toEqual([]);
    for (const token of [...oidc.issued, ...google.federated]) expect(told(error)).not.toContain(token.split('.')[2]);
  });

  const api = (code: number, status: string, message: string): Mishap => ({
    status: code,
    body: JSON.stringify({ error: { code, status, message } }),
  });
  it.each<[name: string, host: RegExp, mishap: Mishap, message: RegExp, hint: RegExp]>([
    [
      'an API that is off',
      /^iam/,
      api(
        403,
        'PERMISSION_DENIED',
        'IAM Service Account Credentials API has not been used in project 1 before or it is disabled.',
      ),
      /API is disabled/,
      /Enable iamcredentials/,
    ],
    ['a throttle', /^iam/, api(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded'), /limits the number of requests/, /later/],
    ['an outage', /^sts/, { status: 500, body: '' }, /it is not available/, /status page/],
    [
      'a token without an end',
      /^sts/,
      { status: 200, body: '{"access_token":"ya29.d.c5TDPjbmeeNKqx"}' },
      /does not say when/,
      /proxy/,
    ],
    ['no token', /^sts/, { status: 200, body: '{"expires_in":5}' }, /it has no token/, /proxy/],
    [
      'an account token without an end',
      /^iam/,
      { status: 200, body: '{"accessToken":"ya29.d.c5TDPjbmeeNKqx"}' },
      /Google IAM Credentials cannot be used: it does not say when/,
      /proxy/,
    ],
    ['a page', /^iam/, { status: 200, body: '<html>' }, /it has no token/, /proxy/],
    [
      'a host that nobody has',
      /^sts/,
      { error: 'EAI_AGAIN' },
      /sts\.googleapis\.com \(Google STS\) has no address/,
      /DNS/,
    ],
  ])('tells %s apart', async (_name, host, mishap, message, hint) => {
    const { failure, clouds } = start();
    clouds.mishap = (request) => (host.test(request.host) ? mishap : undefined);
    const error = await failure(AS_ACCOUNT);
    expect(error.code).toBe('EXCHANGE_FAILED');
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
  });
});
