/**
 * The publisher, called by another workflow and run by act: what it signs is what verify/ asks for, in every form that it
 * has, and nobody else's signature is.
 */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { beforeAll, expect, it } from '@jest/globals';
import { layout, ociArchive } from '../doubles/archives/layouts.ts';
import { savedByNewEngine, savedByOldEngine } from '../doubles/archives/saved.ts';
import { Repository } from '../doubles/github/repository.ts';
import { startGitHub } from '../doubles/github/start-github.ts';
import { buildImage, type Image } from '../doubles/registry/images.ts';
import { type Event, pushToMain, REPOSITORY_ID, Runner } from '../doubles/runner.ts';
import { assertSigstore, describeWithServices, type Registry } from '../doubles/services.ts';
import { annotations, unique } from '../engine/support/job.ts';
import { changedRoot, deployment } from '../engine/support/proved-image.ts';
import { served } from '../engine/support/served.ts';
import { PATIENCE } from '../engine/support/until.ts';
import { Act, assertWell, PUBLISHED_COMMIT } from './act.ts';
import { identityOf, PUBLISHER } from './identity.ts';

const WORKFLOW = '.github/workflows/caller.yml';
type Case = {
  readonly name: string;
  readonly event: Omit<Event, 'sha'>;
  /** The file that another job has handed over. */
  readonly save: (image: Image) => Buffer;
  /** How many destinations it has, and which tags those show besides that of the commit. */
  readonly destinations: 1 | 2;
  readonly tags: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly visibility?: string;
  /** Whether a log has it, or a timestamp alone, as at GitHub for repositories that are not public. */
  readonly isLogged: boolean;
};

const RELEASE = { name: 'release', ref: 'refs/tags/v1.2.3' } as const;
const CASES: readonly Case[] = [
  {
    name: 'a push to the default branch, of what an older engine has saved',
    event: pushToMain,
    save: (image) => savedByOldEngine({ image, names: ['app:test'] }),
    destinations: 1,
    tags: ['latest'],
    inputs: { 'moving-tags': 'latest', 'required-checks': 'test' },
    isLogged: true,
    visibility: 'public',
  },
  {
    name: 'a release, of an OCI archive, to two registries',
    event: { ...RELEASE, payload: { action: 'published', release: { draft: false, tag_name: 'v1.2.3' } } },
    save: (image) => ociArchive(layout(image)),
    destinations: 2,
    tags: ['v1.2.3', 'stable'],
    inputs: { tags: 'stable' },
    isLogged: true,
  },
  {
    name: 'a dispatch, of what a newer engine has saved, in a repository that is not public',
    event: { name: 'workflow_dispatch', ref: 'refs/heads/main', payload: { inputs: {} } },
    save: (image) => savedByNewEngine({ image, names: ['app:test'] }),
    destinations: 1,
    tags: [],
    isLogged: false,
  },
];

