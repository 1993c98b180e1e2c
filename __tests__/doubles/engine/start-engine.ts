import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Call, Session } from './call.ts';
import { carryOut } from './commands.ts';
import { type Held, ImageStore, type StoreKind } from './image-store.ts';
import { type CommandName, type Fault, type Hold, type HoldPoint, Script } from './script.ts';

export type EngineOptions = {
  readonly store?: StoreKind;
  /** PEM of whom the engine trusts. By default it looks at no certificate, as dockerd does on loopback. */
  readonly ca?: string;
  /** The port on loopback where everything else is, by TLS; by default the engine asks the hosts themselves. */
  readonly internet?: number;
};

export type Engine = AsyncDisposable & {
  /** What a step needs to find this engine and its docker command. */
  readonly env: { readonly PATH: string; readonly DOCKER_HOST: string };
  /** Every call of the docker command so far. */
  readonly calls: readonly Call[];
  /** Names of the images that it has. */
  readonly names: readonly string[];
  /** The ID of the image that a name, or an ID, stands for; undefined if there is none. */
  idOf(nameOrId: string): string | undefined;
  /** load puts an image there, as a build does, and returns its ID. `present`: the platforms that are really here. */
  load(image: Held, names: readonly string[], present?: readonly string[]): string;
  fault(fault: Fault): void;
  /** hold stops the next such command at a point on its way. */
  hold(on: CommandName, at: HoldPoint): Hold;
  /** Throws if a fault or a hold that was asked for never came up. */
  assertClean(): void;
  close(): Promise<void>;
};

/**
 * A Docker engine in this process, with a docker command that talks to it: strict, observable, and on request
 * faulty. What a step sees of it is what it would see of a real one: a program on the PATH and a socket.
 */
export async function startEngine({ store: kind = 'graph-driver', ca, internet }: EngineOptions = {}): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const bin = installCommand(folder);
  const store = new ImageStore(kind);
  const script = new Script();
  const calls: Call[] = [];
  const sockets = new Set<Socket>();
  const serve = async (socket: Socket): Promise<void> => {
    const session = await Session.accept(socket);
    if (session === undefined) return;
    calls.push(session.call);
    await carryOut({ session, store, script, ca, internet });
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    void serve(socket);
  });
  const path = join(folder, 'docker.sock');
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    env: { PATH: `${bin}${delimiter}${process.env.PATH}`, DOCKER_HOST: `unix://${path}` },
    calls,
    get names() {
      return store.names;
    },
    idOf: (nameOrId) => {
      const held = store.find(nameOrId);
      return held && store.idOf(held);
    },
    load: (image, names, present) => store.load(image, names, present),
    fault: (fault) => script.add(fault),
    hold: (on, at) => script.hold(on, at),
    assertClean: () => {
      const unplayed = script.unplayed();
      if (unplayed.length > 0) throw new Error(`the engine was never asked for:\n${unplayed.join('\n')}`);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The command starts in half the time if Node does not have to strip its types anew at every call. */
function installCommand(folder: string): string {
  const bin = join(folder, 'bin');
  const program = join(folder, 'docker-cli.mjs');
  mkdirSync(bin);
  writeFileSync(program, stripTypeScriptTypes(readFileSync(join(import.meta.dirname, 'docker-cli.ts'), 'utf8')));
  writeFileSync(join(bin, 'docker'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(join(bin, 'docker'), 0o755);
  return bin;
}
