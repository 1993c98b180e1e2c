import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fencedBlocks } from '../../tools/pages/fenced.ts';
import { Repository } from '../doubles/github/repository.ts';
import { startGitHub } from '../doubles/github/start-github.ts';
import { pushToMain } from '../doubles/runner.ts';
import { assertSigstore, describeWithServices } from '../doubles/services.ts';
import { DockerClient } from '../engine/support/docker-client.ts';
import { unique } from '../engine/support/job.ts';
import { filesHolding, formsOf } from '../engine/support/secret-traces.ts';
import { served } from '../engine/support/served.ts';
import { PATIENCE } from '../engine/support/until.ts';
import { Act, assertWell, type Written } from './act.ts';
import { commitApplication, provideTrivy, TRIVY } from './application.ts';
import { removeBuilt } from './built-images.ts';
import { identityOf } from './identity.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

type Example = {
  /** What causes the run; without it, a push to the default branch. */
  readonly ref?: string;
  /** Where the repository has something to build. */
  readonly folders?: readonly string[];
  /** The jobs that must have ended well, by their ids. */
  readonly jobs: readonly string[];
  /** What is then on the registry, and under which tags besides that of the commit. */
  readonly published: Readonly<Record<string, readonly string[]>>;
};

/** What runs here with nothing but its registry replaced. */
const RUN: Readonly<Record<string, Example>> = {
  'build-test-scan-push.yml': { jobs: ['publish', 'deploy'], published: { app: [] } },
  'build-in-one-job-push-in-another.yml': { jobs: ['build', 'publish'], published: { app: [] } },
  'matrix.yml': {
    folders: ['services/api', 'services/web', 'services/worker'],
    jobs: ['publish', 'deploy'],
    published: { api: ['main'], web: ['main'], worker: ['main'] },
  },
  'monorepo.yml': {
    ref: 'refs/tags/api/v1.2.3',
    folders: ['api', 'web'],
    jobs: ['release'],
    published: { api: ['1.2.3'] },
  },
  'release.yml': {
    ref: 'refs/tags/v1.2.3',
    jobs: ['release'],
    published: { app: ['1.2.3', '1.2', '1', 'latest'] },
  },
};

