import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { ActionError, type StepCode } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import { dockerServer } from '../image/reference.ts';
import { configOfSavedImage } from '../tar/tar-stream.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { pauseBefore } from '../time/retry.ts';
import { type Child, type Ended, runDocker } from './child.ts';
import { engineFailure, lastWords, pushTransience, saveFailure, wantsLogin } from './cli-failures.ts';
import type { Docker, Engine, PrivateConfig } from './docker.ts';
import { childEnvironment } from './environment.ts';
import { parseEngine, parseImage } from './inspect.ts';
import { forgetLogins, keepLogins, planKeeping } from './left-logins/leave-logins.ts';
import { findOwnLogin } from './own-login.ts';
import {
  barConfig,
  keptToken,
  makeConfig,
  makeLogin,
  planConfig,
  removeConfig,
  removeOutlived,
  savedImagePath,
} from './private-config.ts';
import { watchPush } from './push-progress.ts';
import { platformsOfSavedImage } from './saved-platforms.ts';

/** What runs the docker CLI, and waits: the child processes and the clock of this machine. */
export type Machine = { readonly run: typeof runDocker; readonly clock: Clock };

/** dockerCli is the engine as the docker CLI on the PATH shows it. */
export function dockerCli(signal: AbortSignal, machine: Machine = { run: runDocker, clock: systemClock }): Docker {
  const { clock } = machine;
  let made: Promise<void> | undefined;
  let logins = 0;
  let engine: Promise<Engine> | undefined;

  const run = (args: readonly string[], more: Partial<Child> = {}, until = signal): Promise<Ended> =>
    machine.run({ args, env: childEnvironment(process.env), ...more }, until);
  /** For what must be put right also after the step was cancelled, when little time is left. */
  const runAnyway = (args: readonly string[]): Promise<Ended> =>
    run(args, {}, signal.aborted ? AbortSignal.timeout(QUICK) : signal);

  const expect = async (doing: string, ended: Ended, code: StepCode, hint: string): Promise<Ended> => {
    if (ended.exitCode !== 0) throw engineFailure(doing, ended, code, hint);
    return ended;
  };

  /**
   * Runs what talks to a registry, again as long as that may help. That a login is wanted is believed the second time
   * only: the credential has been proved before.
   */
  const persist = async (args: readonly string[], more: Partial<Child>, onAgain: Tell): Promise<Ended> => {
    const started = clock.now();
    let hasRenewed = false;
    for (let failed = 1; ; failed++) {
      const ended = await run(args, more);
      const renews: boolean = !hasRenewed && wantsLogin(ended);
      hasRenewed ||= renews;
      const transience = renews ? ({ kind: 'transient' } as const) : pushTransience(ended);
      const pause = pauseBefore(transience, { failed, spent: clock.now() - started }, Math.random());
      if (pause === undefined) return ended;
      onAgain(`that failed, trying again in ${Math.ceil(pause / 1000)} s: ${lastWords(ended)}`);
      await clock.sleep(pause, signal);
    }
  };

  const askEngine = async (): Promise<Engine> => {
    const ended = await run(['info', '--format', '{{json .}}']);
    const answer = parseEngine(ended.stdout);
    if (ended.exitCode !== 0 || answer === undefined) {
      throw engineFailure('Asking the Docker engine', ended, 'ENGINE_UNAVAILABLE', ENGINE_HINT);
    }
    return answer;
  };

  const make = (planned: PrivateConfig): Promise<void> => {
    made ??= makeConfig(planned);
    return made;
  };

  /** Reads an image as the engine saves it, as far as the reader wants. */
  const readSaved = async <T>(id: Digest, read: (stream: AsyncIterable<Uint8Array>) => Promise<T>): Promise<T> => {
    const child = spawn('docker', ['image', 'save', id], {
      env: childEnvironment(process.env),
      stdio: ['ignore', 'pipe', 'ignore'],
      signal,
    });
    // A child that could not be started, or was ended, has said nothing: that is the answer.
    child.once('error', () => {});
    try {
      return await read(child.stdout);
    } finally {
      child.kill();
    }
  };

  return {
    engine: () => {
      engine ??= askEngine();
      return engine;
    },
    findImage: async (nameOrId) => {
      engine ??= askEngine();
      const { store } = await engine;
      const ended = await runAnyway(['image', 'inspect', '--format', '{{json .}}', nameOrId]);
      if (ended.exitCode !== 0 && /no such (?:image|object)/i.test(ended.stderr)) return undefined;
      await expect('Looking the image up', ended, 'ENGINE_UNAVAILABLE', ENGINE_HINT);
      const image = parseImage(ended.stdout, store);
      if (image === undefined) throw unreadable(nameOrId);
      return image;
    },
    configDigest: (id) => readSaved(id, configOfSavedImage),
    savedPlatforms: (id) => readSaved(id, (stream) => platformsOfSavedImage(stream, id)),
    imageNames: async () => {
      const ended = await run(['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}']);
      await expect('Listing the images', ended, 'ENGINE_UNAVAILABLE', ENGINE_HINT);
      return ended.stdout.split('\n').filter((name) => name !== '' && !name.includes('<none>'));
    },
    tag: async (nameOrId, name) => {
      await expect('Naming the image', await runAnyway(['image', 'tag', nameOrId, name]), 'PUSH_FAILED', ENGINE_HINT);
    },
    untag: async (name) => {
      await expect(
        'Removing the name',
        await runAnyway(['image', 'rm', '--no-prune', name]),
        'PUSH_FAILED',
        ENGINE_HINT,
      );
    },

    planConfig: () => planConfig(process.env),
    findLogin: (registry) => findOwnLogin(registry, { env: process.env, run: machine.run, signal }),
    login: async (planned, { registry, credential }) => {
      await make(planned);
      logins += 1;
      const kept = 'password' in credential ? {} : { [dockerServer(registry)]: keptToken(credential) };
      const login = await makeLogin(planned, { name: String(logins), auths: kept, env: process.env });
      if (!('password' in credential)) return login;
      const { username, password } = credential;
      const args = ['login', `--username=${username}`, '--password-stdin', registry];
      const more = { stdin: password.reveal(), env: childEnvironment(process.env, login.folder) };
      await expect('docker login', await persist(args, more, () => {}), 'LOGIN_FAILED', LOGIN_HINT);
      return login;
    },
    removeConfig: async (planned, { afterKill } = { afterKill: false }) => {
      const wasThere = await removeConfig(planned);
      if (wasThere && afterKill) await barConfig(planned);
      return wasThere;
    },
    removeOutlived: (before) => removeOutlived(process.env, before),

    save: async (planned, id) => {
      await make(planned);
      const path = savedImagePath(planned);
      const ended = await run(['image', 'save', '--output', path, id]);
      // Docker ends with 0 also if it could not give the file its name.
      const saved = await stat(path).catch(() => undefined);
      if (ended.exitCode !== 0 || saved === undefined) throw saveFailure(ended);
      return { path, size: saved.size };
    },

    planKeeping: (registries) => planKeeping(registries, { env: process.env }),
    keepLogins: (plan, logins) => keepLogins(plan, logins, { clock, signal }),
    forgetLogins: (plan) => forgetLogins(plan, { env: process.env }, { clock, signal }),

    push: async ({ folder }, name, onProgress) => {
      using watch = watchPush(onProgress);
      const more = { onLine: watch.line, env: childEnvironment(process.env, folder) };
      const ended = await persist(['image', 'push', name], more, onProgress);
      return (await expect('docker push', ended, 'PUSH_FAILED', PUSH_HINT)).stdout;
    },
  };
}

/** How long naming an image may take after the step was cancelled, in milliseconds. */
const QUICK = 10_000;
type Tell = (line: string) => void;

const ENGINE_HINT = 'Run "docker info" in a step before this one to see what the engine says.';
const LOGIN_HINT = 'Check "username" and "password": the account must exist on this registry and its token be valid.';
const PUSH_HINT =
  'Run the job again; if it fails in the same way, look the message up in the documentation of the registry.';

function unreadable(nameOrId: string): ActionError {
  return new ActionError('ENGINE_UNAVAILABLE', `What the engine says of the image ${nameOrId} could not be read.`, {
    hint: ENGINE_HINT,
  });
}
