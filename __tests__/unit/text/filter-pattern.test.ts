import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FilterPattern, matchesFilter, parseFilterPattern } from '../../../src/text/filter-pattern.ts';
import { anyCharacter } from '../any-text.ts';
import { fits } from '../slow-filter.ts';

const compiled = (...texts: readonly string[]): readonly FilterPattern[] =>
  texts.map((text) => {
    const parsed = parseFilterPattern(text);
    if (!parsed.ok) throw new Error(`"${text}" ${parsed.problem}`);
    return parsed.value;
  });
const match = (name: string, ...patterns: readonly string[]) => matchesFilter(name, compiled(...patterns));

describe('the cheat sheet for branches and tags', () => {
  it.each([
    ['feature/*', 'feature/my-branch'],
    ['feature/*', 'feature/your-branch'],
    ['feature/**', 'feature/beta-a/my-branch'],
    ['feature/**', 'feature/your-branch'],
    ['feature/**', 'feature/mona/the/octocat'],
    ['main', 'main'],
    ['releases/mona-the-octocat', 'releases/mona-the-octocat'],
    ['*', 'main'],
    ['*', 'releases'],
    ['**', 'all/the/branches'],
    ['**', 'every/tag'],
    ['*feature', 'mona-feature'],
    ['*feature', 'feature'],
    ['*feature', 'ver-10-feature'],
    ['v2*', 'v2'],
    ['v2*', 'v2.0'],
    ['v2*', 'v2.9'],
    ['v[12].[0-9]+.[0-9]+', 'v1.10.1'],
    ['v[12].[0-9]+.[0-9]+', 'v2.0.0'],
    // What stands above the table.
    ['Octo*', 'Octocat'],
    ['[CB]at', 'Cat'],
    ['[CB]at', 'Bat'],
    ['[1-2]00', '100'],
    ['[1-2]00', '200'],
    ['[0-9a-z]', '7'],
    ['[0-9a-z]', 'q'],
    // And of the examples for paths, those that say something more.
    ['*.jsx?', 'page.js'],
    ['*.jsx?', 'page.jsx'],
    ['**.js', 'index.js'],
    ['**.js', 'src/js/app.js'],
    ['docs/**/*.md', 'docs/README.md'],
    ['docs/**/*.md', 'docs/a/markdown/file.md'],
    ['**/docs/**', 'docs/hello.md'],
    ['**/docs/**', 'space/docs/plan/space.doc'],
    ['**/README.md', 'README.md'],
    ['**/README.md', 'js/README.md'],
    ['**/*src/**', 'my-src/code/js/app.js'],
    ['**/*-post.md', 'my-post.md'],
    ['**/*-post.md', 'path/their-post.md'],
    ['**/migrate-*.sql', 'migrate-10909.sql'],
    ['**/migrate-*.sql', 'db/sept/migrate-v1.sql'],
  ])('%s takes %s', (pattern, name) => {
    expect(match(name, pattern)).toBe(true);
    expect(fits(pattern, name)).toBe(true);
  });

  it.each([
    ['feature/*', 'feature/mona/the/octocat'],
    ['feature/*', 'feature'],
    ['feature/**', 'my-feature/x'],
    ['main', 'Main'],
    ['main', 'main2'],
    ['main', 'my-main'],
    ['main', 'main\n'],
    ['main', 'x\nmain'],
    ['*', 'releases/1'],
    ['*feature', 'feature/x'],
    ['*feature', 'features'],
    ['v2*', 'v2/0'],
    ['v2*', 'v3.0'],
    ['v[12].[0-9]+.[0-9]+', 'v3.0.0'],
    ['v[12].[0-9]+.[0-9]+', 'v1..1'],
    ['v[12].[0-9]+.[0-9]+', 'v1.0.0-rc.1'],
    ['v[12].[0-9]+.[0-9]+', 'v1x0x0'],
    ['[CB]at', 'Rat'],
    ['[1-2]00', '300'],
    ['[0-9a-z]', 'Q'],
    ['a.c', 'abc'],
    ['(a|b)', 'a'],
    ['a$', 'a'],
    ['^a', 'a'],
    ['a{2}', 'aa'],
    ['**/README.md', 'xREADME.md'],
    ['docs/**/*.md', 'docsREADME.md'],
  ])('%s does not take %j', (pattern, name) => {
    expect(match(name, pattern)).toBe(false);
    expect(fits(pattern, name)).toBe(false);
  });
});

describe('several patterns', () => {
  it.each([
    // The cheat sheet's own two examples of "!".
    [['*.md', '!README.md'], 'hello.md', true],
    [['*.md', '!README.md'], 'README.md', false],
    [['*.md', '!README.md'], 'docs/hello.md', false],
    [['*.md', '!README.md', 'README*'], 'hello.md', true],
    [['*.md', '!README.md', 'README*'], 'README.md', true],
    [['*.md', '!README.md', 'README*'], 'README.doc', true],
    [['releases/**', '!releases/**-alpha'], 'releases/10', true],
    [['releases/**', '!releases/**-alpha'], 'releases/beta/3-alpha', false],
    [['!main', 'main'], 'main', true],
    [['main', '!main'], 'main', false],
    [['!old'], 'new', false],
    [[], 'main', false],
    // "!" means something at the start alone.
    [['wow!'], 'wow!', true],
    [['\\!main'], '!main', true],
    [['!!main'], '!main', false],
  ])('%j for %s: %s', (patterns, name, expected) => {
    expect(match(name, ...patterns)).toBe(expected);
  });
});

