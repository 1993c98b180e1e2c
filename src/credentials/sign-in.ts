import type { EngineLogin, PrivateConfig } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import type { Open } from '../gate/verdict.ts';
import { type Repository, sameRegistry, sameRepository } from '../image/reference.ts';
import type { OpenRegistry, Registry } from '../registry/registry.ts';
import type { Credential } from '../secret/credential.ts';
import { type Advice, advise, type CredentialPolicy } from './advice.ts';
import { isOneLogin } from './choose-credential.ts';
import { type CredentialSource, type Givers, openChosen, readChoices } from './credential-source.ts';
import { type EngineAt, type EngineLogins, openEngineLogins } from './engine-logins.ts';
import type { CredentialScope } from './handover.ts';
import { formOf } from './kinds.ts';
import type { KeepInputs } from './left-logins.ts';
import { openKeeping } from './left-logins.ts';
import { slipsIn } from './likely-slips.ts';
import { maskedBy } from './masking.ts';
import type { GivenInputs } from './read-given.ts';
import { CONFIG_STATE } from './state-names.ts';

/** The doors for signing in. */
export type Doors = Givers & { readonly openRegistry: OpenRegistry };

/** A proved login: a session with the registry, and the engine signed in privately. */
export type Login = {
  readonly registry: Registry;
  /** engine is the engine's login; a new one if the last credential has expired. */
  readonly engine: () => Promise<EngineLogin>;
  /** mountsFrom tells whether blobs may be mounted from another repository: on this registry, with this credential. */
  readonly mountsFrom: (other: Repository) => boolean;
  /** What was shown, as the end of "Signed in to … ". */
  readonly whose: string;
  /** What the engine got. */
  readonly given: string;
  /** What to say about the credential; the registry may be asked for it meanwhile. */
  readonly use: Promise<CredentialUse>;
};

/** How the credential for a destination was used: whose it is, what the engine got, and advice on it. */
export type CredentialUse = {
  readonly repository: Repository;
  readonly whose: string;
  /** The user name, which may itself be a secret; undefined for a token without a name. */
  readonly username: string | undefined;
  readonly given: string;
  /** Undefined if advice is off. */
  readonly advice: Advice | undefined;
};

/**
 * Keyring holds the credentials of a run as long as it lasts. Disposing of it ends every session, and removes its
 * folder.
 */
export type Keyring = AsyncDisposable & {
  /**
   * signIn proves the credential for a destination at its registry, and gives it to the engine if the engine pushes.
   */
  readonly signIn: (destination: Repository) => Promise<Login>;
  /** keepLogins leaves logins for later steps, if that is wanted, and returns what to say about it. */
  readonly keepLogins: () => Promise<readonly string[]>;
  /** A folder that no one else uses, for what the engine gets and saves. */
  readonly config: PrivateConfig;
};

/** The inputs that matter for signing in. */
export type SignInInputs = GivenInputs &
  KeepInputs & {
    readonly credentialScope: CredentialScope;
    readonly credentialPolicy: CredentialPolicy;
    /** When the stored credential was created, in milliseconds since 1970, and after how many days it is too old. */
    readonly credentialAge: { readonly created: number | undefined; readonly maxAge: number };
    /** Path of a repository on the registry of the destinations that may have layers of the image. */
    readonly mountFrom: string | undefined;
    readonly caFile: string | undefined;
    /** Hosts besides the registry's own domain that may have its token service, as `host` or `host:port`. */
    readonly authHosts: readonly string[];
  };

/** The inputs, and whether the engine signs in too, or only we do. */
export type Needs = { readonly inputs: SignInInputs; readonly byEngine: boolean };

/**
 * openKeyring finds the credentials and masks every form of them. It requires an open verdict, so no secret is used
 * before the gate has opened.
 */
