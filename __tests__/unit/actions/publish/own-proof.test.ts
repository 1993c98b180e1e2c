/** A run after another one: what that has signed is found, attached where it is missing, and not signed again. */
import { describe, expect, it } from '@jest/globals';
import type { GitHub } from '../../../../src/github/github.ts';
import type { Digest } from '../../../../src/image/digest.ts';
import type { Visibility } from '../../../../src/proof/choose-instance.ts';
import type { RegistryOptions } from '../../../../src/registry/registry.ts';
import { buildImage } from '../../../doubles/registry/images.ts';
import { type Fields, uriName } from '../../../doubles/sigstore/certificate.ts';
import { endlessLifetime } from '../../doors/endless-lifetime.ts';
import { InMemoryDocker } from '../../doors/in-memory-docker.ts';
import { InMemoryFiles } from '../../doors/in-memory-files.ts';
import { InMemoryKeyless } from '../../doors/in-memory-keyless.ts';
import { InMemoryRegistry } from '../../doors/in-memory-registry.ts';
import { InMemoryReports } from '../../doors/in-memory-reports.ts';
import { InMemoryKeptFiles, InMemorySigning } from '../../doors/in-memory-signing.ts';
import { publish } from '../../doors/publish.ts';
import { RecordedRunner } from '../../doors/recorded-runner.ts';
import { SHA } from '../../gate/runs.ts';

const labels = { 'org.opencontainers.image.revision': SHA };
const image = buildImage({ content: 'tested', labels });
const rebuilt = buildImage({ content: 'rebuilt', labels });
const [APP, MIRROR] = ['ghcr.io/owner/app', 'ghcr.io/owner/mirror'] as const;
const ISSUER = 'https://token.actions.githubusercontent.com';
const WORKFLOW = 'octo/app/.github/workflows/publish.yml@refs/heads/main';
const REPOSITORY = 'https://github.com/octo/app';
const INPUTS = {
  image: `${APP}\n${MIRROR}`,
  source: 'app:test',
  tags: '1.2.3',
  'moving-tags': '',
  'sha-tag': '{sha}',
  'git-tags': 'v*',
  events: 'push, release, workflow_dispatch',
  username: 'ci-bot',
  password: 'pu$h "t0ken',
  'github-token': 'ghs_token',
  timeout: '30',
  proof: 'github',
  'trusted-root': 'trusted-root.jsonl',
};

/** Somebody's own Sigstore, without anything that its signatures are verified with. */
const OWN = {
  proof: 'sigstore',
  'sigstore-urls': 'fulcio: https://fulcio.example.com\nrekor: https://rekor.example.com',
  'trusted-root': '',
};

type Given = Readonly<Record<string, string>>;
/** What the certificate of a run says besides the usual, and its job's workflow. */
type Signed = { readonly fields?: Fields; readonly workflow?: string; readonly visibility?: Visibility };

class World {
  readonly journal: string[] = [];
  readonly app = new InMemoryRegistry(this.journal);
  readonly mirror = new InMemoryRegistry(this.journal);
  readonly signing = new InMemorySigning(this.journal);
  built = image;

  /** A run of the job, with an image as it was built in it. */
  async run(
    runId: string,
    given: Given = {},
    { fields = {}, workflow = WORKFLOW, visibility = 'public' }: Signed = {},
  ) {
    this.journal.length = 0;
    const { journal, signing, app, mirror } = this;
    const runner = new RecordedRunner({ ...INPUTS, ...given }, journal);
    const { origin } = runner;
    runner.origin = () => ({ ...origin(), runId });
    const keyless = new InMemoryKeyless(journal);
    const claims = {
      ...{ iss: ISSUER, sub: 'repo:octo/app', repository: 'octo/app', run_id: runId, sha: SHA },
      ...{ repository_visibility: visibility, job_workflow_ref: workflow, runner_environment: 'github-hosted' },
    };
    keyless.token = () => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
    const runUri = `${REPOSITORY}/actions/runs/${runId}/attempts/1`;
    const usual = {
      ...{ issuer: ISSUER, signerUri: `https://github.com/${workflow}`, signerDigest: SHA, runner: 'github-hosted' },
      ...{ repositoryUri: REPOSITORY, repositoryId: '1', ownerId: '2', commit: SHA, ref: 'refs/heads/main' },
      ...{ workflowUri: `https://github.com/${WORKFLOW}`, event: 'push', runUri },
    };
    const all = { ...usual, ...fields };
    signing.holder = { names: [uriName(all.signerUri)], fields: all };
    signing.signedAt = runner.now();
    const docker = new InMemoryDocker('graph-driver', journal);
    docker.registryOf = (name) => (name.startsWith(`${MIRROR}:`) ? mirror : app);
    docker.build(this.built, ['app:test']);
    const unasked = () => Promise.reject(new Error('not asked'));
    const history = { relation: unasked, latestCommits: unasked, gitTags: unasked, isPrerelease: unasked };
    const github = new Proxy({} as GitHub, { get: () => unasked });
    const isWell = await publish({
      ...{ runner, docker, files: new InMemoryFiles(), keyless, github, history, signing: signing.doors },
      keptFiles: new InMemoryKeptFiles(),
      openRegistry: async ({ repository }: RegistryOptions) => (repository.path === 'owner/app' ? app : mirror),
      reports: new InMemoryReports(journal),
      lifetime: endlessLifetime(),
    });
    const { outputs } = runner;
    return { isWell, runner, outputs, reason: outputs.reason, proof: JSON.parse(outputs.results ?? '{}').proof };
  }

