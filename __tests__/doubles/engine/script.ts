import type { Call, Session } from './call.ts';
import type { Held } from './image-store.ts';

export type CommandName = 'info' | 'version' | 'inspect' | 'ls' | 'tag' | 'rm' | 'save' | 'login' | 'push';

/** What a real engine or CLI does, but not when a test wants it. */
export type Act =
  /** Does nothing but print this and end. */
  | { readonly kind: 'exit'; readonly code: number; readonly stdout?: string; readonly stderr?: string }
  /** Prints this before it does its work. */
  | { readonly kind: 'print'; readonly stdout?: string; readonly stderr?: string }
  /** A push that says another digest than that of what it pushed. */
  | { readonly kind: 'claim'; readonly digest: string }
  /** A push that does not say what it pushed. */
  | { readonly kind: 'say-nothing' }
  /** A push of another image than the one that the name stands for. */
  | { readonly kind: 'push-instead'; readonly image: Held }
  /** Saves another file than it should. */
  | { readonly kind: 'save-instead'; readonly file: (saved: Buffer) => Buffer }
  /** A CLI that does not end when it is asked to. */
  | { readonly kind: 'ignore-signals' };

export type Fault = { readonly on: CommandName; readonly act: Act };

/**
 * Where a command can be stopped: before it contacts anyone; in a login or a save when the credential, or the image, is
 * written but not yet in its place; in a push when everything but the manifest is there.
 */
export type HoldPoint = 'start' | 'saving' | 'manifest';

/** A command that is stopped on the way. */
export type Hold = {
  /** The command has come there, and waits. */
  readonly reached: Promise<Call>;
  release(): void;
};

type Waiting = {
  readonly on: CommandName;
  readonly at: HoldPoint;
  reach(call: Call): void;
  readonly go: Promise<void>;
};

/** What goes otherwise than it should; every part is played once. */
export class Script {
  #faults: Fault[] = [];
  #holds: Waiting[] = [];

  add(fault: Fault): void {
    this.#faults.push(fault);
  }

  hold(on: CommandName, at: HoldPoint): Hold {
    const { promise: reached, resolve: reach } = Promise.withResolvers<Call>();
    const { promise: go, resolve: release } = Promise.withResolvers<void>();
    this.#holds.push({ on, at, reach, go });
    return { reached, release };
  }

  /** take returns what is to be played on this call. */
  take(on: CommandName): readonly Act[] {
    const taken = this.#faults.filter((fault) => fault.on === on);
    this.#faults = this.#faults.filter((fault) => fault.on !== on);
    return taken.map(({ act }) => act);
  }

  /** pass waits where the command is held; if the CLI dies there, the engine drops what it asked for. */
  async pass(on: CommandName, at: HoldPoint, { call, signal }: Pick<Session, 'call' | 'signal'>): Promise<void> {
    const waiting = this.#holds.find((hold) => hold.on === on && hold.at === at);
    if (waiting === undefined) return;
    this.#holds = this.#holds.filter((hold) => hold !== waiting);
    waiting.reach(call);
    const { promise: gone, reject } = Promise.withResolvers<never>();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    await Promise.race([waiting.go, gone]);
    signal.throwIfAborted();
  }

  /** What was asked for and never came up. */
  unplayed(): readonly string[] {
    return [
      ...this.#faults.map(({ on, act }) => `${act.kind} on ${on}`),
      ...this.#holds.map(({ on, at }) => `hold of ${on} at ${at}`),
    ];
  }
}
