/** Trusted roots by TUF: what is not signed, not new enough, or not from where it was asked for, is no trusted root. */
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sigstoreTrust } from '../../../src/trust/open-trust.ts';
import type { Seed } from '../../../src/trust/seeds.ts';
import { makeCertificates } from '../../doubles/registry/certificates.ts';
import { type Listener, type ScriptedAnswer, startListener } from '../../doubles/registry/listener.ts';
import { TufFiles } from '../../doubles/sigstore/tuf-files.ts';
import { fastClock } from '../registry/scripted-network.ts';

const RECORDED = resolve(import.meta.dirname, '../../doubles/sigstore/recorded');
const recorded = (name: string) => readFileSync(resolve(RECORDED, name), 'utf8');
const TARGETS = {
  'trusted_root.json': recorded('trusted_root.json'),
  'signing_config.v0.2.json': recorded('signing_config.v0.2.json'),
};
const NO_ROOT = { code: 'PROOF_NO_TRUST_ROOT' };

let temp: string;
let before: string | undefined;
let server: Listener;
let tuf: TufFiles;
beforeEach(async () => {
  before = process.env.RUNNER_TEMP;
  temp = mkdtempSync(join(tmpdir(), 'tuf-'));
  process.env.RUNNER_TEMP = temp;
  tuf = new TufFiles(TARGETS);
  server = await startListener({ answer: tuf.answer });
});
afterEach(async () => {
  if (before === undefined) delete process.env.RUNNER_TEMP;
  else process.env.RUNNER_TEMP = before;
  rmSync(temp, { recursive: true });
  await server.close();
});

/** The door, as a step of the job opens it. */
function door(signal = new AbortController().signal, seeds: readonly Seed[] = []) {
  return sigstoreTrust({ signal, seeds, clock: fastClock() });
}

function source(caFile?: string, url = server.origin) {
  const root = join(temp, 'first-root.json');
  writeFileSync(root, tuf.root);
  return { kind: 'own', url, root, caFile } as const;
}

const open = (from = source()) => door().openTrust(from, []);

