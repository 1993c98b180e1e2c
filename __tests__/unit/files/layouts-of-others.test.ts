/** What other tools write beside images, or in another shape than ours: apko, oras, regctl, cosign, Podman, gzip. */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { lossLines } from '../../../src/image/tested.ts';
import { collectReferrers } from '../../../src/referrers/collect.ts';
import { blobPath, changed, type FileTree, layout, type Named, ociArchive } from '../../doubles/archives/layouts.ts';
import { savedByOldEngine, savedBySkopeo } from '../../doubles/archives/saved.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import { buildImage, buildIndex, type Image } from '../../doubles/registry/images.ts';
import { fallbackTagOf, listOf } from '../../doubles/registry/referrers.ts';
import { contentOf, open, openFiles, refusal } from './opened.ts';

const REF = 'org.opencontainers.image.ref.name';
const image = buildImage({ content: 'one' });
const other = buildImage({ content: 'other' });
const index = buildIndex({ contents: ['a', 'b'] });
const [amd64, arm64] = index.children as readonly [Image, Image];
const subject = { mediaType: image.mediaType, digest: image.digest, size: image.bytes.length };
const sbom = buildImage({ content: 'sbom', subject, artifactType: 'application/spdx+json' });

/** An artifact: a manifest with a config and layers of its own types. */
function artifact(config: string, layer: string): Image {
  const made = buildImage({ content: `${config} ${layer}` });
  const document = JSON.parse(`${made.bytes}`);
  const layers = document.layers.map((each: object) => ({ ...each, mediaType: layer }));
  const bytes = Buffer.from(JSON.stringify({ ...document, config: { ...document.config, mediaType: config }, layers }));
  return { ...made, bytes, digest: sha256(bytes) };
}
const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json';
const signature = artifact(OCI_CONFIG, 'application/vnd.dev.cosign.simplesigning.v1+json');
const chart = artifact(
  'application/vnd.cncf.helm.config.v1+json',
  'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
);
const named = (of: Named['of'], name = 'v1'): Named => ({ of, annotations: { [REF]: name } });

