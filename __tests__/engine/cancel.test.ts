import { expect, it } from '@jest/globals';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { annotations, imageOutputs, leftovers, publication, unique } from './support/job.ts';
import { childrenOf, isRunning } from './support/process-watch.ts';
import { recorded, type Seen } from './support/recording-proxy.ts';
import { filesHolding, formsOf } from './support/secret-traces.ts';
import { PATIENCE, until } from './support/until.ts';

const isUpload = ({ method, path }: Seen) => ['PATCH', 'PUT'].includes(method) && path.includes('/blobs/uploads/');
const isEnginesLogin = ({ path, agent }: Seen) => path === '/v2/' && /docker/i.test(agent);

describeWithServices('a run that is cancelled', ({ engines, registries }) => {
  it.concurrent.each(
    engines.flatMap((engine) => (['SIGINT', 'SIGTERM', 'SIGKILL'] as const).map((signal) => ({ engine, signal }))),
  )(
    'by $signal while $engine.name pushes leaves no credential behind',
    async ({ engine, signal }) => {
      await using docker = new DockerClient(engine);
      await using registry = await recorded(registries.plain);
      using job = new Runner();
      const source = `${unique('app')}:test`;
      const id = await docker.build(source);
      const step = publication({ engine, registry, inputs: { source } });
      const upload = registry.hold(isUpload);

      const { child, ended } = job.start('main', step);
      await until('a layer goes up', () => upload.reached);
      const forms = formsOf(registry);
      // The login is there, in its folder, so that there is something to remove.
      expect(filesHolding(job.path('temp'), forms)).not.toEqual([]);
      const [push = 0] = childrenOf(child.pid ?? 0);
      child.kill(signal);
      const main = await ended;
      expect(imageOutputs(main)).toEqual([]);
      if (signal !== 'SIGKILL') {
        expect([main.exitCode, main.outputs.reason]).toEqual([1, 'CANCELLED']);
        expect(annotations(main.log, 'error').map(({ title }) => title)).toEqual(['CANCELLED']);
        expect(isRunning(push)).toBe(false);
        expect(await docker.names([id])).toEqual([`${source} ${id}`]);
        expect(leftovers(job)).toEqual([]);
      }

      const post = await job.post(step, main.state);
      expect([post.exitCode, annotations(post.log, 'warning')]).toEqual([0, []]);
      expect(filesHolding(job.folder, forms)).toEqual([]);

      // What outlived a SIGKILL goes on, and finds no place to leave a credential either.
      upload.release();
      await until('docker push has ended', () => !isRunning(push));
      expect(filesHolding(job.folder, forms)).toEqual([]);
    },
    PATIENCE,
  );

  it.concurrent.each(engines)(
    'by SIGKILL while $name signs in leaves no credential behind',
    async (engine) => {
      await using docker = new DockerClient(engine);
      await using registry = await recorded(registries.plain);
      using job = new Runner();
      const source = `${unique('app')}:test`;
      await docker.build(source);
      const step = publication({ engine, registry, inputs: { source } });
      const ping = registry.hold(isEnginesLogin);

      const { child, ended } = job.start('main', step);
      await until('docker login asks the registry', () => ping.reached);
      const [login = 0] = childrenOf(child.pid ?? 0);
      child.kill('SIGKILL');
      const main = await ended;
      const post = await job.post(step, main.state);
      expect(post.exitCode).toBe(0);

      expect(isRunning(login)).toBe(true);
      ping.release();
      await until('docker login has ended', () => !isRunning(login));
      expect(filesHolding(job.folder, formsOf(registry))).toEqual([]);
    },
    PATIENCE,
  );
});
