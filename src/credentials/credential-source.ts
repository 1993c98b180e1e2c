import { ActionError } from '../errors.ts';
import { type Repository, repositoryName, sameRegistry } from '../image/reference.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Keyless, ShortLivedCredential } from '../keyless/keyless.ts';
import type { Credential } from '../registry/registry.ts';
import type { Runner } from '../runner/runner.ts';
import { maskedForms, Secret } from '../secret.ts';

/** Who we are at one destination. */
export type CredentialSource = {
  /** current is the credential to show now, masked; another one when the last has run out. */
  readonly current: () => Promise<Credential>;
  /** whose says what is shown, as the end of "Signed in to … ". */
  readonly whose: () => Promise<string>;
};

/** The doors that credentials come from. */
export type Givers = { readonly runner: Runner; readonly keyless: Keyless };

/**
 * openSources finds the credential for each destination: the entry of `identity` for its registry, or else `username`
 * and `password`. What is stored is read at once, and masked; what is exchanged is fetched when it is asked for.
 */
export function openSources(
  inputs: Inputs,
  { runner, keyless }: Givers,
): (destination: Repository) => CredentialSource {
  const { destinations, identities, username } = inputs;
  const servers = [...destinations.map(({ registry }) => registry), 'https://index.docker.io/v1/'];
  const masked = <T extends Credential>(credential: T): T => {
    for (const form of maskedForms({ ...credential, servers })) runner.mask(form);
    return credential;
  };
  let stored: Credential | undefined;
  const sourceOf = (destination: Repository): CredentialSource => {
    const identity = identities.find(({ registry }) => sameRegistry(registry, destination.registry));
    if (identity !== undefined) return exchanged(() => keyless.credential(identity, destination), masked);
    stored ??= masked(readCredential(runner, username));
    const credential = stored;
    return { current: async () => credential, whose: async () => `as ${username}` };
  };
  const sources = new Map(destinations.map((each) => [repositoryName(each), sourceOf(each)]));
  return (destination) => sources.get(repositoryName(destination)) ?? sourceOf(destination);
}

function exchanged(
  fetch: () => Promise<ShortLivedCredential>,
  masked: (credential: ShortLivedCredential) => ShortLivedCredential,
): CredentialSource {
  let last: ShortLivedCredential | undefined;
  const current = async () => {
    const now = await fetch();
    if (now !== last) last = masked(now);
    return now;
  };
  return { current, whose: async () => described(await current()) };
}

function described({ kind, width, expiresAt }: ShortLivedCredential): string {
  return `with ${kind}, good until ${new Date(expiresAt).toISOString()} for ${width}`;
}

function readCredential(runner: Runner, username: string): Credential {
  // Secrets are often pasted with the end of their line; docker takes that off, and so must we.
  const password = new Secret(
    runner
      .secretInput('password')
      .reveal()
      .replace(/\r?\n$/, ''),
  );
  if (username !== '' && !password.isEmpty) return { username, password };
  const missing = [username === '' ? '"username"' : '', password.isEmpty ? '"password"' : ''].filter(Boolean);
  throw new ActionError('CREDENTIAL_MISSING', `No credential: ${missing.join(' and ')} came out empty.`, {
    hint:
      'Give both, the password from a secret. A secret is empty in runs for forks and for Dependabot, in a job that does ' +
      'not name the environment it belongs to, and in a reusable workflow it was not passed on to.',
  });
}
