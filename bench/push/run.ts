import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Command } from './contestants.ts';

/** What one run took. */
export type Run = {
  /** In milliseconds. */
  readonly time: number;
  /** The most memory of any of its programs, in MiB, as the kernel has counted it. */
  readonly memory: number;
};

/** run runs commands one after the other and fails with the first that fails. */
export async function run(commands: readonly Command[]): Promise<Run> {
  const started = performance.now();
  let memory = 0;
  for (const command of commands) memory = Math.max(memory, await runOne(command));
  return { time: performance.now() - started, memory };
}

async function runOne({ argv: [program = '', ...args], env }: Command): Promise<number> {
  const { PATH, HOME, DOCKER_HOST } = process.env;
  const child = spawn(program, args, {
    env: { PATH, HOME, DOCKER_HOST, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let memory = 0;
  const look = () => {
    memory = Math.max(memory, highWater(child.pid ?? 0));
  };
  const watch = setInterval(look, 10);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (said = `${said}${text}`.slice(-4000)));
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`${program} ${args[0]} ended with ${code}: ${said}`);
  return memory;
}

/** The most memory that a process has had so far, in MiB (proc(5), VmHWM). */
function highWater(pid: number): number {
  try {
    const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kibibytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
