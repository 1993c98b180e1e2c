import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Copier, copiers, type Way } from './push/copiers.ts';
import { makeImage, RECIPES } from './push/images.ts';
import { startLine } from './push/latency.ts';
import { ofPlatform } from './push/platform.ts';
import { type BenchRegistry, startRegistry } from './push/registry.ts';
import { type Run, run } from './push/run.ts';
import { makeSecurity, startTokenService, USER } from './push/secure.ts';

/**
 * Copies the same image from one registry of this machine to another one, or within one, by several programs in turn, and
 * joins two images to an index. It prints medians and ratios, as the other benchmark does.
 *
 *   node bench/copy.ts --image 'eight of 40 MiB' --case between --rounds 5 [--latency 50] [--only ours,crane]
 */
const { values } = parseArgs({
  options: {
    image: { type: 'string', multiple: true, default: ['three of 40 MiB of text', 'sixty small'] },
    case: { type: 'string', multiple: true, default: ['between', 'within', 'there', 'join'] },
    rounds: { type: 'string', default: '5' },
    /** Milliseconds for a round trip to either registry. */
    latency: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
    /** Registries with TLS, each with a token service of its own. */
    secure: { type: 'boolean', default: false },
  },
});

type Measured = Run & { readonly requests: number };

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const security = values.secure ? makeSecurity(folder) : undefined;
const latency = Number(values.latency);
const only = values.only.split(',').filter(Boolean);
const players = copiers(folder).filter(({ name, isThere }) => (only.length === 0 || only.includes(name)) && isThere());
try {
  for (const name of values.image) for (const each of values.case) await bench(name, each);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench(name: string, which: string): Promise<void> {
  const recipe = RECIPES[name];
  if (recipe === undefined) throw new Error(`no image "${name}": ${Object.keys(RECIPES).join(', ')}`);
  const home = mkdtempSync(join(folder, 'image-'));
  const { layout } = await makeImage(recipe, home);
  const layouts = [layout, ofPlatform(layout, join(home, 'arm64'), 'arm64')];
  const able = players.filter((player) => (which === 'join' ? player.join : player.copy) !== undefined);
  const measured = new Map<Copier, Measured[]>(able.map((player) => [player, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const player of able) measured.get(player)?.push(await measure(player, which, layouts));
  }
  print(`${name}, ${which}`, measured);
  rmSync(home, { recursive: true, force: true });
}

async function measure(player: Copier, which: string, layouts: readonly string[]): Promise<Measured> {
  await using stack = new AsyncDisposableStack();
  const start = async () => {
    if (security === undefined) return stack.adopt(await startRegistry(folder), ({ close }) => close());
    const { realm } = stack.adopt(await startTokenService(security, latency), ({ close }) => close());
    return stack.adopt(await startRegistry(folder, { security, realm }), ({ close }) => close());
  };
  const from = await start();
  const to = which === 'between' || which === 'there' ? await start() : from;
  const [lineFrom, lineTo] = [await lineBefore(stack, from), to === from ? undefined : await lineBefore(stack, to)];
  const hosts = [lineFrom, lineTo ?? lineFrom] as const;
  const tags = layouts.map((_, at) => `part-${at}`);
  const seedIn = async (at: string, parts: readonly string[]) => {
    for (const [index, layout] of parts.entries()) {
      const target = `docker://${at}:${tags[index]}`;
      const how = ['--dest-tls-verify=false', '--dest-creds', `${USER.username}:${USER.password}`];
      await run([{ argv: ['skopeo', 'copy', '-q', ...how, `oci:${layout}:bench`, target] }]);
    }
  };
  await seedIn(`${from.host}/bench/staging`, which === 'join' ? layouts : layouts.slice(0, 1));
  if (which === 'there') await seedIn(`${to.host}/bench/app`, layouts.slice(0, 1));
  const target = which === 'join' ? 'bench/staging' : 'bench/app';
  const way: Way = {
    hosts,
    from: tags.map((tag) => `${hosts[0]}/bench/staging:${tag}`),
    to: `${hosts[1]}/${target}`,
    security,
  };
  from.requests();
  to.requests();
  const commands = which === 'join' ? player.join?.(way) : player.copy?.(way);
  const taken = await run(commands ?? []);
  return { ...taken, requests: from.requests().length + (to === from ? 0 : to.requests().length) };
}

async function lineBefore(stack: AsyncDisposableStack, { host }: BenchRegistry): Promise<string> {
  if (latency === 0) return host;
  return stack.adopt(await startLine(host, latency, security?.address), ({ close }) => close()).host;
}

function print(title: string, measured: ReadonlyMap<Copier, readonly Measured[]>): void {
  const where = [values.secure ? ', TLS and tokens' : '', latency === 0 ? '' : `, ${latency} ms`].join('');
  console.log(`\n${title}${where} (medians of ${values.rounds})`);
  const [first] = measured.values();
  for (const [{ name }, runs] of measured) {
    const time = median(runs.map((each) => each.time));
    const ratio = median(runs.map((each, round) => (first?.[round]?.time ?? Number.NaN) / each.time));
    const memory = Math.max(...runs.map((each) => each.memory));
    const requests = median(runs.map((each) => each.requests));
    console.log(
      `  ${name.padEnd(22)} ${(time / 1000).toFixed(2).padStart(7)} s  ours/its ${ratio.toFixed(2)}  ` +
        `${memory.toFixed(0).padStart(5)} MiB  ${median(runs.map((each) => each.processor))} ms of processor  ${requests} requests`,
    );
  }
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
