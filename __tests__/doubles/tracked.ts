import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * The processes of a job, as the runner knows them: by a variable that everything has which was started by a step, unless
 * it was left out on purpose.
 */
export class Tracked {
  readonly id = `github_${randomUUID()}`;
  readonly env = { RUNNER_TRACKING_ID: this.id };

  /** The processes that there are, by their arguments. */
  get running(): readonly string[] {
    return readdirSync('/proc').flatMap((pid) => {
      try {
        const isOurs = /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'latin1').includes(this.id);
        return isOurs ? [readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ').trim()] : [];
      } catch {
        return [];
      }
    });
  }

  /** goneIn waits until there are none, and tells after how many milliseconds that was. Throws if they stay. */
  async goneIn(longest: number): Promise<number> {
    const began = performance.now();
    while (this.running.length > 0) {
      if (performance.now() - began > longest) throw new Error(`still running:\n${this.running.join('\n')}`);
      await wait(20);
    }
    return performance.now() - began;
  }
}
