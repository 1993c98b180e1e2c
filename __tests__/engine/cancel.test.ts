import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { Tracked } from '../doubles/tracked.ts';
import { DockerClient } from './support/docker-client.ts';
import { annotations, imageOutputs, leftovers, publication, unique } from './support/job.ts';
import { dockersOf, isRunning } from './support/process-watch.ts';
import { recorded, type Seen } from './support/recording-proxy.ts';
import { filesHolding, formsOf } from './support/secret-traces.ts';
import { PATIENCE, until } from './support/until.ts';

/** How often, and within how many milliseconds after the first layer has begun to go up. */
const [KILLS, MOMENT] = [6, 300];
/** Within so many milliseconds after the kill an engine must have stopped, too. */
const ENGINES_OWN = 3_000;

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
      const [push = 0] = dockersOf(child.pid ?? 0);
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

      // What the step had started has ended with it, although the registry has it wait.
      await until('docker push has ended', () => !isRunning(push));
      upload.release();
      expect(filesHolding(job.folder, forms)).toEqual([]);
    },
    PATIENCE,
  );

  it.concurrent.each(engines)(
    'by SIGKILL of its group at random moments while $name pushes leaves no process behind, and no tag appears afterwards',
    async (engine) => {
      await using docker = new DockerClient(engine);
      await using registry = await recorded(registries.plain);
      const writes = (commit: string) =>
        registry.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith(`/manifests/${commit}`))
          .length;
      const killed: { readonly commit: string; readonly written: number }[] = [];
      for (let number = 0; number < KILLS; number++) {
        using job = new Runner();
        const source = `${unique('app')}:test`;
        await docker.build(source);
        const tracked = new Tracked();
        const { event, env, ...step } = publication({ engine, registry, inputs: { source } });
        const upload = registry.hold(isUpload);
        const options = { ...step, event, env: { ...env, ...tracked.env }, inOwnGroup: true };
        const { child, ended } = job.start('main', options);
        await until('a layer goes up', () => upload.reached);
        // Every other push waits at the registry for ever; the others go on, and are somewhere when they are killed.
        if (number % 2 === 1) upload.release();
        await wait(Math.random() * MOMENT);
        if (child.exitCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL');
        await ended;
        const gone = await tracked.goneIn(PATIENCE);
        // An engine takes a moment to see that nobody waits for its push any more.
        await wait(Math.max(0, ENGINES_OWN - gone));
        killed.push({ commit: event.sha, written: writes(event.sha) });
        upload.release();
      }
      expect(killed.map(({ commit }) => writes(commit))).toEqual(killed.map(({ written }) => written));
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
      const [login = 0] = dockersOf(child.pid ?? 0);
      child.kill('SIGKILL');
      const main = await ended;
      const post = await job.post(step, main.state);
      expect(post.exitCode).toBe(0);

      await until('docker login has ended', () => !isRunning(login));
      ping.release();
      expect(filesHolding(job.folder, formsOf(registry))).toEqual([]);
    },
    PATIENCE,
  );
});
