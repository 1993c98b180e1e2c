import type { Docker, OwnLogin } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import { type Repository, sameRepository } from '../image/reference.ts';
import type { Keyless, ShortLivedCredential } from '../keyless/keyless.ts';
import type { Runner } from '../runner/runner.ts';
import { accountOf, type Credential } from '../secret/credential.ts';
import { type ChoiceFor, choose } from './choose-credential.ts';
import { type Masked, maskedBy } from './masking.ts';
import { EMPTY_SECRETS, type GivenInputs, invalid, readGiven } from './read-given.ts';

/** The credential for one destination. */
export type CredentialSource = {
  /** current is the credential to show now, masked; a new one if the last has expired. */
  readonly current: () => Promise<Credential>;
  /** whose names the credential, as the end of "Signed in to … ". */
  readonly whose: () => Promise<string>;
  /** Whether it is stored somewhere, and not exchanged for the job's own identity. */
  readonly isStored: boolean;
  /** Whether docker already has it on this runner. */
  readonly isOwn: boolean;
};

/** The doors that credentials come from. */
export type Givers = { readonly runner: Runner; readonly keyless: Keyless; readonly docker: Docker };

/** SourceOf returns the source for a destination. */
export type SourceOf = (destination: Repository) => CredentialSource;

/** What was chosen for each repository; all its secrets are already masked. */
export type Chosen = { readonly choiceFor: ChoiceFor; readonly masked: Masked };

/**
 * readChoices reads the inputs that hold credentials, masks them, and chooses. Throws INPUT_INVALID or
 * CREDENTIAL_MISSING.
 */
export async function readChoices(inputs: GivenInputs, { runner }: Pick<Givers, 'runner'>): Promise<Chosen> {
  const { destinations, sources = [] } = inputs;
  const masked = maskedBy(runner, [...destinations, ...sources]);
  const given = await readGiven(runner, inputs);
  const account = given.account === undefined ? [] : [given.account];
  const ofWorkflow = [...account, ...given.registryAuth.map(({ credential }) => credential)];
  for (const credential of ofWorkflow) {
    masked(credential);
    if ('password' in credential) runner.noteSecret(credential.password.reveal());
  }
  const choices = choose({ destinations, sources }, given);
  if (!choices.ok) throw invalid(choices.problems);
  return { choiceFor: choices.value, masked };
}

/**
 * openSources finds the source of the credential for each destination. A stored credential, in the inputs or by docker,
 * is read and masked immediately; others are exchanged when they are asked for. Throws INPUT_INVALID or
 * CREDENTIAL_MISSING.
 */
export async function openSources(inputs: GivenInputs, givers: Givers): Promise<SourceOf> {
  const destinations = inputs.destinations.map((at) => ({ at, mountFrom: [] }));
  return openChosen(destinations, await readChoices(inputs, givers), givers);
}

/** A destination, and the paths of the repositories on its registry that layers are mounted from. */
export type Mounting = { readonly at: Repository; readonly mountFrom: readonly string[] };

/** openChosen is `openSources` with choices that are already made. */
export async function openChosen(destinations: readonly Mounting[], chosen: Chosen, givers: Givers): Promise<SourceOf> {
  const sources: { readonly destination: Repository; readonly source: CredentialSource }[] = [];
  for (const { at: destination, mountFrom } of destinations) {
    const source = await findSource({ at: destination, actions: 'pull,push', mountFrom }, chosen, givers);
    if (source === undefined) throw missing(destination.registry);
    sources.push({ destination, source });
  }
  return (destination) => {
    const found = sources.find((each) => sameRepository(each.destination, destination));
    if (found === undefined) throw missing(destination.registry);
    return found.source;
  };
}

/** A repository, and what we do there. */
export type Wanted = Mounting & { readonly actions: 'pull,push' | 'pull' };

/** findSource finds the source of the credential for a repository; undefined if there is none. */
export async function findSource(
  { at, ...purpose }: Wanted,
  { choiceFor, masked }: Chosen,
  { docker, keyless }: Givers,
): Promise<CredentialSource | undefined> {
  const choice = choiceFor(at);
  switch (choice.kind) {
    case 'identity':
      return exchanged(() => keyless.credential(choice.identity, at, purpose), masked);
    case 'own-login': {
      const own = await docker.findLogin(at.registry);
      return own && ownLogin(own, masked);
    }
    case 'stored':
      return stored(choice.credential);
  }
}

function ownLogin({ credential, from }: OwnLogin, masked: Masked): CredentialSource {
  return stored(masked(credential), `, the login that docker has on this runner (${from})`);
}

function exchanged(fetch: () => Promise<ShortLivedCredential>, masked: Masked): CredentialSource {
  let last: ShortLivedCredential | undefined;
  const current = async () => {
    const now = await fetch();
    if (now !== last) last = masked(now);
    return now;
  };
  return { current, whose: async () => described(await current()), isStored: false, isOwn: false };
}

function described({ kind, width, expiresAt }: ShortLivedCredential): string {
  return `with ${kind}, valid until ${new Date(expiresAt).toISOString()} for ${width}`;
}

function stored(credential: Credential, found = ''): CredentialSource {
  const whose = async () => `${accountOf(credential)}${found}`;
  return { current: async () => credential, whose, isStored: true, isOwn: found !== '' };
}

function missing(registry: string): ActionError {
  const message = `No credential for ${registry}: no input has one, and docker is not signed in there on this runner.`;
  return new ActionError('CREDENTIAL_MISSING', message, {
    hint:
      `Set "username" and "password", or write an entry for ${registry} in "registry-auth" or "identity". ` +
      EMPTY_SECRETS,
  });
}