describe('a character taken as it is', () => {
  it.each([
    ['feature\\+1', 'feature+1', 'featuree1'],
    ['a\\*b', 'a*b', 'axb'],
    ['a\\?', 'a?', 'a'],
    ['\\[x\\]', '[x]', 'x'],
    ['a\\\\b', 'a\\b', 'ab'],
    ['a\\+?', 'a+', 'a++'],
    ['a\\+?', 'a', 'b'],
    ['\\d', 'd', '1'],
    ['\\b', 'b', ''],
  ])('%s takes %s and not %j', (pattern, name, other) => {
    expect(match(name, pattern)).toBe(true);
    expect(match(other, pattern)).toBe(false);
  });
});

describe('repetition', () => {
  it.each([
    ['ab?c', ['ac', 'abc'], ['abbc', 'a?c']],
    ['ab+c', ['abc', 'abbbc'], ['ac', 'a+c', 'ababc']],
    ['x[ab]?y', ['xy', 'xay', 'xby'], ['xaby', 'xcy']],
    ['x[ab]+y', ['xay', 'xabbay'], ['xy', 'xcy']],
    ['a?b?', ['', 'a', 'b', 'ab'], ['ba', 'aab']],
  ])('%s takes %j and not %j', (pattern, names, others) => {
    for (const name of names) expect([name, match(name, pattern)]).toEqual([name, true]);
    for (const name of others) expect([name, match(name, pattern)]).toEqual([name, false]);
  });

  it.each([
    ['🐳?', ['', '🐳']],
    ['🐳+', ['🐳', '🐳🐳']],
    ['[🐳🐙]', ['🐳', '🐙']],
  ])('of %s is of the whole character, whatever its length in UTF-16', (pattern, names) => {
    for (const name of names) expect([name, match(name, pattern)]).toEqual([name, true]);
  });
});

describe('what is no pattern', () => {
  it.each([
    ['', /nothing/],
    ['!', /nothing/],
    ['?', /before it/],
    ['+', /before it/],
    ['+main', /before it/],
    ['a*?', /before it/],
    ['a**+', /before it/],
    ['a?+', /before it/],
    ['a++', /before it/],
    ['a[', /without/],
    ['[a', /without/],
    ['[]', /no character/],
    ['[]a]', /no character/],
    ['[9-0]', /no character/],
    ['[^a]', /no character/],
    ['[a-]', /no character/],
    ['[\\]]', /no character/],
    ['a\\', /ends with/],
    ['refs/heads/main', /full ref/],
    ['!refs/tags/v1', /full ref/],
  ])('%j is refused', (text, problem) => {
    expect(parseFilterPattern(text)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });
});

const patternParts = fc.constantFrom(
  'a',
  'b',
  '/',
  '.',
  '-',
  '*',
  '**',
  '**/',
  '?',
  '+',
  '[ab]',
  '[a-c]',
  '\\*',
  '\\+',
  '!',
);
const patterns = fc.array(patternParts, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));
const names = fc.string({ unit: fc.constantFrom(...'aabbc/.-*+!'), maxLength: 8 });

describe('any pattern and any name', () => {
  it('agree with a matcher that tries everything by hand', () => {
    const seen = { true: 0, false: 0 };
    fc.assert(
      fc.property(patterns, names, (pattern, name) => {
        const parsed = parseFilterPattern(pattern);
        if (!parsed.ok) return;
        const expected = fits(parsed.value.isNegative ? pattern.slice(1) : pattern, name);
        const { text, pieces } = parsed.value;
        if (matchesFilter(name, [{ text, pieces, isNegative: false }]) !== expected)
          throw new Error(`expected ${expected}`);
        seen[`${expected}`] += 1;
      }),
      { numRuns: 15_000 },
    );
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(500);
  });

  it('never throw', () => {
    const unit = fc.oneof(fc.constantFrom(...'[]!?+*\\/-^$(){}|'), anyCharacter);
    const texts = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, texts, (pattern, name) => {
        const parsed = parseFilterPattern(pattern);
        if (parsed.ok) matchesFilter(name, [parsed.value]);
        else if (parsed.problem === '') throw new Error('no reason');
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['**a'.repeat(40), 'b', 'a'.repeat(255)],
    ['**a**a**a**a', 'b', `${'a/'.repeat(127)}a`],
    ['a+'.repeat(60), 'b', 'a'.repeat(255)],
    ['[ab]+a?'.repeat(40), 'c', 'a'.repeat(255)],
    ['a?'.repeat(200), 'b', 'a'.repeat(200)],
    ['**/*'.repeat(30), 'b', 'a/'.repeat(127)],
    ['*'.repeat(101), 'b', 'a'.repeat(255)],
  ])('that could be fitted in more ways than can be tried are answered: %s%s', (pattern, last, name) => {
    expect(match(name, pattern + last)).toBe(false);
    expect(match(name + last, pattern + last)).toBe(true);
  });
});
