import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pagesOf } from '../../../src/run/pages.ts';

const ONE = '1'.repeat(40);
const OTHER = '2'.repeat(40);
const job = {
  GITHUB_REPOSITORY: 'my-org/my-app',
  GITHUB_RUN_ID: '123',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW_REF: 'my-org/my-app/.github/workflows/publish.yml@refs/heads/main',
  GITHUB_WORKFLOW_SHA: ONE,
  GITHUB_ACTION_REPOSITORY: 'publisher/verified-image-push',
  GITHUB_ACTION_REF: 'v1',
};
const server = { url: 'https://github.com' };

describe('the pages of a run', () => {
  it('are those of its server', () => {
    const pages = pagesOf(job, server);
    expect(pages.run).toBe('https://github.com/my-org/my-app/actions/runs/123/attempts/2');
    expect(pages.workflow).toBe(`https://github.com/my-org/my-app/blob/${ONE}/.github/workflows/publish.yml`);
    expect(pages.commit(ONE)).toBe(`https://github.com/my-org/my-app/commit/${ONE}`);
    expect(pages.compare(ONE, OTHER)).toBe(`https://github.com/my-org/my-app/compare/${ONE}...${OTHER}`);
    expect(pagesOf(job, { url: 'https://git.example.com/' }).commit(ONE)).toBe(
      `https://git.example.com/my-org/my-app/commit/${ONE}`,
    );
  });

  it('of an error is its entry, at the version of the action that runs', () => {
    expect(pagesOf(job, server).help('TAG_EXISTS')).toBe(
      'https://github.com/publisher/verified-image-push/blob/v1/docs/troubleshooting.md#tag_exists',
    );
  });

  it('of every code is an entry that exists', () => {
    const page = readFileSync(resolve(import.meta.dirname, '../../../docs/troubleshooting.md'), 'utf8');
    const errors = readFileSync(resolve(import.meta.dirname, '../../../src/errors.ts'), 'utf8');
    const codes = [...errors.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(30);
    for (const code of codes) expect(page).toContain(`\n### ${code}\n`);
  });

  it.each([
    ['nothing is said', {}, server],
    ['the action is in the repository itself', { ...job, GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' }, server],
    ['the server is not reached by TLS', job, { url: 'http://github.com' }],
  ])('are not there where %s', (_name, environment, where) => {
    expect(pagesOf(environment, where).help('TIMEOUT')).toBeUndefined();
  });

  it.each([
    [ONE, ONE],
    ['main', ONE],
    [ONE, ''],
  ])('do not compare %j with %j', (from, to) => {
    expect(pagesOf(job, server).compare(from, to)).toBeUndefined();
  });

  it('never leave the server, whatever the variables say', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('..', '../..', 'a/b', '@evil.example', 'a/../..', 'x y', '#', '?', '%2e%2e', '\n'),
    );
    const variables = fc.dictionary(fc.constantFrom(...Object.keys(job)), text);
    fc.assert(
      fc.property(variables, text, (changed, sha) => {
        const pages = pagesOf({ ...job, ...changed }, server);
        const all = [pages.run, pages.workflow, pages.commit(sha), pages.compare(sha, ONE), pages.help('TIMEOUT')];
        for (const address of all.filter((each) => each !== undefined)) {
          expect(address).toMatch(/^https:\/\/github\.com\/[A-Za-z0-9_.+@/#-]+$/);
          expect(new URL(address).host).toBe('github.com');
        }
      }),
      { numRuns: 5000 },
    );
  });
});
