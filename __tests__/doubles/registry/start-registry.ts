import type { Authentication } from './authentication.ts';
import type { RecordedRequest } from './exchange.ts';
import { type Fault, type FaultRule, FaultScript } from './fault-script.ts';
import { Front, type Listening, routesOf } from './front.ts';
import { PERSONALITIES, type PersonalityName } from './personalities/by-name.ts';
import type { Personality } from './personalities/personality.ts';
import { type Repository, Storage } from './storage.ts';
import { type IssuedToken, TokenService } from './token-service.ts';
import { describeViolations, type Violation } from './violations.ts';
import type { World } from './world.ts';

/** What decides how a registry keeps what is attached to images. */
export type Attaching = Pick<
  Personality,
  'referrers' | 'ociSubject' | 'referrersPage' | 'emptyReferrers' | 'referrerTypes' | 'subjects' | 'mindsConditions'
>;

export type RegistryOptions = Listening & {
  readonly auth?: Authentication;
  /** As whom it answers: `conformant` by default. */
  readonly personality?: PersonalityName;
  /** Repositories, or with `prefix/*` families of them, that are prepared: for makes that create none on push. */
  readonly repositories?: readonly string[];
  readonly immutableTags?: boolean | ((repository: string, tag: string) => boolean);
  /** What an immutable tag forbids, if not what its make does. */
  readonly immutability?: Personality['immutability'];
  /** Whether a manifest that is there may be put under another name, if not as its make does it. */
  readonly secondNames?: Personality['secondNames'];
  /** How what is attached to images is kept, if not as its make does it. */
  readonly attaching?: Partial<Attaching>;
  /**
   * Keeps in memory of which size what it was given is, and believes that, as registries of the distribution project do
   * by default: for what garbage collection has taken away since, too.
   */
  readonly cachesDescriptors?: boolean;
  /** For how many reads a manifest is scanned after each write of it, and may not be read ("scan on push"). */
  readonly scanReads?: number;
  readonly chunkMinimum?: number;
  readonly redirectBlob?: (digest: string, repository: string) => string;
  readonly now?: () => number;
};

export type Registry = AsyncDisposable & {
  /** `address:port`, as it stands in an image reference. */
  readonly host: string;
  readonly origin: string;
  /** Where tokens come from; the registry's own origin unless it is elsewhere. */
  readonly tokenOrigin: string;
  readonly requests: readonly RecordedRequest[];
  readonly violations: readonly Violation[];
  readonly tokens: readonly IssuedToken[];
  repository(name: string): Repository;
  fault(rule: FaultRule): Fault;
  clearFaults(): void;
  expireTokens(): void;
  /** Throws if a client broke the specification, or if a fault that was asked for was never played. */
  assertClean(): void;
  /** Stops at once, whatever is still under way. */
  close(): Promise<void>;
};

/** A whole registry in this process: strict, observable, and on request faulty. */
export async function startRegistry(options: RegistryOptions = {}): Promise<Registry> {
  const make = PERSONALITIES[options.personality ?? 'conformant'];
  const { immutability = make.immutability, secondNames = make.secondNames } = options;
  const personality = { ...make, ...options.attaching, immutability, secondNames };
  const authentication = options.auth ?? { kind: 'none' };
  if (!personality.signIn.includes(authentication.kind)) {
    throw new Error(`${personality.name} has no sign-in of kind ${authentication.kind}`);
  }
  const storage = new Storage();
  const prepared = options.repositories ?? [];
  for (const name of prepared) if (!name.endsWith('/*')) storage.repository(name).exists = true;
  const now = options.now ?? Date.now;
  const { immutableTags = false } = options;
  const closing = new AbortController();
  const world: World = {
    storage,
    personality,
    authentication,
    tokens: new TokenService({ authentication, personality, storage, now }),
    faults: new FaultScript(),
    prepared,
    cachesDescriptors: options.cachesDescriptors ?? false,
    chunkMinimum: options.chunkMinimum,
    scanReads: options.scanReads ?? 0,
    isImmutable: typeof immutableTags === 'function' ? immutableTags : () => immutableTags,
    redirectBlob: options.redirectBlob,
    origin: '',
    tokenOrigin: '',
    closing: closing.signal,
  };
  const elsewhere = authentication.kind === 'token' && (authentication.elsewhere ?? personality.token.elsewhere);
  const journal = { requests: [], violations: [] } as { requests: RecordedRequest[]; violations: Violation[] };
  const { path } = personality.token;
  const registry = new Front(world, journal, routesOf(true, elsewhere ? undefined : path));
  const tokenService = elsewhere ? new Front(world, journal, routesOf(false, path)) : undefined;
  world.origin = await registry.listen(options);
  world.tokenOrigin = (await tokenService?.listen({ ...options, port: 0 })) ?? world.origin;
  const close = async (): Promise<void> => {
    closing.abort();
    await Promise.all([registry.close(), tokenService?.close()]);
  };
  return {
    host: new URL(world.origin).host,
    origin: world.origin,
    tokenOrigin: world.tokenOrigin,
    ...journal,
    tokens: world.tokens.issued,
    repository: (name) => storage.repository(name),
    fault: (rule) => world.faults.add(rule),
    clearFaults: () => world.faults.clear(),
    expireTokens: () => world.tokens.expireAll(),
    assertClean: () => assertClean(journal.violations, world.faults),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function assertClean(violations: readonly Violation[], faults: FaultScript): void {
  if (violations.length > 0) throw new Error(`the registry was misused:\n${describeViolations(violations)}`);
  const unplayed = faults.unplayed().map(({ rule }) => JSON.stringify(rule));
  if (unplayed.length > 0) throw new Error(`these faults were never played:\n${unplayed.join('\n')}`);
}
