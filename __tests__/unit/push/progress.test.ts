import { describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/image/digest.ts';
import { Progress } from '../../../src/push/progress.ts';

const MIB = 1 << 20;
const digest = (letter: string) => `sha256:${letter.repeat(64)}` as Digest;

function start() {
  const told: string[] = [];
  const clock = { now: 1000 };
  return { told, clock, progress: new Progress({ now: () => clock.now, tell: (line) => void told.push(line) }) };
}

/** Sends so many MiB, each of which takes so many milliseconds. */
async function send({ progress, clock }: ReturnType<typeof start>, count: number, milliseconds: number): Promise<void> {
  const open = async function* () {
    for (let at = 0; at < count; at++) {
      yield new Uint8Array(MIB);
      clock.now += milliseconds;
    }
  };
  for await (const _ of progress.watch(open)());
}

describe('progress', () => {
  it('has a line for each blob, with its size and what became of it', () => {
    const { progress, told } = start();
    progress.done({ digest: digest('a'), size: 41 * MIB }, 'uploaded');
    progress.done({ digest: digest('b'), size: 1536 }, 'already there');
    progress.done({ digest: digest('c'), size: 12 }, 'mounted');
    expect(told).toEqual([
      'sha256:aaaaaaaaaaaa 41 MiB uploaded',
      'sha256:bbbbbbbbbbbb 1.5 KiB already there',
      'sha256:cccccccccccc 12 B mounted',
    ]);
  });

  it('says nothing of the whole of a short push', async () => {
    const world = start();
    world.progress.expect(100 * MIB);
    await send(world, 100, 49);
    expect(world.told).toEqual([]);
  });

  it('tells every few seconds how far a long one is', async () => {
    const world = start();
    world.progress.expect(100 * MIB);
    await send(world, 60, 200);
    expect(world.told).toEqual(['26 MiB of 100 MiB, 5.2 MiB/s, 15 s left', '51 MiB of 100 MiB, 5.1 MiB/s, 10 s left']);
  });

  it('does not count twice what was sent twice', async () => {
    const { progress } = start();
    const open = progress.watch(async function* () {
      yield new Uint8Array(10);
      yield new Uint8Array(10);
    });
    for await (const _ of open()) break;
    for await (const _ of open());
    expect(progress.transfer).toEqual({ sent: 20, skipped: 0 });
  });

  it('counts what was not sent', () => {
    const { progress } = start();
    progress.done({ digest: digest('a'), size: 5 }, 'already there');
    progress.done({ digest: digest('b'), size: 7 }, 'mounted');
    expect(progress.transfer).toEqual({ sent: 0, skipped: 12 });
  });
});
