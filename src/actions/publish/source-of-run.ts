import { readAccess } from '../../credentials/read-access.ts';
import { CONFIG_STATE } from '../../credentials/state-names.ts';
import type { OpenToRead } from '../../gate/verdict.ts';
import type { Repository } from '../../image/reference.ts';
import { findSource } from '../../push/find-source.ts';
import type { Source } from '../../push/source.ts';
import { documentsOf, registryContent } from '../../verify/registry-content.ts';
import { wantsAttached } from './attached.ts';
import type { Inputs } from './inputs.ts';
import type { Beyond } from './world.ts';

/**
 * sourceOfRun finds the image that a run publishes. If it is on a registry, all of it is read there, with a login for
 * reading only; no other credential is used.
 */
export async function sourceOfRun(open: OpenToRead, inputs: Inputs, world: Beyond): Promise<Source> {
  // Podman saves its image before there is a keyring. If the step is killed, the post step must know of the file.
  const isSaved = inputs.source.some(({ kind }) => kind === 'podman');
  if (isSaved) world.runner.saveState(CONFIG_STATE, world.docker.planConfig().folder);
  const readable = readAccess(open, inputs, world);
  const places = {
    ...world,
    openRepository: async (at: Parameters<typeof readable>[0]) => {
      const access = await readable(at);
      return { ...access, content: documentsOf(registryContent(access.registry)) };
    },
    wantsAttached: (at: Repository) => wantsAttached(inputs, at),
    tell: world.runner.info,
  };
  return findSource(places, inputs.source, { ...inputs, commit: open.run.commit, isOfRun: open.kind === 'open' });
}
