import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import type { Descriptor } from '../../../src/image/manifest.ts';
import type { Act } from '../../doubles/registry/fault-script.ts';
import { startRegistry } from '../../doubles/registry/start-registry.ts';
import { tell } from '../step/figures.ts';
import { PASSWORD, USER, USERS } from '../step/run-step.ts';
import type { Asked, Question, Told } from './endless-client.ts';

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;
/** Far more than the memory that may be used; every byte of it is hashed. */
const BOMB = 128 * MIB;

/** So many bytes of zero, compressed to a thousandth and less. */
function bomb(compress: (bytes: Buffer) => Buffer, bytes: number): Buffer {
  const member = compress(Buffer.alloc(MIB));
  return Buffer.concat(Array.from({ length: bytes / MIB }, () => member));
}

function layerOf(bytes: Buffer): Descriptor {
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}` as Descriptor['digest'];
  return { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest, size: bytes.length };
}

function zerosDigest(length: number): string {
  const hash = createHash('sha256');
  for (let at = 0; at < length; at += MIB) hash.update(Buffer.alloc(MIB));
  return `sha256:${hash.digest('hex')}`;
}

test('answers without an end, and what unpacks without an end, cost no memory', async () => {
  await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
  const expected: string[] = [];
  const questions: Question[] = [];
  const add = (question: Question, end: string, act?: Act, kind: 'ping' | 'token' | 'tag' | 'blob' = 'tag'): void => {
    questions.push(question);
    expected.push(end);
    if (act !== undefined) registry.fault({ times: 'always', match: { kind, when: asks(question) }, act });
  };
  let asked = 0;
  /** The client goes through its questions one after the other; each signs in anew. */
  const asks = (question: Question) => (): boolean => questions[asked - 1] === question;
  registry.fault({
    match: { kind: 'ping', when: ({ headers }) => headers.authorization === undefined && ++asked < 0 },
    act: { kind: 'delay', ms: 0 },
  });

  const seeded = registry.repository('team/app').putImage({ tag: 'v1' });
  const tag = (): Question => ({ ask: 'tag', repository: 'team/app', tag: 'v1' });
  const config = (): Question => ({
    ask: 'config',
    repository: 'team/app',
    blob: seeded.config as unknown as Descriptor,
  });
  const layer = (bytes: Buffer): Question => {
    registry.repository('team/app').blobs.set(layerOf(bytes).digest, bytes);
    return { ask: 'layer', repository: 'team/app', blob: layerOf(bytes) };
  };
  const bombDigest = zerosDigest(BOMB);
  const login = (): Question => ({ ask: 'login', repository: 'team/app' });

  add(tag(), 'a manifest');
  add(tag(), 'REGISTRY_ANSWER', { kind: 'huge-body', bytes: GIB });
  add(tag(), 'REGISTRY_ANSWER', { kind: 'huge-body', bytes: GIB, declared: true });
  add(tag(), 'REGISTRY_ANSWER', { kind: 'gzip-bomb', bytes: GIB });
  add(tag(), 'REGISTRY_ANSWER', { kind: 'header-flood', bytes: MIB });
  add(config(), 'REGISTRY_ANSWER', { kind: 'huge-body', bytes: GIB }, 'blob');
  add(config(), 'REGISTRY_ANSWER', { kind: 'gzip-bomb', bytes: GIB }, 'blob');
  add(login(), 'REGISTRY_ANSWER', { kind: 'huge-body', bytes: GIB }, 'token');
  add(login(), 'REGISTRY_ANSWER', { kind: 'gzip-bomb', bytes: GIB }, 'token');
  // The way to sign in stands in the head of a 401, and is all that is wanted of it.
  add(login(), 'signed in', { kind: 'huge-body', bytes: GIB }, 'ping');
  add(layer(gzipSync('small')), 'DIGEST_MISMATCH', { kind: 'huge-body', bytes: GIB }, 'blob');
  // However long the layer is said to be, what an error says is no layer.
  const long = (text: string): Question => {
    const bytes = gzipSync(text);
    registry.repository('team/app').blobs.set(layerOf(bytes).digest, bytes);
    return { ask: 'layer', repository: 'team/app', blob: { ...layerOf(bytes), size: 2 * GIB } };
  };
  add(long('refused'), 'REGISTRY_DENIED', { kind: 'huge-body', bytes: GIB, status: 403 }, 'blob');
  add(long('in part'), 'REGISTRY_ANSWER', { kind: 'huge-body', bytes: GIB, status: 206 }, 'blob');
  add(layer(bomb((bytes) => gzipSync(bytes), BOMB)), bombDigest);
  add(layer(bomb((bytes) => zstdCompressSync(bytes), BOMB)), bombDigest);

  const args = { host: registry.host, user: USER, password: PASSWORD, questions } satisfies Asked;
  const program = join(import.meta.dirname, 'endless-client.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', program, JSON.stringify(args)]);
  const told = JSON.parse(stdout) as Told;
  expect(told.ends).toEqual(expected);
  expect(told.grownMiB).toBeLessThan(64);
  tell('Endless and exploding answers, memory grown (MiB, of 64)', told.grownMiB.toFixed(0));
});
