import { dockerCli } from '../../docker/docker-cli.ts';
import { restAttestedBundles } from '../../github/rest-attested-bundles.ts';
import { cloudKeyless } from '../../keyless/cloud-keyless.ts';
import { distributionRegistry } from '../../registry/distribution-registry.ts';
import { sigstoreTrust } from '../../trust/open-trust.ts';
import type { Beyond } from './verify-image.ts';

/** `repository`: `owner/name`; GitHub is asked for statements of this repository. */
type Given = Pick<Beyond, 'runner' | 'lifetime'> & { readonly repository: string };

/** openDoors builds the real world. */
export function openDoors({ runner, lifetime, repository }: Given): Beyond {
  const given = { signal: lifetime.signal, mask: runner.mask };
  const { server } = runner.context();
  return {
    runner,
    lifetime,
    docker: dockerCli(given.signal),
    keyless: cloudKeyless(given),
    openRegistry: distributionRegistry({ ...given, onWarning: (text) => runner.info(`The registry warns: ${text}`) }),
    attested: restAttestedBundles({ signal: given.signal, repository, server }),
    openTrust: sigstoreTrust({ signal: given.signal }).openTrust,
  };
}
