import { gunzipSync, gzipSync } from 'node:zlib';
import { sha256 } from '../registry/digest.ts';
import type { Image } from '../registry/images.ts';
import { blobPath, layout } from './layouts.ts';
import { type Entry, tar } from './tar.ts';

/**
 * Archives as programs save images, entry by entry: moby (image/tarexport), containers/image (docker/archive, which
 * skopeo and podman use), go-containerregistry (pkg/v1/tarball, which kaniko and crane use), and Bazel's rules.
 */
export type Saved = { readonly image: Image; readonly names?: readonly string[] };

const FOLDER = { type: '5', mode: 0o755 };
const hex = (digest: string) => digest.slice('sha256:'.length);

/** The layers as they are when they are not compressed, in the image's order. */
export function plainLayers({ layers }: Image): readonly Buffer[] {
  return layers.map(({ bytes }) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes));
}

function manifestJson(images: readonly object[]): Entry {
  return { name: 'manifest.json', content: JSON.stringify(images) };
}

/** Up to version 24 of the engine: a folder for each layer; one that is there already is a link to the first. */
export function savedByOldEngine(...saved: readonly Saved[]): Buffer {
  const entries: Entry[] = [];
  const items = saved.map(({ image, names = [] }) => {
    const first = new Map<string, string>();
    const layers = plainLayers(image).map((content, at) => {
      const digest = image.diffIds[at] ?? '';
      const id = hex(sha256(`${image.digest} ${at}`));
      const target = first.get(digest);
      first.set(digest, target ?? id);
      entries.push(
        { name: `${id}/`, ...FOLDER },
        { name: `${id}/VERSION`, content: '1.0' },
        { name: `${id}/json`, content: JSON.stringify({ id }) },
        target === undefined
          ? { name: `${id}/layer.tar`, content }
          : { name: `${id}/layer.tar`, type: '2', link: `../${target}/layer.tar` },
      );
      return `${id}/layer.tar`;
    });
    const config = `${hex(image.config.digest)}.json`;
    entries.push({ name: config, content: image.config.bytes });
    return { Config: config, RepoTags: names.length === 0 ? null : names, Layers: layers };
  });
  return tar([...entries, manifestJson(items), { name: 'repositories', content: '{}' }]);
}

/** From version 25 on, and with the containerd store: an OCI layout, and beside it a manifest.json that leads into it. */
export function savedByNewEngine(saved: Saved, keep: (name: string) => boolean = () => true): Buffer {
  const { image, names = [] } = saved;
  const annotations = names.map((name) => ({
    'io.containerd.image.name': `docker.io/library/${name}`,
    'org.opencontainers.image.ref.name': name.slice(name.lastIndexOf(':') + 1),
  }));
  const files = layout(
    ...(names.length === 0 ? [image] : annotations.map((each) => ({ of: image, annotations: each }))),
  );
  const item = {
    Config: blobPath(image.config.digest),
    RepoTags: names.length === 0 ? null : names,
    Layers: image.layers.map(({ digest }) => blobPath(digest)),
  };
  return tar([
    { name: 'blobs/', ...FOLDER },
    { name: 'blobs/sha256/', ...FOLDER },
    ...[...files].filter(([name]) => keep(name)).map(([name, content]) => ({ name, content })),
    manifestJson([item]),
  ]);
}

/** containers/image: layers by their diff_id, once each, and the folders of old engines as links. */
export function savedBySkopeo({ image, names = [] }: Saved): Buffer {
  const plain = plainLayers(image);
  const files = [...new Set(image.diffIds)].map((digest) => ({
    name: `${hex(digest)}.tar`,
    content: plain[image.diffIds.indexOf(digest)] ?? '',
  }));
  const legacy = image.diffIds.flatMap((digest, at) => {
    const id = hex(sha256(`legacy ${at}`));
    return [
      { name: `${id}/layer.tar`, type: '2', link: `../${hex(digest)}.tar` },
      { name: `${id}/VERSION`, content: '1.0' },
    ];
  });
  const config = `${hex(image.config.digest)}.json`;
  const Layers = image.diffIds.map((digest) => `${hex(digest)}.tar`);
  return tar([
    ...files,
    { name: config, content: image.config.bytes },
    ...legacy,
    manifestJson([{ Config: config, RepoTags: names, Layers }]),
  ]);
}

/** go-containerregistry: the config by its digest, the layers compressed and named after what that makes of them. */
export function savedByKaniko({ image, names = [] }: Saved): Buffer {
  const packed = plainLayers(image).map((content) => gzipSync(content));
  const layers = packed.map((content) => ({ name: `${hex(sha256(content))}.tar.gz`, content }));
  const distinct = [...new Map(layers.map((layer) => [layer.name, layer])).values()];
  const Config = image.config.digest;
  return tar([
    { name: Config, content: image.config.bytes },
    ...distinct,
    manifestJson([{ Config, RepoTags: names, Layers: layers.map(({ name }) => name) }]),
  ]);
}

/** Bazel: every name begins with `./`, and layers are links to what another layer has already. */
export function savedByBazel({ image, names = [] }: Saved, link: 'hard' | 'symbolic' = 'hard'): Buffer {
  const plain = plainLayers(image);
  const layers = image.diffIds.map((digest, at): Entry => {
    const name = `./layer-${at}/layer.tar`;
    const first = image.diffIds.indexOf(digest);
    if (first === at) return { name, content: plain[at] ?? '' };
    return link === 'hard'
      ? { name, type: '1', link: `./layer-${first}/layer.tar` }
      : { name, type: '2', link: `../layer-${first}/layer.tar` };
  });
  const Config = `${hex(image.config.digest)}.json`;
  return tar([
    { name: './', ...FOLDER },
    { name: `./${Config}`, content: image.config.bytes },
    ...layers,
    { ...manifestJson([{ Config, RepoTags: names, Layers: layers.map(({ name }) => name) }]), name: './manifest.json' },
  ]);
}
