/** A Sigstore that is known by its TUF repository alone: signed, found again and verified by what that serves, as cosign does. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { beforeAll, expect, it } from '@jest/globals';
import { Runner, type Step, type StepOptions } from '../doubles/runner.ts';
import { assertTuf, describeWithServices, type Registry, type Sigstore } from '../doubles/services.ts';
import { TufFiles } from '../doubles/sigstore/tuf-files.ts';
import { annotations, outputsOf } from './support/job.ts';
import { deployment } from './support/proved-image.ts';
import { served } from './support/served.ts';
import { buildAgain, signingStep } from './support/signing-job.ts';
import { PATIENCE } from './support/until.ts';

const WORKFLOW = 'octocat/app/.github/workflows/publish.yml@refs/heads/main';
const CLAIMS = { repository_id: '1296269', repository_owner_id: '583231' };
/** Nobody listens there. */
const NOBODY = 'http://127.0.0.1:9';

describeWithServices('a Sigstore that is known by TUF', (services) => {
  const { sigstore, registries } = services;
  const registry = registries.cue;
  beforeAll(() => assertTuf(services));

  const signed = (job: Runner, { tufUrl, tufRoot }: Pick<Sigstore, 'tufUrl' | 'tufRoot'> = sigstore) =>
    signingStep(job, {
      sigstore,
      registries: [registry],
      claims: CLAIMS,
      inputs: { 'sigstore-urls': `tuf-url: ${tufUrl}\ntuf-root: ${tufRoot}` },
    });
  const pathOf = ({ inputs }: StepOptions) => (inputs.image ?? '').split('/').slice(1).join('/');
  const imageOf = (step: StepOptions, digest: string) => `${registry.host}/${pathOf(step)}@${digest}`;
  const verified = (image: string, inputs: Readonly<Record<string, string>> = {}) =>
    deployment(sigstore, image, {
      inputs: {
        'signer-workflow': WORKFLOW,
        repository: 'octocat/app#1296269',
        branches: 'main',
        'trusted-root': 'auto',
        'tuf-url': sigstore.tufUrl,
        'tuf-root': sigstore.tufRoot,
        ...inputs,
      },
    });

  it(
    'signs where it announces, finds its own proof again, and is verified by verify/ and by cosign',
    async () => {
      using job = new Runner();
      const step = signed(job);
      const first = outputsOf(await job.main(step));
      const image = imageOf(step, first.digest ?? '');
      expect(JSON.parse(first.results ?? '').proof).toMatchObject({ logged: true, earlier: false });
      const again = outputsOf(await job.main(step));
      expect(JSON.parse(again.results ?? '').proof).toMatchObject({ earlier: true });

      const { outputs } = await job.main(verified(image));
      expect(outputs).toMatchObject({ verified: 'true', image });
      const other = await job.main(verified(image, { 'signer-workflow': WORKFLOW.replace('publish', 'other') }));
      expect(codesOf(other)).toEqual(['PROOF_SIGNER']);

      const cosign = new Cosign(sigstore, registry, job);
      expect(cosign.initialize(sigstore.tufRoot)).toMatchObject({ status: 0 });
      expect([cosign.verify(image, WORKFLOW).status, cosign.verify(image, 'octocat/app').status]).toEqual([0, 1]);
    },
    PATIENCE,
  );

  it(
    'passes the image of an earlier run that is kept, with the proof of that',
    async () => {
      using job = new Runner();
      const step = signed(job);
      const { digest } = outputsOf(await job.main(step));
      buildAgain(job, step.event.sha);
      const kept = outputsOf(await job.main({ ...step, inputs: { ...step.inputs, 'if-exists': 'keep' } }));
      expect([kept.reason, kept.digest]).toEqual(['already-published', digest]);
    },
    PATIENCE,
  );

  it(
    'is not believed by the first root of another repository, as cosign does not, and nothing is pushed',
    async () => {
      using job = new Runner();
      const tufRoot = job.path('files', 'root.json');
      writeFileSync(tufRoot, new TufFiles({}).root);
      const step = signed(job, { ...sigstore, tufRoot });
      const refused = await job.main(step);
      expect(codesOf(refused)).toEqual(['PROOF_NO_TRUST_ROOT']);
      expect(await served(registry, pathOf(step), step.event.sha)).toBeUndefined();

      const { digest = '' } = outputsOf(await job.main(signed(job)));
      const verify = await job.main(verified(imageOf(step, digest), { 'tuf-root': tufRoot }));
      expect(codesOf(verify)).toEqual(['PROOF_NO_TRUST_ROOT']);
      expect(new Cosign(sigstore, registry, job).initialize(tufRoot).status).not.toBe(0);
    },
    PATIENCE,
  );

  it(
    'is missed where it does not answer, before anything is pushed',
    async () => {
      using job = new Runner();
      const step = signed(job, { ...sigstore, tufUrl: NOBODY });
      const refused = await job.main(step);
      expect(codesOf(refused)).toEqual(['PROOF_NO_TRUST_ROOT']);
      expect(refused.log).toContain('127.0.0.1:9 by TUF');
      expect(await served(registry, pathOf(step), step.event.sha)).toBeUndefined();
    },
    PATIENCE,
  );
});

const codesOf = ({ log }: Step) => annotations(log, 'error').map(({ title }) => title);

/** cosign, with a home of its own. */
class Cosign {
  readonly #sigstore: Sigstore;
  readonly #env: NodeJS.ProcessEnv;

  constructor(sigstore: Sigstore, { host, username, password }: Registry, job: Runner) {
    this.#sigstore = sigstore;
    const config = job.path('files', 'docker');
    spawnSync('mkdir', ['-p', config, job.path('files', 'home')]);
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    writeFileSync(`${config}/config.json`, JSON.stringify({ auths: { [host]: { auth } } }));
    this.#env = { PATH: process.env.PATH, HOME: job.path('files', 'home'), DOCKER_CONFIG: config };
  }

  initialize(root: string) {
    return this.#run(['initialize', `--mirror=${this.#sigstore.tufUrl}`, `--root=${root}`]);
  }

  verify(image: string, workflow: string) {
    return this.#run([
      'verify-attestation',
      '--type=https://slsa.dev/verification_summary/v1',
      `--certificate-identity=https://github.com/${workflow}`,
      `--certificate-oidc-issuer=${this.#sigstore.issuer}`,
      '--use-signed-timestamps',
      '--insecure-ignore-sct',
      '--allow-http-registry',
      '--new-bundle-format',
      image,
    ]);
  }

  #run(command: readonly string[]) {
    return spawnSync(this.#sigstore.cosign, command, { encoding: 'utf8', env: this.#env });
  }
}
