import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../../src/image/config.ts';
import { ManifestProblem } from '../../../src/image/document.ts';
import { type Manifest, parseManifest } from '../../../src/image/manifest.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import { buildImage, buildIndex } from '../../doubles/registry/images.ts';

const REVISION = 'org.opencontainers.image.revision';
const OCI = 'application/vnd.oci.image.manifest.v1+json';
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const DOCKER = 'application/vnd.docker.distribution.manifest.v2+json';
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';

const hex = (digit: string) => `sha256:${digit.repeat(64)}`;
const config = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: hex('c'), size: 7 };
const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: hex('a'), size: 11 };
const manifest = { schemaVersion: 2, config, layers: [layer] };
const child = { mediaType: OCI, digest: hex('d'), size: 13, platform: { os: 'linux', architecture: 'amd64' } };
const index = { schemaVersion: 2, manifests: [child] };

const parse = (value: unknown, contentType = OCI): Manifest =>
  parseManifest(Buffer.from(JSON.stringify(value)), contentType);

describe('parseManifest', () => {
  it.each([OCI, DOCKER])('reads an image manifest of type %s', (mediaType) => {
    const bytes = Buffer.from(JSON.stringify({ ...manifest, mediaType }));
    expect(parseManifest(bytes, mediaType)).toEqual({
      kind: 'manifest',
      bytes,
      digest: sha256(bytes),
      mediaType,
      config,
      layers: [layer],
    });
  });

  it.each([OCI_INDEX, DOCKER_LIST])('reads an index of type %s', (mediaType) => {
    const bytes = Buffer.from(JSON.stringify({ ...index, mediaType }));
    expect(parseManifest(bytes, mediaType)).toEqual({
      kind: 'index',
      bytes,
      digest: sha256(bytes),
      mediaType,
      children: [{ mediaType: OCI, digest: hex('d'), size: 13, platform: 'linux/amd64', isAttestation: false }],
    });
  });

  it.each([
    [`${OCI}; charset=utf-8`],
    [` ${OCI} `],
    ['Application/vnd.OCI.image.manifest.v1+JSON'],
    [`${OCI};charset="utf-8";x=y`],
  ])('reads the content type "%s" as HTTP means it', (contentType) => {
    expect(parse(manifest, contentType)).toMatchObject({ kind: 'manifest', mediaType: OCI });
  });

  it('takes an image without layers', () => {
    expect(parse({ ...manifest, layers: [] })).toMatchObject({ layers: [] });
  });

  it('keeps the order of layers and children', () => {
    const layers = ['3', '1', '2'].map((digit) => ({ ...layer, digest: hex(digit) }));
    const read = parse({ ...manifest, layers });
    expect(read.kind === 'manifest' && read.layers.map(({ digest }) => digest)).toEqual([hex('3'), hex('1'), hex('2')]);
    const manifests = ['9', '7', '8'].map((digit) => ({ ...child, digest: hex(digit) }));
    const list = parse({ ...index, manifests }, OCI_INDEX);
    expect(list.kind === 'index' && list.children.map(({ digest }) => digest)).toEqual([hex('9'), hex('7'), hex('8')]);
  });

  it('knows an attestation by the annotation that BuildKit puts on it', () => {
    const { bytes, mediaType } = buildIndex({ attestations: true });
    const read = parseManifest(bytes, mediaType);
    const seen =
      read.kind === 'index' ? read.children.map(({ platform, isAttestation }) => [platform, isAttestation]) : [];
    expect(seen).toEqual([
      ['linux/amd64', false],
      ['linux/arm64', false],
      [undefined, true],
      [undefined, true],
    ]);
  });

  it('ignores what it does not know', () => {
    const more = { artifactType: 'x/y', subject: child, annotations: { a: 'b' }, 'vnd.example': [1] };
    expect(parse({ ...manifest, ...more })).toMatchObject({ kind: 'manifest', config });
  });

  it('hashes the bytes as they are, not as they would be written anew', () => {
    const spaced = Buffer.from(JSON.stringify(manifest, undefined, 3));
    expect(parseManifest(spaced, OCI).digest).toBe(sha256(spaced));
    expect(parseManifest(spaced, OCI).digest).not.toBe(parse(manifest).digest);
  });
});

describe('parseConfig', () => {
  it('reads what is compared', () => {
    const image = buildImage({ contents: ['one', 'two'], platform: 'linux/arm/v7', labels: { [REVISION]: 'abc' } });
    expect(parseConfig(image.config.bytes)).toEqual({
      diffIds: image.diffIds,
      platform: 'linux/arm/v7',
      created: '2026-01-01T00:00:00Z',
      runConfig: '{"Cmd":["/file-0.txt"],"Labels":{"org.opencontainers.image.revision":"abc"}}',
      revision: 'abc',
    });
  });

  const whole = { os: 'linux', architecture: 'amd64', rootfs: { type: 'layers', diff_ids: [hex('1')] } };
  const read = (value: unknown) => parseConfig(Buffer.from(JSON.stringify(value)));

  it('takes an image that does not say when it was built, and one without layers', () => {
    expect(read(whole)).toMatchObject({ created: '', runConfig: '{}' });
    expect(read({ ...whole, rootfs: { type: 'layers' } })).toMatchObject({ diffIds: [] });
    expect(read({ ...whole, rootfs: undefined })).toMatchObject({ diffIds: [] });
  });

  it.each([
    ['no platform', { ...whole, os: undefined }],
    ['a platform that runs nowhere', { ...whole, os: 'unknown', architecture: 'unknown' }],
    ['a diff_id that is no digest', { ...whole, rootfs: { diff_ids: ['sha256:1'] } }],
    ['a diff_id that is no text', { ...whole, rootfs: { diff_ids: [null] } }],
    ['diff_ids that are no list', { ...whole, rootfs: { diff_ids: hex('1') } }],
    ['a list for a document', [whole]],
    ['a text for a document', 'config'],
    ['null for a document', null],
  ])('refuses %s', (_name, value) => {
    expect(() => read(value)).toThrow(ManifestProblem);
  });
});
