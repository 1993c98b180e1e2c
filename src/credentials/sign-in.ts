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

/** The doors that signing in goes through. */
export type Doors = Givers & { readonly openRegistry: OpenRegistry };

/** A login that was proved: a session with the registry, and the engine signed in privately. */
export type Login = {
  readonly registry: Registry;
  /** engine is the engine's login; a new one when the credential of the last has run out. */
  readonly engine: () => Promise<EngineLogin>;
  /** mountsFrom tells whether blobs may be mounted from another repository: on this registry, with this credential. */
  readonly mountsFrom: (other: Repository) => boolean;
  /** What was shown, as the end of "Signed in to … ". */
  readonly whose: string;
  /** What the engine was given. */
  readonly given: string;
  /** What there is to say of the credential, which the registry may be asked for meanwhile. */
  readonly use: Promise<CredentialUse>;
};

/** What became of the credential for a destination: whose it is, what the engine was given, what there is to say of it. */
export type CredentialUse = {
  readonly repository: Repository;
  readonly whose: string;
  /** The user name, which may itself be a secret; undefined for a token without a name. */
  readonly username: string | undefined;
  readonly given: string;
  /** Undefined where nobody wanted to know. */
  readonly advice: Advice | undefined;
};

/** Keyring holds the credentials of a run for as long as it lasts. Disposing of it ends every session, and removes its folder. */
export type Keyring = AsyncDisposable & {
  /** signIn proves the credential for a destination at its registry, and hands it to the engine if that pushes. */
  readonly signIn: (destination: Repository) => Promise<Login>;
  /** keepLogins leaves logins for later steps, where that is wanted, and returns what there is to say of it. */
  readonly keepLogins: () => Promise<readonly string[]>;
  /** A folder that no one else uses, for what the engine is given and what it saves. */
  readonly config: PrivateConfig;
};

/** The part of the inputs that signing in follows. */
export type SignInInputs = GivenInputs &
  KeepInputs & {
    readonly credentialScope: CredentialScope;
    readonly credentialPolicy: CredentialPolicy;
    /** When the stored credential was made, in milliseconds since 1970, and after how many days it is too old. */
    readonly credentialAge: { readonly created: number | undefined; readonly maxAge: number };
    /** Path of a repository on the registry of the destinations that may have layers of the image. */
    readonly mountFrom: string | undefined;
    readonly caFile: string | undefined;
    /** Hosts besides the registry's own domain that its token service may live on, as `host` or `host:port`. */
    readonly authHosts: readonly string[];
  };

/** What is signed in to, and whether the engine is, or only we are. */
export type Needs = { readonly inputs: SignInInputs; readonly byEngine: boolean };

/**
 * openKeyring finds the credentials and masks every form of them. It asks for an open verdict so that no secret is
 * touched before the gate has opened.
 */
export async function openKeyring(_open: Open, { inputs, byEngine }: Needs, doors: Doors): Promise<Keyring> {
  const { runner, docker, openRegistry } = doors;
  const { caFile, authHosts, credentialScope } = inputs;
  const chosen = await readChoices(inputs, doors);
  const sourceFor = await openChosen(inputs.destinations, chosen, doors);
  const mountable = (repository: Repository): readonly Repository[] =>
    (inputs.sources ?? []).filter((other) => {
      const isBeside = sameRegistry(repository.registry, other.registry) && !sameRepository(repository, other);
      return isBeside && isOneLogin(chosen.choiceFor(repository), chosen.choiceFor(other));
    });
  const keepLogins = await openKeeping(inputs, sourceFor, doors);
  const config = docker.planConfig();
  const desk = { docker, config, masked: maskedBy(runner, inputs.destinations), now: runner.now };
  const sessions: Registry[] = [];
  // Before there is anything in it: a killed step leaves nothing that the post step does not know of.
  runner.saveState(CONFIG_STATE, config.folder);

  return {
    signIn: async (repository) => {
      const source = sourceFor(repository);
      const whose = await source.whose();
      const trusted = caFile === undefined ? {} : { caFile };
      const others = mountable(repository);
      // An engine finds out by itself what it can mount.
      const given = byEngine || inputs.mountFrom === undefined ? [] : [inputs.mountFrom];
      const mountFrom = [...new Set([...given, ...others.map(({ path }) => path)])];
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

/** explained says, where a password is not taken, what is odd about its text: that may be why. */
export async function explained<T>(source: CredentialSource, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'LOGIN_FAILED' || !source.isStored) throw error;
    const hint = [error.hint, ...slipsIn(await source.current())].join(' ');
    throw new ActionError(error.code, error.message, { hint, cause: error.cause });
  }
}

/** Where the engine does not push, it has no business with the credential. */
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
  // What the job's own identity was exchanged for is as narrow and as short as the provider makes it.
  if (!source.isStored) return advise({ form, path, grants: undefined, created: undefined, maxAge, now });
  return advise({ form, path, grants: await registry.grants(), created: credentialAge.created, maxAge, now });
}
