import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Child, Ended } from '../../../src/docker/child.ts';
import type { Machine } from '../../../src/docker/cli.ts';
import { componentsDocument, infoDocument, inspectDocument } from '../../doubles/engine/documents.ts';
import { type Held, ImageStore, type StoreKind } from '../../doubles/engine/image-store.ts';
import { type Credential, EngineConnection, type EngineConnectionOptions } from './engine-connection.ts';
import { claimOf, pushAsEnginesDo } from './engine-push.ts';
import { Setback } from './setback.ts';
import type { VirtualClock } from './virtual-clock.ts';

export type EngineOptions = {
  readonly store?: StoreKind;
  readonly clock: VirtualClock;
  /** Where registries are that are not reached by plain HTTP, by host. */
  readonly origins?: Readonly<Record<string, string>>;
  /** Brings images to the registry, where the engine's own requests do not matter. */
  readonly carry?: (image: Held, path: string, tag: string) => void;
  /** What it says in the end, if that is not the truth; the empty string for nothing. */
  readonly claim?: string;
  /** What it sends instead of what the name stands for. */
  readonly instead?: Held;
};

/**
 * The docker command and its engine in this process, by a clock of its own. It behaves as docker 28.2 with an engine
 * 20.10 was measured to (`measured-docker.ts`), above all where it gives up.
 */
export class Engine implements Machine {
  readonly clock: VirtualClock;
  readonly store: ImageStore;
  /** Hosts to which a credential was handed by `docker login`. */
  readonly logins: string[] = [];
  readonly #options: EngineOptions;
  readonly #credentials = new Map<string, Credential>();

  constructor(options: EngineOptions) {
    this.#options = options;
    this.clock = options.clock;
    this.store = new ImageStore(options.store ?? 'graph-driver');
  }

  readonly run = async ({ args, env, stdin = '', onLine }: Child, signal: AbortSignal): Promise<Ended> => {
    signal.throwIfAborted();
    const stdout: string[] = [];
    const print = (line: string): void => {
      stdout.push(`${line}\n`);
      onLine?.(line);
    };
    try {
      await this.#carryOut(args, { folder: env.DOCKER_CONFIG ?? '', stdin, print, signal });
      return { exitCode: 0, stdout: stdout.join(''), stderr: '' };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Setback)) throw error;
      return { exitCode: 1, stdout: stdout.join(''), stderr: `${error.message}\n` };
    }
  };
  readonly ask = this.run;

  async #carryOut(args: readonly string[], call: Call): Promise<void> {
    const [command, verb] = args;
    const operands = args.filter((arg) => !arg.startsWith('-') && !arg.startsWith('{{'));
    const last = operands.at(-1) ?? '';
    if (command === 'info') call.print(JSON.stringify(infoDocument(this.store.kind)));
    else if (command === 'version') call.print(JSON.stringify(componentsDocument(this.store.kind)));
    else if (command === 'login') await this.#login(last, { ...call, username: flagValue(args, '--username') });
    else if (verb === 'inspect') call.print(JSON.stringify(inspectDocument(this.store, this.#found(last))));
    else if (verb === 'tag') this.store.tag(operands[2] ?? '', last);
    else if (verb === 'rm') this.store.remove(last);
    else if (verb === 'ls') for (const name of this.store.names) call.print(name);
    else if (verb === 'push') await this.#push(last, call);
    else throw new Error(`the engine has no command "${args.join(' ')}"`);
  }

  #found(name: string): Held {
    const held = this.store.find(name);
    if (held === undefined) throw new Setback(`Error response from daemon: No such image: ${name}`, { isFinal: true });
    return held;
  }

  async #login(host: string, { folder, stdin, signal, username }: Call & { readonly username: string }): Promise<void> {
    this.logins.push(host);
    if (this.#options.carry !== undefined) return;
    const credential = { username, password: stdin };
    const connection = this.#connect(host, { agent: 'docker/28.2.2 login', credential, scope: undefined, signal });
    const url = `${this.#originOf(host)}/v2/`;
    const failed = (words: string) => new Setback(`Error response from daemon: ${words}`, { isFinal: true });
    const proof = await connection.ping().then(
      () =>
        connection.request('GET', '/v2/').catch((error) => Promise.reject(failed(`Get "${url}": ${error.message}`))),
      (error) => Promise.reject(failed(error.message)),
    );
    if (proof.status !== 200) {
      const reason = proof.status === 401 ? 'Unauthorized' : '';
      throw failed(`login attempt to ${url} failed with status: ${proof.status} ${reason}`.trimEnd());
    }
    this.#credentials.set(`${folder} ${host}`, credential);
  }

  async #push(name: string, { folder, print, signal }: Call): Promise<void> {
    const [host = '', ...rest] = name.split('/');
    const [path = '', tag = ''] = rest.join('/').split(':');
    const scope = `repository:${path}:push,pull`;
    const credential = this.#credentials.get(`${folder} ${host}`) ?? keptToken(folder, host);
    const connection = this.#connect(host, { agent: 'docker/28.2.2 push', credential, scope, signal });
    print(`The push refers to repository [${host}/${path}]`);
    const held = this.#options.instead ?? this.store.pushable(this.#found(name));
    if (held === undefined) throw new Setback('failed to push: content of the index is not here', { isFinal: true });
    if (this.#options.carry !== undefined) {
      this.#options.carry(held, path, tag);
    } else await pushAsEnginesDo(held, { connection, path, tag, clock: this.clock, signal, print });
    print(this.#options.claim ?? claimOf(held, tag));
  }

  #connect(host: string, options: Omit<EngineConnectionOptions, 'origin'>): EngineConnection {
    return new EngineConnection({ ...options, origin: this.#originOf(host) });
  }

  #originOf(host: string): string {
    return this.#options.origins?.[host] ?? `http://${host}`;
  }
}

type Call = {
  readonly folder: string;
  readonly stdin: string;
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
};

/** The token that the CLI's file has for a registry, as it passes it to the engine. */
function keptToken(folder: string, host: string): Credential | undefined {
  const text = folder === '' ? '{}' : readFileSync(join(folder, 'config.json'), 'utf8');
  const { auths = {} } = JSON.parse(text) as { readonly auths?: Record<string, { readonly registrytoken?: string }> };
  const registryToken = auths[host]?.registrytoken;
  return registryToken === undefined ? undefined : { registryToken };
}

function flagValue(args: readonly string[], flag: string): string {
  return args.find((arg) => arg.startsWith(`${flag}=`))?.slice(flag.length + 1) ?? '';
}
