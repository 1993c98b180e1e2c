/**
 * Signs a statement at a real Sigstore, for a job that is what a test says it is: with no code of the action, and, where a
 * test wants that, without a part of what makes a bundle good.
 */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { Sigstore } from '../services.ts';
import { REQUEST_TOKEN } from './oidc-issuer.ts';

const PAYLOAD = 'application/vnd.in-toto+json';

export type Signing = {
  /** What the job's token says besides the usual. */
  readonly claims?: Readonly<Record<string, string>>;
  readonly payloadType?: string;
  /** What is left out of the bundle. */
  readonly without?: readonly ('log' | 'timestamp')[];
};

export type BundleJson = {
  readonly mediaType: string;
  readonly verificationMaterial: Readonly<Record<string, unknown>>;
  readonly dsseEnvelope: {
    readonly payload: string;
    readonly payloadType: string;
    readonly signatures: readonly { readonly sig: string }[];
  };
};

/** signStatement returns the bundle (v0.3) of a statement. */
export async function signStatement(
  sigstore: Pick<Sigstore, 'issuer' | 'fulcio' | 'rekor' | 'timestamp'>,
  statement: string | object,
  { claims = {}, payloadType = PAYLOAD, without = [] }: Signing = {},
): Promise<BundleJson> {
  const payload = Buffer.from(typeof statement === 'string' ? statement : JSON.stringify(statement));
  const token = await tokenFor(sigstore.issuer, claims);
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub as string;
  const issued = (await posted(`${sigstore.fulcio}/api/v2/signingCert`, {
    credentials: { oidcIdentityToken: token },
    publicKeyRequest: {
      publicKey: { algorithm: 'ECDSA', content: publicKey.export({ format: 'pem', type: 'spki' }) },
      proofOfPossession: sign('sha256', Buffer.from(subject), privateKey).toString('base64'),
    },
  }).then((answer) => answer.json())) as Record<string, { chain: { certificates: string[] } }>;
  const pem = (issued.signedCertificateEmbeddedSct ?? issued.signedCertificateDetachedSct)?.chain.certificates[0] ?? '';
  const certificate = pem.replace(/-----[^-]+-----|\s/g, '');
  const encoded = Buffer.concat([
    Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `),
    payload,
  ]);
  const signature = sign('sha256', encoded, privateKey);
  const entries = without.includes('log') ? [] : [await logged(sigstore.rekor, { encoded, signature, certificate })];
  const times = without.includes('timestamp')
    ? []
    : [{ signedTimestamp: await timestamped(sigstore.timestamp, signature) }];
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      certificate: { rawBytes: certificate },
      tlogEntries: entries,
      timestampVerificationData: { rfc3161Timestamps: times },
    },
    dsseEnvelope: {
      payload: payload.toString('base64'),
      payloadType,
      signatures: [{ sig: signature.toString('base64') }],
    },
  };
}

async function tokenFor(issuer: string, claims: object): Promise<string> {
  const url = new URL('/token', issuer);
  url.searchParams.set('audience', 'sigstore');
  url.searchParams.set('claims', Buffer.from(JSON.stringify(claims)).toString('base64url'));
  const answer = await fetch(url, { headers: { authorization: `Bearer ${REQUEST_TOKEN}` } });
  return ((await answer.json()) as { readonly value: string }).value;
}

type Logged = { readonly encoded: Buffer; readonly signature: Buffer; readonly certificate: string };

/** The second version of Rekor takes digests with their signature alone. */
async function logged(rekor: string, { encoded, signature, certificate }: Logged): Promise<unknown> {
  const answer = await posted(`${rekor}/api/v2/log/entries`, {
    hashedRekordRequestV002: {
      digest: createHash('sha256').update(encoded).digest('base64'),
      signature: {
        content: signature.toString('base64'),
        verifier: { keyDetails: 'PKIX_ECDSA_P256_SHA_256', x509Certificate: { rawBytes: certificate } },
      },
    },
  });
  return answer.json();
}

async function timestamped(timestamp: string, signature: Buffer): Promise<string> {
  const artifactHash = createHash('sha256').update(signature).digest('base64');
  const answer = await posted(`${timestamp}/api/v1/timestamp`, { artifactHash, hashAlgorithm: 'sha256' });
  return Buffer.from(await answer.arrayBuffer()).toString('base64');
}

async function posted(url: string, body: object): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answers with ${answer.status}: ${await answer.text()}`);
  return answer;
}
