import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { readPredicate, readStatement } from '../../src/proof/check-statement.ts';
import { startRegistry } from '../doubles/registry/start-registry.ts';
import { Runner, type StepOptions } from '../doubles/runner.ts';
import { assertSigstore, describeWithServices, type Registry, type Sigstore } from '../doubles/services.ts';
import { outputsOf } from './support/job.ts';
import { served } from './support/served.ts';
import { buildAgain, signingStep } from './support/signing-job.ts';
import { PATIENCE } from './support/until.ts';

const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const WORKFLOW = 'https://github.com/octocat/app/.github/workflows/publish.yml@refs/heads/main';
const OTHER_WORKFLOW = { job_workflow_ref: 'octocat/app/.github/workflows/other.yml@refs/heads/main' };

/** The bundle that is attached to an image, read with no code of the action. */
async function attachedTo(registry: Registry, repository: string, digest: string): Promise<readonly unknown[]> {
  const base = `${registry.scheme}://${registry.host}/v2/${repository}`;
  const answer = registry.ca === null ? await fetch(`${base}/referrers/${digest}`) : undefined;
  const list =
    answer?.status === 200
      ? ((await answer.json()) as { readonly manifests: readonly { readonly digest: string }[] })
      : (await served(registry, repository, digest.replace(':', '-')))?.document;
  const manifests = await Promise.all((list?.manifests ?? []).map((each) => served(registry, repository, each.digest)));
  return manifests.map((each) => each?.document);
}

function bundleVerified(sigstore: Sigstore, json: unknown) {
  const bundle = bundleFromJSON(json);
  const root = TrustedRoot.fromJSON(JSON.parse(readFileSync(sigstore.trustedRoot, 'utf8')));
  const verifier = new Verifier(toTrustMaterial(root), { ctlogThreshold: 0, tlogThreshold: 1, timestampThreshold: 1 });
  verifier.verify(toSignedEntity(bundle));
  if (bundle.content.$case !== 'dsseEnvelope') throw new Error('no envelope');
  return bundle.content.dsseEnvelope.payload;
}

