import { describe, expect, it } from '@jest/globals';
import { parseAcrRegistry } from '../../../src/image/cloud-registry.ts';
import type { AzureIdentity } from '../../../src/keyless/keyless.ts';
import { Azure, type AzureOptions } from '../../doubles/clouds/azure.ts';
import type { Mishap } from '../../doubles/clouds/clouds.ts';
import { CLAIMS, SUBJECT_WITH_IDS } from '../../doubles/clouds/github-oidc.ts';
import { NOW, type SkyOptions, sky, told } from './sky.ts';

const TENANT = '409520d4-8100-4d1d-ad47-72432ddcc120';
const CLIENT = '1950a258-227b-4e31-a9cf-717495945fc2';

function identity(registry = 'contoso.azurecr.io', more: Partial<AzureIdentity> = {}): AzureIdentity {
  const cloud = parseAcrRegistry(registry);
  if (cloud === undefined) throw new Error(`${registry} is not of Azure`);
  return { type: 'azure-acr', registry, cloud, tenantId: TENANT, clientId: CLIENT, audience: undefined, ...more };
}

function start(options: Partial<AzureOptions> = {}, more: Partial<SkyOptions> = {}) {
  const now = () => world.clock.date;
  const federated = {
    registry: 'contoso.azurecr.io',
    tenantId: TENANT,
    clientId: CLIENT,
    subject: /^repo:octocat\/app:/,
  };
  const azure = new Azure({ now, ...federated, ...options });
  const world = sky({ services: [azure.service], ...more });
  return { ...world, azure };
}

