import { type Digest, parseDigest } from './digest.ts';
import { asObject, ManifestProblem, parseList, readDocument } from './document.ts';
import { type Platform, parseOsVersion, parsePlatform } from './platform.ts';

/** The fields of an image's configuration that we compare (image-spec, config.md). */
export type Config = {
  readonly diffIds: readonly Digest[];
  readonly platform: Platform;
  /** The version of the system that it needs; only Windows images have one. */
  readonly osVersion: string | undefined;
  /** The build time; the empty string if the configuration has none. */
  readonly created: string;
  /** The settings of its containers, in the form of `canonicalRunConfig`. */
  readonly runConfig: string;
  /** The commit in the image's revision label. */
  readonly revision: string | undefined;
};

/** parseConfig reads an image configuration. Throws a ManifestProblem. */
export function parseConfig(bytes: Uint8Array): Config {
  const document = readDocument(bytes);
  const rootfs = asObject(document.rootfs);
  const diffIds = parseList(rootfs?.diff_ids ?? [], 'rootfs.diff_ids').map((text) => {
    const digest = typeof text === 'string' ? parseDigest(text) : undefined;
    if (digest === undefined) throw new ManifestProblem('it has a diff_id that is not a digest');
    return digest;
  });
  const platform = parsePlatform(document);
  if (platform === undefined) throw new ManifestProblem('it names no platform');
  return {
    diffIds,
    platform,
    osVersion: parseOsVersion(document),
    created: typeof document.created === 'string' ? document.created : '',
    runConfig: canonicalRunConfig(document.config),
    revision: revisionIn(document.config),
  };
}

/** configIn reads the config of an image; undefined if the bytes are not one. */
export function configIn(bytes: Uint8Array): Config | undefined {
  try {
    return parseConfig(bytes);
  } catch (error) {
    if (error instanceof ManifestProblem) return undefined;
    throw error;
  }
}

/** namesPlatform tells whether a config has a platform; that of an attestation has none. Throws a ManifestProblem. */
export function namesPlatform(config: Uint8Array): boolean {
  return parsePlatform(readDocument(config)) !== undefined;
}

/** sameLayers compares the ordered diff_ids: the content of the layers, with any compression. */
export function sameLayers(one: Pick<Config, 'diffIds'>, other: Pick<Config, 'diffIds'>): boolean {
  const { length } = one.diffIds;
  return length === other.diffIds.length && one.diffIds.every((digest, at) => digest === other.diffIds[at]);
}

/** The settings of an image that decide what its containers do (image-spec, config.md, `config`). */
const SETTINGS = [
  'Cmd',
  'Entrypoint',
  'Env',
  'ExposedPorts',
  'Healthcheck',
  'Labels',
  'OnBuild',
  'Shell',
  'StopSignal',
  'User',
  'Volumes',
  'WorkingDir',
] as const;

/**
 * canonicalRunConfig writes those settings in one form, so that an engine's description of an image can be compared
 * with the image's own configuration. Keys are sorted; null or empty values are left out, because tools differ in them.
 */
export function canonicalRunConfig(value: unknown): string {
  const config = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const kept = SETTINGS.map((name) => [name, sorted(config[name])] as const).filter(([, setting]) => !isEmpty(setting));
  return JSON.stringify(Object.fromEntries(kept));
}

/** The label with the commit that an image was built from (image-spec, annotations.md). */
export const REVISION_LABEL = 'org.opencontainers.image.revision';

/** revisionIn reads that label. */
export function revisionIn(value: unknown): string | undefined {
  const labels = (value as { readonly Labels?: unknown } | null | undefined)?.Labels;
  const revision = (labels as Record<string, unknown> | null | undefined)?.[REVISION_LABEL];
  return typeof revision === 'string' ? revision : undefined;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
