import type { Authentication } from './authentication.ts';
import type { FaultScript } from './fault-script.ts';
import type { Personality } from './personalities/personality.ts';
import type { Repository, Storage } from './storage.ts';
import type { TokenService } from './token-service.ts';

/** What every handler of one registry shares. */
export type World = {
  readonly storage: Storage;
  readonly personality: Personality;
  readonly authentication: Authentication;
  readonly tokens: TokenService;
  readonly faults: FaultScript;
  /** Smallest chunk it wants, told in OCI-Chunk-Min-Length. */
  readonly chunkMinimum: number | undefined;
  /** Does it believe what it remembers of a blob, without a look at its storage? */
  readonly cachesDescriptors: boolean;
  /** Repositories whose first push may come, where the make does not create any: names, or `prefix/*`. */
  readonly prepared: readonly string[];
  /** For how many reads a manifest is scanned after each write of it, and may not be read ("scan on push"). */
  readonly scanReads: number;
  isImmutable(repository: string, tag: string): boolean;
  /** Where blobs are served from, if not by the registry itself. */
  redirectBlob: ((digest: string, repository: string) => string) | undefined;
  /** Origin of the registry itself, for realms and absolute locations. */
  origin: string;
  tokenOrigin: string;
  /** Aborted when the registry closes: ends everything that is slow on purpose. */
  readonly closing: AbortSignal;
};

export function mayBePushed({ personality, prepared }: World, { exists, name }: Repository): boolean {
  if (exists || personality.repositories === 'on-push') return true;
  return prepared.some((pattern) => pattern.endsWith('/*') && name.startsWith(pattern.slice(0, -1)));
}