describe('an index.json that is the image’s own index, as apko writes it', () => {
  const own = (bytes = index.bytes): FileTree => changed(layout(index), 'index.json', bytes);

  it.each([
    ['without a choice', ''],
    ['by its digest', `@${index.digest}`],
  ])('is published with its bytes and its digest %s', async (_name, suffix) => {
    const file = await open(changed(own(), blobPath(index.digest), undefined), suffix);
    expect(file).toMatchObject({ kind: 'packed', image: { root: { digest: index.digest, kind: 'index' } } });
    expect(file.tested.platforms.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
    expect((await contentOf(file)).get(index.digest)).toBe(index.digest);
    await file.close();
  });

  it('may be one platform of it, by its digest', async () => {
    const file = await open(own(), `@${arm64.digest}`);
    expect(file.tested.root).toBe(arm64.digest);
    await file.close();
  });

  const entries = (change: (entry: Record<string, unknown>, at: number) => object): Buffer => {
    const { manifests, ...rest } = JSON.parse(`${index.bytes}`);
    return Buffer.from(JSON.stringify({ ...rest, manifests: manifests.map(change) }));
  };
  it.each([
    ['names its entries', entries((entry, at) => ({ ...entry, annotations: { [REF]: `v${at}` } }))],
    ['says of none for which platform it is', entries(({ platform, ...entry }) => entry)],
    [
      'says of all that they are for one platform',
      entries((entry) => ({ ...entry, platform: { os: 'linux', architecture: 'amd64' } })),
    ],
    [
      'says too little to be put on a registry',
      Buffer.from(JSON.stringify({ manifests: JSON.parse(`${index.bytes}`).manifests })),
    ],
  ])('is a list to choose from where it %s', async (_name, bytes) => {
    const error = await refusal(open(own(bytes)));
    expect(error.message).toContain('it holds several images');
    expect(error.hint).toContain('Name one as');
  });
});

describe('what is no choice', () => {
  const child = (at: Image): Named => ({ of: at });
  it.each<readonly [string, FileTree, string]>([
    ['the children of an index, as oras lists them', layout(child(amd64), child(arm64), named(index)), index.digest],
    ['what has a subject', layout(named(image), sbom), image.digest],
    ['what has another config than an image', layout(named(image), chart), image.digest],
    ['a signature of cosign, with the config of an image', layout({ of: image }, signature), image.digest],
  ])('is %s', async (_name, files, digest) => {
    const file = await open(files);
    expect(file.tested.root).toBe(digest);
    await file.close();
  });

  it('is named in what is said of the loss, unless it is a part of the image', async () => {
    const file = await open(layout(named(image), sbom, chart));
    expect(lossLines(file.tested).join()).toContain(`"application/vnd.cncf.helm.config.v1+json" (${chart.digest})`);
    // What is attached to the image goes with it.
    expect(lossLines(file.tested).join()).not.toContain(sbom.digest);
    await file.close();
    const whole = await open(layout(child(amd64), child(arm64), named(index)));
    expect(lossLines(whole.tested)).toEqual([]);
    await whole.close();
  });

  it('is named where a choice is needed', async () => {
    const error = await refusal(open(layout(named(image, 'v1'), named(other, 'v2'), sbom)));
    expect(error.message).toContain('it holds several images');
    expect(error.hint).toMatch(/"v1", "v2"\. .*No choice is .*application\/spdx/);
    expect(error.hint).not.toContain(`"v2", ${sbom.digest}`);
  });

  it('is named where there is no image', async () => {
    const error = await refusal(open(layout(chart, signature)));
    expect(error.message).toContain('it holds no image, but ');
    expect(error.message).toContain(chart.digest);
    expect(error.message).toContain('helm');
  });

  it('keeps an entry that cannot be read, so that it is told of', async () => {
    const error = await refusal(open(changed(layout(named(image), other), blobPath(other.digest), undefined)));
    expect(error.message).toContain('it holds several images');
  });
});

describe('what is attached to an image in a layout', () => {
  const attachments = async (files: FileTree) => {
    const file = await open(files);
    try {
      if (file.kind !== 'packed' || file.attached === undefined) throw new Error('a layout has manifests');
      const found = await collectReferrers(file.attached);
      return found.map(({ manifest, subject: of, type }) => ({ digest: manifest.digest, of, type }));
    } finally {
      await file.close();
    }
  };
  const spdx = { digest: sbom.digest, of: image.digest, type: 'application/spdx+json' };
  const subjectOf = ({ mediaType, digest, bytes }: Image) => ({ mediaType, digest, size: bytes.length });
  const signed = buildImage({ content: 'signed', subject: subjectOf(sbom), artifactType: 'application/signature' });
  const list = listOf([sbom]);

  it('is what it lists with the image as the subject, and what is attached to that, as oras writes it', async () => {
    expect(await attachments(layout(named(image), sbom, signed))).toEqual([
      spdx,
      { digest: signed.digest, of: sbom.digest, type: 'application/signature' },
    ]);
  });

  it('is what a list under the fallback tag names, as regctl writes it', async () => {
    const files = layout(named(image), {
      of: { ...list, children: [sbom] },
      annotations: { [REF]: fallbackTagOf(image) },
    });
    expect(await attachments(files)).toEqual([spdx]);
  });

  it('is what has a tag of cosign', async () => {
    const files = layout(named(image), named(signature, `${fallbackTagOf(image)}.sig`));
    expect(await attachments(files)).toEqual([{ digest: signature.digest, of: image.digest, type: "cosign's .sig" }]);
  });

  it('is not what is attached to another one', async () => {
    const elsewhere = buildImage({ content: 'x', subject: subjectOf(other), artifactType: 'application/spdx+json' });
    expect(await attachments(layout(named(image), elsewhere, chart))).toEqual([]);
  });

  it('is refused where a list says so of what is attached to another one', async () => {
    const elsewhere = buildImage({ content: 'x', subject: subjectOf(other), artifactType: 'application/spdx+json' });
    const of = { ...listOf([elsewhere]), children: [elsewhere] };
    const files = layout(named(image), { of, annotations: { [REF]: fallbackTagOf(image) } });
    await expect(attachments(files)).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining(elsewhere.digest),
      hint: expect.stringContaining('referrers: leave'),
    });
  });
});

