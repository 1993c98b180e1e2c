import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Choices, choose, type Given } from '../../../src/credentials/choose-credential.ts';
import type { RegistryAuth } from '../../../src/credentials/registry-auth.ts';
import { parseRepository, type Repository } from '../../../src/image/reference.ts';
import type { Identity } from '../../../src/keyless/keyless.ts';
import { Secret } from '../../../src/secret/secret.ts';

const at = (name: string): Repository => {
  const parsed = parseRepository(name);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
};
let line = 0;
const entry = (registry: string, scope?: string): RegistryAuth => {
  line += 1;
  return { line, registry, scope, credential: { username: `user-${line}`, password: new Secret(`secret-${line}`) } };
};
const hub: Identity = {
  type: 'dockerhub',
  registry: 'docker.io',
  audience: undefined,
  username: 'owner',
  connectionId: '-',
};
const NOTHING: Given = { account: undefined, registryAuth: [], identities: [] };
const kinds = (choices: Choices) => choices.ok && choices.value.map(({ choice }) => choice.kind);
const problems = (choices: Choices) => (choices.ok ? [] : choices.problems);

describe('an entry for a registry', () => {
  it.each<[entry: string, destination: string]>([
    ['ghcr.io', 'ghcr.io/owner/app'],
    ['GHCR.io', 'ghcr.io/owner/app'],
    ['ghcr.io', 'GHCR.IO/owner/app'],
    ['docker.io', 'owner/app'],
    ['docker.io', 'alpine'],
    ['docker.io', 'docker.io/owner/app'],
    ['docker.io', 'index.docker.io/owner/app'],
    ['docker.io', 'registry-1.docker.io/owner/app'],
    ['index.docker.io', 'owner/app'],
    ['registry-1.docker.io', 'docker.io/owner/app'],
    ['Docker.IO', 'owner/app'],
    ['localhost:5000', 'localhost:5000/app'],
    ['localhost', 'localhost/app'],
    ['127.0.0.1:5000', '127.0.0.1:5000/app'],
    ['[::1]:5000', '[::1]:5000/app'],
    ['[2001:DB8::1]', '[2001:db8::1]/app'],
    ['harbor.example.com:8443', 'harbor.example.com:8443/team/app'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app'],
    ['europe-west1-docker.pkg.dev', 'europe-west1-docker.pkg.dev/project/repo/app'],
    ['team.azurecr.io', 'team.azurecr.io/app'],
  ])('%s is for %s', (registry, destination) => {
    const [own] = [entry(registry)];
    const chosen = choose([at(destination)], { ...NOTHING, registryAuth: own ? [own] : [] });
    expect(chosen).toMatchObject({ ok: true, value: [{ choice: { kind: 'stored', credential: own?.credential } }] });
  });

  it.each<[entry: string, destination: string]>([
    ['ghcr.io', 'ghcr.io.example.com/owner/app'],
    ['ghcr.io', 'xghcr.io/owner/app'],
    ['ghcr.io', 'ghcr.i0/owner/app'],
    ['ghcr.io', 'ghcr.io:443/owner/app'],
    ['ghcr.io:443', 'ghcr.io/owner/app'],
    ['ghcr.io', 'ghcr.io:8443/owner/app'],
    ['ghcr.io', 'docker.ghcr.io/owner/app'],
    ['docker.ghcr.io', 'ghcr.io/owner/app'],
    ['ghcr.io', 'gchr.io/owner/app'],
    ['ghcr.io', 'owner/app'],
    ['docker.io', 'docker.io.example.com/owner/app'],
    ['docker.io', 'hub.docker.io/owner/app'],
    ['docker.io', 'registry-2.docker.io/owner/app'],
    ['docker.io', 'docker.com/owner/app'],
    ['docker.io', 'docker.io:5000/owner/app'],
    ['docker.com', 'owner/app'],
    ['hub.docker.com', 'owner/app'],
    ['localhost', 'localhost:5000/app'],
    ['localhost:5000', 'localhost:5001/app'],
    ['localhost:5000', '127.0.0.1:5000/app'],
    ['127.0.0.1:5000', '127.0.0.10:5000/app'],
    ['team.azurecr.io', 'team2.azurecr.io/app'],
    ['azurecr.io', 'team.azurecr.io/app'],
    ['team.azurecr.io', 'team.azurecr.cn/app'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', '123456789012.dkr.ecr.eu-west-2.amazonaws.com/app'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', '123456789013.dkr.ecr.eu-west-1.amazonaws.com/app'],
    ['europe-west1-docker.pkg.dev', 'europe-west2-docker.pkg.dev/p/r/app'],
    ['example.com', 'registry.example.com/app'],
  ])('%s is not for %s', (registry, destination) => {
    const chosen = choose([at(destination)], { ...NOTHING, registryAuth: [entry(registry)] });
    expect(problems(chosen)).toEqual([expect.stringMatching(/^registry-auth: has an entry in line \d+ that fits no/)]);
  });

  it.each<[scope: string, destination: string, fits: boolean]>([
    ['owner/app', 'ghcr.io/owner/app', true],
    ['owner', 'ghcr.io/owner/app', true],
    ['owner/app', 'ghcr.io/owner/app/part', true],
    ['owner/app', 'ghcr.io/owner/apple', false],
    ['owner/app', 'ghcr.io/owner', false],
    ['own', 'ghcr.io/owner/app', false],
    ['other', 'ghcr.io/owner/app', false],
  ])('with the scope %s and the destination %s fits: %s', (scope, destination, fits) => {
    const chosen = choose([at(destination)], { ...NOTHING, registryAuth: [entry('ghcr.io', scope)] });
    expect(kinds(chosen)).toEqual(fits ? ['stored'] : false);
  });

  it('counts by the longest scope, in whatever order they are written', () => {
    const entries = [entry('ghcr.io'), entry('ghcr.io', 'team'), entry('ghcr.io', 'team/app')];
    const names = ['ghcr.io/team/app', 'ghcr.io/team/web', 'ghcr.io/other/app'];
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 3 }), (registryAuth) => {
        const chosen = choose(names.map(at), { ...NOTHING, registryAuth });
        const given = chosen.ok && chosen.value.map(({ choice }) => choice.kind === 'stored' && choice.credential);
        expect(given).toEqual([entries[2], entries[1], entries[0]].map((each) => each?.credential));
      }),
    );
  });
});

