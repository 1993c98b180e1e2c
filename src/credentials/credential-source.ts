import type { Docker, OwnLogin } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import { type Repository, sameRepository } from '../image/reference.ts';
import type { Keyless, ShortLivedCredential } from '../keyless/keyless.ts';
import type { Runner } from '../runner/runner.ts';
import { accountOf, type Credential } from '../secret/credential.ts';
import { type Chosen, choose } from './choose-credential.ts';
import { type Masked, maskedBy } from './masking.ts';
import { EMPTY_SECRETS, type GivenInputs, invalid, readGiven } from './read-given.ts';

/** Who we are at one destination. */
export type CredentialSource = {
  /** current is the credential to show now, masked; another one when the last has run out. */
  readonly current: () => Promise<Credential>;
  /** whose says what is shown, as the end of "Signed in to … ". */
  readonly whose: () => Promise<string>;
  /** Whether somebody keeps it, rather than the job's own identity being exchanged for it. */
  readonly isStored: boolean;
  /** Whether docker has it on this runner already. */
  readonly isOwn: boolean;
};

/** The doors that credentials come from. */
export type Givers = { readonly runner: Runner; readonly keyless: Keyless; readonly docker: Docker };

/** SourceOf tells the source for a destination. */
export type SourceOf = (destination: Repository) => CredentialSource;

/**
 * openSources finds the source of the credential for each destination. What is stored, in the inputs or by docker, is
 * read at once, and masked; what is exchanged is fetched when it is asked for. Throws INPUT_INVALID or
 * CREDENTIAL_MISSING.
 */
export async function openSources(inputs: GivenInputs, { runner, keyless, docker }: Givers): Promise<SourceOf> {
  const { destinations } = inputs;
  const masked = maskedBy(runner, destinations);
  const given = await readGiven(runner, inputs);
  const account = given.account === undefined ? [] : [given.account];
  const ofWorkflow = [...account, ...given.registryAuth.map(({ credential }) => credential)];
  for (const credential of ofWorkflow) {
    masked(credential);
    if ('password' in credential) runner.noteSecret(credential.password.reveal());
  }
  const choices = choose(destinations, given);
  if (!choices.ok) throw invalid(choices.problems);

  const sourceFor = async ({ choice, destination }: Chosen): Promise<CredentialSource> => {
    switch (choice.kind) {
      case 'identity':
        return exchanged(() => keyless.credential(choice.identity, destination), masked);
      case 'own-login': {
        const { credential, from } = await findOwn(docker, destination.registry);
        return stored(masked(credential), `, the login that docker has on this runner (${from})`);
      }
      case 'stored':
        return stored(choice.credential);
    }
  };
  const sources: { readonly destination: Repository; readonly source: CredentialSource }[] = [];
  for (const each of choices.value) {
    sources.push({ destination: each.destination, source: await sourceFor(each) });
  }
  return (destination) => {
    const found = sources.find((each) => sameRepository(each.destination, destination));
    if (found === undefined) throw missing(destination.registry);
    return found.source;
  };
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
  return `with ${kind}, good until ${new Date(expiresAt).toISOString()} for ${width}`;
}

function stored(credential: Credential, found = ''): CredentialSource {
  const whose = async () => `${accountOf(credential)}${found}`;
  return { current: async () => credential, whose, isStored: true, isOwn: found !== '' };
}

async function findOwn(docker: Docker, registry: string): Promise<OwnLogin> {
  const found = await docker.findLogin(registry);
  if (found === undefined) throw missing(registry);
  return found;
}

function missing(registry: string): ActionError {
  const message = `No credential for ${registry}: no input gives one, and docker has no login there on this runner.`;
  return new ActionError('CREDENTIAL_MISSING', message, {
    hint:
      `Give "username" and "password", an entry of "registry-auth" for ${registry}, or an "identity" there. ` +
      EMPTY_SECRETS,
  });
}
