/**
 * Mistakes that people make, and what each of them is told: the annotation as it is written into the log, with its code,
 * the words that solve it, and a link that leads to an entry of docs/troubleshooting.md.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readInputs, readYamlInputs } from '../../../src/actions/publish/read-inputs.ts';
import { readGiven } from '../../../src/credentials/read-given.ts';
import { explained } from '../../../src/credentials/sign-in.ts';
import { engineFailure, pushFailure } from '../../../src/docker/cli-failures.ts';
import { ActionError } from '../../../src/errors.ts';
import { unanswered } from '../../../src/evidence/gather-checks.ts';
import { expectIdentity, type NamedImage } from '../../../src/evidence/judge-image.ts';
import { checkReasons } from '../../../src/gate/checks.ts';
import { decideGate, judgeNeeds } from '../../../src/gate/decide-gate.ts';
import { judgeRevision } from '../../../src/gate/image-rules.ts';
import type { CheckState } from '../../../src/gate/seen.ts';
import { closedBy, type Judgement } from '../../../src/gate/verdict.ts';
import { ApiProblem } from '../../../src/github/github.ts';
import { inPlainWords } from '../../../src/http/failure.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { fetchJobToken } from '../../../src/keyless/job-token.ts';
import { findSource } from '../../../src/push/find-source.ts';
import { loginRefusal, noAnswer, refusal } from '../../../src/registry/answers.ts';
import { trustFor } from '../../../src/registry/certificates.ts';
import { failure } from '../../../src/report/failed.ts';
import { report } from '../../../src/report/report.ts';
import { announceDeployment } from '../../../src/report/report-deployment.ts';
import { announcePrune } from '../../../src/report/report-prune.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { decideMove } from '../../../src/tags/decide-move.ts';
import { tagExists } from '../../../src/tags/tag-exists.ts';
import { anchorsOf } from '../../../tools/pages/links.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { cleanReportOf, decide, IMAGE, reportOf } from '../../doubles/sarif/reports.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';
import { places } from '../doors/places.ts';
import { RecordedRunner } from '../doors/recorded-runner.ts';
import { BY_DEFAULT, FORK, type Odd, run, SHA } from '../gate/runs.ts';
import { JOB } from './outcomes.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/troubleshooting.md'), 'utf8');
const digest = (digit: string) => `sha256:${digit.repeat(64)}` as Digest;

/** What a mistake ends as: an error of the step, or reasons of the gate. */
type End = ActionError | readonly Judgement[];
type Mistake = readonly [mistake: string, code: string, says: RegExp, end: () => End | Promise<End>];

async function thrownBy(work: () => unknown): Promise<ActionError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
  throw new Error('this was no mistake');
}

type With = Readonly<Record<string, string>>;
const inputs = (given: With) => () => {
  const all: With = { image: 'ghcr.io/owner/app', events: 'push', 'git-tags': 'v*', ...given };
  const runner = { input: (name: string) => all[name] ?? '', givenInputs: () => Object.keys(all) };
  return thrownBy(async () => readInputs(runner, await readYamlInputs(runner)));
};

const gate =
  (event: string, odd: Odd = {}, policy = BY_DEFAULT) =>
  () => {
    const verdict = decideGate(policy, run(event, odd));
    if (verdict.kind !== 'closed') throw new Error('the gate is open');
    return verdict.reasons;
  };

const ended = (words: string) => ({ exitCode: 1, stdout: '', stderr: words });
const pushed =
  (words: string, name = 'r.example/owner/app:1') =>
  () =>
    pushFailure(name, ended(words), 'hint');

type Answered = { readonly method?: string; readonly host?: string; readonly path?: string };
const answered =
  (status: number, words: string, { method = 'PUT', host = 'r.example', path = '/v2/a/manifests/1' }: Answered = {}) =>
  () => {
    const [code = '', ...message] = words.split(' ');
    const body =
      words.startsWith('<') || words === ''
        ? words
        : JSON.stringify({ errors: [{ code, message: message.join(' ') }] });
    return refusal(
      { method, url: new URL(`https://${host}${path}`) },
      { status, headers: {}, body: Buffer.from(body) },
    );
  };