export async function openKeyring(_open: Open, { inputs, byEngine }: Needs, doors: Doors): Promise<Keyring> {
  const { runner, docker, openRegistry } = doors;
  const { caFile, authHosts, credentialScope } = inputs;
  const chosen = await readChoices(inputs, doors);
  const mountable = (repository: Repository): readonly Repository[] =>
    (inputs.sources ?? []).filter((other) => {
      const isBeside = sameRegistry(repository.registry, other.registry) && !sameRepository(repository, other);
      return isBeside && isOneLogin(chosen.choiceFor(repository), chosen.choiceFor(other));
    });
  // An engine finds out itself what it can mount.
  const given = byEngine || inputs.mountFrom === undefined ? [] : [inputs.mountFrom];
  const mountsAt = (repository: Repository) => [
    ...new Set([...given, ...mountable(repository).map(({ path }) => path)]),
  ];
  const destinations = inputs.destinations.map((at) => ({ at, mountFrom: mountsAt(at) }));
  const sourceFor = await openChosen(destinations, chosen, doors);
  const isMounting = destinations.some(({ mountFrom }) => mountFrom.length > 0);
  const unmounting = inputs.destinations.map((at) => ({ at, mountFrom: [] }));
  // Later steps need no layers of other repositories.
  const keptFor = inputs.keepLogin && isMounting ? await openChosen(unmounting, chosen, doors) : sourceFor;
  const keepLogins = await openKeeping(inputs, keptFor, doors);
  const config = docker.planConfig();
  const desk = { docker, config, masked: maskedBy(runner, inputs.destinations), now: runner.now };
  const sessions: Registry[] = [];
  // Before anything is in it: if this step is killed, the post step must know what it has left.
  runner.saveState(CONFIG_STATE, config.folder);

  return {
    signIn: async (repository) => {
      const source = sourceFor(repository);
      const whose = await source.whose();
      const trusted = caFile === undefined ? {} : { caFile };
      const others = mountable(repository);
      const mountFrom = mountsAt(repository);
      const registry = await openRegistry({ repository, credential: source.current, authHosts, mountFrom, ...trusted });
      sessions.push(registry);
      await explained(source, () => registry.authenticate());
      const advising = adviseOn({ repository, registry, source }, inputs, runner.now());
      // The code that needs it gets the error.
      advising.catch(() => undefined);
      const at = { repository, registry, source, scope: credentialScope };
      const { engine, given: handed } = byEngine
        ? await explained(source, () => openEngineLogins(at, desk))
        : NO_ENGINE;
      const username = nameOf(await source.current());
      const mountsFrom = (other: Repository) => others.some((each) => sameRepository(each, other));
      const use = advising.then((advice) => ({ repository, whose, username, given: handed, advice }));
      use.catch(() => undefined);
      return { registry, engine, mountsFrom, whose, given: handed, use };
    },
    keepLogins,
    config,
    [Symbol.asyncDispose]: async () => {
      for (const session of sessions) session.close();
      await docker.removeConfig(config);
    },
  };
}

function nameOf(credential: Credential): string | undefined {
  return 'username' in credential ? credential.username : undefined;
}

/** explained adds, if a password is rejected, what is odd about its text: that may be the cause. */
export async function explained<T>(source: CredentialSource, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'LOGIN_FAILED' || !source.isStored) throw error;
    const hint = [error.hint, ...slipsIn(await source.current())].join(' ');
    throw new ActionError(error.code, error.message, { hint, cause: error.cause });
  }
}

/** If the engine does not push, it must not get the credential. */
const NO_ENGINE: EngineLogins = {
  engine: () => Promise.reject(new Error('the engine was not signed in')),
  given: 'nothing, because it does not push this image',
};

async function adviseOn(
  { repository, registry, source }: Omit<EngineAt, 'scope'>,
  { credentialAge, credentialPolicy }: SignInInputs,
  now: number,
): Promise<Advice | undefined> {
  if (credentialPolicy === 'off') return undefined;
  const form = formOf(repository.registry, await source.current());
  const { maxAge } = credentialAge;
  const { path } = repository;
  // A credential for the job's own identity is as limited and short-lived as the provider makes it.
  if (!source.isStored) return advise({ form, path, grants: undefined, created: undefined, maxAge, now });
  return advise({ form, path, grants: await registry.grants(), created: credentialAge.created, maxAge, now });
}
