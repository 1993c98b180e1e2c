/** Bundles that the public Sigstore has logged (Rekor, version 1), by the trusted root that it publishes. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readCertificate } from '../../../src/proof/certificate.ts';
import { sigstoreTrust } from '../../../src/trust/open-trust.ts';
import { trustIn } from '../../../src/trust/sigstore-trust.ts';
import { trustedRootsIn } from '../../../src/trust/trusted-roots.ts';

const FOLDER = resolve(import.meta.dirname, '../../doubles/sigstore/recorded');
const read = (name: string) => readFileSync(resolve(FOLDER, name), 'utf8');
const ROOT = read('trusted_root.json');
const BUNDLES = ['intoto-v0.1.json', 'dsse-v0.1.json', 'dsse-v0.3.json', 'provenance.json'] as const;

type Entry = Record<string, unknown> & { inclusionPromise?: { signedEntryTimestamp: string }; integratedTime: string };
type Json = {
  dsseEnvelope: { payload: string; signatures: { sig: string }[] };
  verificationMaterial: { tlogEntries: Entry[] };
};

const trust = trustIn(trustedRootsIn(ROOT, 'The file'), [], 'The file');
const check = (bundle: unknown) => trust.check(Buffer.from(JSON.stringify(bundle)));
const parsed = (name: string): Json => JSON.parse(read(name));

describe('a bundle of the public Sigstore', () => {
  it.each([
    ['intoto-v0.1.json', '2023-07-12T15:34:38.000Z'],
    ['dsse-v0.1.json', '2023-07-12T15:50:43.000Z'],
    ['dsse-v0.3.json', '2023-07-12T15:50:43.000Z'],
    ['provenance.json', '2024-05-24T19:14:24.000Z'],
  ] as const)('is verified: %s, and when it was signed is what its log promised', (name, signedAt) => {
    expect(check(parsed(name))).toMatchObject({ ok: true, authority: 'public', signedAt: Date.parse(signedAt) });
  });

  it('has a certificate that says who has signed, by the one reader of certificates', () => {
    const checked = check(parsed('provenance.json'));
    if (!checked.ok) throw new Error(checked.lacks);
    const certificate = readCertificate(checked.certificate);
    expect(certificate).toMatchObject({
      ok: true,
      value: {
        issuer: 'https://token.actions.githubusercontent.com',
        name: expect.stringMatching(
          /^https:\/\/github\.com\/github\/artifact-attestations-workflows\/\.github\/workflows\//,
        ),
        runner: 'github-hosted',
      },
    });
  });

  const CHANGES: readonly (readonly [string, (bundle: Json, other: Json) => unknown])[] = [
    ['another payload', (one, { dsseEnvelope }) => Object.assign(one.dsseEnvelope, { payload: dsseEnvelope.payload })],
    [
      'another signature',
      (one, other) => Object.assign(one.dsseEnvelope, { signatures: other.dsseEnvelope.signatures }),
    ],
    [
      'the entry of another one',
      (one, other) =>
        Object.assign(one, {
          verificationMaterial: { ...one.verificationMaterial, tlogEntries: other.verificationMaterial.tlogEntries },
        }),
    ],
    [
      'another time',
      ({ verificationMaterial: { tlogEntries } }) => {
        for (const entry of tlogEntries) entry.integratedTime = String(Number(entry.integratedTime) + 60);
      },
    ],
    ['no entry', ({ verificationMaterial }) => Object.assign(verificationMaterial, { tlogEntries: [] })],
    [
      'no promise',
      ({ verificationMaterial: { tlogEntries } }) => {
        for (const entry of tlogEntries) delete entry.inclusionPromise;
      },
    ],
  ];
  it.each(BUNDLES.flatMap((name) => CHANGES.map(([what, change]) => [name, what, change] as const)))(
    'is refused: %s with %s',
    (name, _what, change) => {
      const bundle = parsed(name);
      change(bundle, parsed(name === 'provenance.json' ? 'intoto-v0.1.json' : 'provenance.json'));
      expect(check(bundle)).toMatchObject({ ok: false });
    },
  );

  // sigstore-go had the first (GHSA-cq38-jh5f-37mq): the library compares each with each, for half a minute a bundle.
  const large = Buffer.alloc((16 << 10) + 1, 5).toString('base64');
  const LARGE: readonly (readonly [string, RegExp, (material: Json['verificationMaterial']) => void])[] = [
    [
      'log entries',
      /log entries and timestamps/,
      (material) => {
        material.tlogEntries = Array.from({ length: 33 }, (_, at) => ({
          ...material.tlogEntries[0],
          integratedTime: String(at + 1),
        }));
      },
    ],
    [
      'timestamps',
      /log entries and timestamps/,
      (material) => {
        const rfc3161Timestamps = Array(32).fill({ signedTimestamp: 'MAA=' });
        Object.assign(material, { timestampVerificationData: { rfc3161Timestamps } });
      },
    ],
    [
      'bytes of a timestamp',
      /larger than any/,
      (material) => {
        Object.assign(material, { timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: large }] } });
      },
    ],
    [
      'bytes of a certificate',
      /larger than any/,
      (material) => {
        Object.assign(material, { x509CertificateChain: { certificates: [{ rawBytes: large }] } });
      },
    ],
    [
      'signatures of a checkpoint',
      /larger than any/,
      ({ tlogEntries: [entry] }) => {
        if (entry === undefined) throw new Error('it has no entry');
        const { checkpoint } = entry.inclusionProof as { readonly checkpoint: { envelope: string } };
        checkpoint.envelope += '\u2014 rekor.sigstore.dev wNI9ajBFAiEA\n'.repeat(500);
      },
    ],
  ];
  it.each(LARGE)('is refused before it is verified if it has more %s than any has', (_what, lacks, change) => {
    const bundle = parsed('dsse-v0.1.json');
    change(bundle.verificationMaterial);
    expect(check(bundle)).toEqual({ ok: false, code: 'PROOF_INVALID', lacks: expect.stringMatching(lacks) });
  });

  it('is nothing to the root of another instance', () => {
    const root = JSON.parse(ROOT);
    // GitHub's root has the host alone.
    for (const each of root.certificateAuthorities) each.uri = 'fulcio.githubapp.com';
    root.tlogs = root.tlogs.slice(1);
    const other = trustIn(trustedRootsIn(JSON.stringify(root), 'The file'), ['github'], 'The file');
    expect(other.authorities).toEqual(['github']);
    for (const name of BUNDLES) expect(other.check(Buffer.from(read(name)))).toMatchObject({ ok: false });
  });
});

describe('whose a trusted root is', () => {
  it.each([
    ['https://fulcio.sigstore.dev', 'public'],
    ['https://fulcio.sigstore.dev/', 'public'],
    ['fulcio.githubapp.com', 'github'],
    ['https://fulcio.githubapp.com', 'github'],
    ['https://fulcio.example.com', 'own'],
    ['https://fulcio.githubapp.com.example.com', 'own'],
    ['http://fulcio.sigstore.dev', 'own'],
  ])('is told by where it issues certificates: %s', (uri, name) => {
    const root = JSON.parse(ROOT);
    for (const each of root.certificateAuthorities) each.uri = uri;
    expect(trustIn(trustedRootsIn(JSON.stringify(root), 'It'), [], 'It').authorities).toEqual([name]);
  });

  // sigstore-conformance, trust-root-tlog-missing-validity-start_fail.
  it('is an error where a log does not say since when its key is valid', () => {
    const root = JSON.parse(ROOT);
    delete root.tlogs[1].publicKey.validFor.start;
    expect(() => trustedRootsIn(JSON.stringify(root), 'It')).toThrow(/since when/);
  });

  it('is an error where it is one of several instances, or not one that is asked for', async () => {
    const root = JSON.parse(ROOT);
    root.certificateAuthorities[0].uri = 'https://fulcio.example.com';
    expect(() => trustIn(trustedRootsIn(JSON.stringify(root), 'It'), [], 'It')).toThrow(/several instances/);
    const { openTrust } = sigstoreTrust({ signal: new AbortController().signal });
    const file = { kind: 'file', path: resolve(FOLDER, 'trusted_root.json') } as const;
    expect((await openTrust(file, ['public'])).authorities).toEqual(['public']);
    await expect(openTrust(file, ['github'])).rejects.toMatchObject({ code: 'PROOF_NO_TRUST_ROOT' });
  });
});
