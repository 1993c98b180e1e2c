import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Runner } from '../support/runner.ts';
import { filesWith } from './failure.ts';
import { Stage, USERNAME } from './stage.ts';

/** How often, and how many at a time; how long all of it may take on a busy machine, in milliseconds. */
const KILLS = 200;
const LANES = 4;
const LONGEST = 400_000;

const USERS = JSON.stringify({ auths: { 'ghcr.io': { auth: 'c29tZW9uZTp0aGVpci1wYXNzd29yZA==' } }, psFormat: 'x' });

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
    `at ${KILLS} random moments leaves no credential once the post step has run, and the user's configuration as it was`,
    async () => {
      await using stage = await Stage.set();
      using stack = new DisposableStack();
      const jobs: Runner[] = [];
      /** Publishes to a repository of its own, and is killed after so many milliseconds; returns how long it ran. */
      const run = async (number: number, moment?: number): Promise<number> => {
        const job = stack.use(jobWithConfig());
        jobs.push(job);
        const options = stage.options({ inputs: { image: `${stage.registry.host}/team/app-${number}` } });
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
        return took;
      };
      let longest = Math.max(...(await Promise.all(Array.from({ length: LANES }, (_, lane) => run(lane)))));
      let next = LANES;
      let unfinished = 0;
      const lane = async (): Promise<void> => {
        while (next < LANES + KILLS) {
          next += 1;
          const moment = Math.random() * longest;
          const took = await run(next, moment);
          longest = Math.max(longest, took);
          if (took >= moment) unfinished += 1;
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      // What docker was still doing for a step that was killed comes to its end, too.
      await Promise.all(stage.engine.calls.map((call) => call.ended));
      for (const job of jobs) {
        expect(filesWith(job.folder, stage.canary)).toEqual([]);
        const left = readdirSync(job.path('temp')).filter((name) => statSync(job.path('temp', name)).size > 0);
        expect([left, configOf(job)]).toEqual([[], USERS]);
      }
      // Most of them did end by it.
      expect(unfinished).toBeGreaterThan(KILLS / 2);
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
      expect([readdirSync(host.path('temp')), configOf(host)]).toEqual([[], USERS]);
    },
    LONGEST,
  );
});
