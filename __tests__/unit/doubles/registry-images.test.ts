import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { sha256 } from '../../doubles/registry/digest.ts';
import { buildImage, buildIndex } from '../../doubles/registry/images.ts';

describe('a built image', () => {
  test('is what its digests say, layer by layer', () => {
    const image = buildImage({ contents: ['one', 'two'], labels: { a: 'b' }, platform: 'linux/arm/v7' });
    expect(image.layers.map(({ bytes }) => sha256(gunzipSync(bytes)))).toEqual(image.diffIds);
    expect(JSON.parse(image.config.bytes.toString())).toMatchObject({
      architecture: 'arm',
      os: 'linux',
      variant: 'v7',
      config: { Labels: { a: 'b' } },
      rootfs: { type: 'layers', diff_ids: image.diffIds },
    });
    const manifest = JSON.parse(image.bytes.toString());
    expect(manifest.config).toMatchObject({ digest: sha256(image.config.bytes), size: image.config.bytes.length });
    expect(manifest.layers.map(({ digest }: { digest: string }) => digest)).toEqual(
      image.layers.map(({ bytes }) => sha256(bytes)),
    );
  });

  test('has plain layers on request, and other bytes for other content', () => {
    const image = buildImage({ compression: 'none' });
    expect(image.layers.map(({ digest }) => digest)).toEqual(image.diffIds);
    expect(image.layers[0]?.mediaType).toBe('application/vnd.oci.image.layer.v1.tar');
    expect(buildImage({ content: 'other' }).digest).not.toBe(buildImage().digest);
  });
});

describe('a built index', () => {
  test('lists platforms, and for each an attestation on request', () => {
    const index = buildIndex({ platforms: ['linux/amd64', 'linux/s390x'], attestations: true });
    const { manifests } = JSON.parse(index.bytes.toString());
    expect(manifests.map(({ platform }: { platform: object }) => platform)).toEqual([
      { architecture: 'amd64', os: 'linux' },
      { architecture: 's390x', os: 'linux' },
      { architecture: 'unknown', os: 'unknown' },
      { architecture: 'unknown', os: 'unknown' },
    ]);
    expect(manifests[3].annotations).toEqual({
      'vnd.docker.reference.digest': manifests[1].digest,
      'vnd.docker.reference.type': 'attestation-manifest',
    });
    expect(index.children.map(({ bytes }) => sha256(bytes))).toEqual(
      manifests.map(({ digest }: { digest: string }) => digest),
    );
  });
});
