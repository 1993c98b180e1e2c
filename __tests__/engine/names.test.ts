import { expect, it } from '@jest/globals';
import { startRegistry } from '../doubles/registry/start-registry.ts';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices, type Engine } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { PATIENCE } from './support/until.ts';

describeWithServices('the names of the images in the engine', ({ engines, registries: { plain, tls } }) => {
  it.concurrent.each(engines)(
    'are the same after a push from $name',
    async (engine) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const source = `${unique('app')}:test`;
      const id = await docker.build(source);
      const main = await job.main(publication({ engine, registry: plain, inputs: { source, tags: unique('1.0.0') } }));
      expect(outputsOf(main).pushed).toBe('true');
      expect(await docker.names([id])).toEqual([`${source} ${id}`]);
    },
    PATIENCE,
  );

  it.concurrent.each(engines)(
    'are the same where $name has built the image under the name of the destination',
    async (engine) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const step = publication({ engine, registry: plain, inputs: {} });
      const destination = `${plain.host}/${REPOSITORY}:${step.event.sha}`;
      const id = await docker.build(destination);
      const main = await job.main(step);
      expect(outputsOf(main).pushed).toBe('true');
      expect(await docker.names([id])).toEqual([`${destination} ${id}`]);
    },
    PATIENCE,
  );

  it.concurrent.each(engines)(
    'are the same where another image of $name had the name of the destination',
    async (engine) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const source = `${unique('app')}:test`;
      const step = publication({ engine, registry: plain, inputs: { source } });
      const destination = `${plain.host}/${REPOSITORY}:${step.event.sha}`;
      const ids = [await docker.build(source), await docker.build(destination)];
      const before = await docker.names(ids);
      const main = await job.main(step);
      expect(outputsOf(main).pushed).toBe('true');
      expect(main.outputs['image-id']).toBe(await docker.configOf(source));
      expect(await docker.names(ids)).toEqual(before);
    },
    PATIENCE,
  );

  it.concurrent.each(engines)(
    'are the same where $name has pulled the image by its digest',
    async (engine) => {
      using job = new Runner();
      const image = await publishedElsewhere(engine, job);
      await using docker = new DockerClient(engine);
      await docker.login(tls);
      const id = await docker.pull(image);
      const before = await docker.names([id]);
      const main = await job.main(publication({ engine, registry: plain, inputs: { source: image } }));
      expect(outputsOf(main).pushed).toBe('true');
      expect(await docker.idOf(image)).toBe(id);
      expect(await docker.names([id])).toEqual(before);
    },
    PATIENCE,
  );

  it.concurrent.each(engines)(
    'may be none: $name keeps an image that had none',
    async (engine) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const id = await docker.build();
      const main = await job.main(publication({ engine, registry: plain, inputs: { source: id } }));
      expect(outputsOf(main).pushed).toBe('true');
      expect(await docker.idOf(id)).toBe(id);
    },
    PATIENCE,
  );

  it.concurrent.each(engines)(
    'are the same after a push from $name that failed',
    async (engine) => {
      await using docker = new DockerClient(engine);
      await using registry = await startRegistry({ auth: { kind: 'basic', users: { ci: 'a password' } } });
      using job = new Runner();
      const fault = registry.fault({
        match: { method: 'PUT', kind: 'tag' },
        times: 'always',
        act: { kind: 'refuse', situation: 'denied' },
      });
      const source = `${unique('app')}:test`;
      const id = await docker.build(source);
      const credential = { host: registry.host, username: 'ci', password: 'a password' };
      const main = await job.main(publication({ engine, registry: credential, inputs: { source } }));
      expect([main.exitCode, main.outputs.pushed]).toEqual([1, 'false']);
      expect(fault.played).toBeGreaterThan(0);
      expect(await docker.names([id])).toEqual([`${source} ${id}`]);
    },
    PATIENCE,
  );

  /** An image that another registry has and the engine no longer, by its digest. */
  async function publishedElsewhere(engine: Engine, job: Runner): Promise<string> {
    await using docker = new DockerClient(engine);
    const source = `${unique('app')}:test`;
    await docker.build(source);
    return outputsOf(await job.main(publication({ engine, registry: tls, inputs: { source } }))).image ?? '';
  }
});
