/** What goes and what stays, a table for each rule; the numbers are those of docs/prune.md. */
import { describe, expect, it } from '@jest/globals';
import type { PruneRules } from '../../../src/prune/prune-rules.ts';
import { DAY, digest, going, NOW, patterns, plan, sha, type Told, whyKept } from './small-repository.ts';

const OLD = { created: 100 } as const;
/** The tag that goes, on an old image called a. */
const A = { [sha('a')]: 'a' } as const;

type Row = readonly [title: string, told: Told, goes: readonly string[] | string, rules?: Partial<PruneRules>];

const one = (manifest: Told['manifests'][string], tags: Told['tags'] = A): Told => ({
  manifests: { a: manifest },
  tags,
});
/** An index with two images, an attestation of one of them, and a signature of the index under its fallback tag. */
const whole: Told = {
  manifests: {
    a: { role: 'index', children: ['a1', 'a2', 'proof'] },
    a1: { ...OLD, config: 'c1' },
    a2: OLD,
    proof: { role: 'artifact' },
    list: { role: 'index', children: ['signed'], subjects: ['a'] },
    signed: { role: 'artifact', subjects: ['a'] },
    note: { role: 'artifact', subjects: ['signed'] },
  },
  tags: { ...A, [digest('a').replace(':', '-')]: 'list' },
};
const WHOLE = ['a', 'a1', 'a2', 'list', 'note', 'proof', 'signed'];