describe('signing in to Azure Container Registry', () => {
  it('exchanges the job token for one of Entra ID, a refresh token, and an access token for this repository', async () => {
    const { fetch, azure, clouds } = start();
    const credential = await fetch(identity());
    expect(credential).toMatchObject({
      username: '00000000-0000-0000-0000-000000000000',
      expiresAt: NOW + 4500_000,
      width: expect.stringContaining('only pulling from and pushing to contoso.azurecr.io/team/app'),
    });
    expect(azure.given.access[0]).toBe(credential.password.reveal());
    expect(clouds.violations).toEqual([]);
    expect(clouds.requests.slice(1).map(({ host, path }) => `${host}${path}`)).toEqual([
      `login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`,
      'contoso.azurecr.io/oauth2/exchange',
      'contoso.azurecr.io/oauth2/token',
      'contoso.azurecr.io/oauth2/token',
    ]);
  });

  it('shows the refresh token where an access token is not taken as a password, and says how wide it is', async () => {
    const { fetch, azure, clouds } = start({ takesAccessTokens: false });
    const credential = await fetch(identity());
    expect(credential.password.reveal()).toBe(azure.given.refresh[0]);
    expect(credential).toMatchObject({
      expiresAt: NOW + 3 * 3600_000,
      kind: expect.stringContaining('a refresh token'),
      width: 'everything that the application may do there',
    });
    expect(clouds.violations).toEqual([]);
  });

  it.each([429, 503])('is not content with a wider token because the registry is busy (%d)', async (status) => {
    const { failure, clouds } = start();
    clouds.mishap = ({ method, path }) =>
      method === 'GET' && path === '/oauth2/token' ? { status, body: '' } : undefined;
    expect(await failure(identity())).toMatchObject({ code: 'EXCHANGE_FAILED' });
  });

  it('asks for pull and push on the one repository', async () => {
    const { fetch, clouds } = start();
    await fetch(identity(), 'a/b/c');
    const scopes = clouds.requests
      .slice(3)
      .map(({ body, query }) => query.get('scope') ?? new URLSearchParams(body).get('scope'));
    expect(scopes).toEqual(['repository:a/b/c:pull,push', 'repository:a/b/c:pull,push']);
  });

  describe('where layers are mounted from another repository', () => {
    const mountFrom = ['team/staging'];
    const BOTH = ['repository:team/app:pull,push', 'repository:team/staging:pull'];

    it('asks to read that, too', async () => {
      const { fetch, clouds, azure } = start();
      const { password, width } = await fetch(identity(), 'team/app', { mountFrom });
      const [form, query] = clouds.requests.slice(3);
      expect(new URLSearchParams(form?.body).get('scope')).toBe(BOTH.join(' '));
      expect(query?.query.getAll('scope')).toEqual(BOTH);
      expect(password.reveal()).toBe(azure.given.access[0]);
      expect(width).toContain('and mounting layers from team/staging');
      expect(clouds.violations).toEqual([]);
    });

    it('is content with its own repository if it is granted no more', async () => {
      const { fetch, azure } = start({ others: 'left-out' });
      const { password, width } = await fetch(identity(), 'team/app', { mountFrom });
      expect(password.reveal()).toBe(azure.given.access[0]);
      expect(width).toBe('only pulling from and pushing to contoso.azurecr.io/team/app');
    });

    it('does not take an outage for a refusal', async () => {
      const { fetch, clouds, slept } = start();
      clouds.mishap = ({ method, path }) =>
        method === 'POST' && path === '/oauth2/token' ? { status: 503, body: '' } : undefined;
      await expect(fetch(identity(), 'team/app', { mountFrom })).rejects.toThrow(/not available/);
      expect(slept).toHaveLength(5);
    });

    it('says what is missing in its own repository', async () => {
      const { fetch } = start({ actions: ['pull'] });
      await expect(fetch(identity(), 'team/app', { mountFrom })).rejects.toThrow(/grants no push for team\/app/);
    });

    it('shows the refresh token if no access token is accepted as a password', async () => {
      const { fetch, azure } = start({ takesAccessTokens: false });
      expect((await fetch(identity(), 'team/app', { mountFrom })).password.reveal()).toBe(azure.given.refresh[0]);
    });

    it('asks for its own repository alone if the whole is refused, and not for a wider token', async () => {
      const { fetch, azure, clouds } = start({ others: 'refused' });
      const { password, width } = await fetch(identity(), 'team/app', { mountFrom });
      expect(azure.given.access).toContain(password.reveal());
      expect(width).toBe('only pulling from and pushing to contoso.azurecr.io/team/app');
      expect(clouds.violations).toEqual([]);
    });
  });

  it.each([
    ['contoso.azurecr.cn', 'login.chinacloudapi.cn', 'api://AzureADTokenExchangeChina'],
    ['contoso.azurecr.us', 'login.microsoftonline.us', 'api://AzureADTokenExchangeUSGov'],
  ])('asks for a token for %s at %s', async (registry, authority, audience) => {
    const { fetch, clouds } = start({ registry, authority, audience });
    await fetch(identity(registry));
    expect(clouds.violations).toEqual([]);
    expect(clouds.hosts.slice(1)).toEqual([authority, registry]);
  });

  it('sends each token to the one that it is for', async () => {
    const { fetch, clouds, oidc, azure } = start();
    await fetch(identity());
    const [job = ''] = oidc.issued;
    expect(clouds.sentTo('login.microsoftonline.com')).toContain(job);
    expect(clouds.sentTo('contoso.azurecr.io')).not.toContain(job);
    for (const token of [...azure.given.entra, ...azure.given.refresh]) {
      expect(clouds.sentTo('login.microsoftonline.com')).not.toContain(token);
      expect(clouds.sentTo('contoso.azurecr.io')).toContain(token);
    }
  });

  it('masks every token before the next step', async () => {
    const { fetch, masked, azure, clouds, oidc } = start();
    clouds.mishap = ({ body }) => {
      for (const [name, value] of new URLSearchParams(body)) {
        if (/token|assertion$/.test(name)) expect([...masked]).toContain(value);
      }
      return undefined;
    };
    await fetch(identity());
    for (const token of [...oidc.issued, ...Object.values(azure.given).flat()]) expect(masked).toContain(token);
  });

  it('holds a token whose end cannot be read for a short one', async () => {
    const { fetch, clouds } = start();
    clouds.mishap = ({ path }) =>
      path === '/oauth2/token' ? { status: 200, body: '{"access_token":"an-opaque-token-of-theirs"}' } : undefined;
    expect((await fetch(identity())).expiresAt).toBe(NOW + 300_000);
  });
});

