import { createPublicKey, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import type { Signer as DsseSigner, Signature } from '@sigstore/sign/dist/signer/signer.js';
import { claimsOf } from '../secret/jwt.ts';
import type { Signing } from './signer.ts';
import { failed, jsonIn, type SigstoreService } from './sigstore-service.ts';

const WHO = 'The authority of Sigstore';

/**
 * fulcioSigner signs with a new key (ECDSA with P-256), which Fulcio certifies for the job's token (fulcio, `POST
 * /api/v2/signingCert`). The key is never stored, and used only once.
 */
export function fulcioSigner(service: SigstoreService, { place, token, accept }: Signing): DsseSigner {
  return {
    sign: async (data): Promise<Signature> => {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
      const subject = claimsOf(token.reveal())?.sub;
      if (typeof subject !== 'string') throw failed('The identity token of the job has no subject');
      const proofOfPossession = sign('sha256', Buffer.from(subject), privateKey).toString('base64');
      const body = JSON.stringify({
        credentials: { oidcIdentityToken: token.reveal() },
        publicKeyRequest: { publicKey: { algorithm: 'ECDSA', content: pem }, proofOfPossession },
      });
      const answer = await service.ask({ who: WHO, url: `${place.fulcio}/api/v2/signingCert`, body }, [200, 201]);
      const certificate = firstIn(jsonIn(answer, WHO));
      accept(forKey(certificate, pem));
      return { signature: sign('sha256', data, privateKey), key: { $case: 'x509Certificate', certificate } };
    },
  };
}

type Chain = { readonly chain?: { readonly certificates?: readonly unknown[] } };
type Issued = { readonly signedCertificateEmbeddedSct?: Chain; readonly signedCertificateDetachedSct?: Chain } | null;

function firstIn(answer: unknown): string {
  const issued = answer as Issued;
  const { chain } = issued?.signedCertificateEmbeddedSct ?? issued?.signedCertificateDetachedSct ?? {};
  const first = chain?.certificates?.[0];
  if (typeof first !== 'string') throw failed(`${WHO} has issued no certificate`);
  return first;
}

/** If the certificate were for another key, nobody could verify the bundle. Returns its DER. */
function forKey(certificate: string, pem: string): Uint8Array {
  let issued: X509Certificate;
  let key: string;
  try {
    issued = new X509Certificate(certificate);
    key = issued.publicKey.export({ format: 'pem', type: 'spki' }).toString();
  } catch (cause) {
    throw failed(`${WHO} has issued something that is no certificate`, cause);
  }
  if (key !== createPublicKey(pem).export({ format: 'pem', type: 'spki' }).toString()) {
    throw failed(`${WHO} has certified another key than ours`);
  }
  return issued.raw;
}
