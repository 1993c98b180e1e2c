import { ActionError } from '../errors.ts';
import { type Repository, sameRegistry } from '../image/reference.ts';
import type { Identity } from '../keyless/keyless.ts';
import type { Runner } from '../runner/runner.ts';
import type { Credential } from '../secret/credential.ts';
import { Secret } from '../secret/secret.ts';
import type { Given } from './choose-credential.ts';
import { parseRegistryAuth } from './registry-auth.ts';

/** What the inputs say about credentials that is not secret. */
export type GivenInputs = {
  readonly destinations: readonly Repository[];
  /** Repositories that the image is read from; none if it is in no registry. */
  readonly sources?: readonly Repository[];
  readonly username: string;
  /** How this job signs in at registries without a stored secret, at most one for each registry. */
  readonly identities: readonly Identity[];
};

/** Why a secret may be empty. */
export const EMPTY_SECRETS =
  'A secret is empty if none has this name (check the spelling), in runs for forks and for Dependabot, in a job that does not name the environment of the secret, ' +
  'and in a reusable workflow if the caller does not pass it on.';

/**
 * readGiven reads the inputs that hold credentials, unless every repository has an identity. Throws CREDENTIAL_MISSING
 * if one half is missing, and INPUT_INVALID for an unreadable `registry-auth`. No error quotes their content.
 */
export async function readGiven(runner: Pick<Runner, 'secretInput'>, inputs: GivenInputs): Promise<Given> {
  const { destinations, sources = [], identities, username } = inputs;
  const all = [...destinations, ...sources];
  const needsNone = all.every((at) => identities.some(({ registry }) => sameRegistry(registry, at.registry)));
  if (needsNone) return { account: undefined, registryAuth: [], identities };
  return { account: readAccount(runner, username), registryAuth: await readRegistryAuth(runner), identities };
}

function readAccount(runner: Pick<Runner, 'secretInput'>, username: string): Credential | undefined {
  const given = withoutLineEnd(runner.secretInput('password'));
  const password = isNothing(given) ? new Secret('') : given;
  if (username === '' && password.isEmpty) return undefined;
  if (username !== '' && !password.isEmpty) return { username, password };
  const missing = username === '' ? '"username"' : '"password"';
  throw new ActionError('CREDENTIAL_MISSING', `No credential: ${missing} is empty.`, {
    hint: `Set both "username" and "password", the password from a secret. ${EMPTY_SECRETS}`,
  });
}

async function readRegistryAuth(runner: Pick<Runner, 'secretInput'>): Promise<Given['registryAuth']> {
  const text = runner.secretInput('registry-auth');
  if (text.reveal().trim() === '') return [];
  const auths = await parseRegistryAuth(text);
  if (!auths.ok && auths.isEmpty) {
    throw new ActionError('CREDENTIAL_MISSING', `No credential: registry-auth ${auths.problems.join(', and ')}.`, {
      hint: EMPTY_SECRETS,
    });
  }
  if (!auths.ok) throw invalid(auths.problems.map((problem) => `registry-auth: ${problem}`));
  return auths.value.map((auth) => {
    const { username, password } = auth.credential;
    return { ...auth, credential: { username, password: withoutLineEnd(password) } };
  });
}

/** invalid is the error for inputs that could not be judged before the gate opened. */
export function invalid(problems: readonly string[]): ActionError {
  return new ActionError('INPUT_INVALID', problems.join('\n'), {
    hint: 'Correct these inputs under "with:"; no registry was contacted.',
  });
}

/** The text that `toJSON` makes of a missing or empty secret is no secret. */
function isNothing(secret: Secret): boolean {
  return ['', 'null', '""', "''"].includes(secret.reveal().trim());
}

/** Secrets are often pasted with the end of their line; docker removes it, and so must we. */
function withoutLineEnd(secret: Secret): Secret {
  return new Secret(secret.reveal().replace(/\r?\n$/, ''));
}
