import { bundleToJSON } from '@sigstore/bundle';
import { DSSEBundleBuilder } from '@sigstore/sign/dist/bundler/dsse.js';
import { trustWith } from '../http/certificate-bundle.ts';
import { httpClient } from '../http/client.ts';
import type { HttpClient } from '../http/http.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { fulcioSigner } from './fulcio.ts';
import type { Signer } from './signer.ts';
import { SigstoreService } from './sigstore-service.ts';
import { witnessesOf } from './witnesses.ts';

/** The type of in-toto statements in an envelope. */
const PAYLOAD = 'application/vnd.in-toto+json';

export type SigstoreSignerOptions = {
  readonly signal: AbortSignal;
  readonly http?: HttpClient;
  readonly clock?: Clock;
};

/**
 * sigstoreSigner signs with a Sigstore. It uses only the bundle builder of Sigstore's library: the library's clients
 * follow redirects, ignore our proxy, and look for identity tokens where any step may have put one.
 */
export function sigstoreSigner({ signal, clock = systemClock, ...more }: SigstoreSignerOptions): Signer {
  return {
    sign: async (statement, signing) => {
      const trust = await trustWith(signing.caFile);
      const http = more.http ?? httpClient(trust === undefined ? { signal } : { signal, trust });
      try {
        const service = new SigstoreService({ http, clock, signal });
        const signer = fulcioSigner(service, signing);
        const builder = new DSSEBundleBuilder({ signer, witnesses: witnessesOf(service, signing.place) });
        const bundle = await builder.create({ data: Buffer.from(statement), type: PAYLOAD });
        return Buffer.from(JSON.stringify(bundleToJSON(bundle)));
      } finally {
        if (more.http === undefined) http.close();
      }
    },
  };
}
