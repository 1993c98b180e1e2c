import { stat } from 'node:fs/promises';
import type { Cli } from './cli.ts';
import { pushFailure, saveFailure } from './cli-failures.ts';
import type { Docker, PrivateConfig } from './docker.ts';
import { childEnvironment } from './environment.ts';
import { savedImagePath } from './private-config.ts';
import { watchPush } from './push-progress.ts';

const PUSH_HINT =
  'Run the job again; if it fails in the same way, look up the message in the documentation of the registry.';

/** enginePush takes an image out of the engine: to a registry, or into the private folder, which `make` creates. */
export function enginePush(cli: Cli, make: (planned: PrivateConfig) => Promise<void>): Pick<Docker, 'push' | 'save'> {
  return {
    push: async ({ folder }, name, onProgress) => {
      using watch = watchPush(onProgress);
      const given = { onLine: watch.line, env: childEnvironment(process.env, folder) };
      const ended = await cli.persist(['image', 'push', name], given, onProgress);
      if (ended.exitCode !== 0) throw pushFailure(name, ended, PUSH_HINT);
      return ended.stdout;
    },
    save: async (planned, id) => {
      await make(planned);
      const path = savedImagePath(planned);
      const ended = await cli.run(['image', 'save', '--output', path, id]);
      // Docker exits with 0 even if it could not give the file its name.
      const saved = await stat(path).catch(() => undefined);
      if (ended.exitCode !== 0 || saved === undefined) throw saveFailure(ended);
      return { path, size: saved.size };
    },
  };
}
