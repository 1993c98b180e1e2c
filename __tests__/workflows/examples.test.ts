import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fencedBlocks } from '../../tools/pages/fenced.ts';
import { Repository } from '../doubles/github/repository.ts';
import { startGitHub } from '../doubles/github/start-github.ts';
import { pushToMain } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { DockerClient } from '../engine/support/docker-client.ts';
import { unique } from '../engine/support/job.ts';
import { filesHolding, formsOf } from '../engine/support/secret-traces.ts';
import { served } from '../engine/support/served.ts';
import { PATIENCE } from '../engine/support/until.ts';
import { Act, type Run } from './act.ts';
import { commitApplication, provideTrivy, TRIVY } from './application.ts';
import { removeBuilt } from './built-images.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

type Example = {
  /** What causes the run; without it, a push to the default branch. */
  readonly ref?: string;
  /** This job alone, with those that it needs. */
  readonly job?: string;
  /** Where the repository has something to build. */
  readonly folders?: readonly string[];
  /** The jobs that must have ended well, by their ids. */
  readonly jobs: readonly string[];
  /** What is then on the registry, and under which tags besides that of the commit. */
  readonly published: Readonly<Record<string, readonly string[]>>;
};

/** What runs here with nothing but its registry replaced. Of a deployment the job that publishes is run. */
const RUN: Readonly<Record<string, Example>> = {
  'build-test-scan-push.yml': { jobs: ['publish', 'deploy'], published: { app: [] } },
  'build-in-one-job-push-in-another.yml': { jobs: ['build', 'publish'], published: { app: [] } },
  'deploy-ecs.yml': { job: 'publish', jobs: ['publish'], published: { app: [] } },
  'deploy-kubernetes.yml': { job: 'publish', jobs: ['publish'], published: { app: [] } },
  'deploy-swarm.yml': { job: 'publish', jobs: ['publish'], published: { app: [] } },
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
  'publish-with-proof.yml':
    "needs the identity that GitHub gives a job, and GitHub's trusted roots; the engine tests sign and play verify/",
  'prune.yml': 'needs clusters that tell what they run; the conformance suite plays prune/ with real registries',
  'several-registries.yml': 'needs the identity that GitHub gives a job, and AWS',
  'reusable-publish.yml': 'below',
};

describeWithServices('an example, run by act', (services) => {
  const [, engine] = services.engines;
  const registry = services.registries.tls;
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
  const stage = async ({ ref = pushToMain.ref }: Pick<Example, 'ref'> = {}) => {
    const sha = randomBytes(20).toString('hex');
    const namespace = unique('examples');
    const repository = new Repository();
    repository.run(sha).job('test', 'success');
    repository.requireChecks('main', [['test']]);
    const github = await startGitHub(repository);
    const act = new Act(services, engine);
    act.publish('OWNER/verified-image-push@v1');
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
      run: (file: string, { job, event = 'push' }: { readonly job?: string; readonly event?: string } = {}) =>
        act.run({
          workflow: `.github/workflows/${file}`,
          event: { name: event, ref, sha },
          actor: registry.username,
          secrets: { GITHUB_TOKEN: registry.password },
          env: { ...github.env, NODE_EXTRA_CA_CERTS: registry.ca ?? '' },
          ...(job === undefined ? {} : { job }),
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
    async (file, { ref, job, folders = ['.'], jobs, published }) => {
      await using example = await stage(ref === undefined ? {} : { ref });
      for (const folder of folders) commitApplication(example.act, folder);
      example.commitWorkflow(file, read(`examples/${file}`));
      const run = await example.run(file, job === undefined ? {} : { job });
      expectWell(run);
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
      expectWell(run);
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
      expectWell(run);
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
      expectWell(run);
      const digest = await example.digestOf('my-app');
      expect(run.outputs).toMatchObject([{ outputs: { reason: 'published', digest } }]);

      // Another build of the commit is another image.
      commitApplication(example.act);
      const again = await example.run('publish.yml');
      expectWell(again);
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

function expectWell({ exitCode, text }: Run): void {
  if (exitCode !== 0) throw new Error(`act ended with ${exitCode}:\n${text}`);
}