describeWithServices('a proof', (services) => {
  const { sigstore, registries, servers } = services;
  beforeAll(() => assertSigstore(services));

  const repositoryOf = ({ inputs }: StepOptions) =>
    (inputs.image ?? '').split('\n')[0]?.split('/').slice(1).join('/') ?? '';

  it.each([
    ['with the list of referrers', () => registries.cue],
    ['without it', () => registries.plain],
    ['of another make', () => registries['other-make']],
    ['with TLS', () => servers['distribution-3']],
  ] as const)(
    'is signed by a real Sigstore, attached at a registry %s, and verified by cosign and by the library',
    async (_what, registryOf) => {
      const registry = registryOf();
      using job = new Runner();
      const step = signingStep(job, { sigstore, registries: [registry] });
      const main = await job.main(step);
      const outputs = outputsOf(main);
      const digest = outputs.digest ?? '';
      const repository = repositoryOf(step);
      expect(await served(registry, repository, '1.0.0')).toMatchObject({ digest });

      const attached = (await attachedTo(registry, repository, digest)) as readonly {
        readonly artifactType: string;
        readonly layers: readonly { readonly digest: string; readonly mediaType: string }[];
      }[];
      const [artifact] = attached.filter(({ artifactType }) => artifactType === BUNDLE);
      expect(artifact?.layers).toHaveLength(1);
      const results = JSON.parse(outputs.results ?? '');
      expect(results.proof).toMatchObject({
        logged: true,
        attached: [{ repository: `${registry.host}/${repository}` }],
      });

      const predicatePath = outputs['predicate-path'] ?? '';
      expect(statSync(predicatePath).mode & 0o777).toBe(0o600);
      expect(readPredicate(JSON.parse(readFileSync(predicatePath, 'utf8'))).ok).toBe(true);
      if (registry.ca !== null) return;

      const layer = await fetch(
        `${registry.scheme}://${registry.host}/v2/${repository}/blobs/${artifact?.layers[0]?.digest}`,
        {
          headers: {
            authorization: `Basic ${Buffer.from(`${registry.username}:${registry.password}`).toString('base64')}`,
          },
        },
      );
      const statement = readStatement(bundleVerified(sigstore, await layer.json()));
      expect(statement.ok && statement.value.subject).toMatchObject([{ digest: { sha256: digest.slice(7) } }]);
      expect(statement.ok && statement.value.predicate).toEqual(JSON.parse(readFileSync(predicatePath, 'utf8')));

      const judged = cosign(sigstore, registry, `${repository}@${digest}`, job);
      expect([judged.status, judged.stderr]).toEqual([0, expect.any(String)]);
      const other = cosign(sigstore, registry, `${repository}@${digest}`, job, WORKFLOW.replace('main', 'other'));
      expect(other.status).not.toBe(0);
    },
    PATIENCE,
  );

  describe('of an earlier run', () => {
    const claims = { repository_id: '1296269', repository_owner_id: '583231' };
    const both = () => [registries.cue, registries.plain];
    const known = () => ({ 'trusted-root': sigstore.trustedRoot });
    const digestsOf = async (registry: Registry, step: StepOptions, digest: string) =>
      (await attachedTo(registry, repositoryOf(step), digest)).length;

    it(
      'is attached where it is missing, and nothing is signed again',
      async () => {
        using job = new Runner();
        const step = signingStep(job, { sigstore, registries: both(), claims, inputs: known() });
        const { digest = '' } = outputsOf(await job.main(step));
        await forget(registries.plain, repositoryOf(step), digest);
        const again = outputsOf(await job.main(step));
        const { proof } = JSON.parse(again.results ?? '');
        expect([again.digest, proof.earlier, proof.attached.length]).toEqual([digest, true, 2]);
        for (const registry of both()) expect(await digestsOf(registry, step, digest)).toBe(1);
        // Without what it is verified with, nobody knows it: there are two of them then.
        await job.main({ ...step, inputs: { ...step.inputs, 'trusted-root': '' } });
        for (const registry of both()) expect(await digestsOf(registry, step, digest)).toBe(2);
      },
      PATIENCE,
    );

    it.each([
      ['by this workflow', 'passes', { claims, hasProof: true }, 'already-published'],
      [
        'by another workflow',
        'does not pass',
        { claims: { ...claims, ...OTHER_WORKFLOW }, hasProof: true },
        'PROOF_FOREIGN',
      ],
      ['that is not there', 'does not pass', { claims, hasProof: false }, 'PROOF_FOREIGN'],
    ] as const)(
      'of an image that is kept, %s, %s',
      async (_which, _what, first, reason) => {
        using job = new Runner();
        const registry = registries.cue;
        const step = signingStep(job, { sigstore, registries: [registry], claims, inputs: known() });
        const { env: before } = signingStep(job, {
          sigstore,
          registries: [registry],
          claims: { ...first.claims, sha: step.event.sha },
        });
        buildAgain(job, step.event.sha);
        const none = first.hasProof ? {} : { proof: 'none', 'sigstore-urls': '', 'trusted-root': '' };
        const published = outputsOf(
          await job.main({ ...step, inputs: { ...step.inputs, tags: '', ...none }, env: { ...step.env, ...before } }),
        );
        expect(published.reason).toBe('published');
        buildAgain(job, step.event.sha);
        const main = await job.main({ ...step, inputs: { ...step.inputs, 'if-exists': 'keep' } });
        expect(main.outputs.reason).toBe(reason);
        const isKept = reason === 'already-published';
        expect(main.outputs.digest).toBe(isKept ? published.digest : undefined);
        expect(main.outputs['predicate-path']).toBeUndefined();
        expect((await served(registry, repositoryOf(step), '1.0.0')) !== undefined).toBe(isKept);
      },
      PATIENCE,
    );
  });

  it(
    'writes no version tag anywhere where one destination takes no second entry under its fallback tag',
    async () => {
      using job = new Runner();
      await using frozen = await startRegistry({
        auth: { kind: 'basic', users: { ci: 'a password' } },
        attaching: { referrers: false, ociSubject: false },
        immutableTags: (_repository, tag) => tag.startsWith('sha256-'),
      });
      const second = { host: frozen.host, scheme: 'http', ca: null, username: 'ci', password: 'a password' } as const;
      const step = signingStep(job, { sigstore, registries: [registries.plain, second] });
      expect((await job.main(step)).outputs.reason).toBe('published');
      const tags = '2.0.0';
      const main = await job.main({ ...step, inputs: { ...step.inputs, tags } });
      expect([main.exitCode, main.outputs.reason]).toEqual([1, 'PROOF_NOT_ATTACHED']);
      expect(main.log).toContain('exclude tags of this form from the rule that makes tags immutable');
      expect(main.outputs).not.toHaveProperty('digest');
      for (const registry of [registries.plain, second]) {
        const shown = [step.event.sha, '1.0.0', tags].map((tag) => served(registry, repositoryOf(step), tag));
        expect((await Promise.all(shown)).map((tag) => tag !== undefined)).toEqual([true, true, false]);
      }
    },
    PATIENCE,
  );

  const TAKEN = 'http://127.0.0.1:9';
  const urlsWith = (change: Partial<Sigstore>) => {
    const { fulcio, rekor, timestamp } = { ...sigstore, ...change };
    return `fulcio: ${fulcio}\nrekor: ${rekor}\nrekor-version: 2\ntimestamp: ${timestamp}`;
  };

  it('does not read a token that an earlier step has put into the environment', async () => {
    using job = new Runner();
    const registry = registries.plain;
    const forged = { SIGSTORE_ID_TOKEN: 'e30.e30.e30' };
    const main = await job.main(signingStep(job, { sigstore, registries: [registry], env: forged }));
    expect(outputsOf(main).reason).toBe('published');
    const none = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' };
    const step = signingStep(job, { sigstore, registries: [registry], env: { ...forged, ...none } });
    expect((await job.main(step)).outputs.reason).toBe('PROOF_DENIED');
    expect(await served(registry, repositoryOf(step), step.event.sha)).toBeUndefined();
  });

  it.each([
    ['the token is of another run', { claims: { run_id: '1' } }, false],
    ['the token is of another repository', { claims: { repository: 'evil/app' } }, false],
    ['the authority does not answer', { inputs: { 'sigstore-urls': urlsWith({ fulcio: TAKEN }) } }, true],
    ['the log does not answer', { inputs: { 'sigstore-urls': urlsWith({ rekor: TAKEN }) } }, true],
    ['the clock does not answer', { inputs: { 'sigstore-urls': urlsWith({ timestamp: TAKEN }) } }, true],
  ] as const)(
    'leaves no tag but the SHA tag where %s',
    async (_what, change, hasSha) => {
      using job = new Runner();
      const registry = registries.plain;
      const step = signingStep(job, { sigstore, registries: [registry], ...change });
      const main = await job.main(step);
      expect([main.exitCode, main.outputs.reason]).toEqual([1, 'PROOF_SIGNING']);
      expect(Object.keys(main.outputs).toSorted()).toEqual(['pushed', 'reason', 'results']);
      const tags = await Promise.all([step.event.sha, '1.0.0'].map((tag) => served(registry, repositoryOf(step), tag)));
      expect(tags.map((tag) => tag !== undefined)).toEqual([hasSha, false]);
    },
    PATIENCE,
  );

  it('is refused for a private repository and the public log, before anything is pushed', async () => {
    using job = new Runner();
    const step = signingStep(job, { sigstore, registries: [registries.plain], inputs: { 'sigstore-urls': '' } });
    expect((await job.main(step)).outputs.reason).toBe('INPUT_INVALID');
    expect(await served(registries.plain, repositoryOf(step), step.event.sha)).toBeUndefined();
  });
});