const deployed = (...names: readonly string[]) => ({ keepDigests: new Set(names.map(digest)) });

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  'rule 3: candidates are what the patterns name': [
    ['a SHA tag goes', one(OLD), ['a']],
    ['a SHA tag of 64 digits goes', one(OLD, { ['a'.repeat(64)]: 'a' }), ['a']],
    ['a version tag stays', one(OLD, { '1.2.3': 'a' }), []],
    ['a version tag beside a SHA tag keeps the image', one(OLD, { ...A, '1.2.3': 'a' }), []],
    ['"delete-tags" adds candidates', one(OLD, { 'pr-1': 'a' }), ['a'], { deleteTags: patterns('pr-*') }],
    [
      '"keep-tags" wins over both',
      one(OLD, { ...A, 'pr-1': 'a' }),
      [],
      { deleteTags: patterns('pr-*'), keepTags: patterns('pr-1') },
    ],
    ['"keep-tags" wins over a SHA tag', one(OLD), [], { keepTags: patterns('a*') }],
    [
      'a short SHA tag counts with its label',
      one({ ...OLD, revision: sha('abcdefabcdef') }, { abcdefabcdef: 'a' }),
      ['a'],
      { shaTag: '{short-sha}' },
    ],
    ['a short SHA tag without a label stays', one(OLD, { abcdefabcdef: 'a' }), [], { shaTag: '{short-sha}' }],
    [
      'a short SHA tag with another label stays',
      one({ ...OLD, revision: sha('b') }, { abcdefabcdef: 'a' }),
      [],
      { shaTag: '{short-sha}' },
    ],
    ['a template with words around it', one(OLD, { [`sha.${sha('a')}`]: 'a' }), ['a'], { shaTag: 'sha.{sha}' }],
    ['a full stop in a template is one', one(OLD, { [`shax${sha('a')}`]: 'a' }), [], { shaTag: 'sha.{sha}' }],
    ['a tag of 39 digits is none', one(OLD, { ['a'.repeat(39)]: 'a' }), []],
  ],
  'rule 4: what is deployed stays, whatever of it is named': [
    ['the root', whole, [], deployed('a')],
    ['a child', whole, [], deployed('a2')],
    ['a config', whole, [], deployed('c1')],
    ['a referrer', whole, [], deployed('signed')],
    ['a referrer of a referrer', whole, [], deployed('note')],
    ['something else', whole, WHOLE, deployed('z')],
    ['a tag by its name', one(OLD), [], { deployedTags: new Set([sha('a')]) }],
    [
      'a child keeps every index that has it',
      {
        manifests: { a: { role: 'index', children: ['m'] }, b: { role: 'index', children: ['m'] }, m: OLD },
        tags: { ...A, [sha('b')]: 'b' },
      },
      [],
      deployed('m'),
    ],
  ],
  'rule 5: what is kept keeps all that it leads to': [
    ['all of an image goes with it', whole, WHOLE],
    ['a kept tag keeps all of it', { ...whole, tags: { ...whole.tags, latest: 'a' } }, []],
    [
      'a shared child stays',
      {
        manifests: {
          a: { role: 'index', children: ['m', 'n'] },
          b: { role: 'index', children: ['m'] },
          m: OLD,
          n: OLD,
        },
        tags: { ...A, v1: 'b' },
      },
      ['a', 'n'],
    ],
    [
      'a child under a kept tag stays',
      { ...whole, tags: { ...whole.tags, 'v1-amd64': 'a1' } },
      WHOLE.filter((name) => name !== 'a1'),
    ],
    [
      'a referrer that is kept by its tag keeps its subject',
      { ...whole, tags: { ...whole.tags, report: 'signed' } },
      [],
    ],
    [
      'a tag of a referrer makes no root',
      { manifests: { a: OLD, s: {} }, tags: { v1: 'a', [`${digest('a').replace(':', '-')}.sig`]: 's' } },
      [],
    ],
    [
      'a manifest attached to two stays with either',
      { manifests: { a: OLD, b: OLD, s: { role: 'artifact', subjects: ['a', 'b'] } }, tags: { ...A, v1: 'b' } },
      ['a'],
    ],
    [
      'a nested index',
      {
        manifests: {
          a: { role: 'index', children: ['i'] },
          i: { role: 'index', children: ['m'] },
          m: OLD,
          b: { role: 'index', children: ['i'] },
        },
        tags: { ...A, v1: 'b' },
      },
      ['a'],
    ],
    [
      'an entry of any type is led to',
      { manifests: { a: OLD, b: { role: 'artifact', children: ['a'] } }, tags: { ...A, cache: 'b' } },
      [],
    ],
  ],
  'rule 6: what cannot be read stops what it may lead to': [
    [
      'a child that is missing',
      { manifests: { a: { role: 'index', children: ['m', 'gone'] }, m: OLD, gone: { role: 'missing' } }, tags: A },
      ['a', 'm'],
    ],
    ['a kept tag', { manifests: { a: OLD, b: { role: 'unreadable' } }, tags: { ...A, v1: 'b' } }, 'unreadable'],
    ['a SHA tag', { manifests: { a: OLD, b: { role: 'unreadable' } }, tags: { ...A, [sha('b')]: 'b' } }, 'unreadable'],
    [
      'a child of what is kept',
      {
        manifests: { a: OLD, b: { role: 'index', children: ['m'] }, m: { role: 'unreadable' } },
        tags: { ...A, v1: 'b' },
      },
      'unreadable',
    ],
    [
      'one that is deployed',
      { manifests: { a: OLD, b: { role: 'unreadable' } }, tags: A },
      'unreadable',
      deployed('b'),
    ],
    [
      'one without a tag lets tagged images go, and no child',
      { manifests: { a: { role: 'index', children: ['m'] }, m: OLD, b: { role: 'unreadable' } }, tags: A },
      ['a'],
    ],
    [
      'one without a tag lets no untagged manifest go',
      { manifests: { a: OLD, u: { pushed: 90 }, b: { role: 'unreadable' } }, tags: A },
      ['a'],
    ],
    [
      'a child of what goes stays, and its siblings',
      { manifests: { a: { role: 'index', children: ['m', 'n'] }, m: OLD, n: { role: 'unreadable' } }, tags: A },
      ['a'],
    ],
    [
      'a tagged child stays with what has no tag',
      { manifests: { u: { role: 'index', children: ['a'], pushed: 90 }, a: OLD, b: { role: 'unreadable' } }, tags: A },
      [],
    ],
    ['a circle', { manifests: { a: OLD, b: { subjects: ['c'] }, c: { subjects: ['b'] } }, tags: A }, 'circle'],
  ],
  'rule 7: what is no image stays unless it is named': [
    ['a chart under a SHA tag', one({ role: 'artifact', ...OLD }), []],
    [
      'a chart that is named',
      one({ role: 'artifact', ...OLD }, { 'chart-1': 'a' }),
      ['a'],
      { deleteTags: patterns('chart-*') },
    ],
    [
      'a chart that is named by one tag of two',
      one({ role: 'artifact', ...OLD }, { ...A, 'chart-1': 'a' }),
      [],
      { deleteTags: patterns('chart-*') },
    ],
    [
      'an index of charts',
      { manifests: { a: { role: 'index', children: ['m'] }, m: { role: 'artifact', ...OLD } }, tags: A },
      [],
    ],
    ['a chart without a tag', { manifests: { u: { role: 'artifact', pushed: 90 } }, tags: {} }, []],
  ],
  'rule 8: a difference between two readings is kept': [
    ['a tag that written or removed', { ...one(OLD), unsettled: [sha('a')] }, []],
    ['another tag', { ...one(OLD), unsettled: ['v9'] }, ['a']],
  ],
  'rule 9: the latest date that is known': [
    [
      'of two children',
      { manifests: { a: { role: 'index', children: ['m', 'n'] }, m: OLD, n: { created: 2 } }, tags: A },
      [],
    ],
    ['of the registry and the image', one({ created: 100, pushed: 2 }), []],
    ['an image that says 1970', one({ created: NOW / DAY }), []],
    ['1980', one({ created: (NOW - Date.UTC(1980, 0, 1)) / DAY }), []],
    ['the last moment before Docker', one({ created: (NOW - Date.UTC(2013, 1, 28)) / DAY }), []],
    ['the first day of Docker', one({ created: (NOW - Date.UTC(2013, 2, 1)) / DAY }), ['a']],
    ['a date to come', one({ created: -1 }), []],
    [
      'a date to come beside an old one',
      { manifests: { a: { role: 'index', children: ['m', 'n'] }, m: OLD, n: { created: -2_900_000 } }, tags: A },
      [],
    ],
    ['no date', one({}), []],
    ['only the image says it', one(OLD), [], { trustsCreated: false }],
    ['the registry says it', one({ pushed: 100 }), ['a'], { trustsCreated: false }],
    ['an untagged manifest whose date only itself gives', { manifests: { u: OLD }, tags: {} }, []],
    ['an untagged manifest that the registry knows to be old', { manifests: { u: { pushed: 8 } }, tags: {} }, ['u']],
    ['a young untagged manifest', { manifests: { u: { pushed: 6 } }, tags: {} }, []],
    [
      'an untagged index with a young child',
      { manifests: { u: { role: 'index', children: ['m'], pushed: 90 }, m: { pushed: 1 } }, tags: {} },
      [],
    ],
  ],
  'rule 10: old enough, and not among the newest': [
    ['30 days', one({ created: 30 }), ['a']],
    ['less than 30 days', one({ created: 29.99 }), []],
    [
      'the newest one stays',
      { manifests: { a: OLD, b: { created: 101 } }, tags: { ...A, [sha('b')]: 'b' } },
      ['b'],
      { keepNewest: 1 },
    ],
    [
      'two tags on one image count once',
      {
        manifests: { a: OLD, b: { created: 101 }, c: { created: 102 } },
        tags: { ...A, [sha('a1')]: 'a', [sha('b')]: 'b', [sha('c')]: 'c' },
      },
      ['c'],
      { keepNewest: 2 },
    ],
    [
      'an undated one stays and does not count',
      { manifests: { a: {}, b: OLD, c: { created: 101 } }, tags: { ...A, [sha('b')]: 'b', [sha('c')]: 'c' } },
      ['c'],
      { keepNewest: 1 },
    ],
    [
      'a kept one does not count',
      {
        manifests: { a: { created: 1 }, b: OLD, c: { created: 101 } },
        tags: { v1: 'a', [sha('b')]: 'b', [sha('c')]: 'c' },
      },
      ['c'],
      { keepNewest: 1 },
    ],
    [
      'a date to come does not count either',
      { manifests: { a: { created: -5 }, b: OLD }, tags: { ...A, [sha('b')]: 'b' } },
      [],
      { keepNewest: 1 },
    ],
    ['zero keeps none', one(OLD), ['a'], { keepNewest: 0 }],
  ],
  'rule 18: orphans are left': [
    [
      'a signature of what is gone',
      {
        manifests: { s: { role: 'artifact', subjects: ['gone'], ...OLD } },
        tags: { [`${digest('gone').replace(':', '-')}.sig`]: 's' },
      },
      [],
    ],
    [
      'if they are asked for',
      {
        manifests: { s: { role: 'artifact', subjects: ['gone'], ...OLD } },
        tags: { [`${digest('gone').replace(':', '-')}.sig`]: 's' },
      },
      ['s'],
      { deletesOrphans: true },
    ],
    [
      'a young one',
      {
        manifests: { s: { role: 'artifact', subjects: ['gone'], created: 1 } },
        tags: { [`${digest('gone').replace(':', '-')}.sig`]: 's' },
      },
      [],
      { deletesOrphans: true },
    ],
    [
      'one without a tag, whose push may be under way',
      { manifests: { s: { role: 'artifact', subjects: ['gone'], ...OLD } }, tags: {} },
      [],
      { deletesOrphans: true },
    ],
    [
      'one that is tagged',
      { manifests: { s: { role: 'artifact', subjects: ['gone'], ...OLD } }, tags: { v1: 's' } },
      [],
      { deletesOrphans: true },
    ],
  ],
};

