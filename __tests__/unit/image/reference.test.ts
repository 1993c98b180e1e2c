/** Normalisation as the distribution project's `normalize_test.go` has it, and properties of every reference. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isTag,
  parseReference,
  parseRepository,
  type Reference,
  referenceName,
  repositoryName,
  sameRegistry,
} from '../../../src/image/reference.ts';
import { anyText } from '../any-text.ts';

const HEX_NAME = '1a3f5e7d9c1b3a5f7e9d1c3b5a7f9e1d3c5b7a9f1e3d5d7c9b1a3f5e7d9c1b3a';
const LONG_WORD = 'thisisthesongthatneverendsitgoesonandonandonthisisthesongthatnev';
const TOO_LONG = 'this_is_not_a_valid_namespace_because_its_lenth_is_greater_than_255_'.repeat(4);

const nameOf = (text: string): string => {
  const parsed = parseReference(text);
  if (!parsed.ok) throw new Error(`${text} ${parsed.problem}`);
  return referenceName(parsed.value);
};

describe('normalisation', () => {
  it.each([
    ['fooo/bar', 'docker.io/fooo/bar'],
    ['docker.io/fooo/bar', 'docker.io/fooo/bar'],
    ['index.docker.io/fooo/bar', 'docker.io/fooo/bar'],
    ['ubuntu', 'docker.io/library/ubuntu'],
    ['library/ubuntu', 'docker.io/library/ubuntu'],
    ['docker.io/library/ubuntu', 'docker.io/library/ubuntu'],
    ['nonlibrary/ubuntu', 'docker.io/nonlibrary/ubuntu'],
    ['other/library', 'docker.io/other/library'],
    ['127.0.0.1:8000/private/moonbase', '127.0.0.1:8000/private/moonbase'],
    ['127.0.0.1:8000/privatebase', '127.0.0.1:8000/privatebase'],
    ['example.com/private/moonbase', 'example.com/private/moonbase'],
    ['example.com/privatebase', 'example.com/privatebase'],
    ['example.com:8000/private/moonbase', 'example.com:8000/private/moonbase'],
    ['example.com:8000/privatebasee', 'example.com:8000/privatebasee'],
    ['ubuntu-12.04-base', 'docker.io/library/ubuntu-12.04-base'],
    ['index.docker.io/library/ubuntu-12.04-base', 'docker.io/library/ubuntu-12.04-base'],
    ['docker.io/foo', 'docker.io/library/foo'],
    ['index.docker.io/foo', 'docker.io/library/foo'],
    ['library/foo/bar', 'docker.io/library/foo/bar'],
    ['docker.io/library/foo/bar', 'docker.io/library/foo/bar'],
    ['store/foo/bar', 'docker.io/store/foo/bar'],
    ['Foo/bar', 'Foo/bar'],
    ['FOO/bar', 'FOO/bar'],
    ['test_com/foo', 'docker.io/test_com/foo'],
    ['test-com:8080/foo', 'test-com:8080/foo'],
    ['xn--n3h.com:18080/foo', 'xn--n3h.com:18080/foo'],
    ['redis:latest', 'docker.io/library/redis:latest'],
    ['docker.io/mcgowan/myapp:latest', 'docker.io/mcgowan/myapp:latest'],
    [HEX_NAME.slice(0, 63), `docker.io/library/${HEX_NAME.slice(0, 63)}`],
    ['dbcc1', 'docker.io/library/dbcc1'],
    [
      `busybox:latest@sha256:${'86e0e091'.repeat(8)}`,
      `docker.io/library/busybox:latest@sha256:${'86e0e091'.repeat(8)}`,
    ],
  ])('writes %s as %s', (text, full) => {
    expect(nameOf(text)).toBe(full);
  });

  it.each([
    'docker/docker',
    'docker.io/debian',
    '127.0.0.1:5000/library/debian',
    '192.168.0.1:8/debian',
    LONG_WORD,
    '[fc00::1]:5000/docker',
    '[fc00:1:2:3:4:5:6:7]:5000/library/debian',
    // With a host in front there is no doubt that it is a name.
    `docker.io/${HEX_NAME}`,
    'Docker/docker',
    'docker---rules/docker',
    'd/docker',
    'jess/t',
    'dock__er/docker',
  ])('takes %s', (text) => {
    expect(parseReference(text).ok).toBe(true);
  });

  it.each([
    'https://github.com/docker/docker',
    'docker/Docker',
    '-docker',
    '-docker.io/docker/docker',
    'docker///docker',
    'docker.io/docker/Docker',
    'docker.io/docker///docker',
    '[fc00::1]',
    'fc00::1:5000/debian',
    '[fe80::1%eth0]:5000/debian',
    '[2001:db8:3:4::192.0.2.33]:5000/debian',
    HEX_NAME,
    'docker-/docker',
    '-docker-/docker',
    'dock..er/docker',
    'dock_.er/docker',
    'dock-.er/docker',
    'docker/',
    `${TOO_LONG}/docker`,
  ])('refuses %s', (text) => {
    expect(parseReference(text).ok).toBe(false);
  });

  it('counts 255 characters after it has added library/', () => {
    expect(parseReference('a'.repeat(247)).ok).toBe(true);
    expect(parseReference('a'.repeat(248)).ok).toBe(false);
    expect(parseReference(`docker.io/${'a'.repeat(247)}`).ok).toBe(true);
    expect(parseReference(`docker.io/${'a'.repeat(248)}`).ok).toBe(false);
  });
});

describe('parseRepository', () => {
  it('takes a destination', () => {
    expect(parseRepository('ghcr.io/owner/app')).toEqual({
      ok: true,
      value: { registry: 'ghcr.io', path: 'owner/app' },
    });
  });

  it.each([
    ['ghcr.io/owner/app:1', /tag/],
    [`ghcr.io/owner/app@sha256:${'0'.repeat(64)}`, /digest/],
    [`ghcr.io/owner/app:1@sha256:${'0'.repeat(64)}`, /tag/],
    ['GHCR.io/Owner/app', /capital/],
    ['ghcr.io:75050/app', /not the address/],
    ['192.168.1.1:750050/app', /not the address/],
    ['192.168.1.256/app', /not the address/],
    ['1.2.3.4.5/app', /not the address/],
    ['[fd00123123123]:75050/app', /not the address/],
    ['[:]/app', /not the address/],
    // Some programs take these for 127.0.0.1 or 0.0.0.1, and others ask a name server.
    ['0177.0.0.1:5000/app', /not the address/],
    ['127.1/app', /not the address/],
    ['2130706433:5000/app', /not the address/],
    ['0x7f.1/app', /not the address/],
    ['1:5000/app', /not the address/],
  ])('refuses %s', (text, problem) => {
    expect(parseRepository(text)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });
});

describe('parseRepository takes a registry', () => {
  it.each([
    'GHCR.io/app',
    'localhost/app',
    '127.0.0.1:5000/app',
    '[::1]:5000/app',
    '[2001:0db8:85a3:0000:0000:8a2e:0370:7334]:65535/app',
    'xn--n3h.com/app',
    '0101.com:443/app',
    'r.example:00080/app',
    'app',
  ])('that can be reached: %s', (text) => {
    expect(parseRepository(text).ok).toBe(true);
  });
});

describe('sameRegistry', () => {
  it.each([
    ['ghcr.io', 'ghcr.io', true],
    ['GHCR.IO', 'ghcr.io', true],
    ['docker.io', 'index.docker.io', true],
    ['docker.io', 'registry-1.docker.io', true],
    ['Docker.IO', 'INDEX.docker.io', true],
    ['docker.io', 'evil-docker.io', false],
    ['docker.io', 'docker.io.evil.com', false],
    ['docker.io', 'auth.docker.io', false],
    ['docker.io', 'hub.docker.com', false],
    ['ghcr.io', 'ghcr.io:443', false],
    ['localhost:5000', 'localhost:5001', false],
    ['localhost', '127.0.0.1', false],
    ['ghcr.io', 'gcr.io', false],
    ['', 'docker.io', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameRegistry(one, other)).toBe(same);
    expect(sameRegistry(other, one)).toBe(same);
  });
});

const characters = 'aAzZ09._-/:@[]% \n\0é☃'.split('');
const nearReferences = fc.oneof(
  anyText,
  fc
    .array(fc.constantFrom(...characters, 'docker.io', 'index.docker.io', 'library/', 'localhost', 'sha256:', HEX_NAME))
    .map((parts) => parts.join('')),
);

describe('every text', () => {
  it('is parsed or refused with a reason, and never throws', () => {
    fc.assert(
      fc.property(nearReferences, (text) => {
        const parsed = parseReference(text);
        if (!parsed.ok && !/^(?:is|has) ./s.test(parsed.problem)) throw new Error(parsed.problem);
      }),
      { numRuns: 8000 },
    );
  });

  it('that was parsed is printed as a reference that parses to itself', () => {
    const kept: Reference[] = [];
    fc.assert(
      fc.property(nearReferences, (text) => {
        const parsed = parseReference(text);
        if (!parsed.ok) return;
        kept.push(parsed.value);
        expect(parseReference(referenceName(parsed.value))).toEqual(parsed);
      }),
      { numRuns: 8000 },
    );
    expect(kept.length).toBeGreaterThan(200);
  });
});

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const component = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: 1, maxLength: 3 })
  .chain((words) => fc.constantFrom('.', '_', '__', '-', '---').map((separator) => words.join(separator)));
const domain = fc.oneof(
  fc.stringMatching(/^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,5}[a-zA-Z0-9])?(?:\.[a-z0-9]{1,5}){1,3}(?::[0-9]{1,5})?$/),
  fc.constantFrom('localhost', 'localhost:5000', '[::1]:5000', '[2001:db8::1]', '10.0.0.1:80', 'Foo'),
);
const references = fc.record(
  {
    registry: domain,
    path: fc.array(component, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
    tag: fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/),
    digest: fc.oneof(
      hex(64).map((digits) => `sha256:${digits}`),
      hex(128).map((digits) => `sha512:${digits}`),
    ),
  },
  { requiredKeys: ['registry', 'path'] },
);

describe('every reference', () => {
  it('that the grammar makes is taken apart into what it was made of', () => {
    fc.assert(
      fc.property(references, (value) => {
        fc.pre(!/^(?:index\.)?docker\.io$/.test(value.registry));
        const tag = value.tag === undefined ? '' : `:${value.tag}`;
        const digest = value.digest === undefined ? '' : `@${value.digest}`;
        const text = `${value.registry}/${value.path}${tag}${digest}`;
        expect(parseReference(text)).toEqual({ ok: true, value });
        expect(repositoryName(value)).toBe(`${value.registry}/${value.path}`);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('isTag', () => {
  it.each(['1', '_', 'v1.2.3', 'A', '1.2.3-rc.1', 'a'.repeat(128), '0'.repeat(40)])('takes %s', (text) => {
    expect(isTag(text)).toBe(true);
  });

  it.each(['', '.', '-', '.a', '-rf', 'a b', 'a/b', 'a:b', 'a+b', 'é', 'a\n', '\na', 'a'.repeat(129), 'a@b', '{sha}'])(
    'refuses %j',
    (text) => {
      expect(isTag(text)).toBe(false);
    },
  );
});