describeWithServices('the publisher, run by act', (services) => {
  const { sigstore, registries } = services;
  beforeAll(() => assertSigstore(services));

  const stage = async ({ event: { name, ref, payload = {} }, save, isLogged }: Case, knows = true) => {
    const sha = randomBytes(20).toString('hex');
    const event: Event = { name, ref, sha, payload };
    const image = buildImage({ content: sha, labels: { 'org.opencontainers.image.revision': sha } });
    const repository = new Repository();
    repository.run(sha).job('test', 'success');
    const github = await startGitHub(repository);
    const act = new Act(services, services.engines[1]);
    const urls = {
      fulcio: sigstore.fulcio,
      ...(isLogged ? { rekor: sigstore.rekor, 'rekor-version': '2' } : {}),
      timestamp: sigstore.timestamp,
      'trusted-root': sigstore.trustedRoot,
    };
    act.publish('v1', { knows, sigstoreUrls: JSON.stringify(urls) });
    act.keep('image', 'image.tar', save(image));
    return {
      event,
      image,
      act,
      github,
      [Symbol.asyncDispose]: async () => {
        act[Symbol.dispose]();
        await github.close();
      },
    };
  };

  /** A workflow that calls the publisher for an image that it has tested. */
  const caller = (image: Image, names: readonly string[], { destinations, inputs = {} }: Case) => {
    const given = {
      artifact: 'image',
      file: 'image.tar',
      'expected-image-id': image.config.digest,
      image: names.join('\n'),
      proof: 'sigstore',
      ...inputs,
    };
    return JSON.stringify({
      on: ['push', 'release', 'workflow_dispatch'],
      permissions: {},
      jobs: {
        publish: {
          permissions: { contents: 'read', packages: 'write', 'id-token': 'write', attestations: 'write' },
          uses: 'OWNER/verified-image-push/.github/workflows/publish.yml@v1',
          with: given,
          secrets:
            destinations === 1
              ? { username: 'anyone', password: '${{ secrets.GITHUB_TOKEN }}' }
              : { 'registry-auth': '${{ secrets.REGISTRY_AUTH }}' },
        },
      },
    });
  };

  const placesFor = ({ destinations }: Case): readonly Registry[] =>
    destinations === 1 ? [registries.cue] : [registries.cue, registries['other-make']];

  it.each(CASES)(
    'signs on $name, and verify/ takes that and nothing else',
    async (each) => {
      await using here = await stage(each);
      const { act, event, image, github } = here;
      const path = unique('team/app');
      const places = placesFor(each);
      act.commit(
        WORKFLOW,
        caller(
          image,
          places.map(({ host }) => `${host}/${path}`),
          each,
        ),
      );
      const job = { event, workflow: WORKFLOW, ...(each.visibility ? { visibility: each.visibility } : {}) };
      const run = await act.run({
        workflow: WORKFLOW,
        event,
        secrets: {
          GITHUB_TOKEN: 'any password',
          REGISTRY_AUTH: places
            .map(({ host }) => `- { registry: "${host}", username: anyone, password: any password }`)
            .join('\n'),
        },
        env: { ...github.env, ...identityOf(sigstore, job) },
      });
      assertWell(run);
      const [{ outputs = {} } = {}] = run.outputs.filter(({ step }) => step === 'push');
      expect(outputs).toMatchObject({ pushed: 'true', reason: 'published' });
      expect(JSON.parse(outputs.results ?? '').proof).toMatchObject({ logged: each.isLogged, earlier: false });
      for (const registry of places)
        for (const tag of [event.sha, ...each.tags])
          expect([tag, (await served(registry, path, tag))?.digest]).toEqual([tag, outputs.digest]);

      using deploying = new Runner();
      const root = deploying.path('files', 'root.json');
      const withoutLog = (document: Record<string, unknown>) => Object.assign(document, { tlogs: [] });
      writeFileSync(root, changedRoot(sigstore, each.isLogged ? () => undefined : withoutLog));
      const verify = (host: string, inputs: Readonly<Record<string, string>> = {}) => {
        const asked = deployment(sigstore, `${host}/${path}@${outputs.digest}`, {
          inputs: {
            'signer-workflow': PUBLISHER,
            'trusted-root': root,
            username: 'anyone',
            password: 'any password',
            tags: [event.sha, ...each.tags].join('\n'),
            'max-age': '1h',
            ...inputs,
          },
        });
        return deploying.main({
          ...asked,
          env: {
            ...asked.env,
            GITHUB_REPOSITORY: 'octocat/app',
            GITHUB_REPOSITORY_ID: String(REPOSITORY_ID),
            GITHUB_REPOSITORY_OWNER_ID: '583231',
          },
        });
      };
      for (const { host } of places) {
        const step = await verify(host);
        expect([annotations(step.log, 'error'), step.outputs.verified]).toEqual([[], 'true']);
        const [proof] = JSON.parse(step.outputs.results ?? '').proofs;
        expect(proof).toMatchObject({ signer: `https://github.com/${PUBLISHER}`, 'signer-commit': PUBLISHED_COMMIT });
      }
      const [{ host }] = places as readonly [Registry];
      const asks = each.inputs?.['required-checks'] === undefined ? 'PROOF_DEMAND' : undefined;
      for (const [inputs, code] of [
        [{ 'signer-workflow': PUBLISHER.replace('v1', 'v2') }, 'PROOF_SIGNER'],
        [{ 'signer-workflow': `octocat/app/${WORKFLOW}@${event.ref}` }, 'PROOF_SIGNER'],
        [{ events: 'schedule' }, 'PROOF_REF'],
        [{ 'require-checks': 'test' }, asks],
      ] as const) {
        const titles = annotations((await verify(host, inputs)).log, 'error').map(({ title }) => title);
        expect([inputs, titles]).toEqual([inputs, code === undefined ? [] : [code]]);
      }
    },
    PATIENCE,
  );

  it('publishes nothing on a runner that does not tell where the publisher is from', async () => {
    const [first] = CASES as readonly [Case];
    await using here = await stage(first, false);
    const { act, event, image, github } = here;
    const path = unique('team/app');
    act.commit(WORKFLOW, caller(image, [`${registries.cue.host}/${path}`], first));
    const env = { ...github.env, ...identityOf(sigstore, { event, workflow: WORKFLOW }) };
    const run = await act.run({ workflow: WORKFLOW, event, env });
    expect(run.exitCode).toBe(1);
    expect(run.failed.map(({ step }) => step)).toEqual(['See that this workflow knows where it is from']);
    expect(run.outputs).toEqual([]);
    expect(await served(registries.cue, path, event.sha)).toBeUndefined();
  });

  it('publishes nothing of another image than the one that was tested', async () => {
    const [first] = CASES as readonly [Case];
    await using here = await stage(first);
    const { act, event, image, github } = here;
    const path = unique('team/app');
    const other = buildImage({ content: 'other', labels: { 'org.opencontainers.image.revision': event.sha } });
    act.commit(WORKFLOW, caller(image, [`${registries.cue.host}/${path}`], first));
    act.keep('image', 'image.tar', first.save(other));
    const env = { ...github.env, ...identityOf(sigstore, { event, workflow: WORKFLOW }) };
    const run = await act.run({ workflow: WORKFLOW, event, secrets: { GITHUB_TOKEN: 'any password' }, env });
    expect(run.outputs.map(({ outputs }) => outputs.reason)).toEqual(['IDENTITY_MISMATCH']);
    expect(await served(registries.cue, path, event.sha)).toBeUndefined();
  });
});
