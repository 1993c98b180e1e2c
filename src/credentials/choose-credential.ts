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
  /** The job's own identity, to be exchanged for one. */
  | { readonly kind: 'identity'; readonly identity: Identity }
  /** A login that docker has on this runner already. */
  | { readonly kind: 'own-login' };

export type Chosen = { readonly destination: Repository; readonly choice: Choice };

export type Choices =
  | { readonly ok: true; readonly value: readonly Chosen[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * choose gives each destination exactly one source. Hosts are compared exactly (Docker Hub's names are one, a port
 * counts), and of the entries for one host the one with the longest scope counts. Nothing that was given may be in vain:
 * problems are sentences that begin with the name of an input.
 */
export function choose(destinations: readonly Repository[], { account, registryAuth, identities }: Given): Choices {
  if (account !== undefined && registryAuth.length > 0) {
    return { ok: false, problems: ['registry-auth: is given besides "username" and "password"; give one of them'] };
  }
  const identityOf = (at: Repository) => identities.find(({ registry }) => sameRegistry(registry, at.registry));
  const entryOf = (at: Repository) => (identityOf(at) === undefined ? fittingEntry(at, registryAuth) : undefined);
  const used = destinations.map(entryOf);
  const hosts = [...new Set(destinations.map(({ registry }) => registry))].join(', ');
  const problems = registryAuth
    .filter((entry) => !used.includes(entry))
    .map(({ line, registry }) => {
      const hasIdentity = identities.some((each) => sameRegistry(each.registry, registry));
      const why = hasIdentity ? 'is for a registry with an "identity"' : `fits no destination; those are on ${hosts}`;
      return `registry-auth: has an entry in line ${line} that ${why}`;
    });
  if (problems.length > 0) return { ok: false, problems };
  const choiceFor = (at: Repository): Choice => {
    const identity = identityOf(at);
    if (identity !== undefined) return { kind: 'identity', identity };
    const credential = entryOf(at)?.credential ?? account;
    return credential === undefined ? { kind: 'own-login' } : { kind: 'stored', credential };
  };
  return { ok: true, value: destinations.map((destination) => ({ destination, choice: choiceFor(destination) })) };
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
