/** A moving tag that an older run has written over a newer one, with a real Sigstore: put back by the proof of that, or red. */
import { beforeAll, expect, it } from '@jest/globals';
import { Repository } from '../doubles/github/repository.ts';
import { startGitHub } from '../doubles/github/start-github.ts';
import { REPOSITORY_ID, Runner, type StepOptions } from '../doubles/runner.ts';
import { assertSigstore, describeWithServices } from '../doubles/services.ts';
import { outputsOf } from './support/job.ts';
import { recorded } from './support/recording-proxy.ts';
import { served } from './support/served.ts';
import { signingStep } from './support/signing-job.ts';
import { PATIENCE, until } from './support/until.ts';

const RUNS = { older: '30433642', newer: '30433643' };
const NO_PROOF = { proof: 'none', 'sigstore-urls': '', 'trusted-root': '' };
const OTHER_WORKFLOW = { job_workflow_ref: 'octocat/app/.github/workflows/other.yml@refs/heads/main' };

type Case = {
  readonly newer?: { readonly inputs?: StepOptions['inputs']; readonly claims?: Readonly<Record<string, string>> };
  readonly older?: StepOptions['inputs'];
  /** The end of the message of TAG_BEHIND; undefined where the tag is put back. */
  readonly why?: RegExp;
};

describeWithServices('a moving tag that two runs write', (services) => {
  const { sigstore, registries } = services;
  beforeAll(() => assertSigstore(services));

  it.each<[string, Case]>([
    ['is put back to the newer image by its proof', {}],
    [
      'stays behind where another workflow has signed the newer image',
      { newer: { claims: OTHER_WORKFLOW }, why: /The tag was not restored\. .* was signed by another workflow/ },
    ],
    ['stays behind where the newer image has no proof', { newer: { inputs: NO_PROOF }, why: /no proof was found/ }],
    [
      'stays behind where the older run has no trusted root',
      { older: { 'trusted-root': '' }, why: /There is no trusted root/ },
    ],
    [
      'stays behind where the older run asks for no proof',
      { older: NO_PROOF, why: /that of the commit [0-9a-f]{40}\.$/ },
    ],
  ])(
    '%s',
    async (_what, { newer = {}, older = {}, why }) => {
      await using registry = await recorded(registries.plain);
      await using github = await startGitHub(new Repository({ id: REPOSITORY_ID }));
      using one = new Runner();
      using other = new Runner();
      const common = { tags: '', 'moving-tags': 'latest', 'trusted-root': sigstore.trustedRoot };
      const stepOf = (job: Runner, run: keyof typeof RUNS, inputs: StepOptions['inputs'], claims = {}) =>
        signingStep(job, {
          ...{ sigstore, registries: [registry], inputs: { ...common, ...inputs } },
          claims: { repository_id: String(REPOSITORY_ID), repository_owner_id: '583231', run_id: RUNS[run], ...claims },
          env: { ...github.env, GITHUB_RUN_ID: RUNS[run] },
        });
      const old = stepOf(one, 'older', older);
      const { image = '' } = old.inputs;
      const young = stepOf(other, 'newer', { image, ...newer.inputs }, newer.claims);
      github.api.repository.commits.set('main', [young.event.sha, old.event.sha]);
      const path = image.slice(image.indexOf('/') + 1);
      const latest = `/v2/${path}/manifests/latest`;
      const writes = () => registry.requests.filter((each) => each.method === 'PUT' && each.path === latest).length;
      // The first one to write it is the older one.
      const first = registry.hold((each) => each.method === 'PUT' && each.path === latest && writes() === 1);

      const { ended } = one.start('main', old);
      await until('the older run has looked, and is to write', () => first.reached);
      const { digest } = outputsOf(await other.main(young));
      expect(await served(registries.plain, path, 'latest')).toMatchObject({ digest });
      first.release();
      const step = await ended;
      const shown = (await served(registries.plain, path, 'latest'))?.digest;
      const { destinations, error } = JSON.parse(step.outputs.results ?? '{}');
      if (why === undefined) {
        expect(outputsOf(step)).toMatchObject({ reason: 'published', tags: `${image}:${old.event.sha}` });
        const run = `https://github.com/octocat/app/actions/runs/${RUNS.newer}/attempts/1`;
        const tag = { tag: `${image}:latest`, state: 'healed', digest, commit: young.event.sha, run };
        expect(destinations[0].tags.at(-1)).toEqual(tag);
        expect([shown, writes()]).toEqual([digest, 3]);
      } else {
        expect([step.exitCode, step.outputs.reason, step.outputs.digest]).toEqual([1, 'TAG_BEHIND', undefined]);
        expect(error.message).toMatch(why);
        expect([shown, writes()]).toEqual([destinations[0].digest, 2]);
      }
    },
    PATIENCE,
  );
});
