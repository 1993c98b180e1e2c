import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Image, ImageIndex } from '../registry/images.ts';
import { type Entry, tar } from './tar.ts';

/** Files by their paths inside a folder or an archive, in their order. */
export type FileTree = ReadonlyMap<string, Buffer>;

export type Named = { readonly of: Image | ImageIndex; readonly annotations?: Readonly<Record<string, string>> };

/** layout is an OCI layout of images and indexes (image-spec, image-layout.md). */
export function layout(...roots: readonly (Image | ImageIndex | Named)[]): FileTree {
  const named = roots.map((root) => ('of' in root ? root : { of: root }));
  const manifests = named.map(({ of, annotations }: Named) => ({
    mediaType: of.mediaType,
    digest: of.digest,
    size: of.bytes.length,
    ...(annotations === undefined ? {} : { annotations }),
  }));
  return new Map([
    ['oci-layout', Buffer.from('{"imageLayoutVersion":"1.0.0"}')],
    ['index.json', Buffer.from(JSON.stringify({ schemaVersion: 2, manifests }))],
    ...named.flatMap(({ of }) => blobsOf(of)),
  ]);
}

/** nestedLayout is how buildx and `docker save` put an index: under a name, one level below index.json. */
export function nestedLayout(index: ImageIndex, name: string): FileTree {
  const ref = name.slice(name.lastIndexOf(':') + 1);
  return layout({
    of: index,
    annotations: { 'io.containerd.image.name': name, 'org.opencontainers.image.ref.name': ref },
  });
}

export function blobPath(digest: string): string {
  return `blobs/${digest.replace(':', '/')}`;
}

function blobsOf(of: Image | ImageIndex): readonly (readonly [string, Buffer])[] {
  const own = [blobPath(of.digest), of.bytes] as const;
  if ('children' in of) return [...of.children.flatMap((child) => blobsOf(child)), own];
  const parts = [...of.layers, of.config];
  return [...parts.map(({ digest, bytes }) => [blobPath(digest), bytes] as const), own];
}

export function ociArchive(files: FileTree, format: Entry['format'] = 'posix'): Buffer {
  return tar([...files].map(([name, content]) => ({ name, content, format })));
}

export function writeLayout(folder: string, files: FileTree): void {
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

export function changed(files: FileTree, name: string, bytes: Buffer | string | undefined): FileTree {
  const copy = new Map(files);
  if (bytes === undefined) copy.delete(name);
  else copy.set(name, Buffer.from(bytes));
  return copy;
}