describe('every destination', () => {
  const account = { username: 'ci-bot', password: new Secret('stored') };
  const both = [at('owner/app'), at('ghcr.io/owner/app')];

  it.each<[name: string, given: Partial<Given>, expected: readonly string[]]>([
    ['nothing at all', {}, ['own-login', 'own-login']],
    ['a name and a password', { account }, ['stored', 'stored']],
    ['an identity for one', { identities: [hub] }, ['identity', 'own-login']],
    ['an identity for one, and a password', { identities: [hub], account }, ['identity', 'stored']],
    ['an entry for one', { registryAuth: [entry('ghcr.io')] }, ['own-login', 'stored']],
    ['one of each', { identities: [hub], registryAuth: [entry('ghcr.io')] }, ['identity', 'stored']],
  ])('has one source with %s', (_name, given, expected) => {
    expect(kinds(choose(both, { ...NOTHING, ...given }))).toEqual(expected);
  });

  it.each<[name: string, given: Partial<Given>, said: RegExp]>([
    ['a password besides entries', { account, registryAuth: [entry('ghcr.io')] }, /besides/],
    ['an entry besides an identity', { identities: [hub], registryAuth: [entry('docker.io')] }, /with an "identity"/],
    ['an entry that others leave nothing to', { registryAuth: [entry('ghcr.io', 'x')] }, /no destination/],
  ])('has no more than one: %s is an error', (_name, given, said) => {
    const found = problems(choose(both, { ...NOTHING, ...given }));
    expect(found).toEqual([expect.stringMatching(said)]);
    expect(found.join()).not.toMatch(/secret-|user-/);
  });
});
