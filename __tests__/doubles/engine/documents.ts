import type { Image } from '../registry/images.ts';
import { type Held, type ImageStore, type StoreKind, shownImage } from './image-store.ts';

/** The JSON of `docker info`, as far as anyone may rely on it. */
export function infoDocument(kind: StoreKind): unknown {
  const [Driver, DriverStatus] =
    kind === 'containerd'
      ? ['overlayfs', [['driver-type', 'io.containerd.snapshotter.v1']]]
      : [
          'overlay2',
          [
            ['Backing Filesystem', 'extfs'],
            ['Supports d_type', 'true'],
          ],
        ];
  return {
    ID: 'engine-double',
    Driver,
    DriverStatus,
    OSType: 'linux',
    Architecture: 'x86_64',
    ServerVersion: versionOf(kind),
    RegistryConfig: { InsecureRegistryCIDRs: ['127.0.0.0/8'] },
  };
}

/** The JSON of the `Server.Components` of `docker version`. */
export function componentsDocument(kind: StoreKind): unknown {
  return [
    { Name: 'Engine', Version: versionOf(kind), Details: { ApiVersion: '1.51', Os: 'linux', Arch: 'amd64' } },
    { Name: 'containerd', Version: 'v2.1.3', Details: { GitCommit: '' } },
  ];
}

function versionOf(kind: StoreKind): string {
  return kind === 'containerd' ? '29.1.5' : '28.2.2';
}

/** The JSON of `docker image inspect`: the account of one image, under the ID that the store gives it. */
export function inspectDocument(store: ImageStore, held: Held): unknown {
  const image = shownImage(held);
  const config = JSON.parse(image.config.bytes.toString()) as Record<string, unknown>;
  const names = store.namesOf(held);
  return {
    Id: store.idOf(held),
    RepoTags: names,
    RepoDigests:
      store.kind === 'containerd' ? names.map((name) => `${name.slice(0, name.lastIndexOf(':'))}@${held.digest}`) : [],
    Comment: '',
    Created: config.created,
    Author: '',
    // Engines fill up what an image leaves open.
    Config: { Hostname: '', Domainname: '', User: '', Env: null, Volumes: null, ...(config.config as object) },
    Architecture: config.architecture,
    Os: config.os,
    ...(config.variant === undefined ? {} : { Variant: config.variant }),
    Size: sizeOf(image),
    RootFS: { Type: 'layers', Layers: image.diffIds },
    ...(store.kind === 'containerd'
      ? { Descriptor: { mediaType: held.mediaType, digest: held.digest, size: held.bytes.length } }
      : { GraphDriver: { Name: 'overlay2', Data: null } }),
  };
}

function sizeOf({ layers }: Image): number {
  return layers.reduce((total, { size }) => total + size, 0);
}