const login = (message: string) => () =>
  loginRefusal(
    { method: 'GET', url: new URL('https://r.example/v2/') },
    { status: 401, headers: {}, body: Buffer.from(JSON.stringify({ errors: [{ code: 'UNAUTHORIZED', message }] })) },
  );
const lost =
  (code: string, message = code) =>
  () =>
    noAnswer(
      { method: 'GET', url: new URL('https://r.example/v2/') },
      inPlainWords(Object.assign(new Error(message), { code })),
    );

const credentials =
  (given: With, username = '') =>
  () =>
    thrownBy(() =>
      readGiven({ secretInput: (name: string) => new Secret(given[name] ?? '') } as never, {
        destinations: [{ registry: 'ghcr.io', path: 'owner/app' }],
        username,
        identities: [],
      }),
    );
const refused = (username: string, password: string) => () => {
  const credential = { username, password: new Secret(password) };
  const source = { isStored: true, isOwn: false, current: async () => credential, whose: async () => '' };
  return thrownBy(() => explained(source as never, () => Promise.reject(login('authentication required')())));
};

const scan =
  (content: unknown, asked: Parameters<typeof decide>[1] = {}) =>
  async () =>
    (await decide([content], asked)).reasons;
const check = (state: CheckState['state'], seen: string) => () =>
  checkReasons([{ name: 'test', state, seen, by: 'nobody', askedBy: 'the input "required-checks"' }]);
const taken = (tag: string, isShaTag: boolean, revision?: string) => () =>
  tagExists({
    target: { registry: 'ghcr.io', path: 'owner/app', tag },
    shows: { id: digest('1'), revision },
    ours: { id: digest('2'), revision: SHA },
    commit: SHA,
    isShaTag,
    ifExists: 'verify',
    isAskedFor: false,
  });

const ENTRY = 'registry: contoso.azurecr.io, type: azure-acr, tenant-id: contoso.com';

