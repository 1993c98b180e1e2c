import { gzipSync } from 'node:zlib';
import { sha256 } from './digest.ts';
import { INDEX, MANIFEST } from './media-types.ts';
import { tarFile } from './tar-file.ts';

export type Blob = {
  readonly digest: string;
  readonly size: number;
  readonly mediaType: string;
  readonly bytes: Buffer;
};

export type Image = {
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly config: Blob;
  readonly layers: readonly Blob[];
  readonly diffIds: readonly string[];
};

export type ImageIndex = {
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly children: readonly Image[];
};

export type ImageOptions = {
  /** Text that goes into a file of the layer, so that two images differ. */
  readonly content?: string;
  /** One layer for each text, the same for the same text; wins over `content`. */
  readonly contents?: readonly string[];
  readonly platform?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly format?: 'oci' | 'docker';
  readonly compression?: 'gzip' | 'none';
  readonly subject?: { readonly mediaType: string; readonly digest: string; readonly size: number };
  readonly artifactType?: string;
  readonly annotations?: Readonly<Record<string, string>>;
};

export type IndexOptions = Omit<ImageOptions, 'platform'> & {
  readonly platforms?: readonly string[];
  /** Adds, as buildx does, an attestation manifest of platform unknown/unknown for every image. */
  readonly attestations?: boolean;
};

const TYPES = {
  oci: {
    manifest: MANIFEST.oci,
    index: INDEX.oci,
    config: 'application/vnd.oci.image.config.v1+json',
    gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
    none: 'application/vnd.oci.image.layer.v1.tar',
  },
  docker: {
    manifest: MANIFEST.docker,
    index: INDEX.docker,
    config: 'application/vnd.docker.container.image.v1+json',
    gzip: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
    none: 'application/vnd.docker.image.rootfs.diff.tar',
  },
} as const;

/** A real image that an engine can pull: same options, same bytes. */
export function buildImage(options: ImageOptions = {}): Image {
  const types = TYPES[options.format ?? 'oci'];
  const compression = options.compression ?? 'gzip';
  const texts = options.contents ?? [options.content ?? 'hello'];
  const tars = texts.map((text) => tarFile(`file-${texts.indexOf(text)}.txt`, text));
  const diffIds = tars.map((tar) => sha256(tar));
  const layers = tars.map((tar) => blob(types[compression], compression === 'gzip' ? gzipSync(tar) : tar));
  const config = blob(types.config, jsonBytes(configDocument(options, diffIds)));
  const bytes = jsonBytes({
    schemaVersion: 2,
    mediaType: types.manifest,
    ...(options.artifactType === undefined ? {} : { artifactType: options.artifactType }),
    config: descriptor(config),
    layers: layers.map(descriptor),
    ...(options.subject === undefined ? {} : { subject: options.subject }),
    ...(options.annotations === undefined ? {} : { annotations: options.annotations }),
  });
  return { digest: sha256(bytes), mediaType: types.manifest, bytes, config, layers, diffIds };
}

export function buildIndex(options: IndexOptions = {}): ImageIndex {
  const types = TYPES[options.format ?? 'oci'];
  const platforms = options.platforms ?? ['linux/amd64', 'linux/arm64'];
  const images = platforms.map((platform) => ({ image: buildImage({ ...options, platform }), platform }));
  const attestations = options.attestations === true ? images.map(({ image }) => attestationOf(image)) : [];
  const bytes = jsonBytes({
    schemaVersion: 2,
    mediaType: types.index,
    manifests: [
      ...images.map(({ image, platform }) => ({ ...descriptorOf(image), platform: platformDocument(platform) })),
      ...attestations.map(({ image, subject }) => ({
        ...descriptorOf(image),
        annotations: {
          'vnd.docker.reference.digest': subject,
          'vnd.docker.reference.type': 'attestation-manifest',
        },
        platform: { architecture: 'unknown', os: 'unknown' },
      })),
    ],
  });
  const children = [...images, ...attestations].map(({ image }) => image);
  return { digest: sha256(bytes), mediaType: types.index, bytes, children };
}

/** A manifest or index by itself, without what it leads to. */
export type Document = { readonly digest: string; readonly mediaType: string; readonly bytes: Buffer };

/** An index of anything, an index too. Fields of the n-th descriptor can be added or changed. */
export function indexOf(children: readonly Document[], changes: readonly object[] = []): Document {
  const manifests = children.map((child, at) => ({ ...descriptorOf(child), ...changes[at] }));
  const bytes = jsonBytes({ schemaVersion: 2, mediaType: INDEX.oci, manifests });
  return { digest: sha256(bytes), mediaType: INDEX.oci, bytes };
}

function attestationOf(image: Image): { image: Image; subject: string } {
  const statement = JSON.stringify({
    _type: 'https://in-toto.io/Statement/v0.1',
    subject: [{ digest: { sha256: image.digest.slice(7) } }],
  });
  const layer = blob('application/vnd.in-toto+json', Buffer.from(statement));
  const diffIds = [layer.digest];
  const config = blob(TYPES.oci.config, jsonBytes(configDocument({ platform: 'unknown/unknown' }, diffIds)));
  const bytes = jsonBytes({
    schemaVersion: 2,
    mediaType: TYPES.oci.manifest,
    config: descriptor(config),
    layers: [descriptor(layer)],
  });
  const manifest = { digest: sha256(bytes), mediaType: TYPES.oci.manifest, bytes };
  return { image: { ...manifest, config, layers: [layer], diffIds }, subject: image.digest };
}

function configDocument(options: ImageOptions, diffIds: readonly string[]): unknown {
  return {
    ...platformDocument(options.platform ?? 'linux/amd64'),
    config: { Cmd: ['/file-0.txt'], Labels: options.labels ?? {} },
    created: '2026-01-01T00:00:00Z',
    history: diffIds.map(() => ({ created: '2026-01-01T00:00:00Z', created_by: 'COPY . /' })),
    rootfs: { type: 'layers', diff_ids: diffIds },
  };
}

function platformDocument(platform: string): Record<string, string> {
  const [os = '', architecture = '', variant] = platform.split('/');
  return { architecture, os, ...(variant === undefined ? {} : { variant }) };
}

function blob(mediaType: string, bytes: Buffer): Blob {
  return { digest: sha256(bytes), size: bytes.length, mediaType, bytes };
}

function descriptor({ mediaType, digest, size }: Blob): Record<string, unknown> {
  return { mediaType, digest, size };
}

export function descriptorOf(of: { mediaType: string; digest: string; bytes: Buffer }): {
  mediaType: string;
  digest: string;
  size: number;
} {
  return { mediaType: of.mediaType, digest: of.digest, size: of.bytes.length };
}

function jsonBytes(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}
