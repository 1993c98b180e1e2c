import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { Runner, type Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { describeWithServices } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { imageOutputs, leftovers, outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { childrenOf, isRunning } from './support/process-watch.ts';
import { recorded } from './support/recording-proxy.ts';
import { filesHolding, formsOf, holdsOneOf } from './support/secret-traces.ts';
import { served } from './support/served.ts';
import { PATIENCE, until } from './support/until.ts';

const layersOf = (docker: DockerClient, image: string) =>
  docker.succeed(['image', 'inspect', '--format', '{{json .RootFS.Layers}}', image]);

/** Whether the step has had an image saved; it says so. */
const hasSaved = ({ log }: Step) => /^The engine saves /m.test(readLog(log).shown);

/** A docker command for a job that notes how it was called, and with which environment, before it is docker. */
function journalOfDocker(job: Runner) {
  const bin = mkdtempSync(job.path('workspace', 'bin-'));
  const [commands, environments] = [join(bin, 'commands'), join(bin, 'environments')];
  const { PATH = '' } = process.env;
  const note = `printf '%s\\n' "$*" >> '${commands}'; env >> '${environments}'`;
  writeFileSync(join(bin, 'docker'), `#!/bin/sh\n${note}\nPATH='${PATH}' exec docker "$@"\n`, { mode: 0o755 });
  return {
    path: `${bin}${delimiter}${PATH}`,
    get commands(): readonly string[] {
      return readFileSync(commands, 'utf8').trim().split('\n');
    },
    get environments(): string {
      return readFileSync(environments, 'utf8');
    },
  };
}

describeWithServices('an image of the engine, pushed without the engine', ({ engines, registries }) => {
  const pairs = engines.flatMap((engine) =>
    (['gzip', 'zstd'] as const).map((compression) => ({
      engine,
      compression,
      other: engines.find((one) => one !== engine) ?? engine,
    })),
  );

  it.concurrent.each(pairs)(
    'is the tested one, from $engine.name with $compression, and no docker is signed in',
    async ({ engine, compression, other }) => {
      await using docker = new DockerClient(engine);
      await using elsewhere = new DockerClient(other);
      using job = new Runner();
      const registry = registries.tls;
      const source = `${unique('app')}:test`;
      const id = await docker.build(source);
      const config = await docker.configOf(source);
      const names = await docker.names([id]);
      const inputs = { engine: 'direct', source, compression, verify: 'content', 'expected-image-id': config };
      const step = publication({ engine, registry, inputs });

      const journal = journalOfDocker(job);
      const main = await job.main({ ...step, env: { ...step.env, PATH: journal.path } });
      const outputs = outputsOf(main);
      const proof = await served(registry, REPOSITORY, step.event.sha);
      expect(outputs).toMatchObject({ reason: 'published', 'image-id': config, digest: proof?.digest });
      expect(proof?.document.config?.digest).toBe(config);
      expect(hasSaved(main)).toBe(true);

      expect(journal.commands).toContainEqual(expect.stringMatching(/^image save --output \S+ sha256:/));
      expect(journal.commands.filter((command) => !/^(?:info|image inspect|image save)\b/.test(command))).toEqual([]);
      expect(holdsOneOf(journal.environments, formsOf(registry))).toBe(false);
      expect(journal.environments).not.toContain('DOCKER_CONFIG');
      expect([leftovers(job), await docker.names([id])]).toEqual([[], names]);

      await elsewhere.login(registry);
      await elsewhere.pull(outputs.image ?? '');
      expect(await elsewhere.configOf(outputs.image ?? '')).toBe(config);
      expect(await layersOf(elsewhere, outputs.image ?? '')).toBe(await layersOf(docker, source));

      const again = await job.main(step);
      expect(outputsOf(again)).toMatchObject({ reason: 'already-published', digest: proof?.digest });
      expect(hasSaved(again)).toBe(false);
      // Whoever pushes, it is the same image.
      const byEngine = await job.main({ ...step, inputs: { ...step.inputs, engine: 'docker' } });
      expect(outputsOf(byEngine)).toMatchObject({ reason: 'already-published', digest: proof?.digest });
      expect((await job.post(step, main.state)).exitCode).toBe(0);
    },
    PATIENCE,
  );

  it(
    'arrives whole as an index with attestations, under the digest that the engine has',
    async () => {
      const [, containerd] = engines;
      await using docker = new DockerClient(containerd);
      using job = new Runner();
      const [registry, mirror] = [registries.tls, unique('team/mirror')];
      const source = `${unique('app')}:test`;
      const id = await docker.buildIndex(source, ['linux/amd64', 'linux/arm64']);
      const image = `${registry.host}/${REPOSITORY}\n${registry.host}/${mirror}`;
      const inputs = { engine: 'direct', source, image, verify: 'content', 'expected-image-id': id };
      const step = publication({ engine: containerd, registry, inputs });
      const main = await job.main(step);
      expect(outputsOf(main)).toMatchObject({ digest: id, platforms: 'linux/amd64,linux/arm64' });
      for (const repository of [REPOSITORY, mirror]) {
        expect((await served(registry, repository, step.event.sha))?.document.manifests).toHaveLength(4);
      }
      expect(readLog(main.log).shown.match(/^The engine saves /gm)).toHaveLength(1);
      expect(leftovers(job)).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'is the manifest of the one platform that the engine has pulled of an index, and the log says so',
    async () => {
      const [, containerd] = engines;
      using job = new Runner();
      await using docker = new DockerClient(containerd);
      const built = `${unique('app')}:test`;
      await docker.buildIndex(built, ['linux/amd64', 'linux/arm64']);
      const first = publication({ engine: containerd, registry: registries.tls, inputs: { source: built } });
      const { image = '' } = outputsOf(await job.main(first));
      await docker.succeed(['image', 'rm', '--force', built]);
      await docker.login(registries.tls);
      await docker.pull(image);
      const inputs = { engine: 'direct', source: image };
      const step = publication({ engine: containerd, registry: registries.plain, inputs });
      const main = await job.main(step);
      const outputs = outputsOf(main);
      expect(readLog(main.log).shown).toContain(
        `only one platform of the index ${image.slice(image.indexOf('@') + 1)}`,
      );
      expect(outputs.platforms).toBe(await docker.platformOf(image));
      expect((await served(registries.plain, REPOSITORY, step.event.sha))?.digest).toBe(outputs.digest);
    },
    PATIENCE,
  );

  it.concurrent.each(
    engines.flatMap((engine) => (['SIGTERM', 'SIGKILL'] as const).map((signal) => ({ engine, signal }))),
  )(
    'leaves no file behind when $signal ends the step while it is pushed from $engine.name',
    async ({ engine, signal }) => {
      await using docker = new DockerClient(engine);
      await using registry = await recorded(registries.plain);
      using job = new Runner();
      const source = `${unique('app')}:test`;
      await docker.build(source);
      const step = publication({ engine, registry, inputs: { engine: 'direct', source } });
      const upload = registry.hold(({ method, path }) => method !== 'HEAD' && path.includes('/blobs/uploads/'));

      const { child, ended } = job.start('main', step);
      await until('a layer goes up', () => upload.reached);
      const [folder = ''] = job.leftInTemp();
      expect(readdirSync(job.path('temp', folder))).toEqual(['image.tar']);
      expect(filesHolding(job.folder, formsOf(registry))).toEqual([]);
      const children = childrenOf(child.pid ?? 0);
      child.kill(signal);
      const main = await ended;
      upload.release();
      expect(imageOutputs(main)).toEqual([]);
      await until('what the step had started has ended', () => !children.some(isRunning));
      if (signal === 'SIGTERM') expect([main.outputs.reason, leftovers(job)]).toEqual(['CANCELLED', []]);

      const post = await job.post(step, main.state);
      expect(post.exitCode).toBe(0);
      expect(existsSync(job.path('temp', folder, 'image.tar'))).toBe(false);
    },
    PATIENCE,
  );
});
