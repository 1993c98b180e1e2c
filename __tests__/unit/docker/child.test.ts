import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type Child, type Ended, runDocker } from '../../../src/docker/child.ts';
import { ActionError } from '../../../src/errors.ts';
import { FakeDocker } from './fake-docker.ts';

const never = new AbortController().signal;
const run = (docker: FakeDocker, child: Partial<Child> = {}, signal = never): Promise<Ended> =>
  runDocker({ args: [], env: docker.env, ...child }, signal);

/** Resolves when the script has made a file of this name. */
async function made(docker: FakeDocker, name: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const watcher = watch(docker.folder, () => existsSync(join(docker.folder, name)) && resolve());
  if (existsSync(join(docker.folder, name))) resolve();
  await promise;
  watcher.close();
}

const isAlive = (pid: string) => existsSync(`/proc/${pid.trim()}/exe`);

describe('runDocker', () => {
  it.each([0, 1, 2, 125, 126, 127, 143, 255])('resolves with exit code %d', async (code) => {
    using docker = new FakeDocker(`exit ${code}`);
    expect((await run(docker)).exitCode).toBe(code);
  });

  it('takes an end by a signal for a failure', async () => {
    using docker = new FakeDocker('kill -KILL $$');
    expect((await run(docker)).exitCode).not.toBe(0);
  });

  it('keeps stdout and stderr apart', async () => {
    using docker = new FakeDocker('echo out; echo err >&2; printf tail');
    expect(await run(docker)).toEqual({ exitCode: 0, stdout: 'out\ntail', stderr: 'err\n' });
  });

  it('passes arguments as they are, without a shell', async () => {
    using docker = new FakeDocker('true');
    const args = ['image', 'push', '$(touch evil)', '`id`', 'a b', '"', "'", '*', ';exit 1', '--flag=x', ''];
    await run(docker, { args });
    expect(docker.calls).toEqual([args]);
    expect(existsSync(join(docker.folder, 'evil'))).toBe(false);
  });

  it('gives the child the environment it was told, and no other', async () => {
    process.env.INPUT_PASSWORD = 'secret';
    using docker = new FakeDocker('true');
    await run(docker, { env: { ...docker.env, DOCKER_HOST: 'unix:///x.sock' } });
    delete process.env.INPUT_PASSWORD;
    expect(docker.environments[0]).toContain('DOCKER_HOST=unix:///x.sock');
    expect(docker.environments[0]).not.toContain('INPUT_PASSWORD');
  });

  it('writes to standard input, and ends it', async () => {
    using docker = new FakeDocker('cat > stdin');
    await run(docker, { stdin: 'pu$h "t0ken\n' });
    expect(docker.read('stdin')).toBe('pu$h "t0ken\n');
    await run(docker);
    expect(docker.read('stdin')).toBe('');
  });

  it('judges a child that never reads its input by its exit code', async () => {
    using docker = new FakeDocker('exec 0<&-; exit 7');
    expect((await run(docker, { stdin: 'x'.repeat(1 << 20) })).exitCode).toBe(7);
  });

  it('hands lines on as they come, whole and without line ends', async () => {
    using docker = new FakeDocker('printf "one\\r\\ntw"; printf "o\\n\\nünï\\n"; printf "unfinished"');
    const lines: string[] = [];
    await run(docker, { onLine: (line) => lines.push(line) });
    expect(lines.slice(0, 4)).toEqual(['one', 'two', '', 'ünï']);
  });

  it('keeps the end of what is endless', async () => {
    using docker = new FakeDocker('head -c 3000000 /dev/zero | tr "\\0" x; echo end');
    const { stdout } = await run(docker);
    expect(stdout.length).toBeLessThanOrEqual(1 << 20);
    expect(stdout.endsWith('xend\n')).toBe(true);
  });

  it('says what to do when there is no docker', async () => {
    using docker = new FakeDocker('true');
    const started = runDocker({ args: [], env: { PATH: docker.folder } }, never);
    await expect(started).rejects.toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
      message: expect.stringContaining('ENOENT'),
    });
    await expect(started).rejects.toBeInstanceOf(ActionError);
  });
});

describe('a signal', () => {
  const reason = new ActionError('CANCELLED', 'The run was cancelled.', { hint: '-' });

  it('that has fired keeps the child from being started', async () => {
    using docker = new FakeDocker('true');
    await expect(run(docker, {}, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(docker.calls).toEqual([]);
  });

  it('ends the child, and its end is awaited', async () => {
    using docker = new FakeDocker('echo $$ > pid; mv pid started; exec sleep 60');
    const abort = new AbortController();
    const running = run(docker, {}, abort.signal);
    await made(docker, 'started');
    abort.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(isAlive(docker.read('started'))).toBe(false);
  });

  it('lets the child finish what it does on SIGTERM', async () => {
    using docker = new FakeDocker(
      'trap "echo bye > last-words; exit 0" TERM; : > started; while :; do sleep 0.05; done',
    );
    const abort = new AbortController();
    const running = run(docker, {}, abort.signal);
    await made(docker, 'started');
    abort.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(docker.read('last-words')).toBe('bye\n');
  });

  it('ends a child that will not end, by force', async () => {
    using docker = new FakeDocker(
      'trap "" TERM; echo $$ > pid; mv pid started; while :; do read -r x < /dev/zero; done',
    );
    const abort = new AbortController();
    const running = run(docker, {}, abort.signal);
    await made(docker, 'started');
    abort.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(isAlive(docker.read('started'))).toBe(false);
  });

  it.each([
    ['waits for', 'sh -c "echo \\$\\$ > pid; mv pid started; exec sleep 60"; true'],
    [
      'has left running',
      'sh -c "trap "" TERM; echo \\$\\$ > pid; mv pid started; while :; do sleep 0.05; done" & wait',
    ],
  ])('ends what the child %s, too', async (_name, script) => {
    // As where docker is a script around the real one.
    using docker = new FakeDocker(script);
    const abort = new AbortController();
    const running = run(docker, {}, abort.signal);
    await made(docker, 'started');
    abort.abort(reason);
    await expect(running).rejects.toBe(reason);
    for (let tries = 0; isAlive(docker.read('started')) && tries < 50; tries++) await wait(20);
    expect(isAlive(docker.read('started'))).toBe(false);
  });

  it('does not wait for what the child has left behind with its output open', async () => {
    // A plug-in or a credential helper of docker may outlive it: here until the test removes its folder, or a minute.
    const helper = '(for _ in $(seq 600); do [ ! -e alive ] || sleep 0.1; done; : > outlived) &';
    using docker = new FakeDocker(`: > alive; ${helper} : > started; wait`);
    const abort = new AbortController();
    const running = run(docker, {}, abort.signal);
    await made(docker, 'started');
    abort.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(existsSync(join(docker.folder, 'outlived'))).toBe(false);
  });

  it('that fires after the child has ended changes nothing', async () => {
    using docker = new FakeDocker('echo done');
    const abort = new AbortController();
    const ended = await run(docker, {}, abort.signal);
    abort.abort(reason);
    expect(ended).toMatchObject({ exitCode: 0, stdout: 'done\n' });
  });
});
