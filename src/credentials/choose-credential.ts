import { type Repository, sameRegistry } from '../image/reference.ts';
import type { Identity } from '../keyless/keyless.ts';
import type { Credential } from '../secret/credential.ts';
import type { RegistryAuth } from './registry-auth.ts';

/** What the inputs hold. */
export type Given = {
  /** `username` and `password`. */
  readonly account: Credential | undefined;
  readonly registryAuth: readonly RegistryAuth[];
  readonly identities: readonly Identity[];
};

/** Where the credential for a destination comes from. */
export type Choice =
  | { readonly kind: 'stored'; readonly credential: Credential }
  /** The job's own identity, which is exchanged for one. */
  | { readonly kind: 'identity'; readonly identity: Identity }
  /** A login that docker already has on this runner. */
  | { readonly kind: 'own-login' };

/** The repositories that we publish to, and those that we read for it. */
export type Places = { readonly destinations: readonly Repository[]; readonly sources: readonly Repository[] };

/** The one choice for a repository. */
export type ChoiceFor = (repository: Repository) => Choice;

export type Choices =
  | { readonly ok: true; readonly value: ChoiceFor }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * choose finds exactly one credential for each destination and each repository that is read. Hosts are compared exactly
 * (the names of Docker Hub count as one, and a port counts). If several entries are for one host, the one with the
 * longest scope counts. `username` and `password` are only for the registry of the destinations. Every credential must
 * be used. Problems are sentences that begin with the name of an input.
 */
export function choose({ destinations, sources }: Places, { account, registryAuth, identities }: Given): Choices {
  if (account !== undefined && registryAuth.length > 0) {
    return {
      ok: false,
      problems: ['registry-auth: is set together with "username" and "password"; use only one of them'],
    };
  }
  const identityOf = (at: Repository) => identities.find(({ registry }) => sameRegistry(registry, at.registry));
  const entryOf = (at: Repository) => (identityOf(at) === undefined ? fittingEntry(at, registryAuth) : undefined);
  const all = [...destinations, ...sources];
  const used = all.map(entryOf);
  const hosts = [...new Set(all.map(({ registry }) => registry))].join(', ');
  const fitsNone =
    sources.length === 0
      ? 'is for no destination; the destinations are on'
      : 'is for no destination and no source; these are on';
  const problems = registryAuth
    .filter((entry) => !used.includes(entry))
    .map(({ line, registry }) => {
      const hasIdentity = identities.some((each) => sameRegistry(each.registry, registry));
      const why = hasIdentity ? 'is for a registry with an "identity"' : `${fitsNone} ${hosts}`;
      return `registry-auth: has an entry in line ${line} that ${why}`;
    });
  if (problems.length > 0) return { ok: false, problems };
  const isPublishedTo = (at: Repository) => destinations.some(({ registry }) => sameRegistry(registry, at.registry));
  const choiceFor = (at: Repository): Choice => {
    const identity = identityOf(at);
    if (identity !== undefined) return { kind: 'identity', identity };
    const credential = entryOf(at)?.credential ?? (isPublishedTo(at) ? account : undefined);
    return credential === undefined ? { kind: 'own-login' } : { kind: 'stored', credential };
  };
  return { ok: true, value: choiceFor };
}

/**
 * isOneLogin tells whether the choices for two repositories on one registry are one login that works for both. The
 * credential of an identity may be limited to a repository; then it is requested for both.
 */
export function isOneLogin(one: Choice, other: Choice): boolean {
  if (one.kind === 'own-login') return other.kind === 'own-login';
  if (one.kind === 'stored') return other.kind === 'stored' && one.credential === other.credential;
  return other.kind === 'identity' && one.identity === other.identity;
}

function fittingEntry(destination: Repository, entries: readonly RegistryAuth[]): RegistryAuth | undefined {
  const length = ({ scope }: RegistryAuth): number => scope?.length ?? -1;
  return entries
    .filter((entry) => sameRegistry(entry.registry, destination.registry) && covers(entry.scope, destination.path))
    .sort((one, other) => length(other) - length(one))[0];
}

function covers(scope: string | undefined, path: string): boolean {
  return scope === undefined || path === scope || path.startsWith(`${scope}/`);
}