/** A registry without a list of referrers forgets what is attached to an image: its fallback tag shows nothing. */
async function forget({ scheme, host, username, password }: Registry, repository: string, digest: string) {
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const answer = await fetch(`${scheme}://${host}/v2/${repository}/manifests/${digest.replace(':', '-')}`, {
    method: 'PUT',
    headers: {
      'content-type': mediaType,
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    },
    body: JSON.stringify({ schemaVersion: 2, mediaType, manifests: [] }),
  });
  expect(answer.status).toBe(201);
}

function cosign(sigstore: Sigstore, registry: Registry, image: string, job: Runner, identity = WORKFLOW) {
  const config = job.path('files', 'docker');
  spawnSync('mkdir', ['-p', config]);
  const auth = Buffer.from(`${registry.username}:${registry.password}`).toString('base64');
  writeFileSync(`${config}/config.json`, JSON.stringify({ auths: { [registry.host]: { auth } } }));
  return spawnSync(
    sigstore.cosign,
    [
      'verify-attestation',
      '--type=https://slsa.dev/verification_summary/v1',
      `--certificate-identity=${identity}`,
      `--certificate-oidc-issuer=${sigstore.issuer}`,
      `--trusted-root=${sigstore.trustedRoot}`,
      '--use-signed-timestamps',
      '--insecure-ignore-sct',
      '--allow-http-registry',
      '--new-bundle-format',
      `${registry.host}/${image}`,
    ],
    { encoding: 'utf8', env: { PATH: process.env.PATH, HOME: job.path('home'), DOCKER_CONFIG: config } },
  );
}
