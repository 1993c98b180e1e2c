import { stat } from 'node:fs/promises';
import { ActionError } from '../errors.ts';
import { parseDigest } from '../image/digest.ts';
import type { Ended, runDocker } from './child.ts';
import { podmanFailure } from './cli-failures.ts';
import type { PodmanImage, PodmanStore, PrivateConfig } from './docker.ts';
import { podmanEnvironment } from './environment.ts';
import { savedImagePath } from './private-config.ts';

type Podman = { readonly run: typeof runDocker; readonly signal: AbortSignal };

/** How Podman says that no image has a name. */
const GONE = /image not known|no such image/i;

/** podmanStore is Podman's store as the command on the PATH shows it. `make` creates the private folder. */
export function podmanStore({ run, signal }: Podman, make: (planned: PrivateConfig) => Promise<void>): PodmanStore {
  const podman = (...args: readonly string[]): Promise<Ended> =>
    run({ program: 'podman', args, env: podmanEnvironment(process.env) }, signal);
  return {
    findImage: async (nameOrId) => {
      const ended = await podman('image', 'inspect', '--format', '{{json .}}', nameOrId);
      if (ended.exitCode !== 0 && GONE.test(ended.stderr)) return undefined;
      if (ended.exitCode !== 0) throw podmanFailure('Looking the image up', ended, 'ENGINE_UNAVAILABLE');
      // For a list, Podman would show and save only the image for this machine, without a word about the others.
      const isList = (await podman('manifest', 'exists', nameOrId)).exitCode === 0;
      if (isList) throw ofSeveral(nameOrId);
      const image = parsePodmanImage(ended.stdout);
      if (image === undefined)
        throw podmanFailure('Reading what Podman says of the image', ended, 'ENGINE_UNAVAILABLE');
      return image;
    },
    imageNames: async () => {
      const ended = await podman('image', 'ls', '--format', '{{.Repository}}:{{.Tag}}');
      if (ended.exitCode !== 0) throw podmanFailure('Listing the images', ended, 'ENGINE_UNAVAILABLE');
      return ended.stdout.split('\n').filter((name) => name !== '' && !name.includes('<none>'));
    },
    save: async (planned, { id, form }) => {
      await make(planned);
      const path = savedImagePath(planned);
      const ended = await podman(
        'image',
        'save',
        '--quiet',
        '--format',
        form,
        '--output',
        path,
        id.replace('sha256:', ''),
      );
      const saved = await stat(path).catch(() => undefined);
      if (ended.exitCode !== 0 || saved === undefined) throw podmanFailure('podman image save', ended, 'PUSH_FAILED');
      return { path, size: saved.size };
    },
  };
}

/**
 * In any format, Podman prints a list, and the ID without its algorithm. If an image in Docker's format is saved in OCI
 * format, it gets another config, and so another ID.
 */
function parsePodmanImage(json: string): PodmanImage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const [first] = [value].flat() as readonly ({ readonly Id?: unknown; readonly ManifestType?: unknown } | null)[];
  const id = typeof first?.Id === 'string' ? parseDigest(`sha256:${first.Id.replace(/^sha256:/, '')}`) : undefined;
  if (id === undefined) return undefined;
  const isOci = typeof first?.ManifestType === 'string' && first.ManifestType.startsWith('application/vnd.oci.');
  return { id, form: isOci ? 'oci-archive' : 'docker-archive' };
}

function ofSeveral(name: string): ActionError {
  const message = `${name} is a manifest list in Podman's store, and Podman saves only one image of it.`;
  return new ActionError('SOURCE_INVALID', message, {
    hint:
      `Write the whole list to a folder ("podman manifest push --all ${name} oci:image"), and set "source: oci:image". ` +
      'Or push the image of each platform, and name each with "docker://" on a line of "source".',
  });
}
