/** A step whose group is killed outright, as some runners cancel it, and for want of memory: nothing goes on without it. */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { SHA } from '../doubles/runner.ts';
import { Tracked } from '../doubles/tracked.ts';
import { Stage } from './stage.ts';

/** How often, and how many at a time; how long all of it may take on a busy machine, in milliseconds. */
const KILLS = 100;
const LANES = 2;
const LONGEST = 900_000;
/** How long anything may go on after the kill, in milliseconds: a minute on a machine that does much else. */
const GONE = 60_000;
/** When, in milliseconds after the kill, no tag may appear any more. */
const OVER = 3_000;

/** Whether the tag was there when the engine, too, must have seen that nobody waits for its push any more. */
type Killed = { readonly took: number; readonly hadTag: Promise<boolean> };

describe('a run whose group is killed', () => {
  it(
    `at ${KILLS} random moments of its push leaves no process behind, and no tag appears afterwards`,
    async () => {
      const lanes = Array.from({ length: LANES }, async () => {
        await using stage = await Stage.set();
        const held = (number: number) => stage.registry.repository(`team/app-${number}`).tags.has(SHA);
        /** Runs until docker pushes, and so many milliseconds more. */
        const run = async (number: number, moment?: number): Promise<Killed> => {
          const job = new Tracked();
          const image = `${stage.registry.host}/team/app-${number}`;
          const hold = stage.engine.hold('push', 'start');
          // Every other push would go on for ever, and write its tag as soon as it is let.
          const longer = number % 2 === 1 ? stage.engine.hold('push', 'manifest') : undefined;
          const { child, ended } = stage.start({ inputs: { image }, env: job.env, inOwnGroup: true });
          const call = await hold.reached;
          const began = performance.now();
          hold.release();
          if (moment !== undefined) {
            await wait(moment);
            if (child.exitCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL');
          }
          await ended;
          const whole = performance.now() - began;
          const gone = await job.goneIn(GONE);
          await call.ended;
          longer?.release();
          const hadTag = wait(Math.max(0, OVER - gone)).then(() => held(number));
          return { took: moment === undefined ? whole : gone, hadTag };
        };
        const { took: whole } = await run(0);
        const killed: Killed[] = [];
        for (let number = 1; number <= KILLS / LANES; number++) killed.push(await run(number, Math.random() * whole));
        const hadTags = await Promise.all(killed.map(({ hadTag }) => hadTag));
        expect(killed.map((_, at) => held(at + 1))).toEqual(hadTags);
        return killed.map(({ took }) => took);
      });
      const all = (await Promise.all(lanes)).flat().sort((one, other) => one - other);
      expect(all).toHaveLength(KILLS);
      // For whoever runs this by hand on a quiet machine.
      if (process.env.TELL !== undefined)
        process.stderr.write(`gone after: median ${all[KILLS / 2]} ms, longest ${all.at(-1)} ms\n`);
    },
    LONGEST,
  );
});
