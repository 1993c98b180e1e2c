/** What stands in `branches` and `git-tags`: the rows of GitHub's cheat sheet that are about paths, and patterns in vain. */
import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../src/errors.ts';
import { decideGate } from '../../src/gate/decide-gate.ts';
import { factsOf } from './event-facts.ts';
import { inputsOf } from './gate-inputs.ts';

function isOpen(kind: 'branches' | 'git-tags', patterns: string, name: string): boolean {
  const prefix = kind === 'branches' ? 'refs/heads/' : 'refs/tags/';
  const facts = { ...factsOf('push', 'own', 'default'), ref: `${prefix}${name}` };
  return decideGate(inputsOf({ [kind]: patterns }), facts).kind === 'open';
}

/** docs.github.com, "Workflow syntax", the rest of "Patterns to match file paths": the same language. */
const ROWS: readonly (readonly [pattern: string, ...names: string[]])[] = [
  ['*', 'README.md', 'server.rb'],
  ['**', 'all/the/files.md'],
  ['*.js', 'app.js', 'index.js'],
  ['docs/*', 'docs/README.md', 'docs/file.md'],
  ['docs/**', 'docs/README.md', 'docs/mona/octocat.txt'],
  ['**/docs/**', 'docs/hello.md', 'dir/docs/my-file.txt', 'space/docs/plan/space.doc'],
  ['**/*src/**', 'a/src/app.js', 'my-src/code/js/app.js'],
  ['**/*-post.md', 'my-post.md', 'path/their-post.md'],
];

describe.each(['branches', 'git-tags'] as const)('%s', (kind) => {
  it.each(ROWS)('the pattern %s takes what the cheat sheet says', (pattern, ...names) => {
    for (const name of names) expect([name, isOpen(kind, pattern, name)]).toEqual([name, true]);
  });

  it('are followed in order, and do not mix with the others', () => {
    expect(isOpen(kind, 'releases/**\n!releases/**-alpha', 'releases/10')).toBe(true);
    expect(isOpen(kind, 'releases/**, !releases/**-alpha', 'releases/beta/3-alpha')).toBe(false);
    const other = kind === 'branches' ? 'git-tags' : 'branches';
    const facts = { ...factsOf('push', 'own', 'default'), ref: kind === 'branches' ? 'refs/heads/x' : 'refs/tags/x' };
    expect(decideGate(inputsOf({ [other]: 'x' }), facts).kind).toBe('closed');
  });
});

/** No branch and no tag can have such a name (git-check-ref-format), so the gate would be closed for good. */
const IN_VAIN: readonly string[] = [
  'feature/',
  '/main',
  '/release/*',
  'release//1',
  'feature/**/',
  'release branch',
  'main~1',
  'main^',
  'origin:main',
  'a..b',
  'v1..*',
  'main@{1}',
  '.hidden',
  'a/.b',
  'main.',
  'main.lock',
  'a.lock/b',
  'a\\*b',
  'a\\?',
  '\\[x\\]',
  'a\\\\b',
];

describe('a pattern that no name can ever match', () => {
  it.each(IN_VAIN)('(%s) is an error, and says so', (pattern) => {
    for (const kind of ['branches', 'git-tags']) {
      expect(() => inputsOf({ [kind]: `main, ${pattern}` })).toThrow(ActionError);
      expect(() => inputsOf({ [kind]: pattern })).toThrow(new RegExp(`${kind}: .* no branch or tag can have`, 's'));
      // To exclude what cannot be is a mistake as well.
      expect(() => inputsOf({ [kind]: `main, !${pattern}` })).toThrow(ActionError);
    }
  });

  it.each([
    'feature/*',
    'feature/**',
    '**/main',
    '*',
    'v?1',
    'a/?b',
    'a.?',
    'a.+',
    'release/v[0-9]+.[0-9]+',
    'v1.*',
    '*.lock*',
    'locked',
    'a.b/c.d',
    'wow!',
    'a@b',
    'a{b}',
    'feature\\+1',
    'dependabot/**',
    'ä-日本-🐳',
    '-rf',
    '$(id)',
    'main;id',
    'a"b',
  ])('is not %s', (pattern) => {
    for (const kind of ['branches', 'git-tags']) expect(() => inputsOf({ [kind]: pattern })).not.toThrow();
  });

  it.each([['main, !main'], ['main, !**'], ['main, release/*, !*, !**']])(
    'is every one of a list whose later ones exclude all of it (%s)',
    (patterns) => {
      for (const kind of ['branches', 'git-tags']) {
        expect(() => inputsOf({ [kind]: patterns })).toThrow(/excludes/);
      }
    },
  );

  it.each([['main, !main, main'], ['**, !main'], ['main, !release/**'], ['main, !*, main']])(
    'is not in a list that leaves something (%s)',
    (patterns) => {
      for (const kind of ['branches', 'git-tags']) expect(() => inputsOf({ [kind]: patterns })).not.toThrow();
    },
  );
});
