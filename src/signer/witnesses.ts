import { createHash } from 'node:crypto';
import { envelopeToJSON } from '@sigstore/bundle';
import { dsse } from '@sigstore/core';
import { TransparencyLogEntry } from '@sigstore/protobuf-specs';
import type { Witness } from '@sigstore/sign/dist/witness/witness.js';
import { ActionError } from '../errors.ts';
import type { SigningPlace } from './signer.ts';
import { failed, jsonIn, type SigstoreService } from './sigstore-service.ts';

const LOG = 'The log of Sigstore';
const CLOCK = 'The timestamp authority';

type Entry = NonNullable<Awaited<ReturnType<Witness['testify']>>['tlogEntries']>[number];
type Content = Parameters<Witness['testify']>[0];
type Envelope = (Content & { readonly $case: 'dsseEnvelope' })['dsseEnvelope'];

/** witnessesOf returns the witnesses of a signature at a place: its logs, and its clocks. */
export function witnessesOf(service: SigstoreService, { logs, clocks }: SigningPlace): Witness[] {
  return [
    ...logs.map(({ url, version }) => (version === 2 ? logOfVersion2(service, url) : logOfVersion1(service, url))),
    ...clocks.map((url) => clock(service, url)),
  ];
}

/**
 * Version 2 of Rekor accepts no envelopes, only digests with their signature ("hashedrekord"). The signature of an
 * envelope is that of its pre-authentication encoding, so that is logged.
 */
function logOfVersion2(service: SigstoreService, url: string): Witness {
  return {
    testify: async (content, certificate) => {
      const envelope = envelopeOf(content);
      const encoded = dsse.preAuthEncoding(envelope.payloadType, envelope.payload);
      const request = {
        hashedRekordRequestV002: {
          digest: createHash('sha256').update(encoded).digest('base64'),
          signature: {
            content: signatureOf(envelope).toString('base64'),
            verifier: { keyDetails: 'PKIX_ECDSA_P256_SHA_256', x509Certificate: { rawBytes: derOf(certificate) } },
          },
        },
      };
      const question = { who: LOG, url: `${url}/api/v2/log/entries`, body: JSON.stringify(request) };
      const answer = await service.ask(question, [200, 201]);
      return { tlogEntries: [entryIn(() => TransparencyLogEntry.fromJSON(jsonIn(answer, LOG)))] };
    },
  };
}

/** Version 1 stores the envelope (rekor, types/dsse/v0.0.1). If it was logged before, it is the same entry (409). */
function logOfVersion1(service: SigstoreService, url: string): Witness {
  return {
    testify: async (content, certificate) => {
      const envelope = JSON.stringify(envelopeToJSON(envelopeOf(content)));
      const spec = { proposedContent: { envelope, verifiers: [Buffer.from(certificate).toString('base64')] } };
      const body = JSON.stringify({ apiVersion: '0.0.1', kind: 'dsse', spec });
      const entries = `${url}/api/v1/log/entries`;
      const created = await service.ask({ who: LOG, url: entries, body }, [201, 409]);
      const id = (created.headers.location ?? '').split('/').at(-1) ?? '';
      if (created.status === 409 && !/^[0-9a-f]{64,80}$/.test(id))
        throw failed(`${LOG} has this entry, and does not say where`);
      const answer = created.status === 409 ? await service.ask({ who: LOG, url: `${entries}/${id}` }, [200]) : created;
      return { tlogEntries: [entryIn(() => entryOfVersion1(jsonIn(answer, LOG)))] };
    },
  };
}

type LogEntry = {
  readonly body: string;
  readonly integratedTime: number;
  readonly logID: string;
  readonly logIndex: number;
  readonly verification: {
    readonly signedEntryTimestamp: string;
    readonly inclusionProof: {
      readonly checkpoint: string;
      readonly hashes: readonly string[];
      readonly logIndex: number;
      readonly rootHash: string;
      readonly treeSize: number;
    };
  };
};

function entryOfVersion1(answer: unknown): TransparencyLogEntry {
  const [entry] = Object.values(answer as Readonly<Record<string, LogEntry>>);
  if (entry === undefined) throw failed(`${LOG} has answered without an entry`);
  const { body, verification, logID, logIndex, integratedTime } = entry;
  const { kind, apiVersion } = JSON.parse(Buffer.from(body, 'base64').toString()) as {
    readonly kind: string;
    readonly apiVersion: string;
  };
  const { inclusionProof: proof, signedEntryTimestamp } = verification;
  const inBase64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
  return TransparencyLogEntry.fromJSON({
    logIndex: String(logIndex),
    logId: { keyId: inBase64(logID) },
    kindVersion: { kind, version: apiVersion },
    integratedTime: String(integratedTime),
    inclusionPromise: { signedEntryTimestamp },
    inclusionProof: {
      logIndex: String(proof.logIndex),
      treeSize: String(proof.treeSize),
      rootHash: inBase64(proof.rootHash),
      hashes: proof.hashes.map(inBase64),
      checkpoint: { envelope: proof.checkpoint },
    },
    canonicalizedBody: body,
  });
}

function entryIn(read: () => TransparencyLogEntry): Entry {
  try {
    const entry = read();
    const { logId, kindVersion, inclusionProof } = entry;
    if (logId !== undefined && kindVersion !== undefined && inclusionProof !== undefined)
      return { ...entry, logId, kindVersion };
  } catch (cause) {
    // The earlier error says more.
    if (cause instanceof ActionError) throw cause;
    throw failed(`The entry of ${LOG.toLowerCase()} cannot be read`, cause);
  }
  throw failed(`The entry of ${LOG.toLowerCase()} has no proof that it is in the log`);
}

/** RFC 3161, in the JSON form of sigstore/timestamp-authority. */
function clock(service: SigstoreService, url: string): Witness {
  const address = new URL(url).pathname === '/' ? `${url}/api/v1/timestamp` : url;
  return {
    testify: async (content) => {
      const artifactHash = createHash('sha256')
        .update(signatureOf(envelopeOf(content)))
        .digest('base64');
      const body = JSON.stringify({ artifactHash, hashAlgorithm: 'sha256' });
      const question = { who: CLOCK, url: address, body, accept: 'application/timestamp-reply' };
      const answer = await service.ask(question, [200, 201]);
      return { rfc3161Timestamps: [{ signedTimestamp: Buffer.from(answer.body) }] };
    },
  };
}

function envelopeOf(content: Content): Envelope {
  if (content.$case !== 'dsseEnvelope') throw new Error('only envelopes are signed here');
  return content.dsseEnvelope;
}

function signatureOf({ signatures: [first] }: Envelope): Buffer {
  if (first === undefined) throw new Error('an envelope that was signed has a signature');
  return first.sig;
}

function derOf(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, '');
}
