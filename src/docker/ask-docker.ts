import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';
import { asError } from '../errors.ts';
import { type Child, type Ended, notStarted } from './child.ts';

/** exec does not return its child, so nobody could end it. Node reports every child, and this finds ours. */
const asking = new AsyncLocalStorage<(child: ChildProcess) => void>();
channel('child_process').subscribe((message) =>
  asking.getStore()?.((message as { readonly process: ChildProcess }).process),
);

/**
 * askDocker runs a docker command that answers immediately, with the toolkit's exec, and resolves whatever its exit
 * code is. If the signal fires, the child is killed without waiting for it, and the signal's reason is thrown.
 */
export async function askDocker({ args, env }: Pick<Child, 'args' | 'env'>, signal: AbortSignal): Promise<Ended> {
  signal.throwIfAborted();
  const children: ChildProcess[] = [];
  const { promise: over, reject } = Promise.withResolvers<never>();
  const end = () => {
    for (const child of children) leave(child);
    reject(signal.reason);
  };
  signal.addEventListener('abort', end, { once: true });
  const options = { env, silent: true, ignoreReturnCode: true };
  try {
    const ask = async () => {
      // Loaded here, since a run without an engine does not need it.
      const { getExecOutput } = await import('@actions/exec');
      return getExecOutput('docker', [...args], options);
    };
    const keep = (child: ChildProcess) => {
      children.push(child);
      // If the signal fired while docker was looked for on the PATH.
      child.once('spawn', () => signal.aborted && leave(child));
    };
    const answered = asking.run(keep, ask).catch((error: unknown) => {
      throw notStarted('docker', asError(error));
    });
    const { exitCode, ...said } = await Promise.race([answered, over]);
    // A child that was ended by a signal has no exit code.
    return { exitCode: exitCode ?? -1, ...said };
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** Lets go of a child: processes that it started may hold its output open, and we would wait for them. */
function leave(child: ChildProcess): void {
  child.kill('SIGKILL');
  for (const stream of child.stdio) stream?.destroy();
}
