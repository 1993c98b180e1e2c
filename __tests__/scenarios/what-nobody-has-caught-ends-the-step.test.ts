/** Errors of our own that would end the process there and then, or let it end as if nothing had happened. */
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect } from '@jest/globals';
import { sightingsOf } from '../doubles/canary.ts';
import { pushToMain, type Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { annotationsOf, expectFailed, expectNothingLeft, filesWith } from './failure.ts';
import { STRAY_ERROR, type Stage, scenario } from './stage.ts';

function expectQuiet({ canary }: Stage, step: Step): void {
  expect(sightingsOf(canary, `${readLog(step.log).shown}${JSON.stringify(step.outputs)}${step.summary}`)).toEqual([]);
}

describe('an error that nobody has caught', () => {
  for (const STRAY of ['exception', 'rejection']) {
    for (const on of ['login', 'push'] as const) {
      scenario(`(${STRAY}) during docker ${on} ends the step red, with nothing left`, {}, async (stage) => {
        const hold = stage.engine.hold(on, 'start');
        const running = stage.start({ env: { ...STRAY_ERROR, STRAY } });
        const call = await hold.reached;
        running.child.kill('SIGUSR2');
        const step = await running.ended;
        await call.ended;
        expect(expectFailed(step, 'UNEXPECTED')).toContain('strayed, with ***');
        expectQuiet(stage, step);
        expectNothingLeft(stage);
        expect(stage.repository.tags.size).toBe(0);
      });
    }

    scenario(`(${STRAY}) while the registry is asked ends the step red, with nothing left`, {}, async (stage) => {
      const asked = stage.arrival(({ method }) => method === 'PUT');
      const running = stage.start({ inputs: { tags: '1.2.3' }, env: { ...STRAY_ERROR, STRAY } });
      await asked;
      running.child.kill('SIGUSR2');
      const step = await running.ended;
      expectFailed(step, 'UNEXPECTED');
      expectQuiet(stage, step);
      expectNothingLeft(stage);
    });
  }

  scenario('after which nothing goes on any more ends the step red, and the post step cleans up', {}, async (stage) => {
    const step = await stage.publish({ env: { ...STRAY_ERROR, STRAY: 'lost' } });
    expect(expectFailed(step, 'UNEXPECTED')).toContain('waited for something');
    expectQuiet(stage, step);
    expect((await stage.post(step)).exitCode).toBe(0);
    expect(filesWith(stage.runner.folder, stage.canary)).toEqual([]);
  });
});

describe('a part of the bundle that cannot be loaded', () => {
  /** The bundle without what is loaded when it is asked for. */
  const withoutParts = ({ runner }: Stage): string => {
    const folder = runner.path('bundle');
    const dist = resolve(import.meta.dirname, '../../dist/main');
    cpSync(dist, folder, { recursive: true, filter: (path) => !/\d+\.index\.js$/.test(path) });
    return join(folder, 'index.js');
  };

  scenario('ends the step red, before anything is touched', {}, async (stage) => {
    const step = await stage.publish({ bundle: withoutParts(stage) });
    expect(expectFailed(step, 'UNEXPECTED')).toContain('index.js');
    rmSync(stage.runner.path('bundle'), { recursive: true });
    expectNothingLeft(stage);
    expect([stage.commands, stage.registry.requests]).toEqual([[], []]);
  });

  scenario('is not missed where the gate is closed', {}, async (stage) => {
    const event = { ...pushToMain, ref: 'refs/heads/feature' };
    const step = await stage.publish({ event, bundle: withoutParts(stage) });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'GATE_REF' } });
  });
});

describe('an error that nobody has caught in the post step', () => {
  for (const STRAY of ['exception', 'rejection']) {
    scenario(`(${STRAY}) fails no job, and what was left is removed`, {}, async (stage) => {
      const hold = stage.engine.hold('push', 'start');
      const running = stage.start();
      const call = await hold.reached;
      running.child.kill('SIGKILL');
      const main = await running.ended;
      hold.release();
      await call.ended;
      const quiet = { inputs: { password: 'none' }, env: { ...STRAY_ERROR, STRAY, STRAY_AT: 'rm' } };
      const post = await stage.post(main, quiet);
      expect(post.exitCode).toBe(0);
      expect(annotationsOf(post, 'warning').map(({ data }) => data)).toEqual([expect.stringContaining('strayed')]);
      expect(filesWith(stage.runner.folder, stage.canary)).toEqual([]);
    });
  }
});
