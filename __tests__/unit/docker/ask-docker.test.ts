/** What docker answers at once: asked by the toolkit's exec, and yet ended with the step. */
import { existsSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { askDocker } from '../../../src/docker/ask-docker.ts';
import { type Ended, runDocker } from '../../../src/docker/child.ts';
import { ActionError } from '../../../src/errors.ts';
import { FakeDocker } from './fake-docker.ts';

const never = new AbortController().signal;
const reason = new ActionError('CANCELLED', 'The run was cancelled.', { hint: '-' });

const { PATH } = process.env;
let docker: FakeDocker;
const fakes: FakeDocker[] = [];
/** exec looks for docker on our own PATH, which is the one that docker is given. */
function fake(script: string): void {
  docker = new FakeDocker(script);
  fakes.push(docker);
  process.env.PATH = docker.path;
}
beforeEach(() => fake('true'));
afterEach(() => {
  process.env.PATH = PATH;
  for (const each of fakes.splice(0)) each[Symbol.dispose]();
});

const ask = (args: readonly string[] = [], signal = never): Promise<Ended> =>
  askDocker({ args, env: docker.env }, signal);

/** Resolves when the script has made a file of this name. */
async function made(name: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const watcher = watch(docker.folder, () => existsSync(join(docker.folder, name)) && resolve());
  if (existsSync(join(docker.folder, name))) resolve();
  await promise;
  watcher.close();
}

async function isGone(pid: string): Promise<boolean> {
  for (let tries = 0; existsSync(`/proc/${pid.trim()}/exe`) && tries < 50; tries++) await wait(20);
  return !existsSync(`/proc/${pid.trim()}/exe`);
}

describe('askDocker', () => {
  // An update of exec that passes arguments, environment or output on in another way shows here.
  it.each<readonly [string, string]>([
    ['well', 'echo out; echo err >&2; printf tail'],
    ['badly', 'echo "Error: No such image" >&2; exit 1'],
    ['without a word', 'exit 125'],
    ['in other letters', 'printf "ünï\\r\\n\\n"'],
    ['by a signal', 'kill -KILL $$'],
  ])('gives what our own child gives of a docker that ends %s', async (_name, script) => {
    fake(script);
    const args = ['image', 'inspect', '--format', '{{json .}}', '$(touch evil)', '`id`', 'a b', '"', "'", '*', ''];
    const answered = await ask(args);
    expect(answered).toEqual(await runDocker({ args, env: docker.env }, never));
    expect(docker.calls).toEqual([args, args]);
    expect(existsSync(join(docker.folder, 'evil'))).toBe(false);
  });

  it('gives the child the environment it was told, and no other', async () => {
    process.env.INPUT_PASSWORD = 'secret';
    await askDocker({ args: [], env: { ...docker.env, DOCKER_HOST: 'unix:///x.sock' } }, never);
    delete process.env.INPUT_PASSWORD;
    expect(docker.environments[0]).toContain('DOCKER_HOST=unix:///x.sock');
    expect(docker.environments[0]).not.toContain('INPUT_PASSWORD');
  });

  it('says what to do when there is no docker', async () => {
    process.env.PATH = docker.folder;
    await expect(ask()).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE', message: expect.stringContaining('PATH') });
  });
});

describe('a signal', () => {
  it('that has fired keeps docker from being asked', async () => {
    await expect(ask([], AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(docker.calls).toEqual([]);
  });

  it.each([
    ['that hangs', 'echo $$ > pid; mv pid started; exec sleep 60'],
    ['that does not heed signals', 'trap "" TERM; echo $$ > pid; mv pid started; while :; do sleep 0.05; done'],
  ])('ends a docker %s', async (_name, script) => {
    fake(script);
    const abort = new AbortController();
    const asked = ask([], abort.signal);
    await made('started');
    abort.abort(reason);
    await expect(asked).rejects.toBe(reason);
    expect(await isGone(docker.read('started'))).toBe(true);
  });

  it('that fires while docker is being started ends it as well', async () => {
    fake('echo $$ > pid; mv pid started; exec sleep 60');
    const abort = new AbortController();
    const asked = ask([], abort.signal);
    abort.abort(reason);
    await expect(asked).rejects.toBe(reason);
    for (let tries = 0; !existsSync(join(docker.folder, 'started')) && tries < 25; tries++) await wait(20);
    if (existsSync(join(docker.folder, 'started'))) expect(await isGone(docker.read('started'))).toBe(true);
  });

  it('ends one question, and not another at the same time', async () => {
    fake('case "$1" in slow) : > started; exec sleep 60;; esac; until [ -e ended ]; do sleep 0.02; done; echo answer');
    const abort = new AbortController();
    const asked = [ask(['slow'], abort.signal), ask(['quick'])] as const;
    await made('started');
    abort.abort(reason);
    await expect(asked[0]).rejects.toBe(reason);
    writeFileSync(join(docker.folder, 'ended'), '');
    expect(await asked[1]).toMatchObject({ exitCode: 0, stdout: 'answer\n' });
  });
});