describe.each(Object.entries(TABLES))('%s', (_rule, rows) => {
  it.each(rows)('%s', (_title, told, goes, rules = {}) => {
    expect(going(told, rules)).toEqual(goes);
  });
});

describe('the plan', () => {
  it('tells why each stays, in words', () => {
    expect(whyKept(one(OLD, { v1: 'a' }), 'a')).toBe('its tag "v1" is no SHA tag, and not in "delete-tags"');
    expect(whyKept(one({ created: 1 }), 'a')).toBe('it is too young');
    expect(whyKept({ ...whole, tags: { ...whole.tags, report: 'signed' } }, 'a')).toBe(
      'something that stays refers to it',
    );
    expect(whyKept(whole, 'a', deployed('a1'))).toBe('it contains something that is deployed');
  });

  it('finds deployed digests wherever they are', () => {
    const made = plan(whole, deployed('a2', 'c1', 'z'));
    expect(made.kind === 'plan' && [...made.found].sort()).toEqual([digest('a2'), digest('c1')].sort());
  });

  it('puts everything behind what leads to it, and names what must be gone before (rule 12)', () => {
    const made = plan(whole);
    if (made.kind !== 'plan') throw new Error(made.why);
    expect(made.groups).toHaveLength(1);
    const [group = []] = made.groups;
    const at = (name: string) => group.findIndex((step) => step.digest === digest(name));
    expect(at('a')).toBe(0);
    expect(at('note')).toBeGreaterThan(at('signed'));
    expect(group[at('signed')]?.after.toSorted()).toEqual([digest('a'), digest('list')].sort());
    expect(group[0]?.tags).toEqual([sha('a')]);
  });

  it('keeps apart what has nothing to do with each other', () => {
    const made = plan({ manifests: { a: OLD, b: OLD }, tags: { ...A, [sha('b')]: 'b' } });
    expect(made.kind === 'plan' && made.groups).toHaveLength(2);
  });

  it('counts the blobs that nothing names which stays (rule 22)', () => {
    const made = plan({
      manifests: { a: { ...OLD, layers: ['base', 'own'] }, b: { ...OLD, layers: ['base'] } },
      tags: { ...A, v1: 'b' },
    });
    if (made.kind !== 'plan') throw new Error(made.why);
    expect(made.bytesFreed(new Set([digest('a')]))).toBe('own'.length);
  });
});
