import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { env, execPath, pid, platform } from 'node:process';

/**
 * A docker command has a separate process group, so that it can be ended with its children. But then it survives a step
 * that is killed, and its upload continues. So its environment names its step, also for its children: the number of the
 * process, and when it started. If that process no longer exists, the command is an orphan. It is ended: immediately by
 * the watcher of the step, or by the post step, or by the watcher of the next step on this machine.
 */
const OWNER = 'VERIFIED_IMAGE_PUSH_STEP';

/** Only on Linux can we read a process's environment without another program. */
const canSee = platform === 'linux' && existsSync('/proc/self/stat');

let watcher: ChildProcess | undefined;
/** How many docker commands are running. */
let running = 0;

/** What marks a docker command as ours, and what to do when it has ended. */
export type Watch = { readonly mark: Readonly<Record<string, string>> } & Disposable;

/** watchStep makes sure that a docker command ends with the step, however that ends. */
export function watchStep(): Watch {
  if (!canSee) return { mark: {}, [Symbol.dispose]: () => {} };
  const step = `${pid} ${statOf(pid).started}`;
  if (watcher === undefined || watcher.exitCode !== null || watcher.signalCode !== null) watcher = startWatcher(step);
  running += 1;
  return {
    mark: { [OWNER]: step },
    [Symbol.dispose]: () => {
      running -= 1;
    },
  };
}

/** endOrphans ends the docker processes of steps that no longer exist, and returns how many there were. */
export function endOrphans(): number {
  return canSee ? endOrphansOf(OWNER) : 0;
}

/**
 * The watcher is a separate Node process in a separate session, so a kill of the step's group does not reach it. It has
 * the other end of a pipe that closes when the step ends in any way. The runner ends the watcher with the job.
 */
function startWatcher(step: string): ChildProcess {
  const program = [statOf, isOver, endOrphansOf, watch].join('\n');
  const started = spawn(execPath, ['-e', `${program}\n${watch.name}('${OWNER}', '${step}');`], {
    env: env.RUNNER_TRACKING_ID === undefined ? {} : { RUNNER_TRACKING_ID: env.RUNNER_TRACKING_ID },
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
    detached: true,
  });
  // If the machine can start no more processes, the post step still checks.
  started.once('error', () => {});
  started.unref();
  (started.stdin as Socket).unref();
  process.once('exit', () => running === 0 && started.kill('SIGKILL'));
  return started;
}

// The watcher gets the source of the functions below: they must use nothing from outside.

/** The fields of proc_pid_stat(5) that matter. The name before them, in brackets, may contain anything. */
function statOf(pid: number | string): { readonly state: string; readonly group: number; readonly started: string } {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { state: fields[0] ?? '', group: Number(fields[2]), started: fields[19] ?? '' };
  } catch {
    return { state: '', group: 0, started: '' };
  }
}

/** A step is over if its process no longer exists, or is a zombie. Another process may have its number by then. */
function isOver(step: string): boolean {
  const [owner = '', since] = step.split(' ');
  const { state, started } = statOf(owner);
  return started !== since || state === 'Z' || state === 'X';
}

function endOrphansOf(variable: string): number {
  const { readdirSync, readFileSync, readlinkSync } = process.getBuiltinModule('node:fs');
  const owned = new RegExp(`(?:^|\\0)${variable}=(\\d+ \\d+)(?:\\0|$)`);
  // In another container, the step has a different process number.
  const isHere = (id: string) => readlinkSync(`/proc/${id}/ns/pid`) === readlinkSync('/proc/self/ns/pid');
  const isOrphan = (id: string) => {
    try {
      const [, step] = owned.exec(readFileSync(`/proc/${id}/environ`, 'latin1')) ?? [];
      return step !== undefined && isOver(step) && isHere(id);
    } catch {
      // It has ended, or belongs to somebody else.
      return false;
    }
  };
  const end = (id: string) => {
    const { group } = statOf(id);
    try {
      // With all children that have not left its group. Group 0 would be our own, and means that the process has ended.
      if (group > 1) process.kill(-group, 'SIGKILL');
    } catch {
      // They have ended.
    }
  };
  const orphans = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isOrphan(name));
  for (const orphan of orphans) end(orphan);
  return orphans.length;
}

function watch(variable: string, step: string): void {
  endOrphansOf(variable);
  // As a list of processes shows it.
  process.title = `verified-image-push: ends docker with step ${step}`;
  const end = () => {
    // A command that the step has just started may not have its mark yet.
    let looks = 3;
    setInterval(() => {
      if (isOver(step)) looks -= 1;
      endOrphansOf(variable);
      if (looks === 0) process.exit();
    }, 100);
  };
  process.stdin
    .on('error', () => {})
    .once('close', end)
    .resume();
}
