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
  /** Processor time of its programs and of what they have started, in milliseconds, as the kernel has counted it. */
  readonly processor: number;
};

/** run runs commands one after the other and fails with the first that fails. */
export async function run(commands: readonly Command[]): Promise<Run> {
  const started = performance.now();
  const taken: Used[] = [];
  for (const command of commands) taken.push(await runOne(command));
  return {
    time: performance.now() - started,
    memory: Math.max(0, ...taken.map((each) => each.memory)),
    processor: taken.reduce((sum, each) => sum + each.processor, 0),
  };
}

type Used = Omit<Run, 'time'>;

async function runOne({ argv: [program = '', ...args], env }: Command): Promise<Used> {
  const { PATH, HOME, DOCKER_HOST } = process.env;
  const child = spawn(program, args, {
    env: { PATH, HOME, DOCKER_HOST, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [memory, processor] = [0, 0];
  const look = () => {
    memory = Math.max(memory, highWater(child.pid ?? 0));
    processor = Math.max(processor, processorTime(child.pid ?? 0));
  };
  const watch = setInterval(look, 10);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (said = `${said}${text}`.slice(-4000)));
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`${program} ${args[0]} ended with ${code}: ${said}`);
  return { memory, processor };
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

/** Milliseconds of processor time so far, in steps of ten (proc(5), fields 14 to 17 of stat). */
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * 10, 0);
  } catch {
    return 0;
  }
}