const MISTAKES: readonly Mistake[] = [
  // The graded list
  ['a misspelt input', 'INPUT_INVALID', /is "scan-report" meant/, inputs({ 'scan-reports': 'a.sarif' })],
  [
    'a job that is run again and builds again',
    'TAG_EXISTS',
    /Re-run all jobs.*"if-exists: keep"/,
    taken(SHA, true, SHA),
  ],
  ['latest in tags', 'TAG_EXISTS', /Name "latest" in "moving-tags"/, taken('latest', false)],
  [
    'GHCR without packages: write, by the engine',
    'REGISTRY_DENIED',
    /"permissions: packages: write"/,
    pushed('denied: denied', 'ghcr.io/owner/app:1'),
  ],
  [
    'the same, as GHCR says it',
    'REGISTRY_DENIED',
    /"permissions: packages: write"/,
    pushed('denied: installation not allowed to Create organization package'),
  ],
  [
    'the same, by our own request',
    'REGISTRY_DENIED',
    /"permissions: packages: write"/,
    answered(403, 'DENIED denied', { host: 'ghcr.io' }),
  ],
  [
    'push allowed, reading back denied',
    'REGISTRY_DENIED',
    /no read access.*read back/,
    answered(403, 'DENIED denied', { method: 'GET' }),
  ],
  [
    'an identity of Azure that is wrong',
    'INPUT_INVALID',
    /has no "client-id".*type: azure-acr, tenant-id/s,
    inputs({ identity: `- { ${ENTRY} }` }),
  ],
  [
    'an identity of AWS that is wrong',
    'INPUT_INVALID',
    /role-to-assume.*type: aws-ecr, role-to-assume/s,
    inputs({ identity: '- { registry: 123456789012.dkr.ecr.eu-west-1.amazonaws.com, type: aws-ecr }' }),
  ],
  [
    'an identity of Google that is wrong',
    'INPUT_INVALID',
    /type: google-ar, workload-identity-provider/,
    inputs({ identity: '- { registry: europe-docker.pkg.dev, type: google-ar }' }),
  ],
  ['a finding of unclear severity', 'GATE_SCAN', /counted as critical:/, scan(reportOf('semgrep'))],
  [
    'a pull request of a fork',
    'GATE_EVENT',
    /^(?!.*add ).*How to publish: merge the pull request/s,
    gate('pull_request', { changes: { 'pull_request.head.repo.id': FORK } }),
  ],
  [
    'a pull request of this repository',
    'GATE_EVENT',
    /How to publish: merge the pull request.*add "pull_request" to "events"/,
    gate('pull_request'),
  ],
  [
    'the literal text of a secret as password',
    'LOGIN_FAILED',
    /the text of an expression, and not its value.*"\$\{\{" and "\}\}"/,
    refused('bot', 'secrets.TOKEN'),
  ],
  [
    'a web address as image',
    'INPUT_INVALID',
    /is a web address; write it without "https:\/\/"/,
    inputs({ image: 'https://ghcr.io/o/a' }),
  ],
  [
    'a JSON array as image',
    'INPUT_INVALID',
    /is a JSON array; write one entry a line/,
    inputs({ image: '["ghcr.io/o/a","ghcr.io/o/b"]' }),
  ],
  [
    'a wrong token',
    'LOGIN_FAILED',
    /rejected the credential.*valid and not expired/s,
    login('authentication required'),
  ],
  ['an expired token', 'LOGIN_FAILED', /has expired: create a new one/, login('token expired')],
  [
    'a self-signed certificate',
    'REGISTRY_UNTRUSTED',
    /^(?!.*Node).*signed by itself.*"ca-file"/s,
    lost('DEPTH_ZERO_SELF_SIGNED_CERT'),
  ],
  [
    'a certificate of an own CA',
    'REGISTRY_UNTRUSTED',
    /^(?!.*--use-system-ca).*authority that this runner does not know.*"ca-file"/s,
    lost(
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'unable to get local issuer certificate; if the root CA is installed locally, try running Node.js with --use-system-ca',
    ),
  ],
  [
    'too many requests',
    'RATE_LIMITED',
    /^(?!.*\.\.).*Wait, and run the job again/s,
    answered(429, 'TOOMANYREQUESTS You have reached your pull rate limit.'),
  ],
  [
    'a branch as a tag',
    'INPUT_INVALID',
    /has a "\/", which no tag can have: write "feature-x"/,
    inputs({ tags: 'feature/x' }),
  ],
  [
    'a tag of another repository',
    'INPUT_INVALID',
    /another repository than ghcr\.io\/owner\/app/,
    inputs({ tags: 'ghcr.io/owner/other:1' }),
  ],
  [
    'a web page instead of a registry',
    'REGISTRY_ANSWER',
    /names a registry and not a web page/,
    answered(404, '<html>Not found</html>'),
  ],
  [
    'a scan of another image',
    'GATE_SCAN',
    /is for another image.*How to publish: scan the image that you publish/,
    scan(cleanReportOf('trivy'), {
      facts: { image: { whole: [digest('8')], platforms: [], layers: [], created: '2026-11-21T04:00:00Z' } },
    }),
  ],
  [
    'another image ID than the tested one',
    'IDENTITY_MISMATCH',
    /is not the expected one: its config is sha256:2.*Publish the image that was tested/s,
    () => thrownBy(() => expectIdentity(otherImage(), digest('1'))),
  ],
  [
    'a git tag without v',
    'GATE_REF',
    /"1\.2\.3" is not allowed; allowed: v\*.*push a git tag like v\*/,
    gate('push', { ref: 'refs/tags/1.2.3' }),
  ],
  [
    'an ECR repository that does not exist',
    'REPOSITORY_MISSING',
    /aws ecr create-repository/,
    answered(404, "NAME_UNKNOWN The repository with name 'app' does not exist in the registry with id '1'"),
  ],
  ['an empty password', 'CREDENTIAL_MISSING', /"password" is empty.*forks/s, credentials({ password: '' }, 'bot')],
  ['an empty user name', 'CREDENTIAL_MISSING', /"username" is empty/, credentials({ password: 'x' })],
  ['an image with a tag', 'INPUT_INVALID', /has the tag "1".*"tags"/, inputs({ image: 'ghcr.io/owner/app:1' })],
  ['upper case in the image', 'INPUT_INVALID', /capital letters.*lower case/, inputs({ image: 'ghcr.io/Owner/App' })],
  [
    'a misspelt source',
    'SOURCE_NOT_FOUND',
    /has no image "app:tset".*The engine has: app:test/s,
    () => thrownBy(missingSource),
  ],
  [
    'two registries and one password',
    'INPUT_INVALID',
    /write one entry for each in "registry-auth"/,
    inputs({ image: 'ghcr.io/o/a\nquay.io/o/a', username: 'bot' }),
  ],
  [
    'a ca-file that does not exist',
    'INPUT_INVALID',
    /ca-file: missing\.pem could not be read/,
    () => thrownBy(() => trustFor('r.example', 'missing.pem')),
  ],
  [
    'no permission for an identity',
    'EXCHANGE_FAILED',
    /id-token: write/,
    () =>
      thrownBy(() =>
        fetchJobToken({} as never, { url: undefined, token: undefined, server: { kind: 'github' } } as never, 'x'),
      ),
  ],
  ['yes as a boolean', 'INPUT_INVALID', /dry-run: "yes" is neither true nor false/, inputs({ 'dry-run': 'yes' })],
  [
    'a severity that there is not',
    'INPUT_INVALID',
    /is not one of critical, high/,
    inputs({ 'scan-report': 'a.sarif', 'scan-fail-on': 'severe' }),
  ],
  [
    'needs without toJSON',
    'INPUT_INVALID',
    /not the JSON of the "needs" context.*toJSON\(needs\)/,
    inputs({ needs: 'Object' }),
  ],
  [
    'an engine that is down',
    'ENGINE_UNAVAILABLE',
    /Start a Docker engine/,
    () =>
      engineFailure(
        'docker push',
        ended('Cannot connect to the Docker daemon at unix:///var/run/docker.sock'),
        'PUSH_FAILED',
        '',
      ),
  ],
  [
    'a host that does not exist',
    'REGISTRY_UNREACHABLE',
    /could not be reached \(ENOTFOUND\).*Check the host/s,
    lost('ENOTFOUND'),
  ],
  ['a port where nobody listens', 'REGISTRY_UNREACHABLE', /ECONNREFUSED.*firewall/s, lost('ECONNREFUSED')],
  [
    'plain HTTP',
    'REGISTRY_UNTRUSTED',
    /does not use TLS.*Plain HTTP is allowed only/s,
    lost('EPROTO', 'write EPROTO:SSL routines:f:wrong version number:x'),
  ],
  [
    'a scan report that does not exist',
    'GATE_SCAN',
    /let the scanner write it/,
    scan(cleanReportOf('trivy'), { facts: { missing: ['there is no file "scan.sarif"'] } }),
  ],
  [
    'an image without the label',
    'GATE_REVISION',
    /no such label.*--label org\.opencontainers\.image\.revision/,
    () => [judgeRevision(undefined, SHA)],
  ],
  [
    'a check that never reported',
    'GATE_CHECKS',
    /nothing was reported under this name.*"wait-for-checks"/,
    check('missing', 'nothing was reported under this name'),
  ],
  [
    'a check without permission',
    'GATE_CHECKS',
    /give the job the permission "checks: read" under "permissions:"/,
    () =>
      unanswered(new ApiProblem('no access', { permission: 'checks: read' }), {
        code: 'GATE_CHECKS',
        rule: 'GitHub must be able to report the checks',
      }),
  ],
  [
    'a needed job that failed',
    'GATE_NEEDS',
    /the job lint has the result failure.*fix the job lint/,
    () => judgeNeeds({ needs: { lint: 'failure' }, allowSkipped: [] }),
  ],
  // Others
  [
    'a needed job that was skipped',
    'GATE_NEEDS',
    /add "lint" to "allow-skipped"/,
    () => judgeNeeds({ needs: { lint: 'skipped' }, allowSkipped: [] }),
  ],
  [
    'no needs under the job',
    'GATE_NEEDS',
    /"needs" has no job in it.*under "needs:" of this job/,
    () => judgeNeeds({ needs: {}, allowSkipped: [] }),
  ],
  [
    'a feature branch',
    'GATE_REF',
    /"feature" is not allowed; allowed: main.*merge into main, or add the branch to "branches"/,
    gate('push', { ref: 'refs/heads/feature' }),
  ],
  [
    'a schedule that is not listed',
    'GATE_EVENT',
    /"schedule" is not listed.*add "schedule" to "events"/,
    gate('schedule'),
  ],
  [
    'pull_request_target',
    'GATE_EVENT',
    /"pull_request_target" never publishes.*How to publish: run the workflow for one of the events push/,
    gate('pull_request_target'),
  ],
  [
    'a draft release',
    'GATE_EVENT',
    /How to publish: publish the release/,
    gate('release', { changes: { 'release.draft': true } }),
  ],
  [
    'a branch that is deleted',
    'GATE_EVENT',
    /deletes a branch or tag, which publishes nothing/,
    gate('push', { changes: { deleted: true } }),
  ],
  [
    'a run after one that failed',
    'GATE_EVENT',
    /How to publish: fix what failed in that run/,
    gate(
      'workflow_run',
      { changes: { 'workflow_run.conclusion': 'failure' } },
      { ...BY_DEFAULT, events: ['push', 'workflow_run'] },
    ),
  ],
  [
    'a check that failed',
    'GATE_CHECKS',
    /ended with failure.*fix what failed/,
    check('failed', 'it ended with failure'),
  ],
  [
    'branch-rules without a rule',
    'GATE_CHECKS',
    /no rule of the branch requires a check.*name them in "required-checks"/,
    () => checkReasons([]),
  ],
  [
    'a scan older than the image',
    'GATE_SCAN',
    /older than the image.*after it is built/,
    scan(cleanReportOf('trivy'), { facts: { image: { ...IMAGE, created: '2026-11-22T04:00:00Z' } } }),
  ],
  ['a tag with a space', 'INPUT_INVALID', /is no tag: a tag has up to 128 letters/, inputs({ tags: 'my tag' })],
  [
    'a destination without a tag in tags',
    'INPUT_INVALID',
    /names a destination without a tag: add ":" and the tag/,
    inputs({ tags: 'ghcr.io/owner/app' }),
  ],
  [
    'a tag in both lists',
    'INPUT_INVALID',
    /is also in "tags", where tags never move/,
    inputs({ tags: 'latest', 'moving-tags': 'latest' }),
  ],
  [
    'an empty expression for evidence',
    'INPUT_INVALID',
    /is empty, so nothing would be checked.*write "none"/,
    inputs({ 'expected-image-id': '' }),
  ],
  [
    'a shortened digest',
    'INPUT_INVALID',
    /is not "sha256:" and 64 lower-case hex digits/,
    inputs({ 'expected-image-id': 'sha256:abc' }),
  ],
  [
    'a wait without checks',
    'INPUT_INVALID',
    /has no effect without "required-checks"/,
    inputs({ 'wait-for-checks': '5' }),
  ],
  [
    'an sha-tag that names no commit',
    'INPUT_INVALID',
    /has neither \{sha\} nor \{short-sha\}/,
    inputs({ 'sha-tag': 'latest' }),
  ],
  [
    'the name of a shell variable as password',
    'LOGIN_FAILED',
    /the name of a variable with a "\$"/,
    refused('bot', '$TOKEN'),
  ],
  ['a password with a blank at its end', 'LOGIN_FAILED', /begins or ends with a blank/, refused('bot', 'secret ')],
  [
    'Docker Hub with a token that only reads',
    'REGISTRY_DENIED',
    /"Read & Write"/,
    pushed('denied: requested access to the resource is denied', 'docker.io/owner/app:1'),
  ],
  [
    'a Harbor project that does not exist',
    'REPOSITORY_MISSING',
    /create the project first/,
    answered(404, 'NOT_FOUND project team not found'),
  ],
  [
    'a tag that the registry keeps',
    'TAG_EXISTS',
    /makes this tag immutable.*"moving-tags"/,
    answered(
      400,
      'TAG_INVALID The image tag already exists in the repository and cannot be overwritten because the tag is immutable.',
    ),
  ],
  ['a proxy with a small limit', 'REGISTRY_ANSWER', /client_max_body_size/, answered(413, '<html>')],
  ['a registry without room', 'PUSH_FAILED', /A disk is full/, answered(500, 'UNKNOWN no space left on device')],
  [
    'an image of the Docker store with missing platforms',
    'PUSH_FAILED',
    /does not have every platform/,
    pushed('content digest sha256:1: not found'),
  ],
];

