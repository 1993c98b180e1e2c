import { describe, expect, it } from '@jest/globals';
import { decideHandover } from '../../../src/credentials/handover.ts';
import type { Grant } from '../../../src/registry/registry.ts';
import { Secret } from '../../../src/secret/secret.ts';

const path = 'team/app';
const grant = (name: string, ...actions: readonly string[]): Grant => ({ type: 'repository', name, actions });
const token = (expiresIn: number | undefined, grants?: readonly Grant[]) => ({
  token: new Secret('t'),
  expiresIn,
  grants,
});
const NARROW = [grant(path, 'pull', 'push')];

describe('the engine is given', () => {
  it.each<
    [name: string, scope: 'auto' | 'repository', of: ReturnType<typeof token> | undefined, kind: string, said: RegExp]
  >([
    [
      'a narrow token that lasts',
      'auto',
      token(600, NARROW),
      'token',
      /only pull from and push to this repository, valid for 10 min/,
    ],
    [
      'a narrow token, asked for',
      'repository',
      token(300, NARROW),
      'token',
      /only pull from and push to this repository, valid for 5 min/,
    ],
    ['an empty grant besides', 'auto', token(1800, [...NARROW, grant('x')]), 'token', /only pull/],
    ['a token that cannot be seen into, asked for', 'repository', token(300), 'token', /permissions are unknown/],
    ['nothing narrower where tokens end too soon', 'auto', token(599, NARROW), 'credential', /a push may take longer/],
    [
      'nothing narrower where nobody says when they end',
      'auto',
      token(undefined, NARROW),
      'credential',
      /the registry does not say how/,
    ],
    [
      'a token that nobody says the end of, asked for',
      'repository',
      token(undefined, NARROW),
      'token',
      /an unknown time/,
    ],
    ['a token that cannot be seen into', 'auto', token(3600), 'token', /permissions are unknown\), valid for 60 min/],
    ['one that may delete', 'auto', token(3600, [grant(path, 'pull', 'push', 'delete')]), 'token', /more than pull/],
    ['one that may do all', 'auto', token(3600, [grant(path, '*')]), 'token', /more than pull/],
    ['one that is for others too', 'auto', token(3600, [...NARROW, grant('x', 'pull')]), 'token', /more than pull/],
    [
      'nothing narrower where it is for another',
      'auto',
      token(3600, [grant('team/apple', 'pull', 'push')]),
      'credential',
      /may not push/,
    ],
    [
      'nothing narrower where it may not push',
      'auto',
      token(3600, [grant(path, 'pull')]),
      'credential',
      /may not push/,
    ],
    ['nothing narrower without tokens', 'auto', undefined, 'credential', /issues no tokens/],
  ])('%s', (_name, scope, of, kind, said) => {
    const handover = decideHandover({ scope, token: of, path });
    expect(handover).toMatchObject({ kind, given: expect.stringMatching(said) });
  });

  it('the credential itself, asked for', () => {
    expect(decideHandover({ scope: 'full', token: token(3600, NARROW), path })).toMatchObject({ kind: 'credential' });
  });

  it('nothing, where what was asked for cannot be', () => {
    expect(decideHandover({ scope: 'repository', token: undefined, path })).toMatchObject({ kind: 'impossible' });
  });
});
