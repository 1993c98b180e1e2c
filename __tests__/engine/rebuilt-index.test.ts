import { expect, it } from '@jest/globals';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { type Contents, DockerClient, type Platform } from './support/docker-client.ts';
import { outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { served } from './support/served.ts';
import { PATIENCE } from './support/until.ts';

const both: readonly Platform[] = ['linux/amd64', 'linux/arm64'];
/** The engine shows one platform of an index, its own. */
const own: Platform = process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64';

/** What is built first and published, what is built then for the same commit, and how that ends. */
type Rebuild = {
  readonly what: string;
  readonly first: readonly Platform[];
  readonly second: readonly Platform[];
  readonly changed: readonly Platform[];
  readonly ends: readonly [exitCode: number, reason: string];
};

describeWithServices('an index built again for the same commit', ({ engines: [, containerd], registries: { tls } }) => {
  const rebuilds: readonly Rebuild[] = [
    { what: 'with other attestations alone', first: both, second: both, changed: [], ends: [1, 'TAG_EXISTS'] },
    { what: 'with another amd64', first: both, second: both, changed: ['linux/amd64'], ends: [1, 'TAG_EXISTS'] },
    { what: 'with another arm64', first: both, second: both, changed: ['linux/arm64'], ends: [1, 'TAG_EXISTS'] },
    { what: 'with a platform more', first: [own], second: both, changed: [], ends: [1, 'TAG_EXISTS'] },
    { what: 'with a platform less', first: both, second: [own], changed: [], ends: [1, 'TAG_EXISTS'] },
  ];

  it.concurrent.each(rebuilds)(
    '$what ends with $ends',
    async ({ first, second, changed, ends }) => {
      await using docker = new DockerClient(containerd);
      using job = new Runner();
      const [source, rebuilt] = [`${unique('app')}:test`, `${unique('app')}:test`];
      const contents: Contents = { 'linux/amd64': unique('amd64'), 'linux/arm64': unique('arm64') };
      const others = Object.fromEntries(changed.map((platform) => [platform, unique('other')]));

      const digest = await docker.buildIndex(source, first, contents);
      const step = publication({ engine: containerd, registry: tls, inputs: { source } });
      expect(outputsOf(await job.main(step)).digest).toBe(digest);

      expect(await docker.buildIndex(rebuilt, second, { ...contents, ...others })).not.toBe(digest);
      const again = await job.main({ ...step, inputs: { ...step.inputs, source: rebuilt } });
      expect([again.exitCode, again.outputs.reason]).toEqual(ends);
      expect((await served(tls, REPOSITORY, step.event.sha))?.digest).toBe(digest);
    },
    PATIENCE,
  );
});
