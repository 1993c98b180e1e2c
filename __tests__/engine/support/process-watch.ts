import { readdirSync, readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { holdsOneOf } from './secret-traces.ts';

/** Where a secret was seen: in the arguments of a command, or in a variable of its environment. */
export type Sighting = { readonly command: string; readonly where: string };

export type ProcessWatch = {
  /** Every command that was seen to run, by its arguments. */
  readonly commands: ReadonlySet<string>;
  /** stop ends the watch and tells where one of the forms was seen. */
  stop(): Promise<readonly Sighting[]>;
};

/** watchProcesses reads the arguments and the environment of every process, again and again without a pause. */
export function watchProcesses(forms: readonly string[]): ProcessWatch {
  const commands = new Set<string>();
  const sightings = new Map<string, Sighting>();
  let isOver = false;
  const look = () => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const seen = lookAt(pid);
      if (seen === undefined || seen.command === '') continue;
      commands.add(seen.command);
      if (holdsOneOf(seen.command, forms)) note(seen.command, 'arguments');
      for (const variable of seen.environment) {
        if (holdsOneOf(variable, forms)) note(seen.command, variable.slice(0, variable.indexOf('=')));
      }
    }
  };
  const note = (command: string, where: string) => sightings.set(`${command}\0${where}`, { command, where });
  const watch = (async () => {
    while (!isOver) {
      look();
      await turn();
    }
  })();
  return {
    commands,
    stop: async () => {
      isOver = true;
      await watch;
      return [...sightings.values()];
    },
  };
}

type Process = { readonly command: string; readonly environment: readonly string[] };

/**
 * A child that is about to become another program still has the memory of its parent: only if the arguments are the
 * same before and after do they and the environment belong together. Undefined if the process is gone.
 */
function lookAt(pid: string): Process | undefined {
  try {
    for (;;) {
      const command = argumentsOf(pid);
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
      if (argumentsOf(pid) === command) return { command, environment };
    }
  } catch {
    return undefined;
  }
}

function argumentsOf(pid: string): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
}

/** childrenOf lists the processes that a process has started and that still run. */
export function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** dockersOf lists those of them that are docker, and not what watches it. */
export function dockersOf(pid: number): readonly number[] {
  return childrenOf(pid).filter((child) => /(?:^|\/)docker /.test(lookAt(String(child))?.command ?? ''));
}

/** isRunning tells whether a process is there and has not ended; one that nobody has waited for yet has. */
export function isRunning(pid: number): boolean {
  try {
    return argumentsOf(String(pid)) !== '';
  } catch {
    return false;
  }
}
