import { expect, it } from '@jest/globals';
import { Runner, type StepOptions } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { annotations, imageOutputs, leftovers, publication, unique } from './support/job.ts';
import { recorded } from './support/recording-proxy.ts';
import { PATIENCE } from './support/until.ts';

describeWithServices('a run that may not publish', ({ engines, registries }) => {
  it.concurrent.each(engines)(
    'of a feature branch ends well with $name, and neither registry nor login is tried',
    async (engine) => {
      await using docker = new DockerClient(engine);
      await using registry = await recorded(registries.plain);
      using job = new Runner();
      const source = `${unique('app')}:test`;
      const id = await docker.build(source);
      const step = onBranch('feature/x', publication({ engine, registry, inputs: { source } }));

      const main = await job.main(step);
      expect(main.exitCode).toBe(0);
      expect(main.outputs).toMatchObject({ pushed: 'false', reason: 'GATE_REF' });
      expect(imageOutputs(main)).toEqual([]);
      expect(annotations(main.log, 'error')).toEqual([]);
      expect(main.state).toEqual({});
      expect(registry.requests).toEqual([]);
      expect(leftovers(job)).toEqual([]);
      expect(await docker.names([id])).toEqual([`${source} ${id}`]);

      // The same step on the default branch does go there: the registry would have been seen.
      await job.main(onBranch('main', step));
      expect(registry.requests).not.toEqual([]);
    },
    PATIENCE,
  );

  it(
    'of a feature branch needs no engine, no registry and no password',
    async () => {
      using job = new Runner();
      const registry = { host: 'registry.invalid', username: 'ci-bot', password: '' };
      const step = onBranch('feature/x', publication({ engine: engines[0], registry, inputs: {} }));
      const main = await job.main({ ...step, env: { DOCKER_HOST: `unix://${job.path('no.sock')}` } });
      expect([main.exitCode, main.outputs.reason]).toEqual([0, 'GATE_REF']);
      const post = await job.post(step, main.state);
      expect([post.exitCode, leftovers(job)]).toEqual([0, []]);
    },
    PATIENCE,
  );
});

function onBranch(name: string, step: StepOptions): StepOptions {
  return { ...step, event: { ...step.event, ref: `refs/heads/${name}` } };
}
