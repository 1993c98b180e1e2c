/** What is attached to an image goes with it between servers that others made, with and without the referrers API. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { layout, writeLayout } from '../doubles/archives/layouts.ts';
import { buildImage, buildIndex, type Document, type Image } from '../doubles/registry/images.ts';
import { fallbackTagOf } from '../doubles/registry/referrers.ts';
import { Runner } from '../doubles/runner.ts';
import { describeWithServices, type Registry, type Services } from '../doubles/services.ts';
import { outputsOf, publication, REPOSITORY, unique } from '../engine/support/job.ts';
import { served } from '../engine/support/served.ts';

const NOBODY = { name: 'containerd', host: 'unix:///nonexistent/docker.sock', buildx: null } as const;
/** That of the CUE project has the API, the distribution project's registries have not. */
const WAYS = [
  ['distribution-2', 'cue'],
  ['cue', 'distribution-3'],
  ['distribution-3', 'distribution-3-token'],
  ['apache', 'nginx'],
] as const;
type Name = (typeof WAYS)[number][number];

function at({ servers, registries }: Services, name: Name): Registry {
  return name === 'cue' ? registries.cue : servers[name];
}

const described = ({ mediaType, digest, bytes }: Document) => ({ mediaType, digest, size: bytes.length });

/** An index with two platforms and what is attached to it, new each time: tags of CUE's registry never move. */
function attachedImage() {
  const name = unique('image');
  const index = buildIndex({ contents: [name], attestations: true });
  const about = (subject: Document, artifactType: string): Image =>
    buildImage({ content: `${artifactType} of ${name}`, subject: described(subject), artifactType });
  const sbom = about(index, 'application/spdx+json');
  const ofPlatform = about(index.children[0] as Document, 'application/vnd.example.scan');
  const signature = about(sbom, 'application/vnd.example.signature');
  const files = layout(
    { of: index, annotations: { 'org.opencontainers.image.ref.name': 'v1' } },
    sbom,
    ofPlatform,
    signature,
  );
  return {
    index,
    files,
    pairs: [
      [index, sbom],
      [index.children[0] as Document, ofPlatform],
      [sbom, signature],
    ] as const,
  };
}

/** listedAt asks a registry what is attached to a manifest, with no code of the action. */
async function listedAt(registry: Registry, name: Name, subject: Document): Promise<readonly string[]> {
  if (name === 'cue') {
    const answer = await fetch(`http://${registry.host}/v2/${REPOSITORY}/referrers/${subject.digest}`);
    const { manifests } = (await answer.json()) as { manifests: { digest: string }[] };
    return manifests.map(({ digest }) => digest);
  }
  const list = await served(registry, REPOSITORY, fallbackTagOf(subject));
  return (list?.document.manifests ?? []).map(({ digest }) => digest);
}

describeWithServices('what is attached to an image', (services) => {
  it.concurrent.each(WAYS)('goes with it from %s to %s', async (from, to) => {
    using job = new Runner();
    const { index, files, pairs } = attachedImage();
    const [source, destination] = [at(services, from), at(services, to)];
    const expectAt = async (registry: Registry, name: Name) => {
      expect((await served(registry, REPOSITORY, index.digest))?.digest).toBe(index.digest);
      for (const [subject, attached] of pairs) {
        expect(await listedAt(registry, name, subject)).toEqual([attached.digest]);
        expect((await served(registry, REPOSITORY, attached.digest))?.digest).toBe(attached.digest);
      }
      // Where the registry has a list of its own, no other one is kept.
      if (name === 'cue') expect(await served(registry, REPOSITORY, fallbackTagOf(index))).toBeUndefined();
    };
    writeLayout(job.path('workspace', 'app'), files);
    const inputs = { source: './app:v1' };
    const first = outputsOf(await job.main(publication({ engine: NOBODY, registry: source, inputs })));
    expect(first).toMatchObject({ reason: 'published', digest: index.digest });
    await expectAt(source, from);

    const bundle = job.path('workspace', 'both.pem');
    writeFileSync(
      bundle,
      [source, destination].map(({ ca }) => (ca === null ? '' : readFileSync(ca, 'utf8'))).join('\n'),
    );
    const logins = [source, destination].map(({ host, username, password }) => ({
      registry: host,
      username,
      password,
    }));
    const promote = async () =>
      outputsOf(
        await job.main(
          publication({
            engine: NOBODY,
            registry: { ...destination, username: '', password: '' },
            inputs: {
              source: `docker://${source.host}/${REPOSITORY}@${index.digest}`,
              'registry-auth': JSON.stringify(logins),
              ...(source.ca === null && destination.ca === null ? {} : { 'ca-file': bundle }),
            },
          }),
        ),
      );
    const { results, ...second } = await promote();
    expect(second).toMatchObject({ reason: 'published', digest: index.digest });
    const [{ referrers }] = JSON.parse(results ?? '').destinations;
    expect(referrers.map(({ state }: { state: string }) => state)).toEqual(pairs.map(() => 'copied'));
    await expectAt(destination, to);
    // Nothing is attached twice.
    await promote();
    await expectAt(destination, to);
  });
});
