import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { buildImage } from '../../doubles/registry/images.ts';
import type { Registry } from '../../doubles/registry/start-registry.ts';
import { tell } from '../step/figures.ts';
import { runStep, SECRETS, type Step, USERS } from '../step/run-step.ts';
import { type Internet, startInternet } from './fake-internet.ts';

/** Registries, by who may live beside them under the same name. */
const NAMED = 'registry.corp.example';
const HOSTS = [
  NAMED,
  'team.azurecr.io',
  'me.github.io',
  'shop.co.uk',
  '198.51.100.7',
  'registry-1.docker.io.evil.test',
  'team.jfrog.io',
  '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
  'europe-docker.pkg.dev',
  // Those who want the password have certificates, too.
  'evil.test',
  '*.evil.test',
  'evil.azurecr.io',
  'evil.jfrog.io',
  'evil.dkr.ecr.us-east-1.amazonaws.com',
  'evil.pkg.dev',
  'evil.github.io',
  'evil.co.uk',
  'auth.docker.io',
  'gitlab.com',
  'corp.example.evil.test',
  '127.0.0.1',
  '::1',
  'localhost',
] as const;

/** Realms of a registry with a name of its own. `HERE` is the registry's host and port. */
const HOSTILE_REALMS = [
  'https://evil.test/token',
  'https://evil.test:443/token',
  'https://evil.test./token',
  'https://EVIL.TEST/token',
  'https://registry.corp.example.evil.test/token',
  'https://corp.example.evil.test/token',
  'https://registrycorp.example/token',
  'https://registry-corp.example/token',
  'https://notcorp.example/token',
  'https://registry.corp.example.com/token',
  'https://registry.corp/token',
  'https://example/token',
  'https://HERE@evil.test/token',
  'https://HERE:443@evil.test/token',
  'https://evil.test:443@HERE/token',
  'https://user@HERE/token',
  'https://user:password@HERE/token',
  'https://:@evil.test/token',
  'https://evil.test\\@HERE/token',
  'https://evil.test#@HERE/token',
  'https://evil.test?@HERE/token',
  'https://evil.test/@HERE/token',
  'https://evil.test%2f.corp.example/token',
  'https://evil.test%00.corp.example/token',
  'https://evil.test%23.corp.example/token',
  'https:///evil.test/token',
  'https:\\\\evil.test\\token',
  '//evil.test/token',
  '///evil.test/token',
  '\\\\evil.test\\token',
  '/\\evil.test/token',
  'ht\ttps://evil.test/token',
  'https://ev\til.test/token',
  'https://registry.c\u00f3rp.example/token',
  'https://xn--registry-corp.example.evil.test/token',
  'http://HERE/token',
  'HTTP://HERE/token',
  'http://registry.corp.example/token',
  'http://evil.test/token',
  'http:evil.test/token',
  'ftp://HERE/token',
  'ws://HERE/token',
  'wss://HERE/token',
  'file:///etc/passwd',
  'file://HERE/etc/passwd',
  'data:application/json,{"token":"x"}',
  'javascript:alert(1)',
  'blob:https://HERE/token',
  'about:blank',
  'mailto:root@evil.test',
  'unix:///var/run/docker.sock',
  'null://',
  'gopher://evil.test/',
  'https://169.254.169.254/latest/meta-data',
  'https://[fd00:ec2::254]/latest/meta-data',
  'https://metadata.google.internal/token',
  'https://127.0.0.1/token',
  'https://127.1/token',
  'https://0x7f.1/token',
  'https://0177.0.0.1/token',
  'https://2130706433/token',
  'https://localhost/token',
  'https://foo.localhost/token',
  'https://[::1]/token',
  'https://[::]/token',
  'https://[::ffff:127.0.0.1]/token',
  'https://[::ffff:169.254.169.254]/token',
  'https://0.0.0.0/token',
  'https://0/token',
  'https://10.0.0.1/token',
  'https://172.16.0.1/token',
  'https://192.168.0.1/token',
  'https://100.64.0.1/token',
  'https://[fe80::1]/token',
  'https://[fc00::1]/token',
  'https://198.51.100.7/token',
  // Token services of others.
  'https://auth.docker.io/token',
  'https://gitlab.com/jwt/auth',
  'https://ghcr.io/token',
  '',
  'https://',
  'https://:443/token',
  'https://HERE:99999/token',
] as const;

