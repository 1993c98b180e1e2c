/** The log of version 1, which no server of ours is: what it is sent and what is made of its answer is what the project's library sends and makes. */
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TransparencyLogEntry } from '@sigstore/protobuf-specs';
import { RekorWitness } from '@sigstore/sign/dist/witness/tlog/index.js';
import { httpClient } from '../../../src/http/client.ts';
import { SigstoreService } from '../../../src/signer/sigstore-service.ts';
import { witnessesOf } from '../../../src/signer/witnesses.ts';
import { type Listener, type ScriptedAnswer, startListener } from '../../doubles/registry/listener.ts';
import { fastClock } from '../registry/scripted-network.ts';

const ID = 'ab'.repeat(40);
const CERTIFICATE = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .publicKey.export({ format: 'pem', type: 'spki' })
  .toString();
const CONTENT = {
  $case: 'dsseEnvelope',
  dsseEnvelope: {
    payloadType: 'application/vnd.in-toto+json',
    payload: Buffer.from('{"_type":"https://in-toto.io/Statement/v1"}'),
    signatures: [{ sig: Buffer.from('signed'), keyid: '' }],
  },
} as const satisfies { readonly $case: 'dsseEnvelope'; readonly dsseEnvelope: unknown };

const ENTRY = {
  body: Buffer.from('{"apiVersion":"0.0.1","kind":"dsse","spec":{}}').toString('base64'),
  integratedTime: 1_790_000_000,
  logID: 'c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d',
  logIndex: 8_123_456_789,
  verification: {
    signedEntryTimestamp: Buffer.from('promised').toString('base64'),
    inclusionProof: {
      checkpoint: 'rekor.sigstore.dev - 1193050959916656506\n8001552527\n…',
      hashes: ['11'.repeat(32), '22'.repeat(32)],
      logIndex: 8_001_552_526,
      rootHash: '33'.repeat(32),
      treeSize: 8_001_552_527,
    },
  },
};
const created = (entry: unknown = ENTRY): ScriptedAnswer => ({
  status: 201,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ [ID]: entry }),
});

let log: Listener;
let end: () => void;
let service: SigstoreService;
beforeEach(async () => {
  log = await startListener();
  const { signal } = new AbortController();
  const http = httpClient({ signal });
  end = () => http.close();
  service = new SigstoreService({ http, clock: fastClock(), signal });
});
afterEach(async () => {
  end();
  await log.close();
});

async function testified() {
  const place = {
    name: 'here',
    fulcio: log.origin,
    logs: [{ url: log.origin, version: 1 }],
    clocks: [],
  } as const;
  const [witness] = witnessesOf(service, place);
  return (await witness?.testify(CONTENT as never, CERTIFICATE))?.tlogEntries?.[0];
}

describe('an entry in a log of version 1', () => {
  it('is asked for, and read, as the library does it', async () => {
    log.answer(created());
    const entry = await testified();
    const library = new RekorWitness({ rekorBaseURL: log.origin, entryType: 'dsse', fetchOnConflict: true });
    const theirs = (await library.testify(CONTENT as never, CERTIFICATE)).tlogEntries?.[0];
    const [ours, other] = log.requests;
    expect([ours?.method, ours?.target]).toEqual([other?.method, other?.target]);
    expect(JSON.parse(String(ours?.body))).toEqual(JSON.parse(String(other?.body)));
    expect(TransparencyLogEntry.toJSON(entry as TransparencyLogEntry)).toEqual(
      TransparencyLogEntry.toJSON(theirs as TransparencyLogEntry),
    );
  });

  it('that was made before is read where the log says it is', async () => {
    const location = `/api/v1/log/entries/${ID}`;
    log.answer(({ method }) =>
      method === 'POST' ? { status: 409, headers: { location } } : { ...created(), status: 200 },
    );
    expect((await testified())?.logIndex).toBe(String(ENTRY.logIndex));
    expect(log.requests.map(({ method, target }) => [method, target])).toEqual([
      ['POST', '/api/v1/log/entries'],
      ['GET', location],
    ]);
  });

  it('is asked for again where the log is busy', async () => {
    let asked = 0;
    log.answer(() => (++asked === 1 ? { status: 503 } : created()));
    expect((await testified())?.kindVersion).toEqual({ kind: 'dsse', version: '0.0.1' });
  });

  const { inclusionProof: _, ...unproved } = ENTRY.verification;
  it.each<[string, ScriptedAnswer, RegExp]>([
    ['is refused', { status: 400, body: '{"message":"invalid"}' }, /refuses with status 400: .*invalid/],
    ['has a redirect', { status: 302, headers: { location: 'https://evil.example' } }, /status 302/],
    ['was made before, nobody knows where', { status: 409 }, /does not say where/],
    [
      'was made before, elsewhere',
      { status: 409, headers: { location: 'https://evil.example/' } },
      /does not say where/,
    ],
    ['is no JSON', { status: 201, body: '<html>' }, /is no JSON/],
    ['is not there', { status: 201, body: '{}' }, /without an entry/],
    ['is nothing', { status: 201, body: 'null' }, /cannot be read|without an entry/],
    ['is something else', created(7), /cannot be read/],
    ['has a body that is no JSON', created({ ...ENTRY, body: 'AAAA' }), /cannot be read/],
    ['has no proof', created({ ...ENTRY, verification: unproved }), /cannot be read/],
  ])('is none that %s', async (_what, answer, message) => {
    log.answer(answer);
    await expect(testified()).rejects.toMatchObject({ code: 'PROOF_SIGNING', message: expect.stringMatching(message) });
    expect(log.requests.every(({ headers }) => headers.host === log.host)).toBe(true);
  });
});
