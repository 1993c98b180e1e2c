import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Inputs } from '../../../../src/actions/publish/inputs.ts';
import { NO_YAML, readInputs, readYamlInputs } from '../../../../src/actions/publish/read-inputs.ts';
import { ActionError } from '../../../../src/errors.ts';
import { metadata } from '../../../doubles/runner.ts';
import { anyText } from '../../any-text.ts';

type With = Readonly<Record<string, string>>;

/** The inputs as a workflow gives them, with the defaults of action.yml where it gives none. */
const DEFAULTS: With = {
  image: 'ghcr.io/owner/app',
  'sha-tag': '{sha}',
  'git-tags': 'v*',
  events: 'push, release, workflow_dispatch',
  'when-closed': 'skip',
  verify: 'graph',
  timeout: '30',
  'dry-run': 'false',
  summary: 'true',
};

const runnerWith = (all: With) => ({ input: (name: string) => all[name] ?? '', givenInputs: () => Object.keys(all) });

const read = (given: With = {}): Inputs => {
  const all = { ...DEFAULTS, ...given };
  return readInputs(runnerWith(all), NO_YAML);
};

const refusal = (given: With): ActionError => {
  try {
    read(given);
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
  throw new Error('the inputs were taken');
};

const texts = (patterns: Inputs['branches']) => patterns?.map(({ text }) => text);

describe('the defaults', () => {
  it('need nothing but an image', () => {
    const { gitTags, ...others } = read();
    expect(texts(gitTags)).toEqual(['v*']);
    expect(others).toEqual({
      destinations: [{ registry: 'ghcr.io', path: 'owner/app' }],
      source: [],
      sources: [],
      engine: 'auto',
      keepLogin: false,
      compression: 'gzip',
      mountFrom: undefined,
      tags: [],
      shaTag: '{sha}',
      branches: undefined,
      events: ['push', 'release', 'workflow_dispatch'],
      commit: 'run',
      whenClosed: 'skip',
      needs: undefined,
      allowSkipped: [],
      requiredChecks: { named: [], ofBranch: false },
      waitForChecks: 0,
      checkRunId: undefined,
      expectedImageIds: [],
      expectedPlatforms: [],
      requireRevisionLabel: false,
      proof: 'none',
      proofStore: 'auto',
      publicLog: false,
      trustedRoot: undefined,
      sigstoreUrls: undefined,
      username: '',
      identities: [],
      credentialScope: 'auto',
      credentialPolicy: 'warn',
      credentialAge: { created: undefined, maxAge: 90 },
      verify: 'graph',
      referrers: 'copy',
      caFile: undefined,
      authHosts: [],
      timeout: 30,
      dryRun: false,
      summary: true,
      movingTags: [],
      versionTags: 'exact',
      ifExists: 'verify',
    });
  });

  it('are frozen', () => {
    expect(Object.isFrozen(read())).toBe(true);
  });
});

describe('a good value', () => {
  it.each<readonly [input: string, value: string, name: keyof Inputs, expected: unknown]>([
    ['image', '  ghcr.io/owner/app \r\n', 'destinations', [{ registry: 'ghcr.io', path: 'owner/app' }]],
    ['image', 'owner/app', 'destinations', [{ registry: 'docker.io', path: 'owner/app' }]],
    ['image', 'alpine', 'destinations', [{ registry: 'docker.io', path: 'library/alpine' }]],
    ['image', 'localhost:5000/app', 'destinations', [{ registry: 'localhost:5000', path: 'app' }]],
    ['image', '[::1]:5000/app', 'destinations', [{ registry: '[::1]:5000', path: 'app' }]],
    [
      'image',
      'ghcr.io/a/b, ghcr.io/a/c',
      'destinations',
      [
        { registry: 'ghcr.io', path: 'a/b' },
        { registry: 'ghcr.io', path: 'a/c' },
      ],
    ],
    ['source', 'app:test', 'source', [{ kind: 'either', name: 'app:test' }]],
    ['source', 'docker-daemon:app:test', 'source', [{ kind: 'engine', name: 'app:test' }]],
    ['source', './image.tar', 'source', [{ kind: 'file', form: undefined, text: './image.tar' }]],
    ['source', 'oci:build/image', 'source', [{ kind: 'file', form: 'oci', text: 'build/image' }]],
    ['engine', '', 'engine', 'auto'],
    ['engine', 'docker', 'engine', 'docker'],
    ['engine', 'direct', 'engine', 'direct'],
    ['compression', '', 'compression', 'gzip'],
    ['compression', 'zstd', 'compression', 'zstd'],
    ['mount-from', 'library/alpine', 'mountFrom', 'library/alpine'],
    ['source', `sha256:${'ab'.repeat(32)}`, 'source', [{ kind: 'either', name: `sha256:${'ab'.repeat(32)}` }]],
    ['source', 'ab'.repeat(32), 'source', [{ kind: 'either', name: 'ab'.repeat(32) }]],
    ['source', '0123456789ab', 'source', [{ kind: 'either', name: '0123456789ab' }]],
    [
      'source',
      `ghcr.io/a/b:c@sha256:${'0'.repeat(64)}`,
      'source',
      [{ kind: 'either', name: `ghcr.io/a/b:c@sha256:${'0'.repeat(64)}` }],
    ],
    ['sha-tag', 'sha-{short-sha}', 'shaTag', 'sha-{short-sha}'],
    ['sha-tag', '{sha}-debug', 'shaTag', '{sha}-debug'],
    ['sha-tag', '{sha}.{short-sha}', 'shaTag', '{sha}.{short-sha}'],
    ['events', 'schedule', 'events', ['schedule']],
    [
      'events',
      'push,release,workflow_dispatch,schedule,merge_group,repository_dispatch,workflow_run,pull_request',
      'events',
      [
        'push',
        'release',
        'workflow_dispatch',
        'schedule',
        'merge_group',
        'repository_dispatch',
        'workflow_run',
        'pull_request',
      ],
    ],
    ['when-closed', 'fail', 'whenClosed', 'fail'],
    ['username', ' ci-bot\n', 'username', 'ci-bot'],
    ['username', 'robot$team+ci bot', 'username', 'robot$team+ci bot'],
    ['username', '--help', 'username', '--help'],
    ['verify', 'manifest', 'verify', 'manifest'],
    ['verify', 'content', 'verify', 'content'],
    ['auth-hosts', 'auth.example.com, sso.example.org:8443', 'authHosts', ['auth.example.com', 'sso.example.org:8443']],
    ['auth-hosts', 'AUTH.Example.com', 'authHosts', ['auth.example.com']],
    ['auth-hosts', 'auth.example.com:443', 'authHosts', ['auth.example.com']],
    ['auth-hosts', '10.0.0.1:5001\n[fd00::1]:5001', 'authHosts', ['10.0.0.1:5001', '[fd00::1]:5001']],
    ['needs', '{"build":{"result":"success","outputs":{}}}', 'needs', { build: 'success' }],
    ['needs', '{}', 'needs', {}],
    // The job of a matrix is called by its values; what is in no pair of parentheses is cut at every comma.
    ['needs', 'none', 'needs', undefined],
    ['required-checks', 'none', 'requiredChecks', { named: [], ofBranch: false }],
    ['expected-image-id', ' none\n', 'expectedImageIds', []],
    ['scan-report', 'none', 'scan', undefined],
    ['when-closed', 'skip-all', 'whenClosed', 'skip-all'],
    ['allow-skipped', 'lint, test (20, x), docs', 'allowSkipped', ['lint', 'test (20, x)', 'docs']],
    ['allow-skipped', 'a (1, 2) b (3,4)', 'allowSkipped', ['a (1, 2) b (3,4)']],
    ['allow-skipped', 'a (1, b, c) d', 'allowSkipped', ['a (1, b, c) d']],
    ['allow-skipped', 'a (1, b\nc), d', 'allowSkipped', ['a (1', 'b', 'c)', 'd']],
    ['allow-skipped', 'a), b (c', 'allowSkipped', ['a)', 'b (c']],
    ['required-checks', 'test\nbuild / linux', 'requiredChecks', { named: ['test', 'build / linux'], ofBranch: false }],
    [
      'required-checks',
      'test (ubuntu-latest, 20), lint',
      'requiredChecks',
      { named: ['test (ubuntu-latest, 20)', 'lint'], ofBranch: false },
    ],
    ['required-checks', 'branch-rules, test', 'requiredChecks', { named: ['test'], ofBranch: true }],
    ['check-run-id', '48211', 'checkRunId', 48211],
    ['expected-image-id', `sha256:${'ab'.repeat(32)}`, 'expectedImageIds', [`sha256:${'ab'.repeat(32)}`]],
    ['expected-image-id', 'ab'.repeat(32), 'expectedImageIds', [`sha256:${'ab'.repeat(32)}`]],
    ['commit', 'image', 'commit', 'image'],
    ['require-revision-label', 'true', 'requireRevisionLabel', true],
    ['ca-file', 'certs/my ca.pem', 'caFile', 'certs/my ca.pem'],
    ['sha-tag', '', 'shaTag', '{sha}'],
    ['timeout', '', 'timeout', 30],
    ['timeout', '1', 'timeout', 1],
    ['timeout', '360', 'timeout', 360],
    ['timeout', ' 45 ', 'timeout', 45],
    ['dry-run', 'true', 'dryRun', true],
    ['keep-login', 'true', 'keepLogin', true],
    ['keep-login', 'false', 'keepLogin', false],
    ['dry-run', 'True', 'dryRun', true],
    ['dry-run', 'TRUE', 'dryRun', true],
    ['dry-run', 'False', 'dryRun', false],
    ['dry-run', 'FALSE', 'dryRun', false],
    ['dry-run', '', 'dryRun', false],
    ['summary', 'false', 'summary', false],
    ['summary', '', 'summary', true],
  ])('%s: %j', (input, value, name, expected) => {
    // Who may be skipped is asked only where something must have succeeded.
    const needs: With = input === 'allow-skipped' ? { needs: '{}' } : {};
    expect(read({ ...needs, [input]: value })[name]).toEqual(expected);
  });

  it('of "sha-tag" may make a tag of 128 characters, and no longer one', () => {
    expect(read({ 'sha-tag': `${'x'.repeat(88)}{sha}` }).shaTag).toHaveLength(93);
    expect(refusal({ 'sha-tag': `${'x'.repeat(89)}{sha}` }).message).toContain('sha-tag');
  });
});

describe('a bad value', () => {
  it.each([
    ['image', '', /is required/],
    ['image', ' \t\r\n', /is required/],
    ['image', 'ghcr.io/owner/app:1.0', /tag/],
    ['image', `ghcr.io/owner/app@sha256:${'0'.repeat(64)}`, /digest/],
    ['image', 'ghcr.io/Owner/App', /capital letters/],
    ['image', 'owner/app, docker.io/owner/app', /is listed twice/],
    ['image', 'GHCR.io/owner/app, GHCR.io/owner/app', /is listed twice/],
    ['image', 'https://ghcr.io/owner/app', /./],
    ['image', 'ghcr.io/', /./],
    ['image', 'ghcr.io/owner/../app', /./],
    ['image', '--config=/x/y', /./],
    ['image', 'a'.repeat(64), /image ID/],
    ['image', `ghcr.io/${'a'.repeat(256)}`, /255/],
    ['image', 'ghcr.io:99999/owner/app', /./],
    ['image', '[fd00123123123]:5000/app', /./],
    ['source', 'app:', /./],
    ['source', '-v', /./],
    ['source', 'docker-daemon:', /empty/],
    ['source', 'App', /./],
    ['source', 'oci:', /no path/],
    ['compression', 'brotli', /./],
    ['engine', 'podman', /auto, docker, direct/],
    ['engine', 'Docker', /auto, docker, direct/],
    ['mount-from', 'Owner/base', /./],
    ['mount-from', 'owner/base:1', /tag/],
    ['mount-from', '/owner/base', /./],
    ['mount-from', 'ghcr.io/owner/base', /begins with the registry; write only "owner\/base"/],
    ['tags', 'v 1', /has up to 128/],
    ['tags', '.hidden', /has up to 128/],
    ['tags', '-x', /has up to 128/],
    ['tags', 'a'.repeat(129), /has up to 128/],
    ['tags', '1.2.3+build', /has up to 128/],
    ['tags', 'quay.io/owner/app:1', /is for another repository than ghcr.io\/owner\/app/],
    ['tags', 'ghcr.io/owner/other:1', /is for another repository than ghcr.io\/owner\/app/],
    ['tags', 'ghcr.io/owner/app', /without a tag/],
    ['tags', `ghcr.io/owner/app:1@sha256:${'0'.repeat(64)}`, /with a digest/],
    ['moving-tags', '.latest', /has up to 128/],
    ['version-tags', 'calver', /not one of/],
    ['if-exists', 'skip', /not one of/],
    ['sha-tag', 'latest', /could not name a commit/],
    ['sha-tag', '{SHA}', /could not name a commit/],
    ['sha-tag', '{sha}/{sha}', /does not give a valid tag/],
    ['sha-tag', '-{sha}', /does not give a valid tag/],
    ['sha-tag', '{sha}{ref}', /does not give a valid tag/],
    ['branches', '[', /without/],
    ['branches', 'refs/heads/main', /full ref/],
    ['branches', '!main', /only excludes/],
    ['branches', '!main, !release/**', /only excludes/],
    ['git-tags', '+', /before it/],
    ['git-tags', '!v1', /only excludes/],
    ['events', 'pull_request_target', /not one of/],
    ['events', 'issue_comment', /not one of/],
    ['events', 'Push', /not one of/],
    ['events', '*', /not one of/],
    ['when-closed', 'ignore', /not one of/],
    ['when-closed', 'Skip', /not one of/],
    ['needs', 'build', /JSON/],
    ['needs', '[]', /JSON/],
    ['needs', 'null', /JSON/],
    ['needs', '{"build":"success"}', /JSON/],
    ['needs', '{"build":{"result":true}}', /JSON/],
    ['needs', '{"build":null}', /JSON/],
    ['required-checks', 'none, test', /is in a list with others/],
    ['required-checks', 'test\nnone', /is in a list with others/],
    ['expected-image-id', 'None', /hex digits/],
    ['needs', 'None', /JSON/],
    ['wait-for-checks', '20', /no effect without "required-checks"/],
    ['allow-skipped', 'lint', /no effect without "needs" or "required-checks"/],
    ['wait-for-checks', '-1', /from 0 to 360/],
    ['wait-for-checks', '361', /from 0 to 360/],
    ['check-run-id', '0', /id of a check run/],
    ['check-run-id', 'x', /id of a check run/],
    ['check-run-id', '1e3', /id of a check run/],
    ['check-run-id', '9007199254740993', /id of a check run/],
    ['expected-image-id', 'sha256:ab', /hex digits/],
    ['expected-image-id', 'app:test', /hex digits/],
    ['expected-image-id', 'AB'.repeat(32), /hex digits/],
    ['expected-image-id', `sha256:${'a'.repeat(64)}\nsha256:${'b'.repeat(64)}`, /has 2 lines, and "source" names 1/],
    ['expected-platforms', 'amd64', /is no platform/],
    ['expected-platforms', 'linux/arm64, linux/arm64/v8', /is listed twice/],
    ['expected-platforms', 'none, linux/amd64', /is in a list with others/],
    ['require-revision-label', 'yes', /neither true nor false/],
    ['username', 'ci\nbot', /control character/],
    ['username', 'ci\u0000bot', /control character/],
    ['username', 'ci\u0085bot', /control character/],
    ['verify', 'none', /not one of/],
    ['verify', 'Graph', /not one of/],
    ['auth-hosts', 'https://auth.example.com', /host name/],
    ['auth-hosts', 'auth.example.com/token', /host name/],
    ['auth-hosts', 'user@auth.example.com', /host name/],
    ['auth-hosts', 'auth.example.com:99999', /host name/],
    ['auth-hosts', '*.example.com/x', /host name/],
    ['auth-hosts', 'auth example.com', /host name/],
    ['auth-hosts', 'auth.example.com?x', /host name/],
    ['ca-file', 'a\0b', /not a path/],
    ['timeout', '0', /from 1 to 360/],
    ['timeout', '361', /from 1 to 360/],
    ['timeout', '-1', /from 1 to 360/],
    ['timeout', '1.5', /from 1 to 360/],
    ['timeout', '1e2', /from 1 to 360/],
    ['timeout', '0x10', /from 1 to 360/],
    ['timeout', '30m', /from 1 to 360/],
    ['timeout', '٣٠', /from 1 to 360/],
    ['timeout', '9'.repeat(400), /from 1 to 360/],
    ['credential-scope', 'password', /not one of/],
    ['credential-policy', 'error', /not one of/],
    ['credential-created', 'yesterday', /not a day/],
    ['credential-created', '2026-02-30', /not a day/],
    ['credential-created', '2026-9-1', /not a day/],
    ['credential-created', '01.09.2026', /not a day/],
    ['max-credential-age', '0', /from 1 to 3650/],
    ['max-credential-age', '3651', /from 1 to 3650/],
    ['max-credential-age', '90 days', /from 1 to 3650/],
    ['dry-run', 'yes', /neither true nor false/],
    ['keep-login', 'yes', /neither true nor false/],
    ['dry-run', 'no', /neither true nor false/],
    ['dry-run', '1', /neither true nor false/],
    ['dry-run', '0', /neither true nor false/],
    ['dry-run', 'on', /neither true nor false/],
    ['dry-run', 'tRUE', /neither true nor false/],
    ['dry-run', 'true false', /neither true nor false/],
    ['summary', 'y', /neither true nor false/],
  ])('%s: %j is told, with an example', (input, value, problem) => {
    const { code, message, hint } = refusal({ [input]: value });
    expect(code).toBe('INPUT_INVALID');
    expect(message).toMatch(new RegExp(`^${input}: .*\\(example: "[^"]+"\\)$`, 'ms'));
    expect(message).toMatch(problem);
    expect(message).toContain(value.trim().slice(0, 20).split(/[\n,]/)[0]?.trim());
    expect(hint).toContain('nothing was contacted');
  });

  it('does not hide the next one: all are told at once', () => {
    const { message } = refusal({
      image: '',
      source: 'App',
      tags: 'ok, not ok, .no',
      'sha-tag': 'x',
      branches: '[',
      'git-tags': '+',
      events: 'push, watch, issues',
      'when-closed': 'x',
      username: '\u0007x',
      verify: 'x',
      'auth-hosts': 'x/y',
      timeout: 'x',
      'dry-run': 'x',
      summary: 'x',
    });
    const inputs = message.split('\n').map((line) => line.slice(0, line.indexOf(':')));
    expect(inputs).toEqual([
      'image',
      'source',
      'tags',
      'tags',
      'sha-tag',
      'branches',
      'git-tags',
      'events',
      'events',
      'when-closed',
      'username',
      'verify',
      'auth-hosts',
      'timeout',
      'dry-run',
      'summary',
    ]);
  });
});

describe('an evidence input', () => {
  const NAMES = ['needs', 'required-checks', 'expected-image-id', 'expected-platforms', 'scan-report'];

  it.each(NAMES)('%s that came out empty is an error, with the usual causes and what to write', (input) => {
    for (const empty of ['', ' ', '\r\n', '\t\n']) {
      const { code, message } = refusal({ [input]: empty });
      expect(code).toBe('INPUT_INVALID');
      expect(message).toMatch(new RegExp(`^${input}: is empty.*skipped.*withholds.*To check nothing, write "none"`));
    }
  });

  it.each(['required-checks', 'scan-report'])('%s with nothing in it but comments is empty', (input) => {
    for (const empty of ['#', '# test', ',', ' ,\n# a, b\n,'])
      expect(refusal({ [input]: empty }).message).toMatch(/is empty/);
  });

  it.each(NAMES)('%s that is not given asks for nothing, whoever runs the action', (input) => {
    expect(JSON.stringify(read({ [input]: 'none' }))).toBe(JSON.stringify(read()));
  });

  it.each(['require-revision-label', 'scan-fail-on', 'scan-binding'])('is not made weaker by an empty %s', (input) => {
    expect(refusal({ 'scan-report': 'scan.sarif', [input]: '' }).message).toMatch(
      new RegExp(`^${input}: is empty: its expression has no value`),
    );
  });

  it('that is wrong is told without its companions', () => {
    const given = { 'required-checks': '', 'wait-for-checks': '5', 'scan-report': '', 'scan-tools': 'Trivy' };
    const told = refusal(given)
      .message.split('\n')
      .map((line) => line.slice(0, line.indexOf(':')));
    expect(told).toEqual(['required-checks', 'scan-report']);
  });

  it('is what its companions are for', () => {
    expect(read({ 'required-checks': 'test', 'wait-for-checks': '20', 'allow-skipped': 'test' }).waitForChecks).toBe(
      20,
    );
    expect(read({ needs: '{}', 'allow-skipped': 'test' }).allowSkipped).toEqual(['test']);
    expect(read({ needs: 'none', 'wait-for-checks': '0', 'allow-skipped': '' }).waitForChecks).toBe(0);
    expect(refusal({ needs: '{}', 'wait-for-checks': '20' }).message).toMatch(/^wait-for-checks: "20" has no effect/);
  });
});

describe('a misspelt input', () => {
  it.each([
    ['scan-reports', 'scan-report'],
    ['scan_report', 'scan-report'],
    ['scanreport', 'scan-report'],
    ['need', 'needs'],
    ['required-check', 'required-checks'],
    ['require-checks', 'required-checks'],
    ['expected-image-ID'.toLowerCase().replace('-id', 'id'), 'expected-image-id'],
    ['expect-image-id', 'expected-image-id'],
    ['pasword', 'password'],
    ['registry_auth', 'registry-auth'],
    ['github_token', 'github-token'],
    ['tag', 'tags'],
    ['images', 'image'],
    ['evnets', 'events'],
    ['dryrun', 'dry-run'],
  ])('%s is an error that names %s, and never its value', (given, meant) => {
    const { code, message } = refusal({ [given]: 'a secret' });
    expect([code, message]).toEqual(['INPUT_INVALID', `${given}: is no input of this action; is "${meant}" meant?`]);
  });

  it.each(['context', 'file', 'build-args', 'platforms', 'tags-and-more', '', 'x', 'scan-severity', 'expected-digest'])(
    'is not "%s", which is like none',
    (given) => {
      expect(JSON.stringify(read({ [given]: 'x' }))).toBe(JSON.stringify(read()));
    },
  );

  it('is none that the action has, also where another is like it', () => {
    const names = Object.keys(metadata.inputs);
    // Each is handed over at once, as the runner does it; what they hold is another matter.
    const given = Object.fromEntries(names.map((name) => [name, '\0']));
    expect(refusal(given).message).not.toContain('is no input');
  });
});

describe('the input source', () => {
  it('is split at line ends alone: a path may have commas', () => {
    expect(read({ source: '\n  # the tested one\n./a, b.tar \n\n' }).source).toEqual([
      { kind: 'file', form: undefined, text: './a, b.tar' },
    ]);
  });

  it('takes no image of the engine among several lines', () => {
    for (const prefix of ['docker-daemon:', 'containers-storage:']) {
      const { message } = refusal({ source: `${prefix}app:1\ndocker://ghcr.io/owner/app:{sha}-arm64` });
      expect(message).toContain('source: "app:1" is an image of an engine');
      expect(message).not.toContain('source: "docker://');
    }
  });

  it('is of as many images as identities are expected', () => {
    const ids = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`);
    const source = './a.tar\n./b.tar';
    expect(read({ source, 'expected-image-id': ids.join('\n') })).toMatchObject({ expectedImageIds: ids });
    const { message } = refusal({ source, 'expected-image-id': ids[0] ?? '' });
    expect(message).toContain('has 1 lines, and "source" names 2');
  });
});

describe('the input engine', () => {
  it.each(['./image.tar', 'oci:layout', 'docker-archive:image.tar', 'Build/image.tar:app:1'])(
    'does not go with the file %s if the engine is to push, and says what does',
    (source) => {
      for (const engine of ['auto', 'direct'])
        expect(read({ source, engine }).source).toMatchObject([{ kind: 'file' }]);
      const { code, message } = refusal({ source, engine: 'docker' });
      expect([code, message.startsWith(`source: "${source}" is in a file`)]).toEqual(['INPUT_INVALID', true]);
      const [, example = ''] = /\(example: "(.+)"\)/.exec(message) ?? [];
      expect(read({ source: example, engine: 'docker' }).source).toMatchObject([{ kind: 'engine' }]);
    },
  );

  it.each([
    ['docker://ghcr.io/owner/app:1', 'is on a registry'],
    ['containers-storage:app:1', "is in Podman's store"],
  ])('does not go with %s if the engine is to push', (source, problem) => {
    for (const engine of ['auto', 'direct']) expect(read({ source, engine }).source).toHaveLength(1);
    const { code, message } = refusal({ source, engine: 'docker' });
    expect([code, message]).toEqual(['INPUT_INVALID', expect.stringContaining(`source: "${source}" ${problem}`)]);
  });

  it('makes a text that could be either the name of an image, if the engine is to push', () => {
    const source = 'image:1';
    expect(read({ source, engine: 'docker' }).source).toEqual([{ kind: 'engine', name: source }]);
    for (const engine of ['auto', 'direct'])
      expect(read({ source, engine }).source).toMatchObject([{ kind: 'either' }]);
    expect(read({ engine: 'docker' }).source).toEqual([]);
  });
});

describe('a list', () => {
  it.each([
    ['1, 2,3', ['1', '2', '3']],
    ['1\n2\r\n3', ['1', '2', '3']],
    [' 1 ,\n\n , 2,\t\n,,3,', ['1', '2', '3']],
    ['# a comment, with a comma\n1\n#2\n3', ['1', '3']],
    ['  # indented\n1', ['1']],
    ['', []],
    ['#', []],
    [', ,\n', []],
    // As docker/metadata-action writes them.
    ['ghcr.io/owner/app:1.2.3\nghcr.io/owner/app:1.2', ['1.2.3', '1.2']],
    ['GHCR.io/owner/app:edge', ['edge']],
  ])('%j is %j', (value, expected) => {
    expect(read({ tags: value }).tags.map(({ name }) => name)).toEqual(expected);
  });

  it.each([
    ['docker.io/owner/app', 'owner/app:1.2.3'],
    ['docker.io/owner/app', 'index.docker.io/owner/app:1.2.3'],
    ['docker.io/owner/app', 'registry-1.docker.io/owner/app:1.2.3'],
    ['owner/app', 'docker.io/owner/app:1.2.3'],
    ['registry.example:5000/app', 'registry.example:5000/app:1.2.3'],
  ])('of tags for %s takes %s', (image, tag) => {
    expect(read({ image, tags: tag }).tags).toMatchObject([{ name: '1.2.3' }]);
  });

  it('of tags has for all destinations what is bare, and for one what names it', () => {
    const image = 'ghcr.io/owner/app\nghcr.io/owner/mirror';
    expect(read({ image, tags: 'edge, ghcr.io/owner/mirror:1.2' }).tags).toEqual([
      { name: 'edge' },
      { name: '1.2', only: { registry: 'ghcr.io', path: 'owner/mirror' } },
    ]);
  });

  it('of moving tags has none that is fixed too', () => {
    expect(refusal({ tags: '1.2', 'moving-tags': 'latest, 1.2' }).message).toMatch(
      /^moving-tags: "1.2" is also in "tags"/,
    );
  });

  it('of patterns keeps what means something in a pattern', () => {
    const { branches, gitTags } = read({
      branches: 'main\nrelease/**, !release/old\n# not that one\nfeature#1',
      'git-tags': 'v[0-9]+.*',
    });
    expect(texts(branches)).toEqual(['main', 'release/**', '!release/old', 'feature#1']);
    expect(texts(gitTags)).toEqual(['v[0-9]+.*']);
  });

  it('of names keeps a "#" that is in one: another check must not stand in', () => {
    const names = 'e2e #2, e2e\t#3\nbuild # 4\n# a comment, e2e\n#5';
    const named = ['e2e #2', 'e2e\t#3', 'build # 4'];
    expect(read({ 'required-checks': names }).requiredChecks).toEqual({ named, ofBranch: false });
    expect(read({ needs: '{}', 'allow-skipped': names }).allowSkipped).toEqual(named);
  });

  it('keeps white space that is not ASCII, which a git ref may have', () => {
    expect(texts(read({ branches: ' \u00a0main\u3000 ' }).branches)).toEqual(['\u00a0main\u3000']);
  });
});

describe('any inputs', () => {
  const names = ['image', 'source', 'tags', 'sha-tag', 'branches', 'git-tags', 'events', 'when-closed', 'username'];
  const asked = [
    'needs',
    'required-checks',
    'wait-for-checks',
    'check-run-id',
    'expected-image-id',
    'expected-platforms',
  ];
  const all = [...names, ...asked, 'verify', 'ca-file', 'auth-hosts', 'timeout', 'dry-run', 'summary'];
  const value = fc.oneof(
    anyText,
    fc.constantFrom('', 'true', '30', 'push', 'main', 'v*', '{sha}', 'ghcr.io/a/b', 'a:b', '[', '!', '#', ',', '\n'),
    fc.string({ unit: fc.constantFrom(...'!#,\n\r\\[]*?+:/@{}sha-1.') }),
  );
  const given = fc.dictionary(fc.constantFrom(...all), value);

  it('are taken, or refused with INPUT_INVALID', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(given, (inputs) => {
        try {
          read(inputs);
          seen.taken += 1;
        } catch (error) {
          if (!(error instanceof ActionError) || error.code !== 'INPUT_INVALID') throw error;
          seen.refused += 1;
        }
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(100);
  });

  it('that are taken have tags that are tags, and a destination that is a repository', () => {
    fc.assert(
      fc.property(given, (inputs) => {
        let taken: Inputs;
        try {
          taken = read(inputs);
        } catch {
          return;
        }
        for (const { name } of taken.tags) expect(name).toMatch(/^[\w][\w.-]{0,127}$/);
        for (const { registry, path } of taken.destinations)
          expect(`${registry}/${path}`).toMatch(/^[A-Za-z0-9[\].:-]+(?:\/[a-z0-9._-]+)+$/);
        for (const source of taken.source) if (source.kind !== 'file') expect(source.name).not.toMatch(/^-/);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('the input identity', () => {
  const HUB =
    '{ registry: docker.io, type: dockerhub, username: owner, connection-id: 00000000-0000-0000-0000-000000000000 }';
  const ACR = `{ registry: contoso.azurecr.io, type: azure-acr, tenant-id: contoso.com, client-id: 00000000-0000-0000-0000-000000000000 }`;
  const readAll = async (given: With) => {
    const all = { ...DEFAULTS, ...given };
    const runner = runnerWith(all);
    return readInputs(runner, await readYamlInputs(runner));
  };

  it('frees a destination from the one registry of the password', async () => {
    const image = 'owner/app\nghcr.io/owner/app\nghcr.io/owner/mirror';
    const { identities } = await readAll({ image, identity: `- ${HUB}` });
    expect(identities).toMatchObject([{ type: 'dockerhub', registry: 'docker.io' }]);
    const more = { image: `${image}\nquay.io/owner/app`, identity: `- ${HUB}` };
    await expect(readAll({ ...more, username: 'ci-bot' })).rejects.toThrow(
      'image: "quay.io/owner/app" is not on ghcr.io: "username" and "password" are for one registry',
    );
    expect(await readAll(more)).toMatchObject({ username: '' });
  });

  it('is a mistake where no destination is', async () => {
    await expect(readAll({ image: 'ghcr.io/owner/app', identity: `- ${HUB}` })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining(
        'identity: has an entry for docker.io, and neither "image" nor "source" has a repository there',
      ),
    });
  });

  it('is told with everything else that is wrong', async () => {
    const wrong = readAll({
      image: 'contoso.azurecr.io/app',
      identity: `- ${ACR.replace('tenant-id', 'tenant')}`,
      timeout: '0',
    });
    await expect(wrong).rejects.toThrow(/has no "tenant-id"[\s\S]*the field "tenant"[\s\S]*timeout: "0"/);
  });

  it('is none without text', async () => {
    expect((await readAll({ image: 'ghcr.io/owner/app', identity: ' \n ' })).identities).toEqual([]);
  });
});
