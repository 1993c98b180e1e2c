/** What is said of files that are no image as one is read: each kind in its own words, and of damage alone that it is damage. */
import { describe, expect, it } from '@jest/globals';
import { artifactOf } from '../../../src/image/artifacts.ts';
import { blobPath, changed, layout, ociArchive } from '../../doubles/archives/layouts.ts';
import { tar } from '../../doubles/archives/tar.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import { buildImage, buildIndex, type Image } from '../../doubles/registry/images.ts';
import { open, refusal } from './opened.ts';

const image = buildImage({ content: 'words' });
const whole = ociArchive(layout(image));
const layer = image.layers[0]?.digest ?? '';

function withConfigOf(mediaType: string): Image {
  const document = JSON.parse(`${image.bytes}`);
  const bytes = Buffer.from(JSON.stringify({ ...document, config: { ...document.config, mediaType } }));
  return { ...image, bytes, digest: sha256(bytes) };
}

/** An index that leads to the layers of an image and its cache config, as BuildKit writes it by default. */
function cacheIndex(): Image {
  const parts = [...image.layers, { ...image.config, mediaType: 'application/vnd.buildkit.cacheconfig.v0' }];
  const manifests = parts.map(({ mediaType, digest, size }) => ({ mediaType, digest, size }));
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests }));
  return { ...image, bytes, mediaType, digest: sha256(bytes) };
}

/** As "crane append" makes one without a base. */
function withoutPlatform(): Image {
  const { architecture: _, os: __, ...config } = JSON.parse(image.config.bytes.toString());
  const bytes = Buffer.from(JSON.stringify(config));
  const at = { ...image.config, bytes, digest: sha256(bytes), size: bytes.length };
  const manifest = JSON.parse(image.bytes.toString());
  const document = Buffer.from(
    JSON.stringify({ ...manifest, config: { ...manifest.config, digest: at.digest, size: at.size } }),
  );
  return { ...image, config: at, bytes: document, digest: sha256(document) };
}

/** An index that says of its image that it is for another machine than the config does. */
function saysAnotherPlatform() {
  const index = buildIndex({ platforms: ['linux/amd64'] });
  const bytes = Buffer.from(`${index.bytes}`.replace('"amd64"', '"arm64"'));
  return layout({ ...index, bytes, digest: sha256(bytes) });
}

describe('what is no image', () => {
  it.each([
    ['a Helm chart', layout(withConfigOf('application/vnd.cncf.helm.config.v1+json')), 'a Helm chart', 'helm push'],
    ['a wasm artifact', layout(withConfigOf('application/vnd.wasm.config.v0+json')), 'WebAssembly', 'wasi/wasm'],
    [
      'a cache in a manifest',
      layout(withConfigOf('application/vnd.buildkit.cacheconfig.v0')),
      'a build cache',
      'cache-to',
    ],
    ['a cache in an index', layout(cacheIndex()), 'a build cache', 'cache-to'],
    ['another artifact', layout(withConfigOf('application/x.y+json')), '"application/x.y+json"', 'oras'],
    ['a zip', Buffer.from('PK\x03\x04 and more of it'), 'a zip archive', 'download-artifact'],
    ['a text', Buffer.from('no archive at all'), 'is not a tar archive', 'no text, page or log'],
    ['a page', Buffer.from('<html>'.repeat(500)), 'is not a tar archive', 'no text, page or log'],
    ['an image for no machine', layout(withoutPlatform()), 'names no platform', 'crane mutate --set-platform'],
    ['an empty file', Buffer.alloc(0), 'it is empty', 'step that should have written it'],
    [
      'a platform that two places name differently',
      saysAnotherPlatform(),
      'linux/arm64, its config linux/amd64',
      '--no-cache',
    ],
    [
      'an archive of sources',
      tar([{ name: 'main.go', content: 'package main' }]),
      'it has no oci-layout',
      'OCI layout',
    ],
    [
      'a layout of another version',
      changed(layout(image), 'oci-layout', '{"imageLayoutVersion":"2.0.0"}'),
      'no known version',
      'wrote it wrongly',
    ],
  ])('has its own words: %s', async (_name, content, message, hint) => {
    const error = await refusal(open(content));
    expect(error.code).toBe('SOURCE_INVALID');
    expect(error.message).toContain(message);
    expect(error.hint).toContain(hint);
    expect(error.hint).not.toContain('checksums');
  });

  it('may be whole, as an index with two images for one platform is: that is no damage', async () => {
    const twice = buildIndex({ platforms: ['linux/amd64'] });
    const other = buildIndex({ platforms: ['linux/amd64'], content: 'other' });
    const [one, two] = [twice, other].map(({ bytes }) => JSON.parse(`${bytes}`).manifests[0]);
    const bytes = Buffer.from(`${twice.bytes}`.replace(JSON.stringify([one]), JSON.stringify([one, two])));
    const error = await refusal(
      open(layout({ ...twice, bytes, digest: sha256(bytes), children: [...twice.children, ...other.children] })),
    );
    expect(error.message).toContain('it has two images for linux/amd64');
    expect(error.hint).toContain('wrote it wrongly');
  });

  it('is named by its type where nobody knows it', () => {
    expect(artifactOf('a/b').what).toContain('"a/b"');
  });
});

describe('damage', () => {
  it.each([
    ['an archive that is cut off', whole.subarray(0, whole.length - 2000)],
    ['a header that was changed', Buffer.from(whole).fill('x', 600, 610)],
    [
      'a config that was changed',
      changed(layout(image), blobPath(image.config.digest), Buffer.alloc(image.config.size)),
    ],
    ['a layer of another size', changed(layout(image), blobPath(layer), 'short')],
  ])('is told as that: %s', async (_name, content) => {
    expect((await refusal(open(content))).hint).toContain('compare checksums');
  });
});