  attached(to = image.digest): Promise<readonly (readonly Digest[])[]> {
    return Promise.all([this.app, this.mirror].map((each) => each.listReferrers(to as Digest)));
  }

  /** A registry loses what was attached to the image. */
  async lose(registry: InMemoryRegistry, subject = image.digest): Promise<void> {
    for (const each of await registry.listReferrers(subject as Digest)) registry.manifests.delete(each);
  }

  get sent(): readonly string[] {
    return this.journal.filter((step) => /^(?:signer\.|attestations\.store|registry\.attach)/.test(step));
  }
}

describe('a run that finds its own proof', () => {
  it('signs, stores and attaches nothing where all have it', async () => {
    const world = new World();
    expect((await world.run('3')).isWell).toBe(true);
    const before = await world.attached();
    const again = await world.run('4');
    expect([again.isWell, world.sent, await world.attached()]).toEqual([true, [], before]);
    expect(again.proof).toMatchObject({ earlier: true, attached: [{ repository: APP }, { repository: MIRROR }] });
    expect(world.signing.statements).toHaveLength(1);
  });

  it.each(['app', 'mirror'] as const)('attaches it where it is missing: %s', async (where) => {
    const world = new World();
    await world.run('3');
    const before = await world.attached();
    await world.lose(world[where]);
    expect((await world.run('4')).isWell).toBe(true);
    expect([world.sent, await world.attached()]).toEqual([
      [`registry.attach ${before[0]?.[0]} ${image.digest}`],
      before,
    ]);
  });

  it('stores it at GitHub where it is not, and attaches what GitHub alone has', async () => {
    const world = new World();
    await world.run('3', { 'proof-store': 'registry' });
    await world.run('4');
    expect([world.sent, world.signing.stored.length]).toEqual([['attestations.store'], 1]);
    await world.lose(world.app);
    await world.lose(world.mirror);
    await world.run('5');
    expect([world.sent.length, world.signing.statements.length]).toEqual([2, 1]);
    expect((await world.attached()).map(({ length }) => length)).toEqual([1, 1]);
  });

  it.each<[string, Given, Visibility, string]>([
    ['the public instance', {}, 'public', 'public'],
    ["GitHub's own, for a private repository", {}, 'private', 'github'],
    ['GitHub\u2019s own, said so', { 'trusted-root': 'auto' }, 'internal', 'github'],
    [
      "one's own, by its repository",
      { proof: 'sigstore', 'sigstore-urls': 'tuf-url: https://tuf.example.com/\ntuf-root: root.json' },
      'private',
      'https://tuf.example.com from root.json',
    ],
  ])('knows by TUF what it is verified with: %s', async (_what, given, visibility, root) => {
    const world = new World();
    const auto = { 'trusted-root': '', ...given };
    await world.run('3', auto, { visibility });
    await world.run('4', auto, { visibility });
    expect([world.signing.roots, world.signing.statements.length]).toEqual([[root, root], 1]);
  });

  it('knows what it is verified with before anything is pushed, or fails: PROOF_NO_TRUST_ROOT', async () => {
    const world = new World();
    world.signing.announces = undefined;
    // What is signed there needs nothing that is announced.
    const { reason } = await world.run('3', { 'trusted-root': 'auto' }, { visibility: 'private' });
    expect([reason, [...world.app.tags.keys()], world.signing.statements]).toEqual(['PROOF_NO_TRUST_ROOT', [], []]);
    const opened = await world.run('4');
    expect([opened.reason, [...world.app.tags.keys()]]).toEqual(['PROOF_NO_TRUST_ROOT', []]);
  });

  it.each<[string, (world: World) => void, Given, Signed]>([
    ['states other facts', () => {}, { 'require-revision-label': 'true' }, {}],
    ['is by another workflow', () => {}, {}, { workflow: 'octo/app/.github/workflows/other.yml@refs/heads/main' }],
    ['nobody vouches for', ({ signing }) => void Object.assign(signing, { isTrusted: false }), {}, {}],
    ['is of a Sigstore that nobody can verify by', () => {}, OWN, {}],
  ])('signs anew where one %s', async (_what, change, given, signed) => {
    const world = new World();
    await world.run('3');
    change(world);
    expect((await world.run('4', given, signed)).isWell).toBe(true);
    expect(world.signing.statements).toHaveLength(2);
  });
});

