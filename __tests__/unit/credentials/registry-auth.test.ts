import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRegistryAuth } from '../../../src/credentials/registry-auth.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { wellFormedText } from '../any-text.ts';

const parse = async (text: string) => {
  const auths = await parseRegistryAuth(new Secret(text));
  return auths.ok
    ? auths.value.map(({ registry, scope, credential }) => [
        registry,
        scope,
        credential.username,
        credential.password.reveal(),
      ])
    : auths.problems;
};

describe('registry-auth', () => {
  it.each<[text: string, read: readonly (readonly (string | undefined)[])[]]>([
    ['- registry: ghcr.io\n  username: ci\n  password: x', [['ghcr.io', undefined, 'ci', 'x']]],
    ['- username: ci\n  password: x', [['docker.io', undefined, 'ci', 'x']]],
    ['[{registry: ghcr.io, username: ci, password: "a # b"}]', [['ghcr.io', undefined, 'ci', 'a # b']]],
    [
      '- registry: https://index.docker.io/v1/\n  username: ci\n  password: 007',
      [['docker.io', undefined, 'ci', '007']],
    ],
    [
      '- registry: localhost:5000\n  username: robot$t+ci\n  password: yes',
      [['localhost:5000', undefined, 'robot$t+ci', 'yes']],
    ],
    ['- registry: a.io\n  scope: team/app\n  username: u\n  password: p', [['a.io', 'team/app', 'u', 'p']]],
    ['- registry: a.io\n  scope: team/app@push\n  username: u\n  password: p', [['a.io', 'team/app', 'u', 'p']]],
    ['- registry: a.io\n  scope: t@pull,push\n  username: u\n  password: p', [['a.io', 't', 'u', 'p']]],
    [
      '# both\n- {registry: a.io, username: u, password: p}\n- {registry: a.io, scope: t, username: v, password: q}',
      [
        ['a.io', undefined, 'u', 'p'],
        ['a.io', 't', 'v', 'q'],
      ],
    ],
  ])('%j is read', async (text, read) => {
    expect(await parse(text)).toEqual(read);
  });

  it.each<[name: string, text: string, said: RegExp]>([
    ['text', 'hunter2', /is not a list/],
    ['a mapping', 'registry: ghcr.io\nusername: u\npassword: hunter2', /is not a list/],
    ['nothing in it', '[]', /has no entry/],
    ['broken YAML', '- registry: "hunter2', /is not YAML in line 1/],
    ['an alias', '- {registry: a.io, username: &x u, password: hunter2}', /an anchor in line 1/],
    ['a tag', '- {registry: a.io, username: u, password: !!str hunter2}', /a tag in line 1/],
    ['a field twice', '- {registry: a.io, username: u, password: hunter2, password: hunter2}', /is not YAML in line 1/],
    ['an unknown field', '- {registry: a.io, username: u, password: x, hunter2: y}', /a field besides/],
    ['a field of another action', '- {registry: a.io, username: u, password: x, ecr: auto}', /a field besides/],
    ['no password', '- {registry: a.io, username: u}', /has no "password"/],
    ['an empty registry', '- {registry: null, username: u, password: hunter2}', /not a host/],
    ['no username', '- {registry: a.io, password: hunter2}', /has no "username"/],
    ['a control character', '- {registry: a.io, username: "u\\n", password: hunter2}', /a control character/],
    ['an address', '- {registry: https://a.io, username: u, password: hunter2}', /not a host/],
    ['a repository', '- {registry: a.io/hunter2, username: u, password: x}', /not a host/],
    ['a user in the host', '- {registry: hunter2@a.io, username: u, password: x}', /not a host/],
    ['an empty host', '- {registry: "", username: u, password: hunter2}', /not a host/],
    ['a scope that only pulls', '- {registry: a.io, scope: t@pull, username: u, password: hunter2}', /without push/],
    ['a scope that is no path', '- {registry: a.io, scope: ../t, username: u, password: hunter2}', /not the path/],
    ['a cut value', '- registry: a.io\n  username: u\n  password: hun #ter2', /a "#" behind a value in line 3/],
    ['a comment behind a value', '- registry: a.io # ours\n  username: u\n  password: hunter2', /"#".* line 1/],
    [
      'one registry twice',
      '- {registry: docker.io, username: u, password: hunter2}\n- {registry: index.docker.io, username: v, password: x}',
      /line 2 that is for the same registry or repository as another entry/,
    ],
  ])('refuses %s, and quotes nothing of it', async (_name, text, said) => {
    const problems = await parse(text);
    expect(problems).toEqual([expect.stringMatching(said)]);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('tells all that is wrong at once', async () => {
    expect(await parse('- {registry: a/b}\n- {username: u}')).toHaveLength(4);
  });

  it.each(['', 'null', 'Null', '~', '""', "''"])(
    'with %j for a secret is written well, and came out empty',
    async (none) => {
      for (const field of ['username', 'password']) {
        const text = `- registry: a.io\n  username: u\n  password: hunter2\n- username: v\n  password: x\n`;
        const given = text.replace(field === 'username' ? 'v' : 'x', none);
        expect(await parseRegistryAuth(new Secret(given))).toEqual({
          ok: false,
          isEmpty: true,
          problems: [`has an entry in line 4 whose "${field}" is empty`],
        });
      }
    },
  );

  it('with "null" in quotes has that for a password', async () => {
    expect(await parse('- {username: u, password: "null"}')).toEqual([['docker.io', undefined, 'u', 'null']]);
  });

  it('that is wrong is told before anything in it is empty', async () => {
    const auths = await parseRegistryAuth(new Secret('- {registry: a/b, username: u, password: null}'));
    expect(auths).toMatchObject({ ok: false, isEmpty: false });
  });

  it('gives back every secret that is written as toJSON writes it', async () => {
    await fc.assert(
      fc.asyncProperty(wellFormedText, async (secret) => {
        fc.pre(secret !== '');
        expect(await parse(`- username: u\n  password: ${JSON.stringify(secret)}\n`)).toEqual([
          ['docker.io', undefined, 'u', secret],
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('never quotes a part of a secret, whatever is wrong', async () => {
    const word = 'Hunter2Canary';
    const broken = fc.tuple(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }));
    await fc.assert(
      fc.asyncProperty(
        broken,
        fc.constantFrom('registry', 'username', 'password', 'x'),
        async ([left, right], field) => {
          const text = `- registry: a.io\n  username: u\n  ${field}: ${left}${word}${right}\n`;
          const auths = await parseRegistryAuth(new Secret(text));
          expect(auths.ok ? '' : auths.problems.join()).not.toContain(word);
        },
      ),
      { numRuns: 300 },
    );
  });
});
