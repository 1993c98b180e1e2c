import type { Credential } from '../credential.ts';
import type { EngineLogin } from '../docker/docker.ts';
import type { Open } from '../gate/verdict.ts';
import type { Repository } from '../image/reference.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { OpenRegistry, Registry } from '../registry/registry.ts';
import { type CredentialSource, type Givers, openSources } from './credential-source.ts';

/** Under this name the post step finds the folder to remove, should this step be killed. */
export const CONFIG_STATE = 'docker-config';

/** The doors that signing in goes through. */
export type Doors = Givers & { readonly openRegistry: OpenRegistry };

/** A login that was proved: a session with the registry, and the engine signed in privately. */
export type Login = {
  readonly registry: Registry;
  /** engine is the engine's login; a new one when the credential of the last has run out. */
  readonly engine: () => Promise<EngineLogin>;
  /** What was shown, as the end of "Signed in to … ". */
  readonly whose: string;
};

/** Keyring holds the credentials of a run for as long as it lasts. */
export type Keyring = {
  /** signIn proves the credential for a destination at its registry, and hands it to the engine if that pushes. */
  readonly signIn: (destination: Repository) => Promise<Login>;
  /** signOut ends every session and removes the private configuration with the credentials in it. */
  readonly signOut: () => Promise<void>;
};

/** What is signed in to, and whether the engine is, or only we are. */
export type Needs = { readonly inputs: Inputs; readonly byEngine: boolean };

/**
 * openKeyring finds the credentials and masks every form of them. It asks for an open verdict so that no secret is
 * touched before the gate has opened.
 */
export async function openKeyring(_open: Open, { inputs, byEngine }: Needs, doors: Doors): Promise<Keyring> {
  const { runner, docker, openRegistry } = doors;
  const { caFile, authHosts } = inputs;
  const sourceFor = await openSources(inputs, doors);
  const config = docker.planConfig();
  // Before there is anything in it: a killed step leaves nothing that the post step does not know of.
  if (byEngine) runner.saveState(CONFIG_STATE, config.folder);
  const sessions: Registry[] = [];

  const engineOf = ({ registry }: Repository, { current }: CredentialSource): Login['engine'] => {
    let held: { readonly credential: Credential; readonly login: EngineLogin } | undefined;
    return async () => {
      const credential = await current();
      if (held?.credential !== credential) {
        held = { credential, login: await docker.login(config, { registry, credential }) };
      }
      return held.login;
    };
  };
  return {
    signIn: async (repository) => {
      const source = sourceFor(repository);
      const whose = await source.whose();
      const trusted = caFile === undefined ? {} : { caFile };
      const registry = await openRegistry({ repository, credential: source.current, authHosts, ...trusted });
      sessions.push(registry);
      await registry.authenticate();
      const engine = engineOf(repository, source);
      if (byEngine) await engine();
      return { registry, engine, whose };
    },
    signOut: async () => {
      for (const session of sessions) session.close();
      if (byEngine) await docker.removeConfig(config);
    },
  };
}
