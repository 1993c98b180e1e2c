import type { Docker, PrivateConfig } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import type { Open } from '../gate/verdict.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Credential, OpenRegistry, Registry } from '../registry/registry.ts';
import type { Runner } from '../runner/runner.ts';
import { maskedForms, Secret } from '../secret.ts';

/** Under this name the post step finds the folder to remove, should this step be killed. */
export const CONFIG_STATE = 'docker-config';

/** The doors that signing in goes through. */
export type Doors = { readonly runner: Runner; readonly docker: Docker; readonly openRegistry: OpenRegistry };

/** A login that was proved: a session with the registry, and the engine signed in privately. */
export type Login = { readonly registry: Registry; readonly config: PrivateConfig };

/**
 * signIn reads the credential, masks every form of it, proves it at the registry, and hands it to `docker login` in a
 * private configuration. It asks for an open verdict so that no secret is touched before the gate has opened.
 * Whatever fails, nothing of it stays behind.
 */
export async function signIn(_open: Open, inputs: Inputs, { runner, docker, openRegistry }: Doors): Promise<Login> {
  const { image: repository, caFile, authHosts } = inputs;
  const credential = readCredential(runner, inputs.username);
  const servers = [repository.registry, 'https://index.docker.io/v1/'];
  for (const form of maskedForms({ ...credential, servers })) runner.mask(form);
  const registry = await openRegistry({
    repository,
    credential,
    authHosts,
    ...(caFile === undefined ? {} : { caFile }),
  });
  const config = docker.planConfig();
  try {
    await registry.authenticate();
    runner.saveState(CONFIG_STATE, config.folder);
    await docker.login(config, repository.registry, credential.username, credential.password);
  } catch (error) {
    await signOut({ registry, config }, docker);
    throw error;
  }
  return { registry, config };
}

/** signOut ends the session and removes the private configuration with the credential in it. */
export async function signOut({ registry, config }: Login, docker: Docker): Promise<void> {
  registry.close();
  await docker.removeConfig(config);
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