/** Whole challenges, each with its headers one by one. `HERE` as above. */
const HOSTILE_CHALLENGES: Readonly<Record<string, readonly string[]>> = {
  'without a realm': ['Bearer service="r"'],
  'with a realm that has no quotes': ['Bearer realm=https://evil.test/token,service=r'],
  'in capitals': ['BEARER REALM="https://evil.test/token"'],
  'with Basic before it': ['Basic realm="r", Bearer realm="https://evil.test/token"'],
  'with Basic in a header before it': ['Basic realm="r"', 'Bearer realm="https://evil.test/token"'],
  'with a harmless one after it': ['Bearer realm="https://evil.test/token"', 'Bearer realm="https://HERE/token"'],
  'with a harmless realm after its own': ['Bearer realm="https://evil.test/token",realm="https://HERE/token"'],
  'with a foreign one after a harmless one': [
    'Bearer realm="https://HERE/token"',
    'Bearer realm="https://evil.test/token"',
  ],
  'with a foreign realm after its own, which the engine takes': [
    'Bearer realm="https://HERE/token",realm="https://evil.test/token",service="r"',
  ],
  'that two headers make together': ['Basic realm="r', 'Bearer realm="https://evil.test/token"'],
  'with schemes before it that nobody knows': ['Negotiate abc==, NTLM, Bearer realm="https://evil.test/token"'],
  'with quotes in the realm': ['Bearer realm="https://evil.test/\\"https://HERE/token"'],
  'of a megabyte': [`Bearer realm="https://evil.test/${'a'.repeat(1 << 20)}"`],
  'with blanks around': ['Bearer   realm = "https://evil.test/token"'],
  'without an end': ['Bearer realm="https://evil.test/token'],
  'with no scheme that we know': ['Digest realm="https://HERE/token"'],
};

/** Realms that share a suffix with their registry, under which anyone gets a name. */
const NEIGHBOURS: readonly (readonly [registry: string, realm: string])[] = [
  ['team.azurecr.io', 'https://evil.azurecr.io/oauth2/token'],
  ['team.jfrog.io', 'https://evil.jfrog.io/artifactory/token'],
  ['123456789012.dkr.ecr.eu-central-1.amazonaws.com', 'https://evil.dkr.ecr.us-east-1.amazonaws.com/token'],
  ['europe-docker.pkg.dev', 'https://evil.pkg.dev/token'],
  ['me.github.io', 'https://evil.github.io/token'],
  ['shop.co.uk', 'https://evil.co.uk/token'],
  ['198.51.100.7', 'https://198.51.100.8/token'],
  ['198.51.100.7', 'https://198.51.100.7.evil.test/token'],
  ['198.51.100.7', 'https://evil.test/token'],
  ['registry-1.docker.io.evil.test', 'https://auth.docker.io/token'],
];

const image = buildImage();
let internet: Internet;
let cases = 0;
beforeEach(async () => {
  internet = await startInternet(HOSTS);
  internet.answer({ status: 200, body: '{"token":"from-elsewhere"}' });
});
afterEach(async () => {
  await internet[Symbol.asyncDispose]();
});
afterAll(() => tell('Hostile realms and challenges, no byte of a credential at another origin', cases));

async function publishTo(registry: Registry): Promise<Step> {
  cases += 1;
  const step = await runStep({ registry, image, trust: internet.trust, isCarried: true });
  expect(internet.leaks(SECRETS)).toEqual([]);
  return step;
}

/** Nothing was asked of anyone but the registry, and docker was not handed the password either. */
function expectNothingSent(registry: Registry, step: Step): void {
  expect(step.engine.logins).toEqual([]);
  expect(new Set(internet.contacted)).toEqual(new Set([registry.host]));
  expect(registry.requests.map(({ authorization }) => authorization)).not.toContainEqual(expect.any(String));
}

