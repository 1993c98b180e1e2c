import { ActionError, asError } from '../errors.ts';
import type { Descriptor } from '../image/manifest.ts';
import type { Repository } from '../image/reference.ts';
import { repositoryName } from '../image/reference.ts';
import type { Referrer } from '../image/referrer.ts';
import type { Registry } from '../registry/registry.ts';

/** A signed bundle to attach to an image: its manifest, and the blobs of that. */
export type Attachment = {
  readonly referrer: Referrer;
  readonly parts: readonly { readonly blob: Descriptor; readonly bytes: Uint8Array }[];
};

/**
 * attachBundle attaches a signed bundle to an image, and reads it back: the registry must list the bundle and serve
 * every byte. If `mayBeThere`, it first checks whether the bundle is already attached. Throws PROOF_NOT_ATTACHED.
 */
export async function attachBundle(
  registry: Registry,
  { referrer, parts }: Attachment,
  at: { readonly repository: Repository; readonly signal: AbortSignal; readonly mayBeThere?: boolean },
): Promise<void> {
  const { manifest, subject } = referrer;
  const name = repositoryName(at.repository);
  try {
    if (at.mayBeThere === true && (await isThere(registry, { referrer, parts }))) return;
    for (const { blob, bytes } of parts) {
      await registry.uploadBlob(blob, { open: () => bytesOf(bytes), signal: at.signal });
    }
    await registry.attach(referrer);
    await readBack(registry, { referrer, parts });
  } catch (error) {
    at.signal.throwIfAborted();
    const { message, ...more } = asError(error) as ActionError;
    throw new ActionError(
      'PROOF_NOT_ATTACHED',
      `The proof ${manifest.digest} could not be attached to ${name}@${subject}: ${message}`,
      {
        hint: `${more.hint ?? ''} Version tags and moving tags were not written. Set "proof-store: github" if this registry shall hold no proof.`.trim(),
        cause: error,
      },
    );
  }
}

/** A damaged bundle is attached again. */
async function isThere(registry: Registry, { referrer, parts }: Attachment): Promise<boolean> {
  const listed = await registry.listReferrers(referrer.subject);
  if (!listed.includes(referrer.manifest.digest)) return false;
  const has = await Promise.all(parts.map(({ blob }) => registry.hasBlob(blob)));
  if (has.includes(false)) return false;
  return readBack(registry, { referrer, parts }).then(
    () => true,
    () => false,
  );
}

async function readBack(registry: Registry, { referrer: { manifest, subject }, parts }: Attachment): Promise<void> {
  const listed = await registry.listReferrers(subject);
  if (!listed.includes(manifest.digest)) throw lost('the registry does not list it');
  const served = await registry.readReferrer(manifest.digest, subject);
  if (served === undefined || !sameBytes(served.manifest.bytes, manifest.bytes))
    throw lost('the registry serves another manifest, or none');
  for (const { blob, bytes } of parts) {
    const found = await registry.readBlob(blob);
    if (found === undefined || !sameBytes(found, bytes))
      throw lost(`the registry serves another ${blob.digest}, or none`);
  }
}

function lost(why: string): ActionError {
  return new ActionError('CONTENT_MISSING', `it was put there, and ${why}.`, { hint: 'Run the job again.' });
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

async function* bytesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
