import { randomUUID } from 'node:crypto';
import { chown, readFile, realpath, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { ActionError, asError } from '../../errors.ts';
import type { Credential } from '../../secret/credential.ts';
import type { Clock } from '../../time/clock.ts';
import { type AuthConfig, credentialIn, parseAuthConfig } from '../auth-config.ts';
import type { EngineAccount, Forgotten, KeepPlan } from '../docker.ts';
import { usersFolder } from '../environment.ts';
import { isThere, keptToken } from '../private-config.ts';
import { type Ledger, printConfig, type Shelf, withLogin, withoutLogins } from './ledger.ts';
import { type Locker, withLock } from './lock.ts';

/** How long a job may take on a self-hosted runner, in milliseconds: five days. */
const LONGEST_JOB = 5 * 24 * 3_600_000;

/** Whose environment and home it is. */
export type User = { readonly env: NodeJS.ProcessEnv; readonly home?: string };
export type Waiting = { readonly clock: Clock; readonly signal: AbortSignal };

/**
 * planKeeping finds the files in which later steps look for logins: docker's, and the one at home, which is the only
 * one that actions/attest knows (`@sigstore/oci`, `credentials.ts`). It writes nothing. Throws INPUT_INVALID if a login
 * could not be left there, or docker would not find it.
 */
export async function planKeeping(registries: readonly string[], user: User): Promise<KeepPlan> {
  const given = parseAuthConfig(user.env.DOCKER_AUTH_CONFIG ?? '');
  for (const registry of registries) {
    if (credentialIn(given, registry) !== undefined) throw hidden(registry);
  }
  const files = await filesOf(user);
  for (const file of files) {
    await readShelf(file).catch((error: unknown) => {
      throw unusable(asError(error));
    });
  }
  return { id: randomUUID(), files };
}

/** keepLogins leaves logins in the files of a plan. A problem with one file does not stop the others. */
export async function keepLogins(
  { id, files }: KeepPlan,
  accounts: readonly EngineAccount[],
  waiting: Waiting,
): Promise<void> {
  const since = waiting.clock.date();
  await eachOf(files, (file) =>
    change(file, { id, ...waiting }, (found) =>
      accounts.reduce(
        (shelf, { registry, credential }) => withLogin(shelf, { id, since, registry, login: entryOf(credential) }),
        found,
      ),
    ),
  );
}

/**
 * forgetLogins removes the logins of a plan, and those whose jobs ended long ago. Without a plan, it uses the files in
 * which docker looks now. A problem with one file does not stop the others.
 */
export async function forgetLogins(plan: KeepPlan | undefined, user: User, waiting: Waiting): Promise<Forgotten> {
  const { id, files } = plan ?? { id: randomUUID(), files: await filesOf(user) };
  const outlived = waiting.clock.date() - LONGEST_JOB;
  const noted: string[] = [];
  for (const file of files) if (await isThere(besideOf(file))) noted.push(file);
  const left = await eachOf(noted, (file) =>
    change(file, { id, ...waiting }, (shelf) =>
      withoutLogins(shelf, (kept) => kept.id === id || kept.since < outlived),
    ),
  );
  const sum = (of: keyof Forgotten) => left.reduce((total, each) => total + each[of], 0);
  return { removed: sum('removed'), replaced: sum('replaced') };
}

/** eachOf continues with all files if one fails, and then throws that error. */
async function eachOf<T>(files: readonly string[], work: (file: string) => Promise<T>): Promise<readonly T[]> {
  const ended = await Promise.allSettled(files.map(work));
  return ended.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
}

/** What docker writes for a credential. */
function entryOf(credential: Credential): object {
  if (!('password' in credential)) return keptToken(credential);
  return { auth: Buffer.from(`${credential.username}:${credential.password.reveal()}`).toString('base64') };
}

async function filesOf({ env, home = homedir() }: User): Promise<readonly string[]> {
  const folders = [usersFolder(env, home), join(home, '.docker')];
  return [...new Set(await Promise.all(folders.map((folder) => targetOf(resolve(folder, 'config.json')))))];
}

/** A link is followed, as docker does: a file in its place would break the user's own setup. */
async function targetOf(path: string): Promise<string> {
  const folder = dirname(path);
  return realpath(path).catch(async () => join(await realpath(folder).catch(() => folder), basename(path)));
}

/** Our folder beside docker's file: it has the ledger of the logins, a lock, and new versions before they are moved. */
function besideOf(file: string): string {
  return `${file}.verified-image-push`;
}

const NOTHING: Ledger = { missing: [], kept: [] };

/**
 * change rewrites docker's file and the ledger of the logins in it, while no other step of ours does. The ledger has a
 * login before the file has it, and until it is removed from the file.
 */
async function change<T extends Shelf>(file: string, locker: Locker, work: (shelf: Shelf) => T): Promise<T> {
  const beside = besideOf(file);
  const changed = await withLock(beside, locker, async (madeParent) => {
    for (const name of ['config', 'ledger']) await rm(join(beside, `${name}.new`), { force: true });
    const { text, config, ledger } = await readShelf(file);
    const missing = madeParent ? [...ledger.missing, 'folder' as const] : ledger.missing;
    const after = work({ config, ledger: { ...ledger, missing } });
    const writes = [() => writeLedger(beside, after.ledger), () => writeConfig(file, after.config, text)];
    for (const write of after.ledger.kept.length > ledger.kept.length ? writes : writes.reverse()) await write();
    return after;
  });
  const { kept, missing } = changed.ledger;
  if (kept.length === 0 && missing.includes('folder')) await rmdir(dirname(file)).catch(() => {});
  return changed;
}

async function readShelf(file: string): Promise<Shelf & { readonly text: string | undefined }> {
  const text = await readText(file);
  const config = text === undefined ? undefined : parse(file, text);
  const isSound = config === undefined || [config, config?.auths ?? {}, config?.credHelpers ?? {}].every(isRecord);
  if (!isSound) throw damaged(file, 'docker does not write it like this');
  const path = join(besideOf(file), 'ledger.json');
  const noted = await readText(path);
  const ledger = noted === undefined ? NOTHING : (parse(path, noted) as Ledger);
  if (!Array.isArray(ledger?.kept) || !Array.isArray(ledger.missing))
    throw damaged(path, 'it was changed since this action wrote it');
  return { text, config: config ?? undefined, ledger };
}

/** Undefined if there is no such file; a link to nothing is an error. */
async function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !(await isThere(path))) return undefined;
    throw damaged(path, error.message);
  });
}

