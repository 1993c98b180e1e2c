import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from '@jest/globals';
import type { CommandName, HoldPoint } from '../doubles/engine/script.ts';
import { SHA } from '../doubles/runner.ts';
import { expectFailed, expectNothingLeft, filesWith } from './failure.ts';
import { JUMPING_CLOCK, SOURCE, scenario } from './stage.ts';

type Place = { readonly name: string; readonly on: CommandName; readonly at: HoldPoint };

const PLACES: readonly Place[] = [
  { name: 'docker is about to log in', on: 'login', at: 'start' },
  { name: 'docker is writing the login', on: 'login', at: 'saving' },
  { name: 'docker is about to push', on: 'push', at: 'start' },
  { name: 'docker has pushed all but the manifest', on: 'push', at: 'manifest' },
];

describe('a run that is cancelled', () => {
  for (const { name, on, at } of PLACES) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      scenario(`by ${signal} while ${name} ends docker, says so and cleans up`, {}, async (stage) => {
        const hold = stage.engine.hold(on, at);
        const running = stage.start();
        const call = await hold.reached;
        running.child.kill(signal);
        const step = await running.ended;
        await call.ended;
        expectFailed(step, 'CANCELLED');
        expectNothingLeft(stage);
        const post = await stage.post(step);
        expect(post.exitCode).toBe(0);
        expectNothingLeft(stage);
        expect(stage.repository.tags.size).toBe(0);
      });
    }

    scenario(`by SIGKILL while ${name} is cleaned up by the post step, for good`, {}, async (stage) => {
      const hold = stage.engine.hold(on, at);
      const running = stage.start();
      const call = await hold.reached;
      running.child.kill('SIGKILL');
      const step = await running.ended;
      expect(step).toMatchObject({ exitCode: null, outputs: {} });

      const post = await stage.post(step);
      expect(post.exitCode).toBe(0);
      expect(filesWith(stage.runner.folder, stage.canary)).toEqual([]);

      // The docker command has ended with its step, although the engine would have it go on.
      await call.ended;
      expect(call.exitCode).toBeUndefined();
      expect(filesWith(stage.runner.folder, stage.canary)).toEqual([]);
      expect(stage.repository.tags.size).toBe(0);
    });
  }

  scenario('by SIGKILL, with a login that has ended before, is cleaned up by the post step', {}, async (stage) => {
    const hold = stage.engine.hold('push', 'start');
    const running = stage.start();
    const call = await hold.reached;
    running.child.kill('SIGKILL');
    const step = await running.ended;
    await call.ended;
    expect(filesWith(stage.runner.folder, stage.canary)).toHaveLength(1);
    await stage.post(step);
    expect(filesWith(stage.runner.folder, stage.canary)).toEqual([]);
  });

  scenario('by the end of the runner itself, with which the log goes, cleans up all the same', {}, async (stage) => {
    const hold = stage.engine.hold('push', 'start');
    const running = stage.start();
    const call = await hold.reached;
    running.child.stdout?.destroy();
    hold.release();
    await Promise.all([running.ended, call.ended]);
    expectNothingLeft(stage);
  });

  scenario('in its last moment, with a post step that loses the runner, is cleaned up by that', {}, async (stage) => {
    const main = await stage.publish({ inputs: { 'keep-login': 'true' } });
    // As it was when the logins had been left, and the private folder was still there.
    const left = main.state['docker-config'] ?? '';
    mkdirSync(left);
    writeFileSync(join(left, 'config.json'), stage.canary.password);
    const state = Object.fromEntries(Object.entries(main.state).map(([name, value]) => [`STATE_${name}`, value]));
    const post = stage.runner.start('post', stage.options({ env: state }));
    post.child.stdout?.destroy();
    await post.ended;
    expect(filesWith(stage.runner.folder, stage.canary)).toEqual([]);
  });

  scenario('before docker was told anything leaves nothing to do', {}, async (stage) => {
    const hold = stage.engine.hold('info', 'start');
    const running = stage.start();
    await hold.reached;
    running.child.kill('SIGTERM');
    const step = await running.ended;
    expectFailed(step, 'CANCELLED');
    expect(step.state).toEqual({});
    expect(stage.registry.requests).toEqual([]);
    expect((await stage.post(step)).exitCode).toBe(0);
  });

  scenario('while it waits for the registry stops waiting', {}, async (stage) => {
    stage.registry.fault({ match: { kind: 'tag', method: 'PUT' }, act: { kind: 'store-nothing' } });
    let reads = 0;
    const isWaiting = stage.arrival(({ method, reference }) => method === 'GET' && reference === SHA && ++reads === 3);
    const running = stage.start();
    await isWaiting;
    running.child.kill('SIGTERM');
    expectFailed(await running.ended, 'CANCELLED');
    expectNothingLeft(stage);
  });

  scenario('although docker does not heed it, ends docker by force', {}, async (stage) => {
    stage.engine.fault({ on: 'push', act: { kind: 'ignore-signals' } });
    const hold = stage.engine.hold('push', 'start');
    const running = stage.start();
    const call = await hold.reached;
    running.child.kill('SIGTERM');
    const step = await running.ended;
    await call.ended;
    expectFailed(step, 'CANCELLED');
    expect(call.exitCode).toBeUndefined();
    expectNothingLeft(stage);
  });

  scenario('gives the engine back the names it had', {}, async (stage) => {
    const hold = stage.engine.hold('push', 'start');
    const running = stage.start();
    await hold.reached;
    running.child.kill('SIGTERM');
    await running.ended;
    expect(stage.engine.names).toEqual([SOURCE]);
  });
});

describe('a run that takes too long', () => {
  for (const { name, on, at } of PLACES) {
    scenario(`while ${name} is stopped, and cleaned up`, {}, async (stage) => {
      const hold = stage.engine.hold(on, at);
      const running = stage.start({ inputs: { timeout: '1' }, env: JUMPING_CLOCK });
      const call = await hold.reached;
      running.child.kill('SIGUSR2');
      const step = await running.ended;
      await call.ended;
      expectFailed(step, 'TIMEOUT');
      expectNothingLeft(stage);
    });
  }
});

describe('the post step', () => {
  scenario('deletes nothing that is not ours, whatever state it finds', {}, async (stage) => {
    const main = await stage.publish();
    const workspace = stage.write('precious.txt', 'still needed');
    const state = Object.fromEntries(Object.keys(main.state).map((name) => [name, stage.runner.path('workspace')]));
    expect(Object.keys(state)).not.toEqual([]);
    const post = await stage.post({ ...main, state });
    expect(post.exitCode).toBe(0);
    expect(stage.read(workspace)).toBe('still needed');
  });
});