/** What does not, or has a test of its own below. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'attest.yml': 'needs the identity that GitHub gives a job, and Sigstore',
  'build-test-scan-push-docker-scout.yml': 'needs Docker Hub and Docker Scout',
  'copy-to-second-cloud.yml':
    'needs the identity that GitHub gives a job, and AWS; the engine tests promote between registries',
  'deploy-proved.yml':
    "needs GitHub's trusted roots, a cluster, and an image with a proof; the engine tests play verify/",
  'deploy-cloud-run.yml': 'needs the identity that GitHub gives a job, and Google',
  'gitea.yml': 'is for a server of Gitea or Forgejo, and its own registry',
  'matrix-artifacts.yml': 'needs runners of two architectures; the engine tests join what both engines have built',
  'matrix-tags.yml': 'needs runners of two architectures; the engine tests join what both engines have built',
  'nightly.yml': "needs GitHub's trusted roots, and images with proofs; the engine tests play verify/",
  'promote.yml': 'needs a registry that has the image; the engine tests promote between registries',
  'publish-with-proof.yml': 'below',
  'prune.yml': 'needs clusters that tell what they run; the conformance suite plays prune/ with real registries',
  'several-registries.yml': 'needs the identity that GitHub gives a job, and AWS',
  'reusable-publish.yml': 'below',
  'deploy-ecs.yml': 'below',
  'deploy-kubernetes.yml': 'below',
  'deploy-swarm.yml': 'is that for Kubernetes up to its last step; the engine tests run that with a real Swarm',
};

describeWithServices('an example, run by act', (services) => {
  const [, engine] = services.engines;
  const registry = services.registries.tls;
  const { sigstore } = services;
  let docker: DockerClient;

  beforeAll(async () => {
    docker = new DockerClient(engine);
    await provideTrivy(docker);
  });
  afterAll(async () => {
    await docker.run(['image', 'rm', TRIVY]);
    await docker[Symbol.asyncDispose]();
  });

  /** A repository with this action published for it; the registry is ours, with the credential that GHCR would have. */
  const stage = async ({ ref = pushToMain.ref, ...written }: Pick<Example, 'ref'> & Written = {}) => {
    const sha = randomBytes(20).toString('hex');
    const namespace = unique('examples');
    const repository = new Repository();
    const checks = repository.run(sha);
    for (const name of ['build', 'test']) checks.job(name, 'success');
    repository.requireChecks('main', [['test']]);
    const github = await startGitHub(repository);
    const act = new Act(services, engine);
    act.publish('v1', written);
    const onOurs = (text: string) =>
      text
        .replaceAll('ghcr.io/my-org', `${registry.host}/${namespace}`)
        .replaceAll('ghcr.io', registry.host)
        // act does not know yet that a queue may be longer than one.
        .replace('\n  queue: max\n', '\n');
    return {
      sha,
      act,
      commitWorkflow: (file: string, text: string) => act.commit(`.github/workflows/${file}`, onOurs(text)),
      run: (file: string, env: Readonly<Record<string, string>> = {}) =>
        act.run({
          workflow: `.github/workflows/${file}`,
          event: { name: 'push', ref, sha },
          actor: registry.username,
          secrets: { GITHUB_TOKEN: registry.password },
          env: { ...github.env, NODE_EXTRA_CA_CERTS: registry.ca ?? '', ...env },
        }),
      digestOf: async (image: string, tag = sha) => (await served(registry, `${namespace}/${image}`, tag))?.digest,
      nameOf: (image: string) => `${registry.host}/${namespace}/${image}`,
      [Symbol.asyncDispose]: async () => {
        act[Symbol.dispose]();
        await github.close();
        await removeBuilt(docker, sha);
      },
    };
  };

  it.each(Object.entries(RUN))(
    '%s publishes what it says',
    async (file, { ref, folders = ['.'], jobs, published }) => {
      await using example = await stage(ref === undefined ? {} : { ref });
      for (const folder of folders) commitApplication(example.act, folder);
      example.commitWorkflow(file, read(`examples/${file}`));
      const run = await example.run(file);
      assertWell(run);
      expect(Object.entries(run.jobs).sort()).toEqual(jobs.map((each) => [each, 'success']).sort());
      for (const [image, tags] of Object.entries(published)) {
        const digest = await example.digestOf(image);
        expect(digest).toBeDefined();
        const outputs = run.outputs.map((step) => step.outputs);
        expect(outputs).toContainEqual(expect.objectContaining({ pushed: 'true', digest }));
        for (const tag of tags) expect(await example.digestOf(image, tag)).toBe(digest);
      }
      expect(filesHolding(example.act.written, formsOf(registry))).toEqual([]);
    },
    PATIENCE,
  );

  describe('of a deployment', () => {
    /** What the examples write of Sigstore is GitHub's; this one is ours. */
    const onOurSigstore = (text: string) =>
      text
        .replace(
          /( +)(image: ghcr.io\/my-org\/app\n)(?= +(?:required-checks|secrets):)/,
          (_, space, image) => `${space}${image}${space}proof: sigstore\n`,
        )
        .replace(
          /( +)(signer-workflow: )/,
          (_, space, name) =>
            `${space}issuer: ${sigstore.issuer}\n${space}trusted-root: ${sigstore.trustedRoot}\n${space}${name}`,
        );
    const URLS = JSON.stringify({
      fulcio: sigstore.fulcio,
      rekor: sigstore.rekor,
      'rekor-version': 2,
      timestamp: sigstore.timestamp,
      'trusted-root': sigstore.trustedRoot,
    });
    beforeAll(() => assertSigstore(services));

    const deploy = async (file: string, changed: (text: string) => string = (text) => text) => {
      const text = changed(onOurSigstore(read(`examples/${file}`)));
      const example = await stage(text.includes('proof: sigstore') ? { sigstoreUrls: URLS } : {});
      commitApplication(example.act);
      example.commitWorkflow(file, text);
      const event = { ...pushToMain, sha: example.sha };
      const run = await example.run(file, {
        ...identityOf(sigstore, { event, workflow: `.github/workflows/${file}` }),
        DEPLOYED: join(example.act.written, 'deployed'),
      });
      const deployed = join(example.act.written, 'deployed');
      return {
        run,
        image: `${example.nameOf('app')}@${await example.digestOf('app')}`,
        deployed: existsSync(deployed) ? readFileSync(deployed, 'utf8') : '',
        [Symbol.asyncDispose]: example[Symbol.asyncDispose],
      };
    };

    it.each([
      ['deploy-kubernetes.yml', (image: string) => `kubectl set image deployment/app app=${image}\n`],
      ['deploy-ecs.yml', (image: string) => `aws register-task-definition ${image}\n`],
      ['publish-with-proof.yml', (image: string) => `Deploying ${image}\n`],
    ] as const)(
      '%s publishes with a proof, and deploys what verify/ has let through',
      async (file, said) => {
        await using done = await deploy(file);
        assertWell(done.run);
        expect(done.run.jobs).toEqual({ build: 'success', publish: 'success', deploy: 'success' });
        expect(`${done.deployed}${done.run.text}`).toContain(said(done.image));
      },
      PATIENCE,
    );

    it.each([
      [
        'is published without a proof',
        (text: string) => text.replace('proof: sigstore', 'proof: none'),
        'PROOF_MISSING',
      ],
      [
        'has the proof of another ref of the publisher',
        (text: string) => text.replace('@refs/tags/v1', '@refs/tags/v2'),
        'PROOF_SIGNER',
      ],
    ] as const)(
      'deploy-kubernetes.yml deploys nothing if the image %s',
      async (_what, changed, code) => {
        await using done = await deploy('deploy-kubernetes.yml', changed);
        expect(done.run.jobs).toMatchObject({ publish: 'success', deploy: 'failure' });
        expect(done.run.failed).toEqual([{ job: 'deploy', step: 'Verify the proof' }]);
        expect(done.run.summary).toContain(code);
        expect(done.image).toContain('@sha256:');
        expect(done.deployed).toBe('');
      },
      PATIENCE,
    );
  });

  it(
    'reusable-publish.yml publishes for the workflow that calls it, as its head says',
    async () => {
      await using example = await stage();
      commitApplication(example.act);
      const text = read('examples/reusable-publish.yml');
      const shown = [...text.matchAll(/^# {3}(.*)$/gm)].map(([, line]) => line).join('\n');
      const caller = shown.replace(/uses: .*/, 'uses: ./.github/workflows/reusable-publish.yml');
      example.commitWorkflow('reusable-publish.yml', text);
      // GitHub hands its own token to a called workflow without being told; act does not.
      example.commitWorkflow('caller.yml', `on: push\n${caller}\n    secrets: inherit\n`);
      const run = await example.run('caller.yml');
      assertWell(run);
      expect(run.outputs).toMatchObject([{ outputs: { pushed: 'true', digest: await example.digestOf('app') } }]);
    },
    PATIENCE,
  );

  it(
    "README's smallest workflow publishes",
    async () => {
      await using example = await stage();
      example.commitWorkflow('publish.yml', shownInReadme()[0]);
      commitApplication(example.act);
      const run = await example.run('publish.yml');
      assertWell(run);
      const digest = await example.digestOf('my-app');
      expect(run.outputs).toMatchObject([{ outputs: { reason: 'published', digest } }]);
    },
    PATIENCE,
  );

  it(
    "README's whole workflow is green again when it is run once more, with the image of the first run",
    async () => {
      await using example = await stage();
      example.commitWorkflow('publish.yml', shownInReadme()[1]);
      commitApplication(example.act);
      const run = await example.run('publish.yml');
      assertWell(run);
      const digest = await example.digestOf('my-app');
      expect(run.outputs).toMatchObject([{ outputs: { reason: 'published', digest } }]);

      // Another build of the commit is another image.
      commitApplication(example.act);
      const again = await example.run('publish.yml');
      assertWell(again);
      expect(again.outputs).toMatchObject([{ outputs: { reason: 'already-published', digest } }]);
      expect(await example.digestOf('my-app')).toBe(digest);
      expect([run.jobs, again.jobs]).toEqual(Array(2).fill({ publish: 'success', deploy: 'success' }));
    },
    PATIENCE,
  );

  it('is run, or it is said why not', () => {
    expect(Object.keys({ ...RUN, ...NOT_RUN }).sort()).toEqual(readdirSync(resolve(root, 'examples')).sort());
  });
});

/** The two workflows of the README: the smallest, and the whole one. */
function shownInReadme(): readonly [string, string] {
  const [smallest, whole] = fencedBlocks('README.md', read('README.md')).filter(({ kind }) => kind === 'workflow');
  return [smallest?.text ?? '', whole?.text ?? ''];
}