function otherImage(): NamedImage {
  const tested = {
    root: digest('3'),
    id: digest('2'),
    names: [],
    platforms: [{ configDigest: digest('2') }],
    isComplete: true,
  };
  return { name: 'app:test', tested, inFull: async () => tested, parts: undefined } as never;
}

function missingSource(): Promise<unknown> {
  const docker = new InMemoryDocker();
  docker.build(buildImage({}), ['app:test']);
  return findSource(places(docker), [{ kind: 'engine', name: 'app:tset' }], {
    destinations: [{ registry: 'ghcr.io', path: 'owner/app' }],
    commit: SHA,
    engine: 'auto',
    expectedPlatforms: [],
    isOfRun: true,
  });
}

/** annotationOf is what a person reads, in the log and on the page of the run. */
async function annotationOf(end: End): Promise<{ readonly title: string; readonly text: string }> {
  const runner = new RecordedRunner();
  runner.job = JOB;
  if (end instanceof ActionError)
    await report(
      runner,
      failure(end, (text) => text),
      false,
    );
  else {
    const verdict = closedBy('push', end);
    if (verdict === undefined) throw new Error('nothing is against it');
    await report(runner, { kind: 'closed', verdict, ending: 'failed' } as never, false);
  }
  const [annotation] = runner.annotations;
  if (annotation === undefined) throw new Error('nothing is said');
  return annotation;
}

