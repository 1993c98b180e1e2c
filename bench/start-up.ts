import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/**
 * How long the action takes where it has nothing to do, beside an empty script on the same Node: a closed gate from the
 * start of the process to its end, and the post step after it. They run in turn, so that a machine that slows down slows
 * all of them, and are compared round by round. Other builds may be given, each beside its action.yml, to be measured in
 * the same run.
 *
 *   node bench/start-up.ts [DIST…]
 */
const ROUNDS = 30;
const root = resolve(import.meta.dirname, '..');
const builds = [join(root, 'dist'), ...process.argv.slice(2).map((path) => resolve(path))];
const folder = mkdtempSync(join(tmpdir(), 'bench-'));

type Program = { readonly name: string; readonly script: string; readonly env: Readonly<Record<string, string>> };

const file = (name: string, text = '') => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const output = file('output');
const empty: Program = { name: 'an empty script', script: file('empty.mjs'), env: {} };
const programs = builds.flatMap((dist): Program[] => [
  { name: `a closed gate (${dist})`, script: join(dist, 'main/index.js'), env: closedGate(dist) },
  { name: `the post step (${dist})`, script: join(dist, 'post/index.js'), env: {} },
]);

/** A comment on an issue publishes nothing, and nothing else has to be looked at. */
function closedGate(dist: string): Program['env'] {
  const { inputs } = parse(readFileSync(join(dist, '../action.yml'), 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  };
  const given: Readonly<Record<string, string>> = { image: 'ghcr.io/owner/app', 'check-run-id': '4711' };
  const values = Object.entries(inputs).map(([name, { default: value = '' }]) => [name, given[name] ?? value] as const);
  return {
    ...Object.fromEntries(values.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    GITHUB_EVENT_NAME: 'issue_comment',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify({ repository: { id: 1, default_branch: 'main' } })),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: 'a5c3785ed8d6a35868bc169f07e40e889087fd2e',
    GITHUB_REPOSITORY: 'owner/app',
    GITHUB_REPOSITORY_ID: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_OUTPUT: output,
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary'),
  };
}

/** Milliseconds from its start to its end. */
function time({ name, script, env }: Program): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [script], { env: { PATH: process.env.PATH, ...env }, cwd: folder });
  const took = performance.now() - started;
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
  return took;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

try {
  const rounds = Array.from({ length: ROUNDS }, () => ({ empty: time(empty), times: programs.map(time) }));
  if (!readFileSync(output, 'utf8').includes('GATE_EVENT')) throw new Error('the gate was not closed');
  for (const [index, { name }] of programs.entries()) {
    const times = rounds.map((round) => round.times[index] ?? Number.NaN);
    const ratio = median(rounds.map((round, at) => (times[at] ?? Number.NaN) / round.empty));
    const [ours, theirs] = [median(times), median(rounds.map((round) => round.empty))];
    console.log(`${name}: ${ratio.toFixed(2)} empty starts of Node (${ours.toFixed(0)} ms, ${theirs.toFixed(0)} ms)`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
