import { type ChildProcess, spawn } from 'node:child_process';
import { kill, platform } from 'node:process';
import { ActionError } from '../errors.ts';
import { watchStep } from './orphans.ts';
import { WAYS_FROM_PODMAN } from './podman.ts';

/** How much of a child's output is kept, in characters; a push of a thousand layers prints a tenth of it. */
const LONGEST_OUTPUT = 1 << 20;
/** Windows has no process groups: there, only the child itself is ended. */
const hasGroups = platform !== 'win32';
/** How long a child may take to end after it was asked to, in milliseconds. */
const PATIENCE = 3_000;

export type Child = {
  /** A name to find on the PATH; docker by default. */
  readonly program?: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly onLine?: (line: string) => void;
};

export type Ended = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/**
 * runDocker runs the docker CLI or one of its helpers, without a shell. It resolves when the child has ended, whatever
 * its exit code: the caller decides by the code only. If the signal fires, the child is ended with all that it has
 * started. The signal's reason is thrown only after that, so nothing of ours writes to a folder after we have removed
 * it.
 */
export async function runDocker(child: Child, signal: AbortSignal): Promise<Ended> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const program = child.program ?? 'docker';
  // A helper may leave a process running for others, such as an agent for passphrases; Podman leaves the process that
  // holds its name space. These are no orphans.
  using watch = child.program === undefined ? watchStep() : undefined;
  const process = spawn(program, child.args, {
    env: { ...child.env, ...watch?.mark },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    // In a separate process group, so that it can be ended with all its children: docker may be a script around the
    // real one.
    detached: hasGroups,
  });
  const stdout = collect(process.stdout, child.onLine);
  const stderr = collect(process.stderr);
  let force: NodeJS.Timeout | undefined;
  const gone = () => {
    killAll(process, 'SIGKILL');
    resolve(-1);
  };
  const end = () => {
    killAll(process, 'SIGTERM');
    force = setTimeout(() => killAll(process, 'SIGKILL'), PATIENCE);
    // Processes that it started may hold its output open for ever. Once it has ended itself, nobody waits for more
    // output.
    if (process.exitCode !== null || process.signalCode !== null) gone();
    else process.once('exit', gone);
  };
  signal.addEventListener('abort', end, { once: true });
  process.once('error', (error) => reject(notStarted(program, error)));
  process.once('close', (code) => resolve(code ?? -1));
  // A child that ends before it has read its input is judged by its exit code, not by the broken pipe.
  process.stdin.once('error', () => {});
  process.stdin.end(child.stdin ?? '');
  try {
    const exitCode = await promise;
    signal.throwIfAborted();
    return { exitCode, stdout: stdout(), stderr: stderr() };
  } finally {
    clearTimeout(force);
    signal.removeEventListener('abort', end);
    process.stdout.destroy();
    process.stderr.destroy();
  }
}

/** killAll sends a signal to a child and to the processes it started, unless they have left its group. */
function killAll(child: ChildProcess, signal: NodeJS.Signals): void {
  if (!hasGroups || child.pid === undefined) return void child.kill(signal);
  try {
    kill(-child.pid, signal);
  } catch {
    // All of them have ended.
  }
}

/** Whole lines only: nobody would recognise the rest of a secret that is cut. */
function lastOf(text: string): string {
  return text.length <= LONGEST_OUTPUT
    ? text
    : text.slice(text.indexOf('\n', text.length - LONGEST_OUTPUT) + 1 || text.length);
}

function collect(stream: NodeJS.ReadableStream, onLine?: (line: string) => void): () => string {
  let text = '';
  let line = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    text = lastOf(text + chunk);
    const lines = (line + chunk).split('\n');
    line = lines.pop() ?? '';
    if (line.length > LONGEST_OUTPUT) line = '';
    for (const whole of lines) onLine?.(whole.trimEnd());
  });
  return () => text;
}

/** notStarted is the error for a program that does not exist, or cannot be run. */
export function notStarted(program: string, cause: Error): ActionError {
  const hint =
    program === 'podman'
      ? 'Run the job on a runner with Podman, such as ubuntu-24.04, or install it before this step.'
      : `Run the job on a runner with Docker, such as ubuntu-24.04, or install the docker CLI before this step. ${WAYS_FROM_PODMAN}`;
  const message = `The command ${program} could not be started: ${cause.message}.`;
  return new ActionError('ENGINE_UNAVAILABLE', message, { hint, cause });
}