describe('a token service that is not the registry’s own', () => {
  test.each(HOSTILE_REALMS)('is sent nothing: %j', async (realm) => {
    const registry = await internet.startRegistry(NAMED);
    await using _ = registry;
    const quoted = realm.replaceAll('HERE', registry.host).replaceAll('\\', '\\\\');
    const values = [`Bearer realm="${quoted}",service="r"`];
    registry.fault({ match: { kind: 'ping' }, act: { kind: 'challenge', values } });
    const step = await publishTo(registry);
    expect(step.errors.map(({ code }) => code)).toEqual(['REGISTRY_UNTRUSTED']);
    expectNothingSent(registry, step);
  });

  test.each(NEIGHBOURS)('is sent nothing, although it is a neighbour: %s, %s', async (host, realm) => {
    const registry = await internet.startRegistry(host);
    await using _ = registry;
    registry.fault({ match: { kind: 'ping' }, act: { kind: 'challenge', values: [`Bearer realm="${realm}"`] } });
    const step = await publishTo(registry);
    expect(step.errors.map(({ code }) => code)).toEqual(['REGISTRY_UNTRUSTED']);
    expectNothingSent(registry, step);
  });

  test.each(Object.entries(HOSTILE_CHALLENGES))('is sent nothing, by a challenge %s', async (_name, headers) => {
    const registry = await internet.startRegistry(NAMED);
    await using _ = registry;
    const values = headers.map((header) => header.replaceAll('HERE', registry.host));
    registry.fault({ match: { kind: 'ping' }, act: { kind: 'challenge', values } });
    const step = await publishTo(registry);
    expect(['REGISTRY_UNTRUSTED', 'REGISTRY_ANSWER']).toContain(step.errors[0]?.code);
    expectNothingSent(registry, step);
  });

  test.each([301, 302, 303, 307, 308] as const)('is sent nothing by a %d of the right one', async (status) => {
    const registry = await internet.startRegistry(NAMED, { auth: { kind: 'token', users: USERS } });
    await using _ = registry;
    registry.fault({
      times: 'always',
      match: { kind: 'token' },
      act: { kind: 'redirect', status, to: 'https://evil.test/token' },
    });
    const step = await publishTo(registry);
    expect([step.isWell, step.engine.logins]).toEqual([false, []]);
    expect(new Set(internet.contacted)).toEqual(new Set([registry.host]));
  });

  test('is sent nothing when it is named on the way', async () => {
    const registry = await internet.startRegistry(NAMED, { auth: { kind: 'token', users: USERS } });
    await using _ = registry;
    const act = { kind: 'challenge', values: ['Bearer realm="https://evil.test/token",service="r"'] } as const;
    registry.fault({ match: { kind: 'tag' }, act });
    const step = await publishTo(registry);
    expect(step.errors).toEqual([]);
    expect(new Set(internet.contacted)).toEqual(new Set([registry.host]));
  });

  test('is sent nothing by a registry that asked for no login at first', async () => {
    const registry = await internet.startRegistry(NAMED);
    await using _ = registry;
    const act = { kind: 'challenge', values: ['Bearer realm="https://evil.test/token",service="r"'] } as const;
    registry.fault({ times: 'always', match: { kind: 'tag' }, act });
    const step = await publishTo(registry);
    expect(step.errors.map(({ code }) => code)).toEqual(['REGISTRY_UNTRUSTED']);
    expect(new Set(internet.contacted)).toEqual(new Set([registry.host]));
  });

  test.each(['https:evil.test/token', ' ', "'https://evil.test/token'", '?https://evil.test/', 'https:token'])(
    'may be the registry itself, under a strange name: %j',
    async (realm) => {
      const registry = await internet.startRegistry(NAMED);
      await using _ = registry;
      registry.fault({ match: { kind: 'ping' }, act: { kind: 'challenge', values: [`Bearer realm="${realm}"`] } });
      const step = await publishTo(registry);
      expect([step.isWell, step.engine.logins]).toEqual([false, []]);
      expect(new Set(internet.contacted)).toEqual(new Set([registry.host]));
    },
  );

  test('is told from the registry’s own, which is asked', async () => {
    const registry = await internet.startRegistry(NAMED, { auth: { kind: 'token', users: USERS } });
    await using _ = registry;
    const step = await publishTo(registry);
    expect([step.errors, registry.tokens.length]).toEqual([[], 1]);
    registry.assertClean();
  });
});
