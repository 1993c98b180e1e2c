import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Act, FaultMatch } from '../doubles/registry/fault-script.ts';
import { buildImage } from '../doubles/registry/images.ts';
import { startRegistry } from '../doubles/registry/start-registry.ts';
import { Engine } from './step/engine.ts';
import { PASSWORD, USER, USERS } from './step/run-step.ts';
import { VirtualClock } from './step/virtual-clock.ts';

/** Where a fault was played → what docker then said → the faults after which it said so. */
type Measured = Readonly<Record<string, Readonly<Record<string, string>>>>;
const MEASURED = JSON.parse(readFileSync(join(import.meta.dirname, 'step/measured-docker.json'), 'utf8')) as Measured;

/** The faults as they were played to docker 28.2 with engine 20.10. */
const ACTS: Readonly<Record<string, Act>> = {
  '401': { kind: 'challenge', values: [] },
  '403': { kind: 'error', status: 403, code: 'DENIED', message: 'requested access to the resource is denied' },
  '404': { kind: 'error', status: 404, code: 'BLOB_UPLOAD_UNKNOWN', message: 'blob upload unknown to registry' },
  '407': { kind: 'answer', status: 407 },
  '408': { kind: 'answer', status: 408 },
  '413early': { kind: 'answer', status: 413, body: '<html>413</html>', early: true },
  '416': { kind: 'answer', status: 416 },
  '425': { kind: 'answer', status: 425 },
  '429': { kind: 'rate-limit', retryAfter: '1' },
  '499': { kind: 'answer', status: 499 },
  '500': { kind: 'error', status: 500, code: 'UNKNOWN', message: 'internal' },
  '502html': {
    kind: 'answer',
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<html>Bad Gateway</html>',
  },
  '503': { kind: 'error', status: 503, code: 'UNAVAILABLE', message: 'busy' },
  '504empty': { kind: 'answer', status: 504 },
  '522': { kind: 'answer', status: 522, body: 'origin timeout' },
  'reset-before': { kind: 'reset', when: 'before-handling' },
  'reset-after': { kind: 'reset', when: 'after-handling' },
  'reset-mid-request': { kind: 'reset', when: 'mid-request' },
  'reset-mid-body': { kind: 'reset', when: 'mid-body' },
  'short-body': { kind: 'short-body' },
  expire: { kind: 'expire-tokens' },
  'digest-invalid': {
    kind: 'error',
    status: 400,
    code: 'DIGEST_INVALID',
    message: 'provided digest did not match uploaded content',
  },
  'blob-unknown': { kind: 'error', status: 404, code: 'MANIFEST_BLOB_UNKNOWN', message: 'blob unknown to registry' },
  'login-page': { kind: 'login-page' },
  '307loop': { kind: 'redirect', status: 307, to: ({ target }) => target },
  'no-location': { kind: 'location', form: 'missing' },
  'no-digest': { kind: 'digest-header', value: 'missing' },
  'wrong-digest': { kind: 'digest-header', value: 'wrong' },
  raw: { kind: 'raw', bytes: 'garbage\r\n\r\n' },
  duplicate: { kind: 'duplicate' },
};

const PLACES: Readonly<Record<string, { readonly match: FaultMatch; readonly skip?: number }>> = {
  'login-ping': { match: { kind: 'ping' } },
  'login-token': { match: { kind: 'token' } },
  ping: { match: { kind: 'ping' } },
  token: { match: { kind: 'token' } },
  post: { match: { kind: 'upload', method: 'POST' } },
  patch: { match: { kind: 'upload', method: 'PATCH' } },
  put: { match: { kind: 'upload', method: 'PUT' } },
  stat: { match: { kind: 'blob', method: 'HEAD' } },
  manifest: { match: { kind: 'tag', method: 'PUT' } },
  'config-look': { match: { kind: 'blob', method: 'HEAD' }, skip: 1 },
  'config-post': { match: { kind: 'upload', method: 'POST' }, skip: 1 },
  'config-patch': { match: { kind: 'upload', method: 'PATCH' }, skip: 1 },
  'config-put': { match: { kind: 'upload', method: 'PUT' }, skip: 1 },
  'config-stat': { match: { kind: 'blob', method: 'HEAD' }, skip: 2 },
};

async function wordsAfter(place: string, fault: string): Promise<string> {
  await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
  const engine = new Engine({ clock: new VirtualClock() });
  const name = `${registry.host}/team/app:v1`;
  engine.store.load(buildImage(), [name]);
  const { signal } = new AbortController();
  const run = (...args: readonly string[]) => engine.run({ args, env: {}, stdin: PASSWORD }, signal);
  if (!place.startsWith('login')) await run('login', `--username=${USER}`, '--password-stdin', registry.host);
  const act = ACTS[fault];
  if (act === undefined) throw new Error(`${fault} is no fault that was measured`);
  registry.fault({ ...PLACES[place], act });
  const ended = place.startsWith('login')
    ? await run('login', `--username=${USER}`, '--password-stdin', registry.host)
    : await run('image', 'push', name);
  if (ended.exitCode === 0) return place.startsWith('login') ? 'Login Succeeded' : 'pushed';
  return inShort(ended.stderr);
}

/** Without addresses, ports and statuses, which differ from run to run or follow from the fault. */
function inShort(stderr: string): string {
  return (
    stderr
      .replace(/^Error response from daemon: /, '')
      .replace(/(?:[A-Z][a-z]+ "http:[^"]*": )+/, '')
      .replace(/^errors:\n/, '')
      .split('\n')[0]
      ?.replace(/read tcp \S+ read: /, '')
      .replace(/^(error parsing HTTP|received unexpected HTTP status).*/, '$1')
      .replace(/^login attempt to \S+ failed/, 'login attempt failed')
      .replace(/(malformed HTTP response).*/, '$1') ?? ''
  );
}

describe('the engine in this process gives up where docker 28.2 was seen to, with the same words', () => {
  test.each(Object.entries(MEASURED))('at %s', async (place, said) => {
    const expected = Object.entries(said).flatMap(([words, faults]) =>
      faults.split(' ').map((fault) => [fault, words]),
    );
    const seen = await Promise.all(expected.map(async ([fault = '']) => [fault, await wordsAfter(place, fault)]));
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected));
  });
});
