import { describe, expect, it } from '@jest/globals';
import { decideHandover } from '../../../src/credentials/handover.ts';
import type { Grant } from '../../../src/registry/registry.ts';
import { Secret } from '../../../src/secret/secret.ts';

const path = 'team/app';
const grant = (name: string, ...actions: readonly string[]): Grant => ({ type: 'repository', name, actions });
const token = (expiresIn: number, grants?: readonly Grant[]) => ({ token: new Secret('t'), expiresIn, grants });
const NARROW = [grant(path, 'pull', 'push')];

describe('the engine is given', () => {
  it.each<
    [name: string, scope: 'auto' | 'repository', of: ReturnType<typeof token> | undefined, kind: string, said: RegExp]
  >([
    ['a narrow token that lasts', 'auto', token(600, NARROW), 'token', /this repository alone, for 10 min/],
    ['a narrow token, asked for', 'repository', token(300, NARROW), 'token', /this repository alone, for 5 min/],
    ['an empty grant besides', 'auto', token(1800, [...NARROW, grant('x')]), 'token', /alone/],
    ['a token that cannot be seen into, asked for', 'repository', token(300), 'token', /cannot be seen/],
    ['nothing narrower where tokens end too soon', 'auto', token(599, NARROW), 'credential', /a push may take longer/],
    ['nothing narrower where it cannot be seen', 'auto', token(3600), 'credential', /cannot be seen/],
    [
      'nothing narrower where it may delete',
      'auto',
      token(3600, [grant(path, 'pull', 'push', 'delete')]),
      'credential',
      /seen/,
    ],
    ['nothing narrower where it may do all', 'auto', token(3600, [grant(path, '*')]), 'credential', /seen/],
    [
      'nothing narrower where it is for others too',
      'auto',
      token(3600, [...NARROW, grant('x', 'pull')]),
      'credential',
      /seen/,
    ],
    [
      'nothing narrower where it is for another',
      'auto',
      token(3600, [grant('team/apple', 'pull', 'push')]),
      'credential',
      /seen/,
    ],
    ['nothing narrower where it may not push', 'auto', token(3600, [grant(path, 'pull')]), 'credential', /seen/],
    ['nothing narrower without tokens', 'auto', undefined, 'credential', /gives no tokens/],
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
