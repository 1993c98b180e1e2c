import type { Digest } from '../image/digest.ts';
import { ManifestProblem } from '../image/document.ts';
import { type Config, parseConfig } from '../image/manifest.ts';
import { FileProblem } from '../tar/file-problem.ts';
import type { PlatformImage } from './files.ts';

/** The documents of one image: its manifest's digest where it has one, its config, and how many layers it has. */
export type Documents = {
  readonly manifestDigest: Digest | undefined;
  readonly configDigest: Digest;
  readonly config: Uint8Array;
  readonly layers: number;
};

/** platformImage reads what a config says. Throws a FileProblem if it is not that of the image. */
export function platformImage({ manifestDigest, configDigest, config, layers }: Documents): PlatformImage {
  const read = configOf(config, configDigest);
  if (read.diffIds.length !== layers) {
    throw new FileProblem(`the image has ${layers} layers, but its config ${configDigest} ${read.diffIds.length}`);
  }
  return { ...read, configDigest, manifestDigest };
}

function configOf(bytes: Uint8Array, digest: Digest): Config {
  try {
    return parseConfig(bytes);
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw new FileProblem(`its config ${digest} is not that of an image: ${cause.message}`, { cause });
  }
}
