import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { sightingsOf } from '../doubles/canary.ts';
import { Runner } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { filesWith } from './failure.ts';
import { Stage, USERNAME } from './stage.ts';

/** How often, and how many at a time; how long all of it may take on a busy machine, in milliseconds. */
const KILLS = 200;
const LANES = 4;
const MOST_RUNS = 10 * KILLS;
const LONGEST = 400_000;

const USERS = JSON.stringify({ auths: { 'ghcr.io': { auth: 'c29tZW9uZTp0aGVpci1wYXNzd29yZA==' } }, psFormat: 'x' });

type Ran = { readonly took: number; readonly wasKilled: boolean };

/** A job of its own, whose user has a docker configuration. */
function jobWithConfig(): Runner {
  const job = new Runner();
  mkdirSync(job.path('home', '.docker'));
  writeFileSync(job.path('home', '.docker', 'config.json'), USERS);
  return job;
}
const configOf = (job: Runner) => readFileSync(job.path('home', '.docker', 'config.json'), 'utf8');

describe('a run that is killed', () => {
  it(
    `at ${KILLS} random moments tells no secret, and leaves none once the post step has run; the user's configuration is as it was`,
    async () => {
      await using stage = await Stage.set();
      using stack = new DisposableStack();
      const jobs: Runner[] = [];
      /** Publishes to a repository of its own, and is killed after so many milliseconds; tells how long it ran. */
      const run = async (number: number, moment?: number): Promise<Ran> => {
        const job = stack.use(jobWithConfig());
        jobs.push(job);
        const image = `${stage.registry.host}/team/app-${number}`;
        const options = stage.options({ inputs: { image }, env: { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' } });
        const began = performance.now();
        const { child, ended } = job.start('main', options);
        const killed = new AbortController();
        if (moment !== undefined) {
          const kill = () => child.kill('SIGKILL');
          wait(moment, undefined, { signal: killed.signal }).then(kill, () => {});
        }
        const main = await ended;
        killed.abort();
        const took = performance.now() - began;
        const post = await job.post(options, main.state);
        expect([post.exitCode, configOf(job)]).toEqual([0, USERS]);
        for (const { log, outputs, state, summary } of [main, post]) {
          const told = [readLog(log).shown, JSON.stringify({ outputs, state }), summary];
          expect(told.flatMap((text) => sightingsOf(stage.canary, text))).toEqual([]);
        }
        return { took, wasKilled: main.exitCode === null };
      };
      const whole = await Promise.all(Array.from({ length: LANES }, (_, lane) => run(lane)));
      // Moments are drawn from the time that a run takes here and now: later ones after a kill, earlier ones after a run
      // that had come to its end before.
      let latest = Math.min(...whole.map(({ took }) => took));
      let [number, kills] = [LANES, 0];
      const lane = async (): Promise<void> => {
        while (kills < KILLS && number < MOST_RUNS) {
          number += 1;
          const { wasKilled } = await run(number, Math.random() * latest);
          latest *= wasKilled ? 1.02 : 0.9;
          if (wasKilled) kills += 1;
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      expect(kills).toBeGreaterThanOrEqual(KILLS);
      // What docker was still doing for a step that was killed comes to its end, too.
      await Promise.all(stage.engine.calls.map((call) => call.ended));
      const told = stage.engine.calls.map(({ args, env }) => JSON.stringify({ args, env }));
      expect(told.flatMap((text) => sightingsOf(stage.canary, text))).toEqual([]);
      for (const job of jobs) {
        expect(filesWith(job.folder, stage.canary)).toEqual([]);
        const left = job.leftInTemp().filter((name) => statSync(job.path('temp', name)).size > 0);
        expect([left, configOf(job)]).toEqual([[], USERS]);
      }
    },
    LONGEST,
  );
});

describe('sixteen runs at once on one machine, each with a credential of its own', () => {
  it(
    'publish each with its own, whatever the others do',
    async () => {
      const numbers = Array.from({ length: 16 }, (_, number) => number);
      const user = (number: number) => `${USERNAME}-${number}`;
      const repository = (number: number) => `team-${number}/app`;
      const passwords = numbers.map((number) => `pass word ${number} $ "`);
      const users = Object.fromEntries(
        numbers.map((number) => {
          const access = { [repository(number)]: ['pull', 'push'] as const };
          return [user(number), { password: passwords[number] ?? '', access }];
        }),
      );
      await using stage = await Stage.set({ registry: () => ({ auth: { kind: 'basic', users } }) });
      using host = jobWithConfig();
      using stack = new DisposableStack();
      // One user, one temporary folder: all that runs of one machine have in common.
      const env = { HOME: host.path('home'), RUNNER_TEMP: host.path('temp') };
      const steps = numbers.map((number) => {
        const image = `${stage.registry.host}/${repository(number)}`;
        const inputs = { image, username: user(number), password: passwords[number] ?? '' };
        return stack.use(new Runner()).main(stage.options({ inputs, env }));
      });
      const ended = await Promise.all(steps);
      expect(ended.map(({ outputs }) => outputs.reason)).toEqual(numbers.map(() => 'published'));
      const shown = stage.registry.requests.flatMap(({ path, authorization }) => {
        const [, of] = /^\/v2\/team-(\d+)\/app\//.exec(path) ?? [];
        const pair = Buffer.from(authorization?.split(' ')[1] ?? '', 'base64').toString();
        return of === undefined || authorization === undefined ? [] : [[Number(of), pair]];
      });
      expect(shown.length).toBeGreaterThan(100);
      const foreign = shown.filter(([of, pair]) => pair !== `${user(Number(of))}:${passwords[Number(of)]}`);
      expect(foreign).toEqual([]);
      expect([host.leftInTemp(), configOf(host)]).toEqual([[], USERS]);
    },
    LONGEST,
  );
});
