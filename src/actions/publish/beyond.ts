import { dockerCli } from '../../docker/docker-cli.ts';
import { localFiles } from '../../files/local-files.ts';
import { restHistory } from '../../github/rest-history.ts';
import { cloudKeyless } from '../../keyless/cloud-keyless.ts';
import { distributionRegistry } from '../../registry/distribution-registry.ts';
import { diskReportFiles } from '../../workspace/disk-workspace.ts';
import type { Beyond } from './world.ts';

/** `repository` as `owner/name`, and the server that has it. */
type Given = Pick<Beyond, 'runner' | 'lifetime'> & Pick<Parameters<typeof restHistory>[0], 'repository' | 'server'>;

/** openDoors builds the real world that is behind the gate. */
export function openDoors({ runner, lifetime, repository, server }: Given): Beyond {
  const given = { signal: lifetime.signal, mask: runner.mask };
  return {
    runner,
    lifetime,
    docker: dockerCli(given.signal),
    files: localFiles(given.signal, runner.info),
    reports: diskReportFiles(given.signal),
    openRegistry: distributionRegistry({ ...given, onWarning: (text) => runner.info(`The registry warns: ${text}`) }),
    history: restHistory({ ...given, repository, server }),
    keyless: cloudKeyless(given),
  };
}