function parse(path: string, text: string): (AuthConfig & Partial<Ledger>) | null {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(path, 'it is not JSON');
  }
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function writeLedger(beside: string, ledger: Ledger): Promise<void> {
  const path = join(beside, 'ledger.json');
  if (ledger.kept.length === 0) return rm(path, { force: true });
  await writeFile(join(beside, 'ledger.new'), JSON.stringify(ledger), { mode: 0o600, flag: 'wx' });
  await rename(join(beside, 'ledger.new'), path);
}

/** The file keeps its owner, and from then on nobody else can read it. */
async function writeConfig(file: string, config: AuthConfig | undefined, before: string | undefined): Promise<void> {
  if (config === undefined) return before === undefined ? undefined : rm(file, { force: true });
  const text = printConfig(config, before);
  if (text === before) return;
  const path = join(besideOf(file), 'config.new');
  const users = await stat(file).catch(() => undefined);
  await writeFile(path, text, { mode: 0o600 & (users?.mode ?? 0o600), flag: 'wx' });
  if (users !== undefined) await chown(path, users.uid, users.gid).catch(() => {});
  await rename(path, file);
}

function hidden(registry: string): ActionError {
  const message = `keep-login: docker would not use the login for ${registry}, because DOCKER_AUTH_CONFIG has another one.`;
  return new ActionError('INPUT_INVALID', message, {
    hint: 'Remove the registry from DOCKER_AUTH_CONFIG, or leave "keep-login" out; no registry was contacted.',
  });
}

function unusable(cause: Error): ActionError {
  return new ActionError('INPUT_INVALID', `keep-login: no login can be left: ${cause.message}.`, {
    hint: 'Fix or remove the file, or leave "keep-login" out; no registry was contacted.',
    cause,
  });
}

function damaged(path: string, why: string): Error {
  return new Error(`${path} cannot be read: ${why}`);
}
