import { expect, it } from '@jest/globals';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { annotations, imageOutputs, outputsOf, publication, REPOSITORY, unique } from './support/job.ts';
import { type Manifest, served } from './support/served.ts';
import { PATIENCE } from './support/until.ts';

const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';

describeWithServices('publishing an index that buildx made', ({ engines: [graphDriver, containerd], registries }) => {
  // The engine's own platform is amd64 or arm64, so in one of these rows it is not the first.
  it.concurrent.each([
    { platforms: ['linux/amd64', 'linux/arm64'], name: 'tls' },
    { platforms: ['linux/arm64', 'linux/amd64'], name: 'token' },
    { platforms: ['linux/amd64', 'linux/arm64'], name: 'other-make' },
    { platforms: ['linux/amd64'], name: 'plain' },
    { platforms: ['linux/arm64'], name: 'plain' },
  ] as const)(
    'of $platforms works to the registry "$name"',
    async ({ platforms, name }) => {
      await using docker = new DockerClient(containerd);
      using job = new Runner();
      const registry = registries[name];
      const source = `${unique('app')}:test`;
      const built = await docker.buildIndex(source, platforms);
      const tag = unique('1.0.0');
      const step = publication({ engine: containerd, registry, inputs: { source, tags: tag, verify: 'content' } });

      const main = await job.main(step);
      const outputs = outputsOf(main);
      const proof = await served(registry, REPOSITORY, step.event.sha);
      const images = imagesOf(proof?.document);
      const [first] = images;
      const firstImage = await served(registry, REPOSITORY, first?.digest ?? '');
      expect(outputs).toMatchObject({
        digest: proof?.digest,
        'media-type': OCI_INDEX,
        platforms: platforms.join(','),
        'image-id': firstImage?.document.config?.digest,
      });
      expect(proof).toMatchObject({ digest: built, mediaType: OCI_INDEX });
      expect(images.map(({ platform }) => `${platform?.os}/${platform?.architecture}`)).toEqual(platforms);
      // For each platform an image and an attestation of it.
      expect(proof?.document.manifests).toHaveLength(2 * platforms.length);
      for (const { digest } of proof?.document.manifests ?? []) {
        expect((await served(registry, REPOSITORY, digest))?.digest).toBe(digest);
      }
      expect((await served(registry, REPOSITORY, tag))?.digest).toBe(built);

      const again = await job.main(step);
      expect(outputsOf(again)).toMatchObject({ reason: 'already-published', digest: built });
    },
    PATIENCE,
  );

  it(
    'gives an engine without indexes the one image that is for its platform',
    async () => {
      await using elsewhere = new DockerClient(graphDriver);
      using job = new Runner();
      const image = await publishedIndex(job);
      await elsewhere.login(registries.tls);
      await elsewhere.pull(image);
      const ownPlatform = await elsewhere.platformOf(image);
      const index = await served(registries.tls, REPOSITORY, image.slice(image.indexOf('@') + 1));
      const own = imagesOf(index?.document).find(
        ({ platform }) => `${platform?.os}/${platform?.architecture}` === ownPlatform,
      );
      const ownImage = await served(registries.tls, REPOSITORY, own?.digest ?? '');
      expect(await elsewhere.configOf(image)).toBe(ownImage?.document.config?.digest);

      // Published again from there it is another document, but the same image.
      const onward = publication({
        engine: graphDriver,
        registry: registries.tls,
        inputs: { source: image },
      });
      const single = outputsOf(await job.main(onward));
      expect(single).toMatchObject({
        pushed: 'true',
        platforms: ownPlatform,
        'image-id': ownImage?.document.config?.digest,
      });
    },
    PATIENCE,
  );

  // Engines since 27 push what they have of it; those before refuse.
  it(
    'says what is missing, or lost, where the engine has pulled one platform of several',
    async () => {
      using job = new Runner();
      const image = await publishedIndex(job);
      await using docker = new DockerClient(containerd);
      await docker.login(registries.tls);
      await docker.pull(image);
      const step = publication({ engine: containerd, registry: registries.plain, inputs: { source: image } });

      const main = await job.main(step);
      if (main.exitCode === 0) {
        const shown = await served(registries.plain, REPOSITORY, step.event.sha);
        const [of, digest = ''] = [
          (await served(registries.tls, REPOSITORY, image.slice(image.indexOf('@') + 1)))?.document,
          shown?.digest,
        ];
        const lost = (of?.manifests ?? []).filter((each) => each.digest !== digest);
        expect([outputsOf(main).digest, lost.length]).toEqual([digest, 3]);
        const [warning] = annotations(main.log, 'warning');
        expect(warning?.title).toBe('Less than the source');
        for (const each of lost) expect(warning?.lines.join()).toContain(each.digest);
        return;
      }
      expect([main.exitCode, main.outputs.reason]).toEqual([1, 'PUSH_FAILED']);
      expect(annotations(main.log, 'error')).toEqual([
        { title: 'PUSH_FAILED', lines: [expect.stringContaining('missing'), expect.stringMatching(/platform/)] },
      ]);
      expect(imageOutputs(main)).toEqual([]);
      expect(await served(registries.plain, REPOSITORY, step.event.sha)).toBeUndefined();
    },
    PATIENCE,
  );

  /** An index of two platforms that a registry has and the engine no longer, by its digest. */
  async function publishedIndex(job: Runner): Promise<string> {
    await using docker = new DockerClient(containerd);
    const source = `${unique('app')}:test`;
    await docker.buildIndex(source, ['linux/amd64', 'linux/arm64']);
    const step = publication({ engine: containerd, registry: registries.tls, inputs: { source } });
    return outputsOf(await job.main(step)).image ?? '';
  }
});

/** The children of an index that can run, without the attestations beside them. */
function imagesOf(document: Manifest | undefined): NonNullable<Manifest['manifests']> {
  return (document?.manifests ?? []).filter(({ platform }) => platform?.os !== 'unknown');
}
