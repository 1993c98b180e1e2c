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
/** What `planConfig` makes, to the letter. */
const OURS = new RegExp(`^${PREFIX}[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$`);

/**
 * How a folder is removed into which a `docker login` that outlived its step may still be writing: again, as long as
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

/** makeConfig makes the folder, readable by us alone. It throws if there is one already: it would not be ours. */
export async function makeConfig({ folder }: PrivateConfig): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
}

/** savedImagePath is the place of the image that the engine saves in it. */
export function savedImagePath({ folder }: PrivateConfig): string {
  return join(folder, 'image.tar');
}

/** A login to be made: the name of its folder, and what is in it from the beginning, under docker's names. */
export type LoginPlan = {
  readonly name: string;
  readonly auths: Readonly<Record<string, object>>;
  readonly env: NodeJS.ProcessEnv;
};

/**
 * makeLogin creates the folder of one login in it, with the parts of the user's configuration that are no secret. Each
 * login has a separate folder: `docker login` rewrites the whole file, and of two at the same time one would be lost.
 */
export async function makeLogin(config: PrivateConfig, { name, auths, env }: LoginPlan): Promise<EngineLogin> {
  const users = usersFolder(env);
  const folder = join(config.folder, name);
  await mkdir(folder, { mode: 0o700 });
  // Contexts name the engine to talk to; docker looks for them only inside its configuration folder.
  await symlink(join(users, 'contexts'), join(folder, 'contexts'), 'junction');
  const carried = carriedOver(await readUsersConfig(env), users);
  // With no login at all in it, docker would keep ours in the desktop's credential store, where it would stay.
  const written = { ...carried, auths: { [PLACEHOLDER]: {}, ...auths } };
  await writeFile(join(folder, 'config.json'), JSON.stringify(written), { mode: 0o600, flag: 'wx' });
  return { folder };
}

/** keptToken writes a token as docker keeps it (docker/cli, `types.AuthConfig`). */
export function keptToken(credential: Exclude<Credential, { password: unknown }>): object {
  return 'identityToken' in credential
    ? { identitytoken: credential.identityToken.reveal() }
    : { registrytoken: credential.registryToken.reveal() };
}

/** removeConfig deletes the folder, and tells whether it was there. */
export async function removeConfig({ folder }: PrivateConfig): Promise<boolean> {
  // The post step has the name from a file that other steps' output can reach: no other folder is ever deleted.
  if (!basename(folder).startsWith(PREFIX)) throw new Error('this is no folder of this action');
  const wasThere = await isThere(folder);
  await rm(folder, INSISTING);
  return wasThere;
}

/**
 * removeOutlived deletes every folder of ours in the temporary one that was last touched before a moment, in
 * milliseconds since 1970, and the files that bar them; it returns how many. What is not this user's is left alone.
 */
export async function removeOutlived(env: NodeJS.ProcessEnv, before: number): Promise<number> {
  const temporary = temporaryFolder(env);
  // Where there is no such folder, nothing was left.
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
 * barConfig puts an empty file in the place of the folder: a `docker login` that outlived us would otherwise make
 * the folder again and write the password there.
 */
export async function barConfig(config: PrivateConfig): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeFile(config.folder, '', { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Made again since it was removed: once more, and then it is an error to tell.
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

/** withoutUserinfo drops `user:password@` from every address in a value, at any depth. */
function withoutUserinfo(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/(^|\/\/)[^/]*@/g, '$1');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutUserinfo(inner)]));
}

/** isThere tells whether there is anything by that name, a link too. */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
