import { isDigest } from './grammar.ts';
import { isIndexType } from './media-types.ts';

export type DocumentDescriptor = {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly urls?: readonly string[];
};

/** What a pushed manifest refers to. */
export type ManifestDocument = {
  readonly blobs: readonly DocumentDescriptor[];
  readonly children: readonly DocumentDescriptor[];
  readonly subject: DocumentDescriptor | undefined;
  readonly artifactType: string | undefined;
  readonly annotations: Record<string, string> | undefined;
};

/** Reads a manifest as strictly as any registry may; a string says what is wrong with it. */
export function readManifestDocument(bytes: Buffer, contentType: string): ManifestDocument | string {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    return `not JSON: ${String(error)}`;
  }
  if (!isRecord(document)) return 'not a JSON object';
  if (document.schemaVersion !== 2) return `schemaVersion ${String(document.schemaVersion)}`;
  const { mediaType } = document;
  if (mediaType !== undefined && mediaType !== contentType)
    return `mediaType ${String(mediaType)} sent as ${contentType}`;
  const index = isIndexType(contentType);
  if (index !== Array.isArray(document.manifests)) return `content is not what ${contentType} says`;
  const children = descriptors(document.manifests ?? [], 'manifests');
  const layers = descriptors(document.layers ?? [], 'layers');
  const config = index ? [] : descriptors([document.config], 'config');
  const subject = document.subject === undefined ? [] : descriptors([document.subject], 'subject');
  for (const found of [children, layers, config, subject]) if (typeof found === 'string') return found;
  return {
    children: children as DocumentDescriptor[],
    blobs: [...(config as DocumentDescriptor[]), ...(layers as DocumentDescriptor[])],
    subject: (subject as DocumentDescriptor[])[0],
    artifactType: artifactTypeOf(document),
    annotations: isRecord(document.annotations) ? (document.annotations as Record<string, string>) : undefined,
  };
}

/** An image that names no artifact type is one of its config's type (image specification, 1.1). */
function artifactTypeOf(document: Record<string, unknown>): string | undefined {
  if (typeof document.artifactType === 'string') return document.artifactType;
  const { config } = document;
  return isRecord(config) && typeof config.mediaType === 'string' ? config.mediaType : undefined;
}

function descriptors(list: unknown, where: string): DocumentDescriptor[] | string {
  if (!Array.isArray(list)) return `${where} is not a list`;
  for (const entry of list) {
    if (!isRecord(entry)) return `${where} holds something that is no descriptor`;
    const { mediaType, digest, size } = entry;
    if (typeof mediaType !== 'string' || mediaType === '') return `${where}: a descriptor without mediaType`;
    if (typeof digest !== 'string' || !isDigest(digest)) return `${where}: digest ${String(digest)}`;
    if (!Number.isSafeInteger(size) || (size as number) < 0) return `${where}: size ${String(size)}`;
  }
  return list as DocumentDescriptor[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
