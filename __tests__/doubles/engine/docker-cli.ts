/**
 * The docker command of the scenarios: a thin client of the engine double, as the real one is of the real engine.
 * It runs as a program of its own. It reads its configuration and its standard input, talks to the engine through
 * the socket that DOCKER_HOST or the current context names, and keeps the credential of a login the way docker
 * 28.2 was seen to do it.
 */
import { accessSync, constants, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import type { Asked, Order, Reply } from './wire.ts';

type Config = {
  auths?: Record<string, { auth?: string; registrytoken?: string }>;
  credsStore?: string;
  credHelpers?: Record<string, string>;
  currentContext?: string;
};

const { env, argv } = process;
const folder = env.DOCKER_CONFIG || join(env.HOME ?? '/', '.docker');
const path = join(folder, 'config.json');
const config = readConfig();
let draft: { readonly path: string; readonly store?: string } | undefined;

function readConfig(): Config {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Config;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') {
      process.stderr.write(`WARNING: Error loading config file: open ${path}: ${code}\n`);
    }
    return {};
  }
}

/** What is kept for each registry, of one kind. DOCKER_AUTH_CONFIG comes before what is in the file. */
function kept(kind: 'auth' | 'registrytoken'): Record<string, string> {
  const fromEnvironment = env.DOCKER_AUTH_CONFIG ? (JSON.parse(env.DOCKER_AUTH_CONFIG) as Config).auths : {};
  const all = Object.entries({ ...config.auths, ...fromEnvironment });
  return Object.fromEntries(all.flatMap(([host, { [kind]: text }]) => (text ? [[host, text]] : [])));
}

/** A configuration without any credential gets the credential store of the desktop, if there is one. */
function credentialStore(host: string): string | undefined {
  const chosen = config.credHelpers?.[host] ?? config.credsStore;
  if (chosen !== undefined) return chosen;
  const hasCredentials = Object.keys(config.auths ?? {}).length > 0 || Object.keys(config.credHelpers ?? {}).length > 0;
  const store = isOnPath('pass') ? 'pass' : 'secretservice';
  return !hasCredentials && isOnPath(`docker-credential-${store}`) ? store : undefined;
}

function isOnPath(program: string): boolean {
  return (env.PATH ?? '').split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function socketPath(): string {
  const host = env.DOCKER_HOST || contextHost(env.DOCKER_CONTEXT || config.currentContext) || '';
  return host.replace(/^unix:\/\//, '');
}

function contextHost(name: string | undefined): string | undefined {
  if (name === undefined || name === 'default') return undefined;
  // Loaded here because most calls have no context, and each module makes every call slower.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const id = createHash('sha256').update(name).digest('hex');
  try {
    const meta = JSON.parse(readFileSync(join(folder, 'contexts', 'meta', id, 'meta.json'), 'utf8'));
    return meta.Endpoints.docker.Host;
  } catch {
    process.stderr.write(`Current context "${name}" is not found on the file system\n`);
    return process.exit(1);
  }
}

function writeDraft({ host, username, password }: Extract<Order, { kind: 'write-config' }>): void {
  const store = credentialStore(host);
  if (store !== undefined) {
    const { spawnSync } = process.getBuiltinModule('node:child_process');
    const input = JSON.stringify({ ServerURL: host, Username: username, Secret: password });
    spawnSync(`docker-credential-${store}`, ['store'], { input });
  }
  const auth = store === undefined ? { auth: Buffer.from(`${username}:${password}`).toString('base64') } : {};
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  draft = { path: `${path}${process.pid}`, ...(store === undefined ? {} : { store }) };
  const kept = { ...config, auths: { ...config.auths, [host]: auth }, ...(store ? { credsStore: store } : {}) };
  writeFileSync(draft.path, JSON.stringify(kept, undefined, '\t'), { mode: 0o600 });
}

function commitDraft(): void {
  if (draft === undefined) return;
  renameSync(draft.path, path);
  if (draft.store !== undefined) return;
  process.stderr.write(
    `\nWARNING! Your credentials are stored unencrypted in '${path}'.\nConfigure a credential helper to remove this ` +
      'warning. See\nhttps://docs.docker.com/go/credential-store/\n\n',
  );
}

/** The name of the file that an image is written to before it has its own. */
function draftOf(image: string): string {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(image) ?? [];
  return `${folder}.tmp-${name}${process.pid}`;
}

const STEPS: { readonly [K in Order['kind']]: (order: Extract<Order, { kind: K }>) => void } = {
  out: ({ text }) => void process.stdout.write(text),
  err: ({ text }) => void process.stderr.write(text),
  'write-config': writeDraft,
  'commit-config': commitDraft,
  'write-image': ({ path, content }) => writeFileSync(draftOf(path), Buffer.from(content, 'base64'), { mode: 0o600 }),
  'commit-image': ({ path }) => {
    try {
      renameSync(draftOf(path), path);
    } catch {
      // As docker 28.2 was seen to do it: it ends with 0.
    }
  },
  'stream-image': ({ content }) => void process.stdout.write(Buffer.from(content, 'base64')),
  'ignore-signals': () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
  },
  exit: ({ code }) => end(code),
};

function carryOut(order: Order): void {
  try {
    (STEPS[order.kind] as (order: Order) => void)(order);
    if (/-(?:config|image)$/.test(order.kind)) reply({ kind: 'done' });
  } catch (error) {
    const { message } = error as Error;
    end(1, order.kind.endsWith('config') ? `Error saving credentials: ${message}` : message);
  }
}

function reply(answer: Reply): void {
  engine.write(`${JSON.stringify(answer)}\n`);
}

function end(code: number, error?: string): void {
  if (error !== undefined) process.stderr.write(`${error}\n`);
  process.exitCode = code;
  hasEnded = true;
  const reason = error === undefined ? {} : { error };
  engine.end(`${JSON.stringify({ kind: 'ended', code, ...reason } satisfies Reply)}\n`);
}

async function readAll(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

let hasEnded = false;
// As with SIGPIPE: nobody reads what is printed any more.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => process.exit(141));
const socket = socketPath();
const engine = connect(socket === '' ? '/nonexistent' : socket);
engine.on('error', () => {
  if (argv[2] === 'info') process.stdout.write('{"ServerVersion":""}\n');
  end(1, `Cannot connect to the Docker daemon at unix://${socket}. Is the docker daemon running?`);
});
let rest = '';
engine.setEncoding('utf8').on('data', (text: string) => {
  const lines = (rest + text).split('\n');
  rest = lines.pop() ?? '';
  for (const line of lines) if (!hasEnded) carryOut(JSON.parse(line) as Order);
});
engine.on('close', () => {
  if (!hasEnded) end(1, 'error during connect: unexpected EOF');
});
const stdin = argv.includes('--password-stdin') ? { stdin: await readAll() } : {};
const asked: Asked = {
  argv: argv.slice(2),
  env: env as Record<string, string>,
  pid: process.pid,
  auths: kept('auth'),
  tokens: kept('registrytoken'),
  ...stdin,
};
engine.write(`${JSON.stringify(asked)}\n`);
