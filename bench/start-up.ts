import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * How long the bundle takes to start, read its inputs and end, beside an empty script on the same Node: run in turn,
 * so that a machine that slows down slows both, and compared pair by pair.
 */
const ROUNDS = 30;
const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const empty = join(folder, 'empty.mjs');
writeFileSync(empty, '');

function time(script: string): number {
  const started = performance.now();
  spawnSync(process.execPath, [script], { stdio: 'ignore', env: { PATH: process.env.PATH }, cwd: folder });
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

try {
  for (const entry of ['main', 'post']) {
    const bundle = join(root, 'dist', entry, 'index.js');
    const pairs = Array.from({ length: ROUNDS }, () => ({ bundle: time(bundle), empty: time(empty) }));
    const ratio = median(pairs.map((pair) => pair.bundle / pair.empty));
    const [ours, theirs] = [median(pairs.map((pair) => pair.bundle)), median(pairs.map((pair) => pair.empty))];
    console.log(
      `start of ${entry}: ${ratio.toFixed(2)} times an empty script (${ours.toFixed(0)} ms, ${theirs.toFixed(0)} ms)`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
