import type { Docker, EngineLogin } from '../docker/docker.ts';
import type { Manifest } from '../image/manifest.ts';
import type { TaggedReference } from '../image/reference.ts';
import type { Registry } from '../registry/registry.ts';
import { type Claim, claimOf, findPushed, type Push, pushImage } from './engine-source.ts';
import type { Source } from './find-source.ts';
import { pushFile, type Terms } from './push-file.ts';
import type { Saving } from './saved-source.ts';

/** The image, one destination that was signed in to, and what it has of the image. */
export type Destination = {
  readonly source: Source;
  readonly registry: Registry;
  /** The engine's login, as it is good when it is asked for. */
  readonly engine: () => Promise<EngineLogin>;
  readonly target: TaggedReference;
  /** The image, where it is known to be there under any of its tags. */
  readonly known: Manifest | undefined;
  /** Whether the target shows it already. */
  readonly isTagged: boolean;
  /** Tells whether a manifest on the registry is the source. */
  readonly isOurs: (manifest: Manifest) => Promise<boolean>;
};

/** With how many logins, one after the other, a push is tried. */
const MOST_LOGINS = 5;

/**
 * ensurePushed gets the image to a destination, and uploads nothing that is known to be there: an image of the engine
 * through the engine, under its SHA tag, or saved to a file; one from a file by its digest. What it returns is a claim,
 * to be proved.
 */
export async function ensurePushed(
  { source, registry, engine, target, known, isTagged, isOurs }: Destination,
  { docker, saving, ...terms }: Terms & { readonly docker: Docker; readonly saving: Saving },
): Promise<Claim> {
  if (known !== undefined) {
    terms.teller.tell('The image is there already: nothing is uploaded.');
    return claimOf(known, isTagged);
  }
  if (source.kind === 'file') return pushFile(registry, source.file, terms);
  if (source.by === 'direct') return saving.use(source, (file) => pushFile(registry, file, terms));
  const push = { source, target, onProgress: terms.teller.tell };
  return pushWithLogins(engine, push, docker).catch((error: unknown) => {
    return findPushed(error, { registry, target, isOurs });
  });
}

/** What a push is signed in with may run out on the way. What has arrived by then is kept: each try gets further. */
async function pushWithLogins(
  engine: Destination['engine'],
  push: Omit<Push, 'login'>,
  docker: Docker,
): Promise<Claim> {
  let login = await engine();
  for (let tries = 1; ; tries++) {
    try {
      return await pushImage(docker, { ...push, login });
    } catch (error) {
      const next = tries < MOST_LOGINS ? await engine() : login;
      if (next === login) throw error;
      push.onProgress('that failed, trying again with a new login');
      login = next;
    }
  }
}
