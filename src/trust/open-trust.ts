import type { TrustedRoot } from '@sigstore/protobuf-specs';
import { trustWith } from '../http/certificate-bundle.ts';
import { httpClient } from '../http/client.ts';
import type { HttpClient } from '../http/http.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { noRoot } from './no-root.ts';
import type { Seed } from './seeds.ts';
import { readAnnounced } from './signing-configuration.ts';
import { trustIn } from './sigstore-trust.ts';
import type { AuthorityName, OpenTrust, ReadAnnounced, TufSource } from './trust.ts';
import { readRootFile, trustedRootsIn } from './trusted-roots.ts';
import type { TufRepository } from './tuf-repository.ts';

/** The files of a Sigstore in its TUF repository (sigstore/root-signing). */
const TRUSTED_ROOT = 'trusted_root.json';
const SIGNING_CONFIGURATION = 'signing_config.v0.2.json';

export type SigstoreTrustOptions = {
  readonly signal: AbortSignal;
  /** The known instances; by default those that this action ships. */
  readonly seeds?: readonly Seed[];
  /** Replaces the real client for each repository. */
  readonly http?: HttpClient;
  readonly clock?: Clock;
};

/** Opens the trusted roots for verifying, and reads where to sign. */
export type SigstoreTrust = { readonly openTrust: OpenTrust; readonly announced: ReadAnnounced };

/** sigstoreTrust loads trusted roots, from a file or by TUF. One request to a TUF repository serves both functions. */
export function sigstoreTrust(options: SigstoreTrustOptions): SigstoreTrust {
  const repositories = new Repositories(options);
  const rootAt = async (repository: TufRepository): Promise<TrustedRoot> => {
    const [root, ...more] = trustedRootsIn(await repository.read(TRUSTED_ROOT), `"${TRUSTED_ROOT}"`);
    if (root === undefined || more.length > 0) throw noRoot(`"${TRUSTED_ROOT}" has several trusted roots.`);
    return root;
  };
  return {
    openTrust: async (from, wanted) => {
      if (from.kind === 'file') {
        const what = `The file "${from.path}"`;
        return trustIn(trustedRootsIn(await readRootFile(from.path), what), wanted, what);
      }
      const fetched = await Promise.all((await repositories.for(from, wanted)).map(rootAt));
      return trustIn(fetched, wanted, 'What was fetched by TUF');
    },
    announced: async (from) => {
      const [repository] = await repositories.for(from, ['public']);
      if (repository === undefined) throw new Error('the public instance is known');
      return readAnnounced(await repository.read(SIGNING_CONFIGURATION));
    },
  };
}

/** Repositories opens each TUF repository once. */
class Repositories {
  readonly #options: SigstoreTrustOptions;
  readonly #opened = new Map<string, Promise<TufRepository>>();

  constructor(options: SigstoreTrustOptions) {
    this.#options = options;
  }

  /** for opens the repositories of the wanted known instances, or the one at a given address. */
  async for(from: TufSource, wanted: readonly AuthorityName[]): Promise<readonly TufRepository[]> {
    if (from.kind === 'own') {
      const { url, root } = from;
      return [await this.#open({ name: 'own', url, root: Buffer.from(await readRootFile(root)) }, from.caFile)];
    }
    const seeds = this.#options.seeds ?? (await import('./seeds.ts')).SEEDS;
    const named = seeds.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    return Promise.all(named.map((seed) => this.#open(seed, from.caFile)));
  }

  #open(seed: Seed, caFile: string | undefined): Promise<TufRepository> {
    const opened = this.#opened.get(seed.url) ?? this.#openAnew(seed, caFile);
    this.#opened.set(seed.url, opened);
    return opened;
  }

  async #openAnew(seed: Seed, caFile: string | undefined): Promise<TufRepository> {
    const { TufRepository } = await import('./tuf-repository.ts');
    const { signal, clock = systemClock } = this.#options;
    const trust = await trustWith(caFile);
    const http = this.#options.http ?? httpClient(trust === undefined ? { signal } : { signal, trust });
    return TufRepository.open(seed, { http, clock, signal });
  }
}
