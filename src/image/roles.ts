import { artifactOf } from './artifacts.ts';
import { type Config, namesPlatform, parseConfig } from './config.ts';
import { ImageProblem } from './content.ts';
import { ManifestProblem } from './document.ts';
import type { Child, ImageManifest } from './manifest.ts';
import { isImageConfig } from './media-types.ts';
import { asEnginesRead, sameMachine } from './platform.ts';

/** The image for one platform: the values of its config, and the platform from the index, or else from the config. */
export type PlatformImage = Config & { readonly manifest: ImageManifest };

/**
 * seeAttestation checks that an attestation is not an image. People do not check an attestation as they check an image,
 * and engines ignore both the name and the media type of its config. Throws an ImageProblem.
 */
export function seeAttestation({ digest, config }: ImageManifest, bytes: Uint8Array): void {
  if (parsed(`config ${config.digest} is not that of an attestation`, () => namesPlatform(bytes))) {
    throw new ImageProblem(`its manifest ${digest} is called an attestation, but its config is that of an image`);
  }
}

/** platformImage reads the image for one platform from a manifest and its config. Throws an ImageProblem. */
export function platformImage(manifest: ImageManifest, bytes: Uint8Array, child: Child | undefined): PlatformImage {
  const { digest, config: at, layers } = manifest;
  if (!isImageConfig(at)) {
    const { what, hint } = artifactOf(at.mediaType);
    throw new ImageProblem(`its manifest ${digest} is neither an image nor an attestation, but ${what}`, { hint });
  }
  const what = `config ${at.digest} is not that of an image`;
  if (!parsed(what, () => namesPlatform(bytes))) {
    throw new ImageProblem(`its ${what}: it names no platform`, { hint: NO_PLATFORM });
  }
  const config = parsed(what, () => parseConfig(bytes));
  if (config.diffIds.length !== layers.length) {
    throw new ImageProblem(
      `its manifest ${digest} has ${layers.length} layers, but its config ${at.digest} ${config.diffIds.length}`,
    );
  }
  if (child?.platform !== undefined && !sameMachine(child.platform, config.platform)) {
    const problem = `its index says that ${digest} is for ${child.platform}, its config ${config.platform}`;
    throw new ImageProblem(problem, { hint: TWO_PLATFORMS });
  }
  const { platform = config.platform, osVersion = config.osVersion } = child ?? {};
  return { ...config, platform, osVersion, manifest };
}

/** What to do about an image without a platform. */
const NO_PLATFORM =
  'An image without a base may have none ("crane append"). Set its platform with "crane mutate --set-platform ' +
  'linux/amd64", and save it again.';

const TWO_PLATFORMS =
  'Some engines use the index, and some the config. Build the image for the right platform, without the cache of another ' +
  'one ("podman build --no-cache --platform"), or correct the index ("podman manifest ' +
  'annotate --arch").';

/**
 * seeOnePerPlatform checks that no two images are for the same platform: some engines would run one, some the other.
 * Only Windows runs just images for its own version, so there each version may have one. Throws an ImageProblem.
 */
export function seeOnePerPlatform(images: readonly PlatformImage[]): void {
  for (const [at, image] of images.entries()) {
    const other = images.slice(0, at).find((each) => isForSame(each, image));
    if (other === undefined) continue;
    const [one, two] = [other.manifest.digest, image.manifest.digest];
    throw new ImageProblem(`it has two images for ${image.platform}: ${one} and ${two}`);
  }
}

/** isForSame tells whether engines could confuse the two images. */
export function isForSame(one: PlatformImage, other: PlatformImage): boolean {
  const machine = asEnginesRead(one.platform);
  if (machine !== asEnginesRead(other.platform)) return false;
  const builds = [one, other].map(({ osVersion }) => osVersion && buildOf(osVersion));
  const areToldApart = machine.startsWith('windows/') && !builds.includes(undefined) && builds[0] !== builds[1];
  return !areToldApart;
}

/** Windows compares major version, minor version and build; the revision after them changes with every update. */
function buildOf(osVersion: string): string {
  return osVersion.split('.').slice(0, 3).join('.');
}

/** parsed turns a problem of a document into an ImageProblem. */
export function parsed<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw new ImageProblem(`its ${what}: ${cause.message}`);
  }
}
