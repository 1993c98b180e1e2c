import type { Docker, EngineLogin } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import type { Open } from '../gate/verdict.ts';
import type { Repository } from '../image/reference.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Credential, OpenRegistry, Registry } from '../registry/registry.ts';
import type { Runner } from '../runner/runner.ts';
import { maskedForms, Secret } from '../secret.ts';

/** Under this name the post step finds the folder to remove, should this step be killed. */
export const CONFIG_STATE = 'docker-config';

/** The doors that signing in goes through. */
export type Doors = { readonly runner: Runner; readonly docker: Docker; readonly openRegistry: OpenRegistry };

/** A login that was proved: a session with the registry, and the engine signed in privately. */
export type Login = { readonly registry: Registry; readonly engine: EngineLogin };

/** Keyring holds the credentials of a run for as long as it lasts. */
export type Keyring = {
  /** signIn proves the credential for a destination at its registry, and hands it to `docker login`. */
  readonly signIn: (destination: Repository) => Promise<Login>;
  /** signOut ends every session and removes the private configuration with the credentials in it. */
  readonly signOut: () => Promise<void>;
};

/**
 * openKeyring reads the credential and masks every form of it. It asks for an open verdict so that no secret is
 * touched before the gate has opened.
 */
export function openKeyring(_open: Open, inputs: Inputs, { runner, docker, openRegistry }: Doors): Keyring {
  const { destinations, caFile, authHosts } = inputs;
  const credential = readCredential(runner, inputs.username);
  const servers = [...destinations.map(({ registry }) => registry), 'https://index.docker.io/v1/'];
  for (const form of maskedForms({ ...credential, servers })) runner.mask(form);
  const config = docker.planConfig();
  // Before there is anything in it: a killed step leaves nothing that the post step does not know of.
  runner.saveState(CONFIG_STATE, config.folder);
  const sessions: Registry[] = [];
  return {
    signIn: async (repository) => {
      const trusted = caFile === undefined ? {} : { caFile };
      const registry = await openRegistry({ repository, credential, authHosts, ...trusted });
      sessions.push(registry);
      await registry.authenticate();
      return { registry, engine: await docker.login(config, { registry: repository.registry, ...credential }) };
    },
    signOut: async () => {
      for (const session of sessions) session.close();
      await docker.removeConfig(config);
    },
  };
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
