import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ActionError, asError } from '../errors.ts';
import { dockerServer } from '../image/reference.ts';
import { oneLine } from '../text/printable.ts';
import { type AuthConfig, credentialIn, helperFor, parseAuthConfig, parseHelperAnswer } from './auth-config.ts';
import type { Child, Ended } from './child.ts';
import type { OwnLogin } from './docker.ts';
import { helperEnvironment, usersFolder } from './environment.ts';

/** How long a credential helper may take, in milliseconds; some ask a cloud. */
const PATIENCE = 60_000;
/**
 * What helpers print if they have no login for the registry (docker/docker-credential-helpers, `credentials/error.go`).
 */
const NOT_FOUND = /credentials not found/i;

export type OwnLoginOptions = {
  readonly env: NodeJS.ProcessEnv;
  readonly run: (child: Child, signal: AbortSignal) => Promise<Ended>;
  readonly signal: AbortSignal;
};

/**
 * findOwnLogin looks for the login at a registry where docker looks, in its order: `DOCKER_AUTH_CONFIG`, a credential
 * helper or store, the file. It writes nothing. Throws CREDENTIAL_MISSING if a configured helper does not answer, or if
 * the file is damaged: docker then reads nothing in it, and only warns.
 */
export async function findOwnLogin(registry: string, options: OwnLoginOptions): Promise<OwnLogin | undefined> {
  const { env } = options;
  const given = credentialIn(parseAuthConfig(env.DOCKER_AUTH_CONFIG ?? ''), registry);
  if (given !== undefined) return { credential: given, from: 'DOCKER_AUTH_CONFIG' };
  const text = await readFile(configOf(env), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw damaged(env, registry, `cannot be read (${error.code})`);
  });
  const problem = problemOf(text);
  if (problem !== undefined) throw damaged(env, registry, problem);
  const config = parseAuthConfig(text);
  const helper = helperFor(config, registry);
  if (helper !== undefined) return askHelper(`docker-credential-${helper}`, registry, options);
  const credential = credentialIn(config, registry);
  return credential && { credential, from: 'the docker configuration of this runner' };
}

/** readUsersConfig reads the user's docker configuration; a missing or damaged one is empty. */
export async function readUsersConfig(env: NodeJS.ProcessEnv): Promise<AuthConfig> {
  return parseAuthConfig(await readFile(configOf(env), 'utf8').catch(() => ''));
}

function configOf(env: NodeJS.ProcessEnv): string {
  return join(usersFolder(env), 'config.json');
}

/** The problem with the text of the file, as the end of a sentence. An empty file is valid, and has no logins. */
function problemOf(text: string): string | undefined {
  if (text.startsWith('\ufeff')) return 'begins with a byte order mark';
  if (text.trim() === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'is no JSON object';
  } catch {
    return 'is not JSON';
  }
}

function damaged(env: NodeJS.ProcessEnv, registry: string, problem: string): ActionError {
  const message = `No credential for ${registry}: no input has one, and docker's configuration ${configOf(env)} ${problem}, so docker is not signed in there.`;
  return new ActionError('CREDENTIAL_MISSING', message, {
    hint: 'Let the step that writes this file write JSON in UTF-8 without a byte order mark, or set "username" and "password".',
  });
}

async function askHelper(
  program: string,
  registry: string,
  { env, run, signal }: OwnLoginOptions,
): Promise<OwnLogin | undefined> {
  const asked = { program, args: ['get'], stdin: dockerServer(registry), env: helperEnvironment(env) };
  const ended = await run(asked, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)])).catch((error: unknown) => {
    signal.throwIfAborted();
    throw unanswered(program, registry, asError(error).message);
  });
  if (ended.exitCode !== 0) {
    if (NOT_FOUND.test(ended.stdout) || NOT_FOUND.test(ended.stderr)) return undefined;
    // If the helper works, stdout has secrets, so it is not quoted.
    throw unanswered(program, registry, `exit code ${ended.exitCode} ${ended.stderr.trim().split('\n').at(-1) ?? ''}`);
  }
  const credential = parseHelperAnswer(ended.stdout);
  return credential && { credential, from: program };
}

function unanswered(program: string, registry: string, why: string): ActionError {
  return new ActionError(
    'CREDENTIAL_MISSING',
    `${program}, which docker's configuration names for ${registry}, gave no credential: ${oneLine(why)}.`,
    { hint: 'Run it in a step before this one to see why, or set "username" and "password" instead.' },
  );
}
