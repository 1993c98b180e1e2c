/** The inputs of prune/; the numbers are those of the rules in docs/prune.md's making: what was asked for cannot vanish. */
import { describe, expect, it } from '@jest/globals';
import { type Inputs, readInputs } from '../../../src/actions/prune/inputs.ts';
import { pruneMetadata } from '../../doubles/runner.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const DAY = 86_400_000;

/** As the runner hands them over: all of action.yml, with its defaults where nothing else is given. */
function read(given: Readonly<Record<string, string>> = {}): Inputs {
  const input = (name: string) =>
    given[name] ?? { image: 'registry.example/app' }[name] ?? pruneMetadata.inputs[name]?.default ?? '';
  const givenInputs = () => Object.keys({ ...pruneMetadata.inputs, ...given });
  return readInputs({ input, givenInputs }, { ok: true, value: [] });
}

const problem = (given: Readonly<Record<string, string>>): string => {
  try {
    read(given);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the inputs of prune/', () => {
  it('keep most by default', () => {
    expect(read()).toMatchObject({
      dryRun: true,
      deployed: undefined,
      keepNewest: 20,
      keepYoungerThan: 30 * DAY,
      keepUntaggedYoungerThan: 7 * DAY,
      maxDeletions: 200,
      maxShare: 50,
      trustsCreated: false,
      deletesOrphans: false,
      events: ['schedule', 'workflow_dispatch'],
      branches: undefined,
      whenClosed: 'fail',
      deleteTags: [],
      keepTags: [],
    });
  });

  it.each<readonly [string, Readonly<Record<string, string>>, RegExp | undefined]>([
    ['a real run says nothing of what is deployed', { 'dry-run': 'false' }, /^keep-digests: is required/],
    ['a real run says that nothing is', { 'dry-run': 'false', 'keep-digests': 'none' }, undefined],
    ['a real run names a digest', { 'dry-run': 'false', 'keep-digests': DIGEST }, undefined],
    ['a dry run says nothing', {}, undefined],
    ['an empty value', { 'keep-digests': '' }, /^keep-digests: is empty/],
    ['white space alone', { 'keep-digests': ' \n' }, /^keep-digests: is empty/],
    ['comments alone', { 'keep-digests': '# nothing\n# more' }, /^keep-digests: .*only comments/s],
    ['"none" beside others', { 'keep-digests': `none\n${DIGEST}` }, /^keep-digests: "none" is in a list with others/],
    ['what is no image', { 'keep-digests': 'app' }, /^keep-digests: "app" is neither a digest/],
    ['a file without a name', { 'keep-digests': 'file:' }, /^keep-digests: "file:" names no file/],
  ])('rule 1: %s', (_title, given, expected) => {
    if (expected === undefined) expect(problem(given)).toBe('');
    else expect(problem(given)).toMatch(expected);
  });

  it('rule 2: of an empty "dry-run" makes a dry run', () => {
    expect(read({ 'dry-run': '' }).dryRun).toBe(true);
  });

  const deciding = [
    'sha-tag',
    'delete-tags',
    'keep-tags',
    'keep-newest',
    'keep-younger-than',
    'keep-untagged-younger-than',
  ];
  const limiting = ['max-deletions', 'max-share', 'trust-created', 'delete-orphans', 'experimental-delete'];
  it.each([...deciding, ...limiting])('rule 2: do not take an empty "%s" for its default', (name) => {
    expect(problem({ [name]: '' })).toMatch(new RegExp(`^${name}: is empty`));
  });

  it.each([
    ['0d', 0],
    ['36h', 1.5 * DAY],
    ['2w', 14 * DAY],
  ])('rule 2: take the duration %s', (text, value) => {
    expect(read({ 'keep-younger-than': text }).keepYoungerThan).toBe(value);
  });

  it.each(['30', '0', '1m', '-1d', '1.5d', 'd'])('rule 2: do not take the duration %s', (text) => {
    expect(problem({ 'keep-younger-than': text })).toMatch(/^keep-younger-than: .* is no number of hours/);
  });

  it.each([
    ['50 %', 50],
    ['50%', 50],
    ['0', 0],
    ['100', 100],
  ])('take the share %s', (text, value) => {
    expect(read({ 'max-share': text }).maxShare).toBe(value);
  });

  it.each(['101', '-1', '0.5', 'half'])('do not take the share %s', (text) => {
    expect(problem({ 'max-share': text })).toMatch(/^max-share: /);
  });

  it.each(['pull_request', 'merge_group', 'workflow_run', 'release', 'pull_request_target'])(
    'rule 19: cannot be opened for %s',
    (event) => {
      expect(problem({ events: event })).toMatch(/^events: /);
    },
  );

  it.each([
    'containers.ghe.example/owner/app',
    'docker.io/owner/app',
    'public.ecr.aws/a1b2c3d4/app',
    'quay.io/owner/app',
    'europe-docker.pkg.dev/p/r/app',
  ])('refuse a real run on %s by name, and take a dry run', (image) => {
    const real = { image, 'dry-run': 'false', 'keep-digests': 'none' };
    expect(problem(real)).toMatch(/^image: .*where nothing can be deleted yet/);
    expect(problem({ ...real, 'experimental-delete': 'true' })).toMatch(/^image: /);
    expect(problem({ image })).toBe('');
  });

  it('delete on Azure only where it is asked for', () => {
    const real = { image: 'team.azurecr.io/app', 'dry-run': 'false', 'keep-digests': 'none' };
    expect(problem(real)).toMatch(/experimental-delete: true/);
    expect(problem({ ...real, 'experimental-delete': 'true' })).toBe('');
  });

  it('delete at GHCR with the token, and at ECR with an identity alone', () => {
    const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app';
    const real = { 'dry-run': 'false', 'keep-digests': 'none' };
    expect(problem({ ...real, image: 'ghcr.io/owner/app' })).toBe('');
    expect(problem({ ...real, image })).toMatch(/needs an entry of "identity"/);
    expect(problem({ ...real, image, 'experimental-delete': 'true' })).toMatch(/needs an entry of "identity"/);
    expect(problem({ image })).toBe('');
  });

  it('refuse a repository that is listed twice, and a misspelt input', () => {
    expect(problem({ image: 'registry.example/app, registry.example/app' })).toMatch(/listed twice/);
    expect(problem({ 'keep-digest': DIGEST })).toMatch(/is "keep-digests" meant/);
  });
});
