import { dockerCli } from '../../docker/docker-cli.ts';
import { localFiles } from '../../files/local-files.ts';
import { restHistory } from '../../github/rest-history.ts';
import { cloudKeyless } from '../../keyless/cloud-keyless.ts';
import { distributionRegistry } from '../../registry/distribution-registry.ts';
import { diskReportFiles } from '../../workspace/disk-workspace.ts';
import type { Beyond, World } from './world.ts';

/** `repository` as `owner/name`, and the server that has it. */
type Given = Omit<World, 'beyond'> & Pick<Parameters<typeof restHistory>[0], 'repository' | 'server'>;

/** openDoors builds the real world that is behind the gate. */
export function openDoors({ repository, server, ...world }: Given): Beyond {
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
  };
}
