import { canonicalRunConfig, revisionIn } from '../image/config.ts';
import { type Digest, parseDigest } from '../image/digest.ts';
import { parseOsVersion, parsePlatform } from '../image/platform.ts';
import { recordOf } from './auth-config.ts';
import type { Engine, EngineImage, Store } from './docker.ts';

/** How `docker info` shows the containerd image store: a pair in `DriverStatus`. */
const CONTAINERD_STORE = JSON.stringify(['driver-type', 'io.containerd.snapshotter.v1']);

/** parseEngine reads the JSON of `docker info`; undefined if no engine answered. */
export function parseEngine(json: string): Engine | undefined {
  const { ServerVersion, DriverStatus } = parseObject(json);
  if (typeof ServerVersion !== 'string' || ServerVersion === '') return undefined;
  const isContainerd =
    Array.isArray(DriverStatus) && DriverStatus.some((pair) => JSON.stringify(pair) === CONTAINERD_STORE);
  return { version: ServerVersion, store: isContainerd ? 'containerd' : 'graph-driver' };
}

/** namesPodman reads the JSON of the `Server.Components` of `docker version`. */
export function namesPodman(json: string): boolean {
  return Object.values(parseObject(json)).some((component) => recordOf(component).Name === 'Podman Engine');
}

/** parseImage reads the JSON of `docker image inspect`; undefined if it is not that of an image. */
export function parseImage(json: string, store: Store): EngineImage | undefined {
  const { Id, RepoTags, RepoDigests, RootFS, Os, OsVersion, Architecture, Variant, Created, Config } =
    parseObject(json);
  // Podman leaves the algorithm out if the image was found by a short name.
  const id = typeof Id === 'string' ? (parseDigest(Id) ?? parseDigest(`sha256:${Id}`)) : undefined;
  const platform = parsePlatform({ os: Os, architecture: Architecture, variant: Variant });
  const diffIds = parseDigests((RootFS as { readonly Layers?: unknown } | undefined)?.Layers);
  if (id === undefined || platform === undefined || diffIds === undefined) return undefined;
  const names = [RepoTags, RepoDigests].flat().filter((name) => typeof name === 'string');
  const created = typeof Created === 'string' ? Created : '';
  const idOf = store === 'containerd' ? 'root' : 'config';
  return {
    id,
    idOf,
    diffIds,
    platform,
    osVersion: parseOsVersion({ 'os.version': OsVersion }),
    created,
    runConfig: canonicalRunConfig(Config),
    revision: revisionIn(Config),
    names,
  };
}

/** showsNoPlatform tells whether that JSON is of an image that names no platform, or none that the engine has. */
export function showsNoPlatform(json: string): boolean {
  const { Id, Os, Architecture } = parseObject(json);
  return typeof Id === 'string' && [Os, Architecture].some((field) => (field ?? '') === '');
}

/** For an image without layers, the list is null. */
function parseDigests(value: unknown): readonly Digest[] | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const digests = value.map((text) => (typeof text === 'string' ? parseDigest(text) : undefined));
  return digests.every((digest) => digest !== undefined) ? digests : undefined;
}

function parseObject(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
