import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Asked, Order, Reply } from './wire.ts';

/** One call of the docker command, as a test sees it. What came on its standard input is not kept. */
export type Call = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly pid: number;
  readonly stdinLength: number;
  /** Unset while it runs, and if it was killed. */
  readonly exitCode: number | undefined;
  /** Why the CLI itself gave up. */
  readonly error: string | undefined;
  /** The process has let go of the engine. */
  readonly ended: Promise<void>;
};

/** The engine's side of a call: it has the CLI print, keep a credential, and end. */
export class Session {
  readonly asked: Asked;
  readonly call: Call;
  readonly #socket: Socket;
  readonly #gone = new AbortController();
  #answer = Promise.withResolvers<void>();

  /** accept waits for the CLI to say what it was called for; undefined if it went away before. */
  static async accept(socket: Socket): Promise<Session | undefined> {
    const lines = createInterface({ input: socket });
    const { promise, resolve } = Promise.withResolvers<Session | undefined>();
    let session: Session | undefined;
    lines.on('line', (line) => {
      if (session === undefined) {
        session = new Session(socket, JSON.parse(line) as Asked);
        resolve(session);
      } else session.#hear(JSON.parse(line) as Reply);
    });
    socket.on('close', () => resolve(undefined));
    for (const stream of [socket, lines]) stream.on('error', () => undefined);
    return promise;
  }

  private constructor(socket: Socket, asked: Asked) {
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    this.#socket = socket;
    this.asked = asked;
    this.call = {
      args: asked.argv,
      env: asked.env,
      pid: asked.pid,
      stdinLength: asked.stdin?.length ?? 0,
      exitCode: undefined,
      error: undefined,
      ended,
    };
    this.#answer.promise.catch(() => undefined);
    socket.on('close', () => {
      const gone = new Error('the CLI is gone');
      this.#gone.abort(gone);
      this.#answer.reject(gone);
      resolve();
    });
  }

  /** Aborted when the CLI is gone: an engine does not go on with what nobody waits for. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  out(text: string): void {
    this.send({ kind: 'out', text });
  }

  err(text: string): void {
    this.send({ kind: 'err', text });
  }

  send(order: Order): void {
    this.#socket.write(`${JSON.stringify(order)}\n`);
  }

  /** order has the CLI do something and waits until it is done. */
  async order(order: Order): Promise<void> {
    this.#answer = Promise.withResolvers<void>();
    this.send(order);
    await this.#answer.promise;
  }

  #hear(reply: Reply): void {
    if (reply.kind === 'done') this.#answer.resolve();
    else {
      Object.assign(this.call, { exitCode: reply.code, error: reply.error });
      this.#answer.reject(new Error(reply.error ?? 'the CLI has ended'));
    }
  }
}
