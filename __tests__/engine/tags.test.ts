/** Five tags on two registries: what they cost, and what a kill among them leaves for the next run to finish. */
import { expect, it } from '@jest/globals';
import { Repository } from '../doubles/github/repository.ts';
import { type GitHub, startGitHub } from '../doubles/github/start-github.ts';
import { Runner, type StepOptions } from '../doubles/runner.ts';
import { describeWithServices, type Engine, type Registry } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { leftovers, outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { type RecordedRegistry, recorded, type Seen } from './support/recording-proxy.ts';
import { served } from './support/served.ts';
import { PATIENCE, until } from './support/until.ts';

type Scene = {
  readonly step: StepOptions;
  readonly both: readonly [RecordedRegistry, RecordedRegistry];
  /** The SHA tag, two that never move, two that do. */
  readonly tags: readonly [string, string, string, string, string];
};

/** A run for a built image to two registries, each with a credential of its own. */
async function scene(
  engine: Engine,
  docker: DockerClient,
  { both, github }: { readonly both: readonly [RecordedRegistry, RecordedRegistry]; readonly github: GitHub },
): Promise<Scene> {
  const [source, ...tags] = [
    `${unique('app')}:test`,
    unique('1.0.0'),
    unique('1.0.0-b'),
    unique('1'),
    unique('latest'),
  ];
  const registryAuth = both.map(({ host, username, password }) => ({ registry: host, username, password }));
  const inputs = {
    image: both.map(({ host }) => `${host}/${REPOSITORY}`).join('\n'),
    source,
    username: '',
    password: '',
    'registry-auth': JSON.stringify(registryAuth),
    tags: tags.slice(0, 2).join('\n'),
    'moving-tags': tags.slice(2).join('\n'),
  };
  const step = publication({ engine, registry: both[0], inputs });
  const { sha } = step.event;
  github.api.repository.commits.set('main', [sha]);
  await docker.build(source, sha);
  const [one = '', two = '', three = '', four = ''] = tags;
  return { step: { ...step, env: { ...step.env, ...github.env } }, both, tags: [sha, one, two, three, four] };
}

/** The methods of all requests for a tag. */
const methodsFor = ({ requests }: RecordedRegistry, tag: string): readonly string[] =>
  requests.filter(({ path }) => path === `/v2/${REPOSITORY}/manifests/${tag}`).map(({ method }) => method);

const isBlobWritten = ({ method, path }: Seen) => method === 'PUT' && path.includes('/blobs/uploads/');

async function shown(registries: readonly Registry[], tags: readonly string[]): Promise<readonly unknown[]> {
  return Promise.all(
    registries.flatMap((registry) => tags.map(async (tag) => (await served(registry, REPOSITORY, tag))?.digest)),
  );
}

describeWithServices('five tags on two registries', ({ engines, registries }) => {
  it.concurrent.each(engines)(
    'cost one upload for each registry, one write for each tag, and the looks around it, from $name',
    async (engine) => {
      await using docker = new DockerClient(engine);
      await using one = await recorded(registries.plain);
      await using two = await recorded(registries['other-make']);
      await using github = await startGitHub(new Repository());
      using job = new Runner();
      const { step, tags } = await scene(engine, docker, { both: [one, two], github });
      const { digest = '', ...outputs } = outputsOf(await job.main(step));

      expect(outputs.reason).toBe('published');
      for (const registry of [one, two]) {
        // The config and the one layer, once.
        expect(registry.requests.filter(isBlobWritten)).toHaveLength(2);
        const [sha, one, two, ...moving] = tags;
        // Before anything is done, right before the write, after it, and at the end.
        for (const tag of [one, two])
          expect([tag, ...methodsFor(registry, tag)]).toEqual([tag, 'GET', 'GET', 'PUT', 'GET', 'GET']);
        for (const tag of moving) expect([tag, ...methodsFor(registry, tag)]).toEqual([tag, 'GET', 'PUT', 'GET']);
        expect(methodsFor(registry, sha).filter((method) => method === 'PUT')).toHaveLength(1);
      }
      expect(await shown([one, two], tags)).toEqual(Array(10).fill(digest));
      expect(leftovers(job)).toEqual([]);
    },
    PATIENCE,
  );

  it.concurrent.each(engines)(
    'are whole after the run from $name was killed among them and is run again',
    async (engine) => {
      await using docker = new DockerClient(engine);
      await using one = await recorded(registries.plain);
      await using two = await recorded(registries['other-make']);
      await using github = await startGitHub(new Repository());
      using job = new Runner();
      const { step, tags } = await scene(engine, docker, { both: [one, two], github });
      const third = one.hold(({ method, path }) => method === 'PUT' && path.endsWith(`/manifests/${tags[2]}`));

      const { child, ended } = job.start('main', step);
      await until('the third tag is to be written', () => third.reached);
      child.kill('SIGKILL');
      const killed = await ended;
      await job.post(step, killed.state);
      third.release();
      const [sha, version] = tags;
      const [digest] = await shown([one], [sha]);
      expect(await shown([one], [sha, version])).toEqual([digest, digest]);
      expect(await shown([one], tags.slice(3))).toEqual([undefined, undefined]);

      const written = one.requests.filter(isBlobWritten).length;
      const again = outputsOf(await job.main(step));
      expect(again).toMatchObject({ reason: 'already-published', digest });
      expect(await shown([one, two], tags)).toEqual(Array(10).fill(digest));
      expect(one.requests.filter(isBlobWritten)).toHaveLength(written);
    },
    PATIENCE,
  );
});
