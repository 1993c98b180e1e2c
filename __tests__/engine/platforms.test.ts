/** Images that an engine has, and that say of no machine, or of another one, that they are for it. */
import { expect, it } from '@jest/globals';
import { savedByNewEngine, savedByOldEngine } from '../doubles/archives/saved.ts';
import { sha256 } from '../doubles/registry/digest.ts';
import { buildImage, type Image } from '../doubles/registry/images.ts';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { annotations, imageOutputs, outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { served } from './support/served.ts';
import { PATIENCE } from './support/until.ts';

/** As "crane append" makes one without a base. */
function withoutPlatform(): Image {
  const image = buildImage({ content: unique('content') });
  const { architecture: _, os: __, ...config } = JSON.parse(image.config.bytes.toString());
  const bytes = Buffer.from(JSON.stringify(config));
  const at = { ...image.config, bytes, digest: sha256(bytes), size: bytes.length };
  const manifest = JSON.parse(image.bytes.toString());
  const of = { ...manifest.config, digest: at.digest, size: at.size };
  const document = Buffer.from(JSON.stringify({ ...manifest, config: of }));
  return { ...image, config: at, bytes: document, digest: sha256(document) };
}

describeWithServices('an image of the engine', ({ engines, registries: { plain } }) => {
  const WAYS = ['auto', 'direct'] as const;
  const rows = engines.flatMap((engine) => WAYS.map((way) => ({ engine, way })));

  it.concurrent.each(rows)(
    'whose config names no platform is refused before anything is sent ($engine.name, engine: $way)',
    async ({ engine, way }) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const name = `${unique('app')}:test`;
      const save = engine.name === 'containerd' ? savedByNewEngine : savedByOldEngine;
      await docker.load(save({ image: withoutPlatform(), names: [name] }), name);
      const step = publication({ engine, registry: plain, inputs: { source: name, engine: way } });
      const main = await job.main(step);
      expect([main.exitCode, annotations(main.log, 'error')]).toEqual([
        1,
        [
          {
            title: 'SOURCE_INVALID',
            lines: expect.arrayContaining([
              expect.stringContaining('shows no platform'),
              expect.stringContaining('crane mutate --set-platform'),
            ]),
          },
        ],
      ]);
      expect(imageOutputs(main)).toEqual([]);
      expect(await served(plain, REPOSITORY, step.event.sha)).toBeUndefined();
    },
    PATIENCE,
  );

  // Engines since 27 push the one that they have; those before refuse.
  it.concurrent.each(rows.filter(({ engine }) => engine.buildx !== null))(
    'of which only a foreign platform is there is refused, or published as that ($engine.name, engine: $way)',
    async ({ engine, way }) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      const built = `${unique('app')}:test`;
      await docker.buildIndex(built, ['linux/amd64', 'linux/arm64']);
      const own = await docker.platformOf(built);
      const foreign = own === 'linux/amd64' ? 'linux/arm64' : 'linux/amd64';
      const { image: source = '' } = outputsOf(
        await job.main(publication({ engine, registry: plain, inputs: { source: built } })),
      );
      await docker.run(['image', 'rm', '--force', built]);
      await docker.login(plain);
      await docker.pull(source, { env: { DOCKER_DEFAULT_PLATFORM: foreign } });

      const step = publication({ engine, registry: plain, inputs: { source, engine: way } });
      const main = await job.main(step);
      const shown = await served(plain, REPOSITORY, step.event.sha);
      if (main.exitCode === 0) {
        expect(main.outputs).toMatchObject({ platforms: foreign, digest: shown?.digest });
        expect(annotations(main.log, 'warning').map(({ title }) => title)).toContain('Less than the source');
        return;
      }
      expect(annotations(main.log, 'error')).toEqual([
        {
          title: 'PUSH_FAILED',
          lines: expect.arrayContaining([expect.stringContaining('does not have every platform')]),
        },
      ]);
      expect([shown, imageOutputs(main)]).toEqual([undefined, []]);
    },
    PATIENCE,
  );
});
