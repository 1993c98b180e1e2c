import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { sha256 } from '../doubles/registry/digest.ts';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices, type Engine } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { annotations, imageOutputs, outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { served } from './support/served.ts';
import { PATIENCE } from './support/until.ts';

const run = promisify(execFile);

/** An engine that is not there: what is published from a file needs none. */
const NO_ENGINE: Engine = { name: 'graph-driver', host: 'unix:///nonexistent/docker.sock', buildx: null };

const FORMS = ['docker save', 'oci', 'oci-archive', 'docker-archive'] as const;
type Form = (typeof FORMS)[number];

/** A folder that is gone after the test. */
function temporary(): { readonly path: string } & AsyncDisposable {
  const path = mkdtempSync(join(tmpdir(), 'saved-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Saves an image of the engine, as it is or by way of skopeo, and returns the text that names it as a source. */
async function save(docker: DockerClient, image: string, form: Form, folder: string): Promise<string> {
  const saved = join(folder, 'saved.tar');
  await docker.succeed(['image', 'save', '--output', saved, image]);
  if (form === 'docker save') return saved;
  const copy = join(folder, 'copy');
  await run('skopeo', ['--insecure-policy', 'copy', `docker-archive:${saved}`, `${form}:${copy}:app:copied`]);
  return `${form}:${copy}:app:copied`;
}

/** The digest of the config of an OCI image, as skopeo reads it. */
async function configIn(source: string): Promise<string> {
  const { stdout } = await run('skopeo', ['inspect', '--config', '--raw', source], { encoding: 'buffer' });
  return sha256(stdout);
}

async function layersOf(docker: DockerClient, image: string): Promise<string> {
  return docker.succeed(['image', 'inspect', '--format', '{{json .RootFS.Layers}}', image]);
}

describeWithServices('publishing a file that a real program has written', ({ engines, registries }) => {
  const rows = engines.flatMap((engine) =>
    FORMS.map((form, at) => ({
      engine,
      form,
      name: (['plain', 'tls', 'token', 'other-make'] as const)[at] ?? 'plain',
    })),
  );

  it.concurrent.each(rows)(
    'works for $form of $engine.name, without an engine, to the registry "$name"',
    async ({ engine, form, name }) => {
      await using docker = new DockerClient(engine);
      const other = engines.find((one) => one !== engine) ?? engine;
      await using elsewhere = new DockerClient(other);
      await using folder = temporary();
      using job = new Runner();
      const registry = registries[name];
      const image = `${unique('app')}:test`;
      const id = await docker.build(image);
      const source = await save(docker, image, form, folder.path);
      // Skopeo writes the config anew where it makes an OCI image of a saved one; the layers stay.
      const config = form.startsWith('oci') ? await configIn(source) : await docker.configOf(image);
      const inputs = { source, verify: 'content', 'expected-image-id': form === 'docker save' ? id : config };
      const step = publication({ engine: NO_ENGINE, registry, inputs });

      const outputs = outputsOf(await job.main(step));
      const proof = await served(registry, REPOSITORY, step.event.sha);
      expect(outputs).toMatchObject({ reason: 'published', 'image-id': config, digest: proof?.digest });
      expect(proof?.document.config?.digest).toBe(config);
      if (form === 'oci') {
        const layout = JSON.parse(readFileSync(join(folder.path, 'copy', 'index.json'), 'utf8'));
        expect(outputs.digest).toBe(layout.manifests[0].digest);
      }

      await elsewhere.login(registry);
      await elsewhere.pull(outputs.image ?? '');
      expect(await elsewhere.configOf(outputs.image ?? '')).toBe(config);
      expect(await layersOf(elsewhere, outputs.image ?? '')).toBe(await layersOf(docker, image));

      const again = await job.main(step);
      expect(outputsOf(again)).toMatchObject({ reason: 'already-published', digest: proof?.digest });
    },
    PATIENCE,
  );

  it(
    'works for an index with attestations that an engine has saved: its digest is the engine’s',
    async () => {
      const [, containerd] = engines;
      await using docker = new DockerClient(containerd);
      await using folder = temporary();
      using job = new Runner();
      const registry = registries.tls;
      const image = `${unique('app')}:test`;
      const id = await docker.buildIndex(image, ['linux/amd64', 'linux/arm64']);
      const source = await save(docker, image, 'docker save', folder.path);
      const inputs = { source, verify: 'content', 'expected-image-id': id };
      const outputs = outputsOf(await job.main(publication({ engine: NO_ENGINE, registry, inputs })));
      expect(outputs).toMatchObject({ digest: id, platforms: 'linux/amd64,linux/arm64' });
      expect((await served(registry, REPOSITORY, id))?.document.manifests).toHaveLength(4);
    },
    PATIENCE,
  );

  it(
    'asks which image is meant where there are several, and takes the one that is named',
    async () => {
      const [engine] = engines;
      await using docker = new DockerClient(engine);
      await using folder = temporary();
      using job = new Runner();
      const registry = registries.plain;
      const names = [unique('app'), unique('app')].map((name) => `${name}:test`);
      for (const name of names) await docker.build(name);
      const path = join(folder.path, 'saved.tar');
      await docker.succeed(['image', 'save', '--output', path, ...names]);

      const unclear = await job.main(publication({ engine: NO_ENGINE, registry, inputs: { source: path } }));
      expect(unclear.exitCode).toBe(1);
      expect(imageOutputs(unclear)).toEqual([]);
      const [error] = annotations(unclear.log, 'error');
      expect(error?.title).toBe('SOURCE_INVALID');
      for (const name of names) expect(error?.lines.join(' ')).toContain(name);

      const clear = publication({ engine: NO_ENGINE, registry, inputs: { source: `${path}:${names[1]}` } });
      expect(outputsOf(await job.main(clear))['image-id']).toBe(await docker.configOf(names[1] ?? ''));
    },
    PATIENCE,
  );
});
