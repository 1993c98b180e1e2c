import { restAttestations } from '../../github/rest-attestations.ts';
import { restAttestedBundles } from '../../github/rest-attested-bundles.ts';
import { sigstoreSigner } from '../../signer/sigstore-signer.ts';
import { sigstoreTrust } from '../../trust/open-trust.ts';
import type { Opening, Signing } from './world.ts';

type Given = Pick<Opening, 'repository' | 'server'> & { readonly signal: AbortSignal };

/** signingDoors builds what only a run that signs needs. */
export function signingDoors({ signal, repository, server }: Given): Signing {
  return {
    signer: sigstoreSigner({ signal }),
    attestations: restAttestations({ signal, repository, api: server.api }),
    attested: restAttestedBundles({ signal, repository, server }),
    ...sigstoreTrust({ signal }),
  };
}
