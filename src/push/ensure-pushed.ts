import type { Docker, EngineLogin } from '../docker/docker.ts';
import type { Manifest } from '../image/manifest.ts';
import type { TaggedReference } from '../image/reference.ts';
import type { Registry } from '../registry/registry.ts';
import type { Source } from './find-source.ts';
import { type Claim, claimOf, findPushed, pushImage } from './push-image.ts';

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

/**
 * ensurePushed gets the image to a destination under its SHA tag, and uploads nothing that is known to be there. What
 * it returns is a claim, to be proved.
 */
export async function ensurePushed(
  { source, registry, engine, target, known, isTagged, isOurs }: Destination,
  { docker, onProgress }: { readonly docker: Docker; readonly onProgress: (line: string) => void },
): Promise<Claim> {
  if (known !== undefined && isTagged) return claimOf(known);
  const push = async (): Promise<Claim> => {
    if (known === undefined) return pushImage(docker, { source, target, login: await engine(), onProgress });
    await registry.putManifest(target.tag, known);
    return claimOf(known);
  };
  return push().catch((error: unknown) => findPushed(error, { registry, target, isOurs }));
}
