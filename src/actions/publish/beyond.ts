import { dockerCli } from '../../docker/docker-cli.ts';
import { localFiles } from '../../files/local-files.ts';
import { restHistory } from '../../github/rest-history.ts';
import { cloudKeyless } from '../../keyless/cloud-keyless.ts';
import { distributionRegistry } from '../../registry/distribution-registry.ts';
import { diskReportFiles } from '../../workspace/disk-workspace.ts';
import type { Beyond } from './world.ts';

/** `repository` as `owner/name`, and the root of GitHub's API. */
type Given = Pick<Beyond, 'runner' | 'lifetime'> & { readonly repository: string; readonly api: string };

/** openDoors builds the real world that is behind the gate. */
export function openDoors({ runner, lifetime, repository, api }: Given): Beyond {
  const given = { signal: lifetime.signal, mask: runner.mask };
  return {
    runner,
    lifetime,
    docker: dockerCli(given.signal),
    files: localFiles(given.signal),
    reports: diskReportFiles(given.signal),
    openRegistry: distributionRegistry({ ...given, onWarning: (text) => runner.info(`The registry warns: ${text}`) }),
    history: restHistory({ ...given, repository, api }),
    keyless: cloudKeyless(given),
  };
}
