import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { getuid } from 'node:process';
import type { Credential } from '../secret/credential.ts';
import type { EngineLogin, PrivateConfig } from './docker.ts';
import { usersFolder } from './environment.ts';
import { readUsersConfig } from './own-login.ts';

const PREFIX = 'verified-image-push-';
/** Exactly the names that `planConfig` makes. */
const OURS = new RegExp(`^${PREFIX}[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`);

/**
 * How to remove a folder into which a `docker login` that outlived its step may still write: again, as long as
 * something new is in it, with pauses that grow by so many milliseconds.
 */
const INSISTING = { recursive: true, force: true, maxRetries: 10, retryDelay: 10 } as const;

/** A registry that does not exist (RFC 2606). */
const PLACEHOLDER = 'verified-image-push.invalid';

/** planConfig names our folder in the runner's temporary folder, which the runner clears between jobs. */
export function planConfig(env: NodeJS.ProcessEnv): PrivateConfig {
  return { folder: join(temporaryFolder(env), `${PREFIX}${randomUUID()}`) };
}

function temporaryFolder(env: NodeJS.ProcessEnv): string {
  return env.RUNNER_TEMP || tmpdir();
}

/** makeConfig creates the folder, readable only by us. It throws if the folder exists: it would not be ours. */
export async function makeConfig({ folder }: PrivateConfig): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
}

/** savedImagePath is the path of the image that the engine saves in it. */
export function savedImagePath({ folder }: PrivateConfig): string {
  return join(folder, 'image.tar');
}

/** A login to create: the name of its folder, and its first entries, under docker's names. */
export type LoginPlan = {
  readonly name: string;
  readonly auths: Readonly<Record<string, object>>;
  readonly env: NodeJS.ProcessEnv;
};

/**
 * makeLogin creates the folder of one login in it, with the parts of the user's configuration that are not secret. Each
 * login has a separate folder: `docker login` rewrites the whole file, and of two at the same time one would be lost.
 */
export async function makeLogin(config: PrivateConfig, { name, auths, env }: LoginPlan): Promise<EngineLogin> {
  const users = usersFolder(env);
  const folder = join(config.folder, name);
  await mkdir(folder, { mode: 0o700 });
  // Contexts name the engine to use; docker looks for them only inside its configuration folder.
  await symlink(join(users, 'contexts'), join(folder, 'contexts'), 'junction');
  const carried = carriedOver(await readUsersConfig(env), users);
  // If the file has no login, docker would store ours in the desktop's credential store, where it would stay.
  const written = { ...carried, auths: { [PLACEHOLDER]: {}, ...auths } };
  await writeFile(join(folder, 'config.json'), JSON.stringify(written), { mode: 0o600, flag: 'wx' });
  return { folder };
}

/** keptToken writes a token as docker stores it (docker/cli, `types.AuthConfig`). */
export function keptToken(credential: Exclude<Credential, { password: unknown }>): object {
  return 'identityToken' in credential
    ? { identitytoken: credential.identityToken.reveal() }
    : { registrytoken: credential.registryToken.reveal() };
}

/** removeConfig deletes the folder, and tells whether it existed. */
export async function removeConfig({ folder }: PrivateConfig): Promise<boolean> {
  // The post step reads the name from a file that other steps' output can reach: no other folder is ever deleted.
  if (!basename(folder).startsWith(PREFIX)) throw new Error('this is no folder of this action');
  const wasThere = await isThere(folder);
  await rm(folder, INSISTING);
  return wasThere;
}

/**
 * removeOutlived deletes every folder of ours in the temporary folder that was last changed before a moment, in
 * milliseconds since 1970, and the files that bar such folders. It returns how many. Files of other users stay.
 */
export async function removeOutlived(env: NodeJS.ProcessEnv, before: number): Promise<number> {
  const temporary = temporaryFolder(env);
  // If there is no such folder, nothing was left.
  const names = await readdir(temporary).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  let removed = 0;
  for (const name of names.filter((each) => OURS.test(each))) {
    const path = join(temporary, name);
    const seen = await lstat(path).catch(() => undefined);
    const isOurs = seen !== undefined && !seen.isSymbolicLink() && seen.uid === getuid?.();
    if (!isOurs || seen.mtimeMs >= before) continue;
    await rm(path, INSISTING);
    removed += 1;
  }
  return removed;
}

/**
 * barConfig puts an empty file in place of the folder. Otherwise a `docker login` that outlived us would create the
 * folder again and write the password there.
 */
export async function barConfig(config: PrivateConfig): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeFile(config.folder, '', { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // It was created again after the removal: try once more, and then report an error.
      if (attempt === 3) throw error;
      await removeConfig(config);
    }
  }
}

/** carriedOver picks what the engine's CLI needs of a user's configuration: never `auths`, helpers or headers. */
export function carriedOver(users: Record<string, unknown>, folder: string): Record<string, unknown> {
  const { currentContext, cliPluginsExtraDirs, proxies } = users;
  const plugins = Array.isArray(cliPluginsExtraDirs)
    ? cliPluginsExtraDirs.filter((dir) => typeof dir === 'string')
    : [];
  return {
    ...(typeof currentContext === 'string' ? { currentContext } : {}),
    ...(proxies === undefined ? {} : { proxies: withoutUserinfo(proxies) }),
    cliPluginsExtraDirs: [...plugins, join(folder, 'cli-plugins')],
  };
}

/** withoutUserinfo removes `user:password@` from every address in a value, at any depth. */
function withoutUserinfo(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/(^|\/\/)[^/]*@/g, '$1');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutUserinfo(inner)]));
}

/** isThere tells whether anything has that name, including a link. */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
