/**
 * After the action prune/ real engines pull everything that is kept, on every platform, and the action that publishes
 * verifies it at `content`; what was deleted is put back as docs/prune.md tells, before garbage is collected.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, jest } from '@jest/globals';
import { startDistribution } from '../conformance/support/own-distribution.ts';
import { Runner, type Step, type StepOptions } from '../doubles/runner.ts';
import { describeWithServices, type Engine, type Registry } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { outputsOf, publication, unique } from './support/job.ts';
import { served } from './support/served.ts';

jest.setTimeout(240_000);

/** A registry to prune, and its garbage collection where it is of this test alone. */
type Place = { readonly registry: Registry; readonly collect: (() => Promise<void>) | undefined } & AsyncDisposable;

const docs = readFileSync(resolve(import.meta.dirname, '../../docs/prune.md'), 'utf8');
/** The script that docs/prune.md has for putting back what was deleted. */
const UNDO = /```sh\n(tac [\s\S]*?)```/.exec(docs)?.[1] ?? '';

describeWithServices('after prune/', ({ engines: [graphDriver, containerd], servers, programs }) => {
  const own = (program: string) => async (): Promise<Place> => {
    const { host, collect, ...rest } = await startDistribution(program, true);
    const registry = { host, scheme: 'http', ca: null, username: 'bot', password: 'any-password' } as const;
    return { registry, collect, [Symbol.asyncDispose]: rest[Symbol.asyncDispose] };
  };
  const token = servers['distribution-3-token'];
  const places: readonly (readonly [string, () => Promise<Place>])[] = [
    ['distribution-2', own(programs['distribution-2'])],
    ['distribution-3', own(programs['distribution-3'])],
    [
      'distribution-3-token',
      async () => ({
        registry: { ...token, ...token.admin },
        collect: undefined,
        [Symbol.asyncDispose]: async () => {},
      }),
    ],
  ];

  it.concurrent.each(places)('everything that is kept is whole on %s', async (_name, open) => {
    await using place = await open();
    const { registry, collect } = place;
    await using graph = new DockerClient(graphDriver);
    await using store = new DockerClient(containerd);
    const repository = unique('team/pruned');
    const name = `${registry.host}/${repository}`;
    for (const client of registry.scheme === 'https' ? [graph, store] : []) await client.login(registry);

    /** Publishes what an engine has, and returns the step, to be run again. */
    const publish = async (engine: Engine, source: string, more: Readonly<Record<string, string>> = {}) => {
      const step = publication({ engine, registry, inputs: { image: name, source, verify: 'content', ...more } });
      const { digest = '' } = await ran(step);
      return { step, digest, sha: step.event.sha };
    };
    const built = { old: unique('app'), deployed: unique('app'), oldIndex: unique('app'), version: unique('app') };
    const shared = { 'linux/amd64': unique('content') };
    await graph.build(built.old);
    const config = await graph.build(built.deployed);
    // One platform of the version is one of the old index, too.
    await store.buildIndex(built.oldIndex, ['linux/amd64', 'linux/arm64'], shared);
    await store.buildIndex(built.version, ['linux/amd64', 'linux/arm64'], shared);
    const old = await publish(graphDriver, built.old);
    const oldIndex = await publish(containerd, built.oldIndex);
    const deployed = await publish(graphDriver, built.deployed);
    const version = await publish(containerd, built.version, { tags: '1.2.3' });

    using job = new Runner();
    const prune = await pruned(job, { registry, image: name, config });
    expect(prune.outputs).toMatchObject({ failed: '0' });
    for (const { digest, sha } of [old, oldIndex])
      for (const each of [digest, sha])
        expect([each, await served(registry, repository, each)]).toEqual([each, undefined]);

    // Put back by digest, as long as the layers are there. The script signs in by password alone.
    if (registry.scheme === 'http') {
      await putBack(UNDO, { file: prune.outputs['undo-file'] ?? '', base: `http://${registry.host}/v2/${repository}` });
      for (const { digest } of [old, oldIndex])
        expect((await served(registry, repository, digest))?.digest).toBe(digest);
    }
    await collect?.();

    for (const client of [graph, store]) {
      await client.pull(`${name}@${deployed.digest}`);
      await client.pull(`${name}:${deployed.sha}`);
      // A graph driver has one platform of a digest at a time.
      const index = `${name}@${version.digest}`;
      for (const platform of ['linux/arm64', 'linux/amd64']) {
        await client.succeed(['image', 'pull', '--quiet', '--platform', platform, index]);
        await client.succeed(['image', 'rm', '--force', index]);
      }
      await client.pull(`${name}:1.2.3`);
      if (registry.scheme === 'http') await client.pull(`${name}@${old.digest}`);
    }
    for (const { step, digest } of [deployed, version])
      expect(await ran(step)).toMatchObject({ digest, reason: 'already-published', verification: 'content' });
  });
});

async function ran(step: StepOptions): Promise<Step['outputs']> {
  using job = new Runner();
  return outputsOf(await job.main(step));
}

/** Deletes all that is not deployed or a version, however young it is. */
async function pruned(
  job: Runner,
  { registry, image, config }: { readonly registry: Registry; readonly image: string; readonly config: string },
): Promise<Step> {
  const step = await job.main({
    action: 'prune',
    event: {
      name: 'workflow_dispatch',
      ref: 'refs/heads/main',
      sha: 'a'.repeat(40),
      payload: { repository: { id: 1, default_branch: 'main', fork: false } },
    },
    inputs: {
      image,
      username: registry.username,
      password: registry.password,
      ...(registry.ca === null ? {} : { 'ca-file': registry.ca }),
      'keep-digests': `docker-pullable://mirror.example/app@${config}`,
      'keep-tags': '1.*',
      'keep-newest': '0',
      'keep-younger-than': '0d',
      'trust-created': 'true',
      'max-share': '100 %',
      'dry-run': 'false',
    },
  });
  outputsOf(step);
  return step;
}

/** Runs the script of the documentation with the file and the address of this registry. */
async function putBack(
  script: string,
  { file, base }: { readonly file: string; readonly base: string },
): Promise<void> {
  const here = script
    .replace('pruned.jsonl', '"$FILE"')
    .replace('https://registry.example.com/v2/owner/app', '$BASE')
    .replaceAll(' -u "$ACCOUNT"', '');
  const env = { PATH: process.env.PATH ?? '', FILE: file, BASE: base };
  await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', here], { env });
}
