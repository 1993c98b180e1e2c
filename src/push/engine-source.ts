import type { Docker, EngineImage, EngineLogin } from '../docker/docker.ts';
import { ActionError, asError, type ErrorCode } from '../errors.ts';
import { parseDigest } from '../image/digest.ts';
import { parseReference, referenceName, sameRepository, type TaggedReference } from '../image/reference.ts';
import { besides, lossLines } from '../image/tested.ts';
import { examined } from './engine-image.ts';
import { type Claim, type Destination, foundClaim, type Source } from './source.ts';

/** engineSource is an image in the engine's store that the engine itself pushes. */
export function engineSource(docker: Docker, name: string, image: EngineImage): Source {
  // Once for all destinations.
  let isTold = false;
  const tidying: Promise<void>[] = [];
  return {
    ...examined(docker, image),
    kind: 'engine',
    name,
    repositories: [],
    isPushedByEngine: true,
    foreseen: () => [],
    push: async ({ registry, target, engine, isOurs }, { teller, warn }) => {
      const later = (work: Promise<void>) => void tidying.push(work);
      const push = { image, target, onProgress: teller.tell, later };
      const claim = await pushWithLogins(engine, push, docker).catch((error: unknown) => {
        return findPushed(error, { registry, target, isOurs });
      });
      if (!isTold && isNarrowed(image, claim)) {
        isTold = true;
        for (const line of await lossOf(docker, image, claim)) warn(line);
      }
      return claim;
    },
    [Symbol.asyncDispose]: async () => void (await Promise.all(tidying)),
  };
}

/** An engine pushes an image of the containerd store unchanged, unless it has only one platform of an index. */
function isNarrowed({ id, idOf }: EngineImage, { digest }: Claim): boolean {
  return idOf === 'root' && digest !== id;
}

/** lossOf names what the engine has not pushed of the index, if the engine shows the index. */
async function lossOf(docker: Docker, { id }: EngineImage, { digest }: Claim): Promise<readonly string[]> {
  const saved = await docker.contentOf(id).catch(() => undefined);
  return lossLines({ narrowedFrom: id, leftBehind: saved === undefined ? [] : besides(saved.root, digest) });
}

/** `<tag>: digest: <digest> size: <bytes>`, the last line of a push on both image stores. */
const CLAIM = /^(?<tag>[\w][\w.-]{0,127}): digest: (?<digest>sha256:[0-9a-f]{64}) size: \d+\s*$/gm;

/** The image, its destination and login, and where progress is reported. */
export type Push = {
  readonly image: EngineImage;
  readonly target: TaggedReference;
  readonly login: EngineLogin;
  readonly onProgress: (line: string) => void;
  /** later gets the cleanup that still runs after a successful push; without it, `pushImage` waits for the cleanup. */
  readonly later?: (work: Promise<void>) => void;
};

/**
 * pushImage pushes the source through the engine under one tag of the destination. The engine pushes only names, so we
 * add ours for the push, and restore the earlier names afterwards.
 */
export async function pushImage(docker: Docker, { image, target, login, onProgress, later }: Push): Promise<Claim> {
  const name = referenceName(target);
  const before = await docker.findImage(name);
  const isNamed = before?.id === image.id;
  if (!isNamed) await docker.tag(image.id, name);
  let claim: Claim | undefined;
  try {
    claim = readClaim(await docker.push(login, name, onProgress), target.tag);
    return claim;
  } finally {
    if (!isNamed) {
      const restored = restoreNames(docker, target, { before, source: image }).catch((error) => {
        onProgress(`the name ${name} could not be removed from the engine: ${asError(error).message}`);
      });
      // The next try must start with the original names.
      if (claim === undefined || later === undefined) await restored;
      else later(restored);
    }
  }
}

/**
 * Errors after which the push may still have succeeded: its answer was lost or unexpected, or it was sent again to a
 * registry with immutable tags. For the last, Docker Hub only says "denied".
 */
const LOST_ANSWERS: readonly ErrorCode[] = [
  'PUSH_FAILED',
  'REGISTRY_UNREACHABLE',
  'RATE_LIMITED',
  'TAG_EXISTS',
  'REGISTRY_DENIED',
];

/**
 * findPushed looks for the image after a failed push, which may have succeeded all the same. Then the manifest under
 * the tag is the claim, verified like any other found one; otherwise the error is thrown.
 */
export async function findPushed(
  error: unknown,
  { registry, target, isOurs }: Pick<Destination, 'registry' | 'target' | 'isOurs'>,
): Promise<Claim> {
  const mayBeThere = error instanceof ActionError && LOST_ANSWERS.includes(error.code);
  if (!mayBeThere) throw error;
  const shown = await registry.readManifest(target.tag).catch(() => undefined);
  const isThere = shown !== undefined && (await isOurs(shown).catch(() => false));
  if (!isThere) throw error;
  return foundClaim(shown, true);
}

/** readClaim finds what the engine says it pushed under the tag. */
export function readClaim(transcript: string, tag: string): Claim {
  const line = [...transcript.matchAll(CLAIM)].findLast(({ groups }) => groups?.tag === tag);
  const digest = parseDigest(line?.groups?.digest ?? '');
  if (digest !== undefined) return { digest, isTagged: true, isFound: false };
  throw new ActionError('PUSH_FAILED', 'docker push ended without saying what it pushed.', {
    hint: 'Run "docker push" by hand for the same image; update the docker CLI if its last line names no digest.',
  });
}

type Names = { readonly before: EngineImage | undefined; readonly source: EngineImage };

/** A push adds more than the tag: engines with the graph driver also note the digest in that repository. */
async function restoreNames(docker: Docker, target: TaggedReference, { before, source }: Names): Promise<void> {
  const name = referenceName(target);
  if (before !== undefined) await docker.tag(before.id, name);
  // With its last name an image is removed, and with the last tag in a repository the digests noted for it.
  const keepsAnother = source.names.some((other) => !isNote(other, target));
  if (!keepsAnother) return;
  const now = await docker.findImage(source.id);
  // Another push of the same image may be running: keep its names.
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

/** Most logins that a push tries, one after the other. */
const MOST_LOGINS = 5;

/** The login of a push may expire during it. The registry keeps what has arrived, so each try gets further. */
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
