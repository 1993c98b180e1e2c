/**
 * Puts together what a Sigstore of one's own is verified with (protobuf-specs, `TrustedRoot`), of what its servers say.
 *
 *     node write-trusted-root.ts FULCIO TIMESTAMP REKOR-PUBLIC-KEY REKOR-NAME FILE
 */
import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const [fulcio = '', timestamp = '', key = '', name = '', file = ''] = process.argv.slice(2);

const text = async (url: string) => (await fetch(url)).text();
const certificatesIn = (pem: string) =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END/g)].map(([, base64 = '']) => ({
    rawBytes: base64.replace(/\s/g, ''),
  }));
const authority = (uri: string, certificates: readonly object[]) => ({
  subject: { organization: 'test', commonName: 'test' },
  uri,
  certChain: { certificates },
  validFor: { start: '2020-01-01T00:00:00Z' },
});

const bundle = JSON.parse(await text(`${fulcio}/api/v2/trustBundle`)) as { chains: { certificates: string[] }[] };
const chains = bundle.chains.map(({ certificates }) => certificatesIn(certificates.join('\n')));
const publicKey = createPublicKey(readFileSync(key)).export({ format: 'der', type: 'spki' });
// Key ID of a C2SP signed note with Ed25519, in full.
const keyId = createHash('sha256')
  .update(`${name}\n`)
  .update(Buffer.from([1]))
  .update(publicKey.subarray(-32))
  .digest();
writeFileSync(
  file,
  JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [
      {
        // The log signs under this name, wherever it can be reached.
        baseUrl: `https://${name}`,
        hashAlgorithm: 'SHA2_256',
        publicKey: {
          rawBytes: publicKey.toString('base64'),
          keyDetails: 'PKIX_ED25519',
          validFor: { start: '2020-01-01T00:00:00Z' },
        },
        logId: { keyId: keyId.toString('base64') },
      },
    ],
    certificateAuthorities: chains.map((chain) => authority(fulcio, chain)),
    ctlogs: [],
    timestampAuthorities: [authority(timestamp, certificatesIn(await text(`${timestamp}/api/v1/timestamp/certchain`)))],
  }),
);