describe('a failed exchange with Azure', () => {
  type Case = readonly [
    name: string,
    options: Partial<AzureOptions>,
    more: Partial<SkyOptions>,
    message: RegExp,
    hint: RegExp,
  ];
  it.each<Case>([
    [
      'a wrong audience',
      { audience: 'other' },
      {},
      /no federated credential.*this audience.*AADSTS700212/,
      /Compare the audience of the federated credential with aud/,
    ],
    [
      'another issuer',
      {},
      { oidc: { claims: { iss: 'https://ghe.example.com' } } },
      /this issuer.*AADSTS700211/,
      /with iss/,
    ],
    ['an expired token', {}, { oidc: { claims: { exp: NOW / 1000 - 1 } } }, /token has expired.*AADSTS700024/, /clock/],
    [
      'a subject that is not trusted',
      { subject: /never/ },
      {},
      /no federated credential.*matches this job/,
      /subject identifier.*with sub.*form without ids/s,
    ],
    [
      'a subject with ids',
      {},
      { oidc: { claims: { sub: SUBJECT_WITH_IDS } } },
      /matches this job/,
      /form with ids: trust in "repo:octocat\/app:/,
    ],
    [
      'an unknown tenant',
      { tenantId: 'another' },
      {},
      /the tenant or the application is unknown.*AADSTS90002/,
      /tenant-id/,
    ],
    [
      'an unknown application',
      { clientId: 'another' },
      {},
      /the tenant or the application is unknown.*AADSTS700016/,
      /object ID/,
    ],
    [
      'an identity without a role',
      { actions: [] },
      {},
      /Azure Container Registry refuses: the identity may not sign in/,
      /AcrPush.*ABAC.*Container Registry Repository Writer/s,
    ],
    [
      'a role that may only pull',
      { actions: ['pull'] },
      {},
      /may not push.*grants no push for team\/app/,
      /ABAC.*Repository Writer/s,
    ],
    ['a role that may only push', { actions: ['push'] }, {}, /read it back.*grants no pull/, /ABAC/],
  ])('tells %s apart', async (_name, options, more, message, hint) => {
    const { failure, clouds, oidc, azure } = start(options, more);
    const error = await failure(identity());
    expect(error.code).toBe('EXCHANGE_FAILED');
    expect(error.message).toMatch(message);
    expect(error.message).toContain(CLAIMS.job_workflow_ref);
    expect(error.hint).toMatch(hint);
    expect(clouds.violations).toEqual([]);
    for (const token of [...oidc.issued, ...Object.values(azure.given).flat()]) {
      expect(told(error)).not.toContain(token.split('.')[2]);
    }
  });

  const errors = (code: string, message: string, status: number): Mishap => ({
    status,
    body: JSON.stringify({ errors: [{ code, message }] }),
  });
  it.each<[name: string, path: RegExp, mishap: Mishap, message: RegExp, hint: RegExp]>([
    [
      'a firewall',
      /exchange$/,
      errors('DENIED', "client with IP '203.0.113.7' is not allowed access.", 403),
      /firewall blocks this runner/,
      /networking/,
    ],
    [
      'a throttle',
      /v2\.0\/token$/,
      { status: 429, headers: { 'retry-after': '1' }, body: '{"error":"temporarily_unavailable"}' },
      /limits the number of requests/,
      /later/,
    ],
    [
      'a registry that limits',
      /oauth2\/token$/,
      errors('TOOMANYREQUESTS', 'slow down', 429),
      /limits the number of requests/,
      /later/,
    ],
    ['an outage', /exchange$/, { status: 502, body: '<html>' }, /it is not available/, /status page/],
    [
      'an answer without a token',
      /v2\.0\/token$/,
      { status: 200, body: '{}' },
      /Microsoft Entra ID cannot be used: it has no token/,
      /proxy/,
    ],
    [
      'an answer that is a page',
      /exchange$/,
      { status: 200, body: '<html>' },
      /Azure Container Registry cannot be used/,
      /proxy/,
    ],
    [
      'a token with a line break',
      /oauth2\/token$/,
      { status: 200, body: '{"access_token":"a\\r\\nb"}' },
      /cannot be used/,
      /proxy/,
    ],
    [
      'a registry that does not exist',
      /exchange$/,
      { error: 'ENOTFOUND' },
      /contoso\.azurecr\.io \(Azure Container Registry\) has no address/,
      /registry/,
    ],
    [
      'a certificate that is not trusted',
      /exchange$/,
      { error: 'SELF_SIGNED_CERT_IN_CHAIN' },
      /could not be reached \(SELF_SIGNED/,
      /certificates/,
    ],
  ])('tells %s apart', async (_name, path, mishap, message, hint) => {
    const { failure, clouds } = start();
    clouds.mishap = (request) =>
      path.test(request.path) &&
      request.method === 'POST' &&
      request.host.includes(/v2/.test(path.source) ? 'login' : 'contoso')
        ? mishap
        : undefined;
    const error = await failure(identity());
    expect(error.code).toBe('EXCHANGE_FAILED');
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
  });
});
