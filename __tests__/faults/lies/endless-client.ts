/**
 * Run as a program of its own: asks one registry for one thing after the other, and tells how each ended and by how
 * much the most memory that this process ever had has grown. The first thing is asked for to warm up.
 */
import { createSecureContext } from 'node:tls';
import { ActionError } from '../../../src/errors.ts';
import type { Descriptor } from '../../../src/image/manifest.ts';
import { distributionRegistry } from '../../../src/registry/distribution-registry.ts';
import type { Registry } from '../../../src/registry/registry.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { peakMiB } from '../../doubles/peak-memory.ts';

/** One thing to ask for. */
export type Question =
  | { readonly ask: 'tag'; readonly repository: string; readonly tag: string }
  | { readonly ask: 'config' | 'layer'; readonly repository: string; readonly blob: Descriptor }
  | { readonly ask: 'login'; readonly repository: string };

export type Asked = {
  readonly host: string;
  readonly user: string;
  readonly password: string;
  readonly questions: readonly Question[];
};
export type Told = { readonly ends: readonly string[]; readonly grownMiB: number };

const { host, user, password, questions } = JSON.parse(process.argv[2] ?? '') as Asked;
const trust = createSecureContext();
const open = distributionRegistry({
  signal: new AbortController().signal,
  mask: () => {},
  onWarning: () => {},
  trustFor: async () => ({ trust }),
});

async function endOf(question: Question): Promise<string> {
  const repository = { registry: host, path: question.repository };
  const credential = { username: user, password: new Secret(password) };
  const registry = await open({ repository, credential: async () => credential, authHosts: [] });
  try {
    return await ask(registry, question);
  } catch (error) {
    return error instanceof ActionError ? error.code : String(error);
  } finally {
    registry.close();
  }
}

async function ask(registry: Registry, question: Question): Promise<string> {
  if (question.ask === 'login') return registry.authenticate().then(() => 'signed in');
  if (question.ask === 'tag')
    return (await registry.readManifest(question.tag)) === undefined ? 'nothing' : 'a manifest';
  if (question.ask === 'config') return (await registry.readBlob(question.blob)) === undefined ? 'nothing' : 'a config';
  return (await registry.digestBlob(question.blob))?.diffId ?? 'nothing';
}

const ends: string[] = [];
let before = 0;
for (const [at, question] of questions.entries()) {
  ends.push(await endOf(question));
  if (at === 0) before = peakMiB();
}
const grownMiB = peakMiB() - before;
process.stdout.write(JSON.stringify({ ends, grownMiB } satisfies Told));
