/** A docker whose step is gone is gone with it: seen from outside, at processes that were really killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { endOrphans } from '../../../src/docker/orphans.ts';
import { FakeDocker } from './fake-docker.ts';

const STEP = resolve(import.meta.dirname, 'step-with-docker.ts');
const docker = () =>
  // It heeds no signal, has started something, and something else in a group of its own.
  new FakeDocker(
    'trap "" TERM INT HUP; (while :; do sleep 0.1; done) & setsid sh -c "while :; do sleep 0.1; done" & : > started; ' +
      'while :; do sleep 0.1; done',
  );

const begun: ChildProcess[] = [];
afterEach(() => {
  for (const { pid = 0 } of begun.splice(0)) killGroup(pid);
});

type Running = { readonly pid: number; readonly ended: Promise<void> };

/** Starts a step in a group of its own, as runners do, and waits until its docker goes on. */
async function start(fake: FakeDocker, how = 'well'): Promise<Running> {
  const child = spawn(process.execPath, [STEP, how], { env: fake.env, stdio: 'ignore', detached: true });
  begun.push(child);
  const ended = new Promise<void>((end) => child.once('exit', () => end()));
  await until(() => existsSync(join(fake.folder, 'started')));
  return { pid: child.pid ?? 0, ended };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** The processes whose environment has the folder of the fake docker; a watcher has none, and is told by its parent. */
function runningIn(fake: FakeDocker): readonly string[] {
  return idsOf((id) => readFileSync(`/proc/${id}/environ`, 'latin1').includes(fake.folder));
}
/** Watchers of a step: as they were started, or as they call themselves once they watch. */
function watchersOf({ pid }: Running, named = /[' ]/): readonly string[] {
  const isOne = new RegExp(`(?:watch\\('\\w+', |ends docker with step)${named.source}${pid} \\d+`);
  return idsOf((id) => isOne.test(readFileSync(`/proc/${id}/cmdline`, 'latin1')));
}

function idsOf(isOne: (id: string) => boolean): readonly string[] {
  return readdirSync('/proc').filter((id) => {
    try {
      return /^\d+$/.test(id) && isOne(id);
    } catch {
      return false;
    }
  });
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries === 3000) throw new Error(`waited in vain for ${String(holds)}`);
    await wait(10);
  }
}

/**
 * Waits until so many processes of the fake docker are seen at once. One that is just being executed shows no environment
 * (`/proc/PID/environ`, which is then empty): `setsid` is, when the script goes on.
 */
const areRunning = (fake: FakeDocker, count: number): Promise<void> => until(() => runningIn(fake).length >= count);

async function isNever(found: () => readonly string[]): Promise<readonly string[]> {
  for (let tries = 0; found().length > 0 && tries < 150; tries++) await wait(20);
  return found();
}

describe('a docker command', () => {
  it.each([
    ['group', (step: Running) => killGroup(step.pid)],
    ['process', (step: Running) => process.kill(step.pid, 'SIGKILL')],
  ])(
    'ends when the %s of its step is killed, with all that it has started, and so does the watcher',
    async (_, kill) => {
      using fake = docker();
      const step = await start(fake);
      await areRunning(fake, 4);
      expect(watchersOf(step)).toHaveLength(1);
      kill(step);
      expect(await isNever(() => [...runningIn(fake), ...watchersOf(step)])).toEqual([]);
    },
  );

  it('ends when its step fails by a mistake of ours', async () => {
    using fake = docker();
    const step = await start(fake, 'badly');
    await step.ended;
    expect(await isNever(() => [...runningIn(fake), ...watchersOf(step)])).toEqual([]);
  });

  it('of a step that ends well leaves no watcher', async () => {
    using fake = new FakeDocker(': > started');
    const step = await start(fake);
    await step.ended;
    expect(await isNever(() => watchersOf(step))).toEqual([]);
  });

  it('whose watcher was killed, too, is ended by who looks next; that of a step that is there is not', async () => {
    using fake = docker();
    using others = docker();
    const step = await start(fake);
    const other = await start(others);
    // Each has looked around once, and only waits now.
    for (const each of [step, other]) await until(() => watchersOf(each, / /).length > 0);
    // While the step is there nobody ends what it has started.
    await areRunning(fake, 3);
    for (const watcher of watchersOf(step)) process.kill(Number(watcher), 'SIGKILL');
    killGroup(step.pid);
    await step.ended;
    // How many it ends is not told here: the watcher of any step on this machine, of another test too, may be first.
    endOrphans();
    expect(await isNever(() => runningIn(fake))).toEqual([]);
    // The step and what it has started; now and then a `sleep` of that.
    await areRunning(others, 4);
  });

  it('is ended by the next step, where there was no post step', async () => {
    using fake = docker();
    using next = docker();
    const step = await start(fake);
    for (const watcher of watchersOf(step)) process.kill(Number(watcher), 'SIGKILL');
    killGroup(step.pid);
    await step.ended;
    await start(next);
    expect(await isNever(() => runningIn(fake))).toEqual([]);
    await areRunning(next, 4);
  });

  it('that says it is of another process with the number of its step is an orphan; what says nothing is none', async () => {
    using fake = new FakeDocker('true');
    const mark = (value: string) => ({ PATH: fake.path, VERIFIED_IMAGE_PUSH_STEP: value });
    const sleep = (env: Record<string, string>) => {
      const child = spawn('sleep', ['60'], { env, stdio: 'ignore', detached: true });
      begun.push(child);
      return new Promise<string | null>((end) => child.once('exit', (_, signal) => end(signal)));
    };
    const isGone = [sleep(mark(`${process.pid} 1`)), sleep(mark('999999999 1'))];
    const stays = [sleep({ PATH: fake.path }), sleep(mark('1')), sleep(mark(`${process.pid} x`))];
    // The watcher of any other step on this machine may have been first.
    endOrphans();
    expect(await Promise.all(isGone)).toEqual(['SIGKILL', 'SIGKILL']);
    const first = await Promise.race([...stays, wait(200, 'nothing')]);
    expect(first).toBe('nothing');
  });
});
