import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Contestant, contestants, type Goal, SOURCES } from './push/contestants.ts';
import { type Made, makeImage, RECIPES } from './push/images.ts';
import { startLine } from './push/latency.ts';
import { startRegistry } from './push/registry.ts';
import { type Run, run } from './push/run.ts';

/**
 * Pushes the same image by several programs to a registry on this machine, in turn, so that a machine that slows down
 * slows all of them, and prints medians and ratios. Times of different machines mean nothing; ratios do.
 *
 *   npm run bench -- --image 'eight of 40 MiB' --case cold --rounds 5 [--latency 50] [--only ours,skopeo]
 */
const { values } = parseArgs({
  options: {
    image: { type: 'string', multiple: true, default: ['one of 200 MiB', 'sixty small', 'three of 40 MiB of text'] },
    case: { type: 'string', multiple: true, default: ['cold', 'there', 'one new'] },
    rounds: { type: 'string', default: '5' },
    /** Milliseconds for a round trip to the registry. */
    latency: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
  },
});

/** What is on the registry before a run, and what is asked of it. */
type Case = { readonly before: 'nothing' | 'image' | 'variant'; readonly tags: number; readonly destinations: number };
const CASES: Readonly<Record<string, Case>> = {
  cold: { before: 'nothing', tags: 1, destinations: 1 },
  there: { before: 'image', tags: 1, destinations: 1 },
  'one new': { before: 'variant', tags: 1, destinations: 1 },
  'five tags': { before: 'nothing', tags: 5, destinations: 1 },
  'two destinations': { before: 'nothing', tags: 1, destinations: 2 },
};

type Measured = Run & { readonly requests: number };

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const only = values.only.split(',').filter(Boolean);
const players = contestants(folder).filter(
  ({ name, isThere }) => (only.length === 0 || only.includes(name)) && isThere(),
);
try {
  for (const name of values.image) await benchImage(name);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function benchImage(name: string): Promise<void> {
  const recipe = RECIPES[name];
  if (recipe === undefined) throw new Error(`no image "${name}": ${Object.keys(RECIPES).join(', ')}`);
  const home = mkdtempSync(join(folder, 'image-'));
  const image = await makeImage(recipe, home);
  const variant = values.case.includes('one new') ? await makeImage(recipe, home, 1) : image;
  for (const each of values.case) {
    const measured = new Map<Contestant, Measured[]>(players.map((player) => [player, []]));
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const player of players) measured.get(player)?.push(await measure(player, each, { image, variant }));
    }
    print(`${name}, ${each}`, measured);
  }
  rmSync(home, { recursive: true, force: true });
}

type Images = { readonly image: Made; readonly variant: Made };

async function measure(player: Contestant, name: string, { image, variant }: Images): Promise<Measured> {
  const { before, tags, destinations } = CASES[name] as Case;
  await using stack = new AsyncDisposableStack();
  const registry = stack.adopt(await startRegistry(folder), ({ close }) => close());
  const latency = Number(values.latency);
  const line = latency === 0 ? registry : stack.adopt(await startLine(registry.host, latency), ({ close }) => close());
  const goal = (host: string, first: number): Goal => ({
    host,
    repositories: Array.from({ length: destinations }, (_, at) => `${host}/bench/app${at}`),
    tags: Array.from({ length: tags }, (_, at) => (first === 0 ? `t${at}` : `before${at}`)),
  });
  if (before !== 'nothing') {
    const there = before === 'image' ? image : variant;
    const first = goal(registry.host, before === 'image' ? 0 : 1);
    await run(player.prepare?.(there, first) ?? []);
    await run(player.commands(there, first));
    await run(player.cleanup?.(there, first) ?? []);
  }
  registry.requests();
  const asked = goal(line.host, 0);
  await run(player.prepare?.(image, asked) ?? []);
  const taken = await run(player.commands(image, asked));
  await run(player.cleanup?.(image, asked) ?? []);
  return { ...taken, requests: registry.requests().length };
}

function print(title: string, measured: ReadonlyMap<Contestant, readonly Measured[]>): void {
  console.log(`\n${title}${values.latency === '0' ? '' : `, ${values.latency} ms`} (medians of ${values.rounds})`);
  for (const source of SOURCES) {
    const rows = [...measured].filter(([player]) => player.source === source);
    const [first] = rows;
    for (const [{ name }, runs] of rows) {
      const time = median(runs.map((each) => each.time));
      const ratio = median(runs.map((each, round) => (first?.[1][round]?.time ?? Number.NaN) / each.time));
      const memory = Math.max(...runs.map((each) => each.memory));
      console.log(
        `  ${name.padEnd(22)} ${(time / 1000).toFixed(2).padStart(7)} s  ours/its ${ratio.toFixed(2)}  ` +
          `${memory.toFixed(0).padStart(5)} MiB  ${median(runs.map((each) => each.processor))} ms of processor  ` +
          `${median(runs.map((each) => each.requests))} requests`,
      );
    }
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
