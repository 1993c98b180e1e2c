import { dockerCli } from '../../docker/docker-cli.ts';
import { cloudKeyless } from '../../keyless/cloud-keyless.ts';
import { distributionCatalogue } from '../../registry/distribution-catalogue.ts';
import { diskUndoFile } from '../../workspace/disk-undo-file.ts';
import { diskReportFiles } from '../../workspace/disk-workspace.ts';
import { openOwnList } from './own-lists.ts';
import type { Beyond } from './prune-open.ts';

/** `temp`: a folder of the runner that later steps of the job can read; `deletes`: false for a dry run. */
type Given = Pick<Beyond, 'runner' | 'lifetime'> & { readonly temp: string; readonly deletes: boolean };

/** openDoors builds the real world behind the gate. */
export function openDoors({ runner, lifetime, temp, deletes }: Given): Beyond {
  const given = { signal: lifetime.signal, mask: runner.mask };
  return {
    ...{ runner, lifetime },
    docker: dockerCli(given.signal),
    keyless: cloudKeyless({ ...given, actions: deletes ? 'pull,delete' : 'pull' }),
    openCatalogue: distributionCatalogue({ ...given, onHead: () => {} }),
    openOwnList: (options) => openOwnList(options, given),
    files: diskReportFiles(given.signal),
    undo: diskUndoFile(temp),
  };
}