describe('the image of an earlier run that is kept', () => {
  const KEEP = { 'if-exists': 'keep' };

  it('passes with its own proof, which is attached where it is missing; nothing is stated of it', async () => {
    const world = new World();
    await world.run('3', { tags: '' });
    await world.lose(world.mirror);
    world.built = rebuilt;
    const { isWell, outputs, proof } = await world.run('4', KEEP);
    expect([isWell, outputs.digest, outputs['predicate-path']]).toEqual([true, image.digest, undefined]);
    expect([world.sent.length, world.signing.statements.length]).toEqual([1, 1]);
    expect((await world.attached()).map(({ length }) => length)).toEqual([1, 1]);
    expect(proof).toMatchObject({ earlier: true });
    expect(world.app.tags.get('1.2.3')).toBe(image.digest);
  });

  it('passes at another ref of the same repository that may publish: the workflow is there at the ref of its run', async () => {
    const world = new World();
    await world.run('3', { tags: '' });
    world.built = rebuilt;
    const workflow = WORKFLOW.replace('refs/heads/main', 'refs/tags/v1.2.3');
    expect((await world.run('4', KEEP, { workflow })).isWell).toBe(true);
  });

  it.each<[string, Signed, Signed, Given]>([
    ['by another workflow', {}, { workflow: WORKFLOW.replace('publish', 'other') }, {}],
    [
      'by a workflow of another repository at another ref',
      { workflow: 'OWNER/a/.github/workflows/publish.yml@refs/tags/v1' },
      { workflow: 'OWNER/a/.github/workflows/publish.yml@refs/tags/v2' },
      {},
    ],
    ['of another repository of this name', { fields: { repositoryId: '9' } }, {}, {}],
    ['on a branch that may not publish', { fields: { ref: 'refs/heads/feature' } }, {}, {}],
    ['by another issuer', { fields: { issuer: 'https://evil.example' } }, {}, {}],
    ['on a runner of one’s own', { fields: { runner: 'self-hosted' } }, {}, {}],
    ['that cannot be verified', {}, {}, OWN],
  ])('does not pass with a proof %s: PROOF_FOREIGN, and no tag is written', async (_what, earlier, later, given) => {
    const world = new World();
    expect((await world.run('3', { tags: '' }, earlier)).isWell).toBe(true);
    world.built = rebuilt;
    const { reason, outputs } = await world.run('4', { ...KEEP, ...given }, later);
    expect([reason, Object.keys(outputs).toSorted()]).toEqual(['PROOF_FOREIGN', ['pushed', 'reason', 'results']]);
    expect(world.journal.filter((step) => step.startsWith('registry.put'))).toEqual([]);
  });

  it('does not pass without a proof', async () => {
    const world = new World();
    await world.run('3', { tags: '', proof: 'none', 'trusted-root': '' });
    world.built = rebuilt;
    expect((await world.run('4', KEEP)).reason).toBe('PROOF_FOREIGN');
    expect([...world.app.tags.keys()]).toEqual([SHA]);
  });

  it('does not pass where the registry cannot be asked: PROOF_UNREADABLE', async () => {
    const world = new World();
    await world.run('3', { tags: '', 'proof-store': 'registry' });
    world.built = rebuilt;
    const { ActionError } = await import('../../../../src/errors.ts');
    const denied = new ActionError('REGISTRY_DENIED', 'No.', { hint: '-' });
    for (const registry of [world.app, world.mirror]) registry.listReferrers = () => Promise.reject(denied);
    expect((await world.run('4', { ...KEEP, 'proof-store': 'registry' })).reason).toBe('PROOF_UNREADABLE');
  });
});
