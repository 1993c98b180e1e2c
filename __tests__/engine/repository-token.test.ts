import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices, type Engine } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { imageOutputs, leftovers, outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { PATIENCE } from './support/until.ts';

/** A `docker` before the real one on the PATH, which keeps what configuration a push is given. */
function watchedDocker(job: Runner): { readonly env: { readonly PATH: string }; readonly given: () => string } {
  const folder = job.path('watched');
  const kept = join(folder, 'given.json');
  mkdirSync(folder);
  const script = [
    '#!/bin/sh',
    `PATH='${process.env.PATH}'`,
    `[ "$1 $2" = 'image push' ] && cp "$DOCKER_CONFIG/config.json" '${kept}'`,
    'exec docker "$@"',
  ];
  writeFileSync(join(folder, 'docker'), `${script.join('\n')}\n`, { mode: 0o755 });
  return { env: { PATH: `${folder}${delimiter}${process.env.PATH}` }, given: () => readFileSync(kept, 'utf8') };
}

describeWithServices('a token for one repository', ({ engines, registries: { token } }) => {
  const scoped = (engine: Engine, inputs: Readonly<Record<string, string>>) =>
    publication({ engine, registry: token, inputs: { 'credential-scope': 'repository', ...inputs } });

  it.concurrent.each(engines)(
    'is all that $name needs to publish there, and does nothing anywhere else',
    async (engine) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const source = `${unique('app')}:test`;
      await docker.build(source);
      const watched = watchedDocker(job);
      // The engine is given a token of the administrator's making, and it is for this repository all the same.
      const step = scoped(engine, { source, ...token.admin });
      const published = await job.main({ ...step, env: { ...step.env, ...watched.env } });
      expect(outputsOf(published).image).toContain(`/${REPOSITORY}@sha256:`);
      expect(JSON.parse(outputsOf(published).results ?? '').credentials).toMatchObject([
        { 'engine-was-given': expect.stringMatching(/only pull from and push to this repository, valid for 5 min/) },
      ]);
      expect(leftovers(job)).toEqual([]);

      const config = watched.given();
      expect(Object.values(JSON.parse(config).auths)).toContainEqual({ registrytoken: expect.stringMatching(/^eyJ/) });
      expect(config).not.toContain(token.admin.password);
      expect(config).not.toContain('"auth"');
      const folder = job.path('stolen');
      mkdirSync(folder);
      writeFileSync(join(folder, 'config.json'), config);
      const push = async (repository: string) => {
        const name = `${token.host}/${repository}:${unique('t')}`;
        await docker.succeed(['image', 'tag', source, name]);
        return docker.run(['image', 'push', name], { env: { DOCKER_CONFIG: folder } });
      };
      const denied = await push('team/other');
      expect([denied.exitCode, `${denied.stdout}${denied.stderr}`]).toEqual([
        1,
        expect.stringMatching(/denied|unauthor/i),
      ]);
      expect((await push(REPOSITORY)).exitCode).toBe(0);
    },
    PATIENCE,
  );

  it.concurrent.each(engines)(
    'is enough for $name where the registry has the layers in another repository',
    async (engine) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const elsewhere = `${token.host}/team/${unique('base')}:test`;
      await docker.build(elsewhere);
      await docker.login({ ...token, ...token.admin });
      await docker.succeed(['image', 'push', elsewhere]);
      // Pulled back, so that the engine knows where the layers are and may want to have them mounted from there.
      await docker.succeed(['image', 'rm', elsewhere]);
      await docker.pull(elsewhere);
      const published = await job.main(scoped(engine, { source: elsewhere }));
      expect(outputsOf(published).reason).toBe('published');
      expect(imageOutputs(published)).not.toEqual([]);
    },
    PATIENCE,
  );
});
