import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Choices,
  choose as chooseFor,
  type Given,
  isOneLogin,
} from '../../../src/credentials/choose-credential.ts';
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
/** What was chosen for each destination, in their order. */
function choose(destinations: readonly Repository[], given: Given) {
  const choices = chooseFor({ destinations, sources: [] }, given);
  if (!choices.ok) return choices;
  return { ok: true, value: destinations.map((destination) => ({ choice: choices.value(destination) })) } as const;
}
type Chosen = ReturnType<typeof choose>;
const kinds = (choices: Chosen) => choices.ok && choices.value.map(({ choice }) => choice.kind);
const problems = (choices: Chosen | Choices) => (choices.ok ? [] : choices.problems);

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
    expect(problems(chosen)).toEqual([
      expect.stringMatching(/^registry-auth: has an entry in line \d+ that is for no/),
    ]);
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
    ['a password besides entries', { account, registryAuth: [entry('ghcr.io')] }, /together with/],
    ['an entry besides an identity', { identities: [hub], registryAuth: [entry('docker.io')] }, /with an "identity"/],
    ['an entry that others leave nothing to', { registryAuth: [entry('ghcr.io', 'x')] }, /no destination/],
  ])('has no more than one: %s is an error', (_name, given, said) => {
    const found = problems(choose(both, { ...NOTHING, ...given }));
    expect(found).toEqual([expect.stringMatching(said)]);
    expect(found.join()).not.toMatch(/secret-|user-/);
  });
});

describe('a repository that is read', () => {
  const account = { username: 'ci-bot', password: new Secret('stored') };
  const ghcr = entry('ghcr.io');
  const staging = entry('ghcr.io', 'owner/staging');
  const chosen = (given: Partial<Given>, source = at('ghcr.io/owner/staging')) => {
    const destinations = [at('ghcr.io/owner/app')];
    const choices = chooseFor({ destinations, sources: [source] }, { ...NOTHING, ...given });
    if (!choices.ok) throw new Error(choices.problems.join());
    return { source: choices.value(source), destination: choices.value(at('ghcr.io/owner/app')) };
  };

  it('has the name and password of its registry, and those of another one never', () => {
    expect(chosen({ account }).source).toEqual({ kind: 'stored', credential: account });
    expect(chosen({ account }, at('quay.io/owner/staging')).source).toEqual({ kind: 'own-login' });
    expect(chosen({ account }, at('ghcr.io:8443/owner/staging')).source).toEqual({ kind: 'own-login' });
  });

  it('has entries and identities of its own, which are not in vain', () => {
    const quay = entry('quay.io');
    const source = at('quay.io/owner/staging');
    expect(chosen({ registryAuth: [ghcr, quay] }, source).source).toMatchObject({ credential: quay.credential });
    expect(chosen({ identities: [hub] }, at('owner/staging')).source).toMatchObject({ kind: 'identity' });
    const none = chooseFor(
      { destinations: [at('ghcr.io/owner/app')], sources: [] },
      { ...NOTHING, registryAuth: [quay] },
    );
    expect(problems(none)).toEqual([expect.stringContaining('is for no destination')]);
  });

  it.each<[name: string, given: Partial<Given>, isOne: boolean]>([
    ['one password', { account }, true],
    ['one entry for both', { registryAuth: [ghcr] }, true],
    ['docker’s own login for both', {}, true],
    ['an entry for each', { registryAuth: [ghcr, staging] }, false],
    ['an entry for one, and docker’s login for the other', { registryAuth: [staging] }, false],
  ])('is mounted from only where one login is good for both: with %s it is %s', (_name, given, isOne) => {
    const { source, destination } = chosen(given);
    expect(isOneLogin(destination, source)).toBe(isOne);
    expect(isOneLogin(source, destination)).toBe(isOne);
  });

  it('is mounted from with one identity, and not with two', () => {
    const aws = { ...hub, type: 'aws-ecr' } as unknown as Identity;
    const [one, other] = [
      { kind: 'identity', identity: aws },
      { kind: 'identity', identity: hub },
    ] as const;
    expect([isOneLogin(one, one), isOneLogin(other, other), isOneLogin(one, other)]).toEqual([true, true, false]);
  });
});