describe('what is verified with, by TUF', () => {
  it('is the trusted root that the repository has signed', async () => {
    expect((await open()).authorities).toEqual(['public']);
    expect(server.requests.map(({ target }) => target.replace(/[0-9a-f]{64}/, '…'))).toEqual([
      '/2.root.json',
      '/timestamp.json',
      '/1.snapshot.json',
      '/1.targets.json',
      '/targets/….trusted_root.json',
    ]);
    for (const { headers } of server.requests) expect(Object.keys(headers)).not.toContain('authorization');
  });

  it('is asked for once, with where it is signed', async () => {
    const { openTrust, announced } = door();
    const from = source();
    await openTrust(from, []);
    expect(await announced(from)).toEqual({
      authorities: [
        {
          url: 'https://fulcio.sigstore.dev',
          version: 1,
          operator: 'sigstore.dev',
          start: 1649880375000,
          end: undefined,
        },
      ],
      logs: { servers: [expect.objectContaining({ url: 'https://rekor.sigstore.dev', version: 1 })], count: 'any' },
      clocks: {
        servers: [expect.objectContaining({ url: 'https://timestamp.sigstore.dev/api/v1/timestamp' })],
        count: 'any',
      },
    });
    expect(server.requests.filter(({ target }) => target === '/timestamp.json')).toHaveLength(1);
  });

  it('follows the roots from the first one to the newest, whose keys are others', async () => {
    tuf.publish({ rotates: true });
    tuf.publish({ rotates: true });
    expect((await open()).authorities).toEqual(['public']);
  });

  it('is asked for again from a server that is busy', async () => {
    let asked = 0;
    server.answer((request) => (++asked % 2 === 1 ? { status: 503 } : tuf.answer(request)));
    expect((await open()).authorities).toEqual(['public']);
  });

  it('is kept where only this user can read it', async () => {
    await open();
    const [folder = '', ...others] = readdirSync(temp).filter((name) => name.startsWith('verified-image-push-tuf-'));
    expect(others).toEqual([]);
    expect(statSync(join(temp, folder)).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(temp, folder)).filter((name) => name.startsWith('download-'))).toEqual([]);
  });

  it.each<[string, () => void, RegExp]>([
    ['a timestamp that has expired', () => tuf.publish({ expired: ['timestamp'] }), /timestamp\.json is expired/],
    ['a snapshot that has expired', () => tuf.publish({ expired: ['snapshot'] }), /snapshot\.json is expired/],
    ['targets that have expired', () => tuf.publish({ expired: ['targets'] }), /targets\.json is expired/],
    ['a root that has expired', () => tuf.publish({ expired: ['root'] }), /root\.json is expired/],
    ['a timestamp by another key', () => tuf.publish({ forged: ['timestamp'] }), /timestamp was signed by 0\/1/],
    ['a snapshot by another key', () => tuf.publish({ forged: ['snapshot'] }), /snapshot was signed by 0\/1/],
    ['targets by another key', () => tuf.publish({ forged: ['targets'] }), /targets was signed by 0\/1/],
    ['a root by another key', () => tuf.publish({ forged: ['root'] }), /root was signed by 0\/1/],
    ['a root of an earlier version', () => tuf.publish({ versions: { root: 1 } }), /Expected version 2, got 1/],
    ['a snapshot of another version', () => tuf.publish({ versions: { snapshot: 1 } }), /version/i],
    ['targets of another version', () => tuf.publish({ versions: { targets: 1 } }), /does not match snapshot version/],
    ['no trusted root', () => tuf.publish({ targets: {} }), /has no such file/],
    [
      'a trusted root that is none',
      () => tuf.publish({ targets: { 'trusted_root.json': '{}' } }),
      /is no trusted root/,
    ],
    [
      'more than any trusted root has',
      () => tuf.publish({ targets: { 'trusted_root.json': ' '.repeat(1 << 21) } }),
      /it has 2097152 bytes/,
    ],
  ])('is not %s', async (_what, change, message) => {
    change();
    await expect(open()).rejects.toMatchObject({ ...NO_ROOT, message: expect.stringMatching(message) });
  });

  it.each<[string, RegExp, ScriptedAnswer, RegExp]>([
    [
      'another file than was signed',
      /\/targets\//,
      { body: TARGETS['trusted_root.json'].replace('2021', '2020') },
      /hash|length/i,
    ],
    ['a longer file than was signed', /\/targets\//, { body: `${TARGETS['trusted_root.json']} ` }, /is longer than/],
    ['a timestamp without an end', /timestamp/, { body: 'x'.repeat(20_000) }, /is longer than 16384 bytes/],
    ['a root without an end', /2\.root/, { body: 'x'.repeat(600_000) }, /is longer than 512000 bytes/],
    ['a page of a proxy', /timestamp/, { body: '<html>' }, /JSON/],
    ['a proxy that refuses', /timestamp/, { status: 407 }, /status 407/],
    ['a root that cannot be asked for', /2\.root/, { status: 400 }, /status 400/],
  ])('is not %s', async (_what, path, answer, message) => {
    server.answer((request) => (path.test(request.target) ? answer : tuf.answer(request)));
    await expect(open()).rejects.toMatchObject({ ...NO_ROOT, message: expect.stringMatching(message) });
  });

  it.each([/timestamp/, /2\.root/, /\/targets\//])(
    'does not follow a redirect of %s, even to the right bytes',
    async (path) => {
      await using elsewhere = await startListener({ answer: tuf.answer });
      server.answer((request) =>
        path.test(request.target)
          ? { status: 302, headers: { location: `${elsewhere.origin}${request.target}` } }
          : tuf.answer(request),
      );
      await expect(open()).rejects.toMatchObject({ ...NO_ROOT, message: expect.stringMatching(/status 302/) });
      expect(elsewhere.connections).toBe(0);
    },
  );

  it('names the server, and what to do, where nobody answers', async () => {
    const from = source();
    await server.close();
    await expect(open(from)).rejects.toMatchObject({
      ...NO_ROOT,
      message: expect.stringContaining(server.host),
      hint: expect.stringMatching(/Allow connections.*"trusted-root" a file/),
    });
  });

  it('ends with the step, and with its reason', async () => {
    const abort = new AbortController();
    const ended = new Error('the step has ended');
    server.answer((request) => {
      abort.abort(ended);
      return tuf.answer(request);
    });
    await expect(door(abort.signal).openTrust(source(), [])).rejects.toBe(ended);
  });

  it('may be behind a certificate of one’s own authority', async () => {
    const certificates = makeCertificates();
    await using secure = await startListener({ tls: certificates, answer: tuf.answer });
    await expect(open(source(undefined, secure.origin))).rejects.toMatchObject(NO_ROOT);
    const caFile = join(temp, 'ca.pem');
    writeFileSync(caFile, certificates.ca);
    expect((await open(source(caFile, secure.origin))).authorities).toEqual(['public']);
    writeFileSync(caFile, 'nothing');
    await expect(open(source(caFile, secure.origin))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('has a first root that is a file, and a root', async () => {
    const from = source();
    writeFileSync(from.root, '{}');
    await expect(open(from)).rejects.toMatchObject(NO_ROOT);
    rmSync(from.root);
    await expect(open(from)).rejects.toMatchObject({ ...NO_ROOT, message: expect.stringContaining('first-root.json') });
    expect(server.connections).toBe(0);
  });
});

describe('what an earlier step of the job has fetched', () => {
  const kept = () => join(temp, readdirSync(temp).find((name) => name.startsWith('verified-image-push-tuf-')) ?? '');

  it('is never older afterwards', async () => {
    tuf.publish({});
    await open();
    tuf.publish({ versions: { timestamp: 1 } });
    await expect(open()).rejects.toMatchObject({
      ...NO_ROOT,
      message: expect.stringMatching(/timestamp version 1 is less than current version 2/),
    });
  });

  it('says nothing about whom to believe: a root that was put there is not asked', async () => {
    await open();
    const evil = new TufFiles(TARGETS);
    server.answer(evil.answer);
    for (const [name, text] of [
      ['root.json', evil.root],
      ['timestamp.json', evil.files.get('timestamp.json')],
      ['snapshot.json', evil.files.get('1.snapshot.json')],
      ['targets.json', evil.files.get('1.targets.json')],
    ] as const)
      writeFileSync(join(kept(), name), text ?? '');
    await expect(open()).rejects.toMatchObject({ ...NO_ROOT, message: expect.stringMatching(/signed by 0\/1/) });
    // Whoever serves the truth again is believed, whatever stands there.
    server.answer(tuf.answer);
    expect((await open()).authorities).toEqual(['public']);
  });

  it('is nothing to another first root of the same address', async () => {
    await open();
    tuf = new TufFiles(TARGETS);
    server.answer(tuf.answer);
    expect((await open()).authorities).toEqual(['public']);
  });

  it('is not used where others can change it', async () => {
    await open();
    const folder = kept();
    chmodSync(folder, 0o777);
    await expect(open()).rejects.toMatchObject({ ...NO_ROOT, message: expect.stringMatching(/is not private/) });
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '', { mode: 0o600 });
    await expect(open()).rejects.toMatchObject({ ...NO_ROOT, message: expect.stringMatching(/is not private/) });
    rmSync(folder);
    const elsewhere = join(temp, 'elsewhere');
    symlinkSync(mkdtempSync(elsewhere), folder);
    await expect(open()).rejects.toMatchObject({ ...NO_ROOT, message: expect.stringMatching(/is not private/) });
  });
});

describe('the instances that are known', () => {
  const known = { kind: 'known', caFile: undefined } as const;
  const github = () => {
    const root = JSON.parse(TARGETS['trusted_root.json']);
    for (const each of root.certificateAuthorities) each.uri = 'fulcio.githubapp.com';
    return new TufFiles({ 'trusted_root.json': JSON.stringify(root) });
  };

  it.each([
    [[], ['public', 'github'], [true, true]],
    [['public'], ['public'], [true, false]],
    [['github'], ['github'], [false, true]],
  ] as const)('are asked for if they are wanted: %j', async (wanted, found, asked) => {
    const other = github();
    await using second = await startListener({ answer: other.answer });
    const seeds: readonly Seed[] = [
      { name: 'public', url: server.origin, root: Buffer.from(tuf.root) },
      { name: 'github', url: second.origin, root: Buffer.from(other.root) },
    ];
    const { signal } = new AbortController();
    expect((await door(signal, seeds).openTrust(known, wanted)).authorities).toEqual(found);
    expect([server.connections > 0, second.connections > 0]).toEqual(asked);
  });

  it('are not what they are asked for where they serve the root of another one', async () => {
    const other = github();
    server.answer(other.answer);
    const seeds: readonly Seed[] = [{ name: 'public', url: server.origin, root: Buffer.from(other.root) }];
    const opened = door(new AbortController().signal, seeds).openTrust(known, ['public']);
    await expect(opened).rejects.toMatchObject(NO_ROOT);
  });

  it('are not one’s own', async () => {
    await expect(door().openTrust(known, ['own'])).rejects.toMatchObject(NO_ROOT);
  });
});
