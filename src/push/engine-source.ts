import type { Docker, EngineImage, EngineLogin } from '../docker/docker.ts';
import { ActionError, asError, type ErrorCode } from '../errors.ts';
import { type Digest, parseDigest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import { parseReference, referenceName, sameRepository, type TaggedReference } from '../image/reference.ts';
import type { Registry } from '../registry/registry.ts';
import type { EngineSource } from './find-source.ts';
import type { Transfer } from './progress.ts';

/** What a tool *says* it pushed. It is never evidence: the engine computes the digest before the registry answers. */
export type Claim = {
  readonly digest: Digest;
  /** Of the manifest, in bytes. */
  readonly size: number;
  /** Whether it has its SHA tag already: an engine can push in no other way. */
  readonly isTagged: boolean;
  /** What we have put there ourselves, and what went over the line for it. */
  readonly pushed?: Manifest;
  readonly transfer?: Transfer;
};

/** `<tag>: digest: <digest> size: <bytes>`, the last line of a push on both image stores. */
const CLAIM = /^(?<tag>[\w][\w.-]{0,127}): digest: (?<digest>sha256:[0-9a-f]{64}) size: (?<size>\d+)\s*$/gm;

/** What is pushed where, by whom, and who is told of its progress. */
export type Push = {
  readonly source: EngineSource;
  readonly target: TaggedReference;
  readonly login: EngineLogin;
  readonly onProgress: (line: string) => void;
};

/**
 * pushImage pushes the source through the engine under one tag of the destination. The engine pushes names only, so
 * it is given ours for the time of the push, and afterwards has the names it had before.
 */
export async function pushImage(docker: Docker, { source, target, login, onProgress }: Push): Promise<Claim> {
  const name = referenceName(target);
  const before = await docker.findImage(name);
  const isNamed = before?.id === source.image.id;
  if (!isNamed) await docker.tag(source.image.id, name);
  try {
    return readClaim(await docker.push(login, name, onProgress), target.tag);
  } finally {
    if (!isNamed) {
      await restoreNames(docker, target, { before, source: source.image }).catch((error) => {
        onProgress(`the name ${name} could not be removed from the engine: ${asError(error).message}`);
      });
    }
  }
}

/**
 * How a push fails that may have been carried out: its answer was lost, or was not what the engine expects; or it was
 * sent again, to a registry that forbids to write a tag twice. Docker Hub says no more of that than that it is denied.
 */
const LOST_ANSWERS: readonly ErrorCode[] = [
  'PUSH_FAILED',
  'REGISTRY_UNREACHABLE',
  'RATE_LIMITED',
  'TAG_EXISTS',
  'REGISTRY_DENIED',
];

/** What can be asked of a registry after a push that failed. */
export type Tag = {
  readonly registry: Registry;
  readonly target: TaggedReference;
  /** Tells whether a manifest on the registry is the source. */
  readonly isOurs: (manifest: Manifest) => Promise<boolean>;
};

/**
 * findPushed looks for the image after a push that failed: it may have been carried out all the same. What the tag shows is then the claim, to be
 * verified like any other; otherwise the error is thrown.
 */
export async function findPushed(error: unknown, { registry, target, isOurs }: Tag): Promise<Claim> {
  const mayBeThere = error instanceof ActionError && LOST_ANSWERS.includes(error.code);
  if (!mayBeThere) throw error;
  const shown = await registry.readManifest(target.tag).catch(() => undefined);
  const isThere = shown !== undefined && (await isOurs(shown).catch(() => false));
  if (!isThere) throw error;
  return claimOf(shown, true);
}

/** claimOf is the claim that a manifest is there already: to be proved like any other. */
export function claimOf({ digest, bytes }: Manifest, isTagged: boolean): Claim {
  return { digest, size: bytes.byteLength, isTagged };
}

/** readClaim finds what the engine says it pushed under the tag. */
export function readClaim(transcript: string, tag: string): Claim {
  const line = [...transcript.matchAll(CLAIM)].findLast(({ groups }) => groups?.tag === tag);
  const digest = parseDigest(line?.groups?.digest ?? '');
  if (digest !== undefined) return { digest, size: Number(line?.groups?.size), isTagged: true };
  throw new ActionError('PUSH_FAILED', 'docker push ended without saying what it pushed.', {
    hint: 'Run "docker push" by hand for the same image; update the docker CLI if its last line names no digest.',
  });
}

type Names = { readonly before: EngineImage | undefined; readonly source: EngineImage };

/** A push leaves more than the tag: engines with the graph driver also note the digest it had there. */
async function restoreNames(docker: Docker, target: TaggedReference, { before, source }: Names): Promise<void> {
  const name = referenceName(target);
  if (before !== undefined) await docker.tag(before.id, name);
  // An image goes with its last name, and the digests noted for a repository go with the last tag in it.
  const keepsAnother = source.names.some((other) => !isNote(other, target));
  if (!keepsAnother) return;
  const now = await docker.findImage(source.id);
  // Another push of the same image may be under way: its names are left to it.
  const added = (now?.names ?? []).filter((each) => !source.names.includes(each));
  for (const each of added) if (isTagOf(each, target) || isNote(each, target)) await docker.untag(each);
}

/** isNote tells whether a name is the digest that an image has in the target's repository. */
function isNote(name: string, target: TaggedReference): boolean {
  const parsed = parseReference(name);
  return parsed.ok && parsed.value.digest !== undefined && sameRepository(parsed.value, target);
}

function isTagOf(name: string, target: TaggedReference): boolean {
  const parsed = parseReference(name);
  return parsed.ok && parsed.value.tag === target.tag && sameRepository(parsed.value, target);
}
