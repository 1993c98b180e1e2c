import { describe, expect, it } from '@jest/globals';
import { type Inputs, readInputs } from '../../../src/actions/verify/inputs.ts';

const SIGNER = 'octo-org/app/.github/workflows/publish.yml@refs/tags/v1';
const GIVEN = {
  image: `ghcr.io/octo-org/app@sha256:${'a'.repeat(64)}`,
  'signer-workflow': SIGNER,
  'trusted-root': 'root.jsonl',
};

const TUF = { 'trusted-root': 'auto', 'tuf-url': 'https://tuf.example.com/', 'tuf-root': 'root.json' };

function read(
  more: Readonly<Record<string, string>> = {},
  payload: unknown = { repository: { default_branch: 'main' } },
): Inputs {
  const given: Readonly<Record<string, string>> = { ...GIVEN, ...more };
  return readInputs(
    {
      input: (name) => given[name] ?? '',
      givenInputs: () => Object.keys(given),
      context: () => ({ payload }) as never,
      origin: () =>
        ({ server: 'https://github.com', repository: 'octo-org/app', repositoryId: '74', ownerId: '65' }) as never,
    },
    { ok: true, value: [] },
  );
}

describe('the inputs of verify/', () => {
  it('demand this repository by its number, its default branch and versions, the summary, and nothing more', () => {
    const { demands } = read();
    expect(demands.repository).toEqual({ name: 'octo-org/app', id: '74', ownerId: '65' });
    expect([demands.branches, demands.gitTags].flat().map(({ text }) => text)).toEqual(['main', 'v*']);
    expect(demands.statements).toMatchObject([{ predicateType: 'https://slsa.dev/verification_summary/v1' }]);
    expect(demands.issuer).toBe('https://token.actions.githubusercontent.com');
    expect([demands.allowSelfHosted, demands.maxAge, demands.facts.checks]).toEqual([false, undefined, []]);
  });

  it('take the default branch for a name, and not for a pattern', () => {
    const { demands } = read({}, { repository: { default_branch: 'release+1' } });
    expect(demands.branches.map(({ text }) => text)).toEqual(['release\\+1']);
  });

  it.each<[Readonly<Record<string, string>>, object]>([
    [{ 'trusted-root': 'root.jsonl' }, { kind: 'file', path: 'root.jsonl' }],
    [{ 'trusted-root': 'auto' }, { kind: 'known', caFile: undefined }],
    [
      { 'trusted-root': 'auto', 'ca-file': 'ca.pem' },
      { kind: 'known', caFile: 'ca.pem' },
    ],
    [TUF, { kind: 'own', url: 'https://tuf.example.com', root: 'root.json', caFile: undefined }],
  ])('say what is verified with: %j', (more, source) => {
    expect(read(more).trustedRoot).toEqual(source);
  });

  it('give each type of statement its own signer', () => {
    const build = 'octo-org/app/.github/workflows/build.yml@refs/heads/main';
    const { statements } = read({ 'predicate-types': `summary\nprovenance ${build}` }).demands;
    expect(statements.map(({ signers }) => signers.map(({ path }) => path))).toEqual([
      ['octo-org/app/.github/workflows/publish.yml'],
      ['octo-org/app/.github/workflows/build.yml'],
    ]);
  });

  it('read checks with their apps, scans with their severity, and an age', () => {
    const { facts, maxAge } = read({
      'require-checks': 'test (ubuntu, 20), codecov app=254',
      'require-scan': 'Docker Scout high',
      'max-age': '30d',
    }).demands;
    expect(facts.checks).toEqual([
      { name: 'test (ubuntu, 20)', appId: 15_368 },
      { name: 'codecov', appId: 254 },
    ]);
    expect([facts.scans, maxAge]).toEqual([[{ tool: 'Docker Scout', below: 'high' }], 30 * 86_400_000]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['image', { image: 'ghcr.io/octo-org/app' }],
    ['image', { image: '' }],
    ['image', { image: `ghcr.io/octo-org/app@sha256:${'a'.repeat(64)}`, 'allow-child': 'true' }],
    ['signer-workflow', { 'signer-workflow': '' }],
    ['signer-workflow', { 'signer-workflow': 'octo-org/app/.github/workflows/publish.yml' }],
    ['signer-workflow', { 'signer-workflow': 'octo-org/app/.github/workflows/publish.yml@v1' }],
    ['signer-workflow', { 'signer-workflow': 'octo-org/app/.github/workflows/publish.yml@abc1234' }],
    ['signer-workflow', { 'signer-workflow': 'octo-org/app/.github/workflows/publish.yml@refs/pull/1/merge' }],
    ['signer-workflow', { 'signer-workflow': 'octo-org/app/.github/workflows/publish.yml@refs/tags/!v1' }],
    [
      'signer-workflow',
      { 'signer-workflow': 'https://github.com/octo-org/app/.github/workflows/publish.yml@refs/tags/v1' },
    ],
    ['trusted-root', { 'trusted-root': '' }],
    ['tuf-root', { ...TUF, 'tuf-root': '' }],
    ['tuf-url', { ...TUF, 'tuf-url': '' }],
    ['tuf-url', { ...TUF, 'tuf-url': 'http://tuf.example.com' }],
    ['tuf-url', { ...TUF, 'tuf-url': 'https://a:b@tuf.example.com' }],
    ['tuf-url', { ...TUF, 'trusted-root': 'root.jsonl' }],
    ['repository', { repository: 'app' }],
    ['branches', { repository: 'octo-org/other' }],
    ['branches', { repository: 'octo-org/app#75' }],
    ['events', { events: 'pull_request_target' }],
    ['require-checks', { 'require-checks': '' }],
    ['require-scan', { 'require-scan': 'Trivy' }],
    ['require-scan', { 'require-scan': 'Trivy terrible' }],
    ['require-policy', { 'require-policy': 'abc' }],
    ['require-policy', { 'require-policy': '' }],
    ['max-age', { 'max-age': '30' }],
    ['max-age', { 'max-age': '' }],
    ['authorities', { authorities: 'everyone' }],
    ['allow-self-hosted', { 'allow-self-hosted': 'yes' }],
    ['predicate-types', { 'predicate-types': 'anything' }],
    ['require-check', { 'require-check': 'test' }],
  ])('refuse a wrong "%s": %j', (input, more) => {
    expect(() => read(more)).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringMatching(new RegExp(`^${input}:`, 'm')) }),
    );
  });

  it('do not guess the branch of another repository, and take one that is given', () => {
    const { repository, branches } = read({ repository: 'octo-org/other#99', branches: 'trunk' }).demands;
    expect([repository.name, repository.id, branches.map(({ text }) => text)]).toEqual([
      'octo-org/other',
      '99',
      ['trunk'],
    ]);
  });
});
