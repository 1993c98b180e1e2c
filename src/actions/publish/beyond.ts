import { dockerCli } from '../../docker/docker-cli.ts';
import { localFiles } from '../../files/local-files.ts';
import { restHistory } from '../../github/rest-history.ts';
import { cloudKeyless } from '../../keyless/cloud-keyless.ts';
import { distributionRegistry } from '../../registry/distribution-registry.ts';
import { diskKeptFiles, diskReportFiles } from '../../workspace/disk-workspace.ts';
import type { Beyond, Opening } from './world.ts';

/** openDoors builds the real world behind the gate. */
export function openDoors({ repository, server, ...world }: Opening): Beyond {
  const { runner, lifetime } = world;
  const given = { signal: lifetime.signal, mask: runner.mask };
  return {
    ...world,
    docker: dockerCli(given.signal),
    files: localFiles(given.signal, runner.info),
    reports: diskReportFiles(given.signal),
    openRegistry: distributionRegistry({ ...given, onWarning: (text) => runner.info(`The registry warns: ${text}`) }),
    history: restHistory({ ...given, repository, server }),
    keyless: cloudKeyless(given),
    keptFiles: diskKeptFiles,
    signing: async () => (await import('./signing-doors.ts')).signingDoors({ ...given, repository, server }),
  };
}
