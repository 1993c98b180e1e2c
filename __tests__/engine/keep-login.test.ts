import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices, type Engine } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { leftovers, outputsOf, publication, unique } from './support/job.ts';
import { PATIENCE } from './support/until.ts';

describeWithServices('a login for later steps', ({ engines, registries }) => {
  const cases = engines.flatMap((engine) =>
    (['tls', 'token'] as const).map((name) => ({ engine, name, other: engines.find((one) => one !== engine) })),
  );

  it.concurrent.each(cases)(
    'lets them pull from the registry "$name" what $engine.name has pushed, and nobody after the post step',
    async ({ engine, name, other }) => {
      await using docker = new DockerClient(engine);
      await using later = new DockerClient(other as Engine);
      using job = new Runner();
      const source = `${unique('app')}:test`;
      await docker.build(source);
      // Docker would ask this store, and it is not there.
      const config = JSON.stringify({ auths: { 'ghcr.io': {} }, credsStore: 'no-such-store' }, undefined, '\t');
      const folder = job.path('home', '.docker');
      mkdirSync(folder);
      writeFileSync(`${folder}/config.json`, config);
      const step = publication({ engine, registry: registries[name], inputs: { source, 'keep-login': 'true' } });
      const main = await job.main(step);
      const { image = '', 'image-id': id } = outputsOf(main);

      const users = { env: { HOME: job.path('home'), DOCKER_CONFIG: '' } };
      await later.pull(image, users);
      expect(await later.configOf(image)).toBe(id);
      await later.succeed(['image', 'rm', '--force', image]);

      await job.post(step, main.state);
      const refused = await later.run(['image', 'pull', image], users);
      expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringMatching(/no basic auth|denied|unauthor/i)]);
      expect(readFileSync(`${folder}/config.json`, 'utf8')).toBe(config);
      expect(leftovers(job)).toEqual(['.docker', '.docker/config.json']);
    },
    PATIENCE,
  );
});
