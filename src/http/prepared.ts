import type { Agent, ClientRequestArgs } from 'node:http';
import type { Socket } from 'node:net';
import type { Timer } from '../time/clock.ts';

/**
 * How long a prepared connection waits for a request, in milliseconds. Some servers close a connection that is silent,
 * after five seconds or more; HAProxy also writes an answer (408) into it, which would be taken for that of a request.
 */
const WAITING = 3_000;

/** What a request tells its agent. */
export type WithAhead = { ahead?: number | undefined };

/** Connections that were prepared and then used, so that a server may have closed them just then. */
const used = new WeakSet<object>();

/** wasPrepared tells whether a connection was open before its request, as a kept-alive one is. */
export function wasPrepared(socket: object | null): boolean {
  return socket !== null && used.has(socket);
}

/**
 * preparing lets an agent open connections ahead: together with the connection for a request that has `ahead`, it opens
 * others to the same origin, until so many wait. The next requests then do not wait for one or two more round trips. A
 * prepared connection that fails is not missed: its request opens another one.
 */
export function preparing<A extends Agent>(agent: A, timer: Timer): A {
  const waiting = new Map<string, Prepared[]>();
  const connect = agent.createConnection.bind(agent);
  const destroy = agent.destroy.bind(agent);
  const prepare = (name: string, options: ClientRequestArgs): void => {
    const socket = connect(options) as Socket | null | undefined;
    if (socket) waiting.set(name, [...(waiting.get(name) ?? []), new Prepared(socket, timer)]);
  };
  const usable = (name: string): readonly Prepared[] => {
    const all = waiting.get(name) ?? [];
    for (const prepared of all) if (!prepared.isUsable) prepared.discard();
    return all.filter(({ isUsable }) => isUsable);
  };
  agent.createConnection = (options: ClientRequestArgs & WithAhead, callback) => {
    const name = agent.getName(options);
    const { ahead = 0 } = options;
    // The agent keeps the options: with them it makes a new connection if this one closes while requests wait.
    options.ahead = 0;
    const [first, ...rest] = usable(name);
    const socket = first?.take() ?? connect(options, callback);
    waiting.set(name, rest);
    for (let count = rest.length; count < ahead; count++) prepare(name, { ...options });
    return socket;
  };
  agent.destroy = () => {
    for (const prepared of [...waiting.values()].flat()) prepared.discard();
    waiting.clear();
    destroy();
  };
  return agent;
}

/** Prepared is a connection that waits for its request. Its socket keeps no process alive. */
class Prepared {
  readonly #socket: Socket;
  readonly #stop: () => void;
  readonly discard = (): void => {
    this.#stop();
    this.#socket.destroy();
  };

  constructor(socket: Socket, timer: Timer) {
    this.#socket = socket.unref();
    this.#stop = timer(WAITING, this.discard);
    // Without a listener, an error would end the process.
    socket.on('error', this.discard);
  }

  get isUsable(): boolean {
    return !this.#socket.destroyed && !this.#socket.readableEnded && this.#socket.readableLength === 0;
  }

  take(): Socket {
    this.#stop();
    used.add(this.#socket);
    return this.#socket.off('error', this.discard).ref();
  }
}
