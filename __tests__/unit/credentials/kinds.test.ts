import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formOf, type Kind } from '../../../src/credentials/kinds.ts';
import { Secret } from '../../../src/secret/secret.ts';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object) => `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const letters = (count: number) => 'aB3'.repeat(count).slice(0, count);
const GUID = '00000000-0000-0000-0000-000000000000';
const CLIENT = '11111111-2222-3333-4444-555555555555';
const ECR = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const KEY = JSON.stringify({ type: 'service_account', private_key: '-----BEGIN' });
const HOUR = { iat: 1_790_000_000, exp: 1_790_003_600 };
const of = (registry: string, username: string, secret: string) =>
  formOf(registry, { username, password: new Secret(secret) });

/** No form here is a real one; makers document only how theirs begin. */
const FORMS: readonly [kind: Kind, registry: string, username: string, secret: string, what: RegExp][] = [
  ['job', 'ghcr.io', 'octocat', `ghs_${letters(36)}`, /job/],
  ['job', 'ghcr.io', 'octocat', `ghs_12345_${jwt(HOUR)}`, /job/],
  ['personal', 'ghcr.io', 'octocat', `ghp_${letters(36)}`, /classic personal/],
  ['personal', 'ghcr.io', 'octocat', `github_pat_${letters(82)}`, /fine-grained/],
  ['personal', 'ghcr.io', 'octocat', `gho_${letters(36)}`, /GitHub user/],
  ['personal', 'ghcr.io', 'octocat', `ghu_${letters(36)}`, /GitHub user/],
  ['personal', 'ghcr.io', 'octocat', `ghr_${letters(36)}`, /GitHub user/],
  ['personal', 'registry.example.com', 'octocat', `ghp_${letters(36)}`, /GitHub/],
  ['unknown', 'ghcr.io', 'octocat', letters(40), /unknown kind/],
  ['personal', 'docker.io', 'someone', `dckr_pat_${letters(27)}`, /personal access token of Docker/],
  ['service', 'docker.io', 'owner', `dckr_oat_${letters(32)}`, /organisation/],
  ['service', 'docker.io', 'owner', `dckr_oat_${letters(20)}`, /organisation/],
  ['personal', 'docker.io', 'someone', CLIENT, /old personal/],
  ['password', 'docker.io', 'someone', 'correct horse battery staple', /password of a Docker account/],
  ['password', 'index.docker.io', 'someone', 'hunter2', /password of a Docker account/],
  ['short-lived', 'docker.io', 'owner', jwt(HOUR), /JWT/],
  ['unknown', 'registry.example.com', 'someone', 'correct horse battery staple', /unknown kind/],
  ['personal', 'registry.gitlab.com', 'someone', `glpat-${letters(20)}`, /personal access token of GitLab, if/],
  ['service', 'registry.gitlab.com', 'project_42_bot_ab12', `glpat-${letters(20)}`, /project or group/],
  ['service', 'registry.gitlab.com', 'group_42_bot', `glpat-${letters(20)}`, /project or group/],
  ['service', 'registry.gitlab.com', 'gitlab+deploy-token-42', letters(20), /deploy token/],
  ['service', 'gitlab.example.com:5050', 'push', `gldt-${letters(20)}`, /deploy token/],
  ['job', 'registry.gitlab.com', 'gitlab-ci-token', letters(20), /job token/],
  ['job', 'registry.gitlab.com', 'any', `glcbt-${letters(20)}`, /job token/],
  ['personal', 'registry.digitalocean.com', 'x', `dop_v1_${letters(64)}`, /DigitalOcean/],
  ['personal', 'registry.digitalocean.com', 'x', `doo_v1_${letters(64)}`, /DigitalOcean/],
  ['cloud-key', 'europe-west1-docker.pkg.dev', '_json_key', KEY, /Google service account/],
  ['cloud-key', 'europe-west1-docker.pkg.dev', '_json_key_base64', base64(KEY), /Google service account/],
  ['cloud-key', 'gcr.io', 'anything', KEY, /Google service account/],
  ['cloud-key', 'gcr.io', 'anything', base64(KEY), /Google service account/],
  ['short-lived', 'europe-west1-docker.pkg.dev', 'oauth2accesstoken', `ya29.${letters(80)}`, /Google/],
  ['short-lived', 'eu.gcr.io', 'oauth2accesstoken', letters(80), /Google/],
  ['unknown', 'registry.example.com', 'oauth2accesstoken', letters(80), /unknown kind/],
  ['short-lived', ECR, 'AWS', base64('{"payload":"x","version":"2","expiration":1790043200}'), /Amazon ECR/],
  ['short-lived', 'public.ecr.aws', 'AWS', letters(90), /Amazon ECR/],
  ['cloud-key', ECR, `AKIA${'A'.repeat(16)}`, letters(40), /IAM user/],
  ['cloud-key', 'registry.example.com', 'ci', `AKIA${'B'.repeat(16)}`, /IAM user/],
  ['unknown', 'registry.example.com', 'AWS', letters(90), /unknown kind/],
  ['short-lived', 'teams.azurecr.io', GUID, jwt({ ...HOUR, iss: 'Azure Container Registry' }), /JWT/],
  ['admin', 'teams.azurecr.io', 'teams', `${letters(42)}+ACR${letters(6)}`, /admin account/],
  ['admin', 'teams.azurecr.io', 'Teams', letters(32), /admin account/],
  ['service', 'teams.azurecr.io', 'push-app', `${letters(42)}+ACR${letters(6)}`, /scope map/],
  ['cloud-key', 'teams.azurecr.cn', CLIENT, `${letters(3)}8Q~${letters(34)}`, /service principal/],
  ['cloud-key', 'de.icr.io', 'iamapikey', letters(44), /IBM Cloud/],
  ['service', 'quay.io', 'team+push', letters(64), /robot account of Quay/],
  ['service', 'quay.example.com', 'team+push', letters(64), /robot account of Quay/],
  ['personal', 'quay.io', '$oauthtoken', letters(40), /OAuth token of Quay/],
  ['personal', 'quay.io', '$app', letters(40), /application token/],
  ['short-lived', 'quay.io', '$token', jwt(HOUR), /JWT/],
  ['service', 'harbor.example.com', 'robot$team+push', letters(32), /robot account of Harbor/],
  ['service', 'harbor.example.com', 'robot$push', letters(32), /robot account of Harbor/],
  ['unknown', 'git.example.com', 'publisher', '0123456789abcdef'.repeat(3).slice(0, 40), /of Gitea or Forgejo/],
  ['unknown', 'git.example.com', 'publisher', '0123456789abcdef'.repeat(3).slice(0, 39), /unknown kind/],
  ['password', 'docker.io', 'someone', '0123456789abcdef'.repeat(3).slice(0, 40), /password of a Docker account/],
  ['unknown', 'harbor.example.com', 'bot-team+push', letters(32), /unknown kind/],
  ['unknown', 'nexus.example.com:8082', 'aB3aB3aB', letters(44), /unknown kind/],
  ['personal', 'team.jfrog.io', 'someone', `AKCp${letters(69)}`, /API key/],
  ['unknown', 'team.jfrog.io', 'someone', `cmVmd${letters(59)}`, /reference token/],
  ['admin', 'team.jfrog.io', 'ci', jwt({ ...HOUR, scp: 'applied-permissions/admin api:*' }), /admin token/],
  ['short-lived', 'team.jfrog.io', 'ci', jwt({ ...HOUR, scp: 'applied-permissions/groups:push' }), /JWT/],
  [
    'unknown',
    'team.jfrog.io',
    'ci',
    jwt({ iat: HOUR.iat, scp: 'applied-permissions/groups:push' }),
    /without an expiry time/,
  ],
  [
    'unknown',
    'registry.example.com',
    'ci',
    jwt({ ...HOUR, exp: HOUR.iat + 400 * 86_400 }),
    /JWT.* with an expiry time/,
  ],
  ['unknown', 'registry.example.com', 'ci', jwt({ exp: HOUR.exp }), /JWT.* with an expiry time/],
  ['unknown', 'registry.example.com', 'ci', 'a.b.c', /unknown kind/],
];

describe('the kind of a credential', () => {
  it.each(FORMS)('is %s at %s for %s with %s', (kind, registry, username, secret, what) => {
    const form = of(registry, username, secret);
    expect(form.kind).toBe(kind);
    expect(form.what).toMatch(what);
  });

  it('is never told by what the secret is, only by its form', () => {
    for (const [, registry, username, secret] of FORMS) {
      expect(JSON.stringify(of(registry, username, secret))).not.toContain(secret);
    }
  });

  it('tells the end that a credential has in it', () => {
    expect(of('a.io', 'ci', jwt(HOUR))).toMatchObject({ issuedAt: HOUR.iat * 1000, expiresAt: HOUR.exp * 1000 });
    const ecr = base64('{"payload":"x","expiration":1790043200}');
    expect(of(ECR, 'AWS', ecr)).toMatchObject({ expiresAt: 1_790_043_200_000 });
  });

  it('of a token that docker keeps is read from the token', () => {
    expect(formOf('a.io', { identityToken: new Secret(jwt(HOUR)) }).kind).toBe('short-lived');
    expect(formOf('a.io', { registryToken: new Secret('opaque') }).kind).toBe('unknown');
  });

  it('is unknown for what nobody has documented, and nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (username, secret) => {
        fc.pre(!/^(?:AKIA|AKCp|cmVmd|robot\$|iamapikey|_json|\$)/.test(`${secret}${username}`));
        expect(['unknown', 'service', 'cloud-key']).toContain(of('registry.example.com', username, secret).kind);
      }),
    );
  });
});