describe('a folder of the dir: transport', () => {
  const dirOf = (of: Image | typeof index): FileTree => {
    const parts = 'children' in of ? of.children : [of];
    return new Map([
      ['version', Buffer.from('Directory Transport Version: 1.1\n')],
      ['manifest.json', of.bytes],
      ...('children' in of
        ? parts.map(({ digest, bytes }) => [`${digest.slice(7)}.manifest.json`, bytes] as const)
        : []),
      ...parts.flatMap(({ config, layers }) =>
        [config, ...layers].map(({ digest, bytes }) => [digest.slice(7), bytes] as const),
      ),
    ]);
  };

  it.each([
    ['an image', image, undefined],
    ['an image, said to be one', image, 'dir'],
    ['an image of Docker’s types', buildImage({ format: 'docker' }), 'dir'],
    ['an index', index, 'dir'],
  ] as const)('is read: %s', async (_name, of, form) => {
    const file = await open(dirOf(of), '', form);
    expect(file).toMatchObject({ kind: 'packed', image: { root: { digest: of.digest } } });
    for (const [digest, found] of await contentOf(file)) expect(found).toBe(digest);
    await file.close();
  });

  it('is refused where a layer was changed or is not there', async () => {
    const layer = image.layers[0]?.digest.slice(7) ?? '';
    expect((await refusal(open(changed(dirOf(image), layer, undefined)))).message).toContain(layer);
    const file = await open(changed(dirOf(image), layer, Buffer.alloc(image.layers[0]?.size ?? 0)));
    await expect(contentOf(file)).rejects.toMatchObject({ code: 'SOURCE_INVALID' });
    await file.close();
  });

  it.each([
    ['dir', layout(image), 'it has no "version"'],
    ['oci', dirOf(image), 'it has no oci-layout'],
    ['dir', ociArchive(layout(image)), 'it is not a folder'],
  ] as const)('is not what is said to be another thing: %s:', async (form, content, message) => {
    expect((await refusal(open(content, '', form))).message).toContain(message);
  });
});

describe('an archive that is compressed as a whole', () => {
  /** What of our own has a name in the temporary folder; folders there are other tests', and the demo leaves a file. */
  const ofOurs = () =>
    readdirSync(process.env.RUNNER_TEMP || tmpdir(), { withFileTypes: true })
      .filter((at) => at.isFile() && at.name.startsWith('verified-image-push-'))
      .map(({ name }) => name);
  const before = ofOurs();
  const namedFiles = () => ofOurs().filter((name) => !before.includes(name));

  const archive = ociArchive(layout(image));
  it.each([
    ['gzip', gzipSync(archive)],
    ['gzip in two members', Buffer.concat([gzipSync(archive.subarray(0, 700)), gzipSync(archive.subarray(700))])],
    ['Zstandard', zstdCompressSync(archive)],
    [
      'Zstandard in two frames',
      Buffer.concat([zstdCompressSync(archive.subarray(0, 700)), zstdCompressSync(archive.subarray(700))]),
    ],
  ])('is decompressed: %s, and leaves no file behind', async (_name, bytes) => {
    const file = await open(bytes);
    expect(file.tested.root).toBe(image.digest);
    for (const [digest, found] of await contentOf(file)) expect(found).toBe(digest);
    expect(namedFiles()).toEqual([]);
    await file.close();
    expect(openFiles()).toBe(0);
  });

  it('may be what docker save writes', async () => {
    const file = await open(gzipSync(savedByOldEngine({ image, names: ['app:1'] })), ':app:1');
    expect(file).toMatchObject({ kind: 'unpacked', tested: { id: image.config.digest } });
    await file.close();
  });

  it.each([
    ['cut off', gzipSync(archive).subarray(0, 600)],
    ['changed', Buffer.from(gzipSync(archive)).fill(0, 300, 330)],
    ['no archive inside', gzipSync(Buffer.from('hello'))],
    ['Zstandard that is cut off', zstdCompressSync(archive).subarray(0, 600)],
  ])('is refused where it is %s, and nothing stays open', async (_name, bytes) => {
    expect((await refusal(open(bytes))).code).toBe('SOURCE_INVALID');
    expect(openFiles()).toBe(0);
  });
});

it('a short name finds what Podman calls localhost/…', async () => {
  const archive = savedBySkopeo({ image, names: ['localhost/app:1'] });
  const two = savedByOldEngine(
    { image, names: ['localhost/app:1'] },
    { image: other, names: ['docker.io/library/app:2'] },
  );
  for (const content of [archive, two]) {
    const file = await open(content, ':app:1');
    expect(file.tested.id).toBe(image.config.digest);
    await file.close();
  }
});