it('has the mistakes of the graded list, and others', () => {
  expect(MISTAKES.length).toBeGreaterThanOrEqual(60);
});

describe.each(MISTAKES)('%s', (_mistake, code, says, end) => {
  it(`is ${code}, says what to do, and leads to its entry`, async () => {
    const { title, text } = await annotationOf(await end());
    expect(title).toContain(code);
    expect(text.replaceAll('\n', ' ')).toMatch(says);
    const [, anchor = ''] = /^More: https:\/\/github\.com\/\S+\/docs\/troubleshooting\.md#(\S+)$/m.exec(text) ?? [];
    expect(anchor).toBe(code.toLowerCase());
    expect(anchorsOf(page)).toContain(anchor);
    // No sentence ends twice, and nothing is put in that has no text.
    expect(text.replace(/^More: .*$/m, '')).not.toMatch(/(?<!\.)\.\.(?!\.)|undefined|\[object/);
  });
});

it('a moving tag and an image without the label: the tag stays, and the label is named', () => {
  const move = decideMove({ commit: SHA, revision: undefined, version: undefined, heldBack: undefined }, undefined);
  expect(move).toMatchObject({ moves: false });
  expect(move.because).toMatch(/no revision label.*--label org\.opencontainers\.image\.revision=/);
});

describe('the sibling actions', () => {
  const told = (announce: (runner: RecordedRunner) => boolean) => {
    const runner = new RecordedRunner();
    runner.job = JOB;
    expect(announce(runner)).toBe(false);
    return runner.annotations[0]?.text ?? '';
  };
  const error = new ActionError('RATE_LIMITED', 'Too many.', { hint: 'Wait.' });

  it('prune says what to do, and not how to publish, and leads on', () => {
    const verdict = closedBy('schedule', gate('push', { ref: 'refs/heads/feature' })());
    const text = told((runner) => announcePrune(runner, { kind: 'closed', verdict, ending: 'failed' } as never));
    expect(text).toMatch(/GATE_REF: .* What to do: merge into main.*\nMore: \S+#gate_ref$/);
    expect(text).not.toContain('publish:');
    expect(told((runner) => announcePrune(runner, { kind: 'failed', error, pruned: [] } as never))).toMatch(
      /^Too many\.\nWait\.\nMore: \S+#rate_limited$/,
    );
  });

  it('verify leads on', () => {
    expect(told((runner) => announceDeployment(runner, { kind: 'failed', error } as never))).toMatch(
      /^Too many\.\nWait\.\nMore: \S+#rate_limited$/,
    );
  });
});
