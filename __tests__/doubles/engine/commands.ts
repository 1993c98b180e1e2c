import { parseArgs } from 'node:util';
import type { Session } from './call.ts';
import { componentsDocument, infoDocument, inspectDocument } from './documents.ts';
import type { ImageStore } from './image-store.ts';
import { login } from './login.ts';
import { push } from './push.ts';
import { EngineError } from './registry-connection.ts';
import { save } from './save.ts';
import type { Act, CommandName, Script } from './script.ts';

/** What a command works with. */
export type Workshop = {
  readonly session: Session;
  readonly store: ImageStore;
  readonly script: Script;
  readonly ca: string | undefined;
  readonly internet: number | undefined;
};

type Values = { readonly format?: string; readonly username?: string; readonly output?: string };
type Command = {
  readonly name: CommandName;
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** Runs it and returns its exit code. */
  run(shop: Workshop, operands: readonly string[], more: { values: Values; acts: readonly Act[] }): Promise<number>;
};

const JSON_FORMAT = '{{json .}}';
const COMPONENTS_FORMAT = '{{json .Server.Components}}';
const NAME_FORMAT = '{{.Repository}}:{{.Tag}}';

const COMMANDS: readonly Command[] = [
  {
    name: 'info',
    words: ['info'],
    flags: { format: { type: 'string' } },
    run: async ({ session, store }, _, { values }) => {
      expectFormat(values, JSON_FORMAT);
      session.out(`${JSON.stringify(infoDocument(store.kind))}\n`);
      return 0;
    },
  },
  {
    name: 'version',
    words: ['version'],
    flags: { format: { type: 'string' } },
    run: async ({ session, store }, _, { values }) => {
      expectFormat(values, COMPONENTS_FORMAT);
      session.out(`${JSON.stringify(componentsDocument(store.kind))}\n`);
      return 0;
    },
  },
  {
    name: 'inspect',
    words: ['image', 'inspect'],
    flags: { format: { type: 'string' } },
    run: async ({ session, store }, [name = ''], { values }) => {
      expectFormat(values, JSON_FORMAT);
      const held = store.find(name);
      if (held === undefined) throw new EngineError(`no such image: ${name}: No such image: ${name}`);
      session.out(`${JSON.stringify(inspectDocument(store, held))}\n`);
      return 0;
    },
  },
  {
    name: 'ls',
    words: ['image', 'ls'],
    flags: { format: { type: 'string' } },
    run: async ({ session, store }, _, { values }) => {
      expectFormat(values, NAME_FORMAT);
      session.out(store.names.map((name) => `${name}\n`).join(''));
      return 0;
    },
  },
  {
    name: 'tag',
    words: ['image', 'tag'],
    flags: {},
    run: async ({ store }, [from = '', to = '']) => {
      if (!store.tag(from, to)) throw new EngineError(`No such image: ${from}`);
      return 0;
    },
  },
  {
    name: 'rm',
    words: ['image', 'rm'],
    flags: { 'no-prune': { type: 'boolean' } },
    run: async ({ session, store }, [name = '']) => {
      const removed = store.remove(name);
      if (removed.length === 0) throw new EngineError(`No such image: ${name}`);
      session.out(removed.map((line) => `${line}\n`).join(''));
      return 0;
    },
  },
  {
    name: 'save',
    words: ['image', 'save'],
    flags: { output: { type: 'string' } },
    run: (shop, [name = ''], { values, acts }) => save(shop, name, { output: values.output ?? '', acts }),
  },
  {
    name: 'login',
    words: ['login'],
    flags: { username: { type: 'string' }, 'password-stdin': { type: 'boolean' } },
    run: (shop, [host = ''], { values }) => login(shop, host, values.username ?? ''),
  },
  { name: 'push', words: ['image', 'push'], flags: {}, run: (shop, [name = ''], { acts }) => push(shop, name, acts) },
];

/** carryOut runs what the CLI was called for. What the double does not know is an error, as a misspelt flag is. */
export async function carryOut(shop: Workshop): Promise<void> {
  const { session, script } = shop;
  const { argv } = session.asked;
  const command = COMMANDS.find(({ words }) => words.every((word, at) => argv[at] === word));
  const end = (code: number) => session.send({ kind: 'exit', code });
  try {
    if (command === undefined) throw new Error('unknown command');
    const args = argv.slice(command.words.length);
    const { values, positionals } = parseArgs({ args, options: command.flags, allowPositionals: true });
    const acts = script.take(command.name);
    if (acts.some(({ kind }) => kind === 'ignore-signals')) session.send({ kind: 'ignore-signals' });
    for (const act of acts) {
      if (act.kind !== 'print' && act.kind !== 'exit') continue;
      session.out(act.stdout ?? '');
      session.err(act.stderr ?? '');
      if (act.kind === 'exit') return end(act.code);
    }
    await script.pass(command.name, 'start', session);
    end(await command.run(shop, positionals, { values, acts }));
  } catch (error) {
    if (session.signal.aborted) return;
    const { message } = error as Error;
    const isRaw = command?.name === 'push' || !(error instanceof EngineError);
    session.err(isRaw ? `${message}\n` : `Error response from daemon: ${message}\n`);
    end(error instanceof EngineError ? 1 : 125);
  }
}

function expectFormat({ format }: Values, known: string): void {
  if (format !== known) throw new Error(`the double knows the format ${known} only`);
}
