import type { StreamedBody } from '../http/streamed-body.ts';
import type { Digest } from '../image/digest.ts';
import type { Descriptor } from '../image/manifest.ts';
import type { Attempt } from '../time/persistence.ts';
import { FINAL } from '../time/retry.ts';
import { HashedStream } from './hashed-stream.ts';
import { openedAhead } from './opened-ahead.ts';
import type { BlobUpload, Registry } from './registry.ts';
import type { Access } from './repository-client.ts';
import { isOfItsWay, mayBeThere, Setback, UploadSession } from './upload-session.ts';

/** A mount that fails so often may never succeed, whatever the registry says about trying again: the blob is sent. */
const MOUNTS = 2;

/** What uploads need from the other parts of the client. */
type Blobs = Pick<Registry, 'hasBlob'>;

/**
 * uploadsAt uploads blobs (distribution-spec, "Pushing Blobs"): in one request if the registry accepts that, since it
 * needs only one authorisation and the fewest round trips; otherwise streamed in one PATCH, as docker does it.
 */
export function uploadsAt(access: Access, { hasBlob }: Blobs): Pick<Registry, 'uploadBlob' | 'uploadStream'> {
  /** The method that works here, as far as known. */
  let way: 'PUT' | 'PATCH' = 'PUT';

  const uploadOnce = async (blob: Descriptor, upload: Upload): Promise<'uploaded' | 'mounted'> => {
    const { open, from, until } = upload;
    // A blob that may be mounted need not be read yet.
    using ahead = from === undefined ? openedAhead(open) : undefined;
    const body = { length: blob.size, open: ahead?.open ?? open };
    await using first = await UploadSession.open(access, until, from === undefined ? undefined : { from, blob });
    if (first.isMounted) {
      // A mounted blob may be missing, just as one that is reported to exist.
      if (await hasBlob(blob)) return 'mounted';
      return uploadOnce(blob, { open, until });
    }
    if (way === 'PATCH') return await stream(first, body, blob.digest);
    try {
      await first.put(blob.digest, body);
      return 'uploaded';
    } catch (error) {
      if (!isOfItsWay(error)) throw error;
      // Another job may just have stored the same blob; Nexus without redeploy answers that with 400.
      if (mayBeThere(error) && (await hasBlob(blob))) return 'uploaded';
    }
    await using second = await UploadSession.open(access, until);
    await stream(second, body, blob.digest);
    way = 'PATCH';
    return 'uploaded';
  };

  return {
    uploadBlob: (blob, { signal, ...upload }) => {
      const until = AbortSignal.any([access.signal, signal]);
      let tries = 0;
      return again(access, until, async () => {
        // The answer to the last try may have been lost.
        if (tries > 0 && (await hasBlob(blob))) return 'uploaded';
        tries += 1;
        return uploadOnce(blob, { ...upload, from: tries > MOUNTS ? undefined : upload.from, until });
      });
    },
    uploadStream: ({ open, signal }) => {
      const until = AbortSignal.any([access.signal, signal]);
      return again(access, until, async () => {
        await using session = await UploadSession.open(access, until);
        const hashed = new HashedStream(open);
        await session.patch({ length: undefined, open: hashed.open });
        const content = hashed.content();
        await session.put(content.digest);
        return content;
      });
    },
  };
}

type Upload = Omit<BlobUpload, 'signal'> & { readonly until: AbortSignal };

async function stream(session: UploadSession, body: StreamedBody, digest: Digest): Promise<'uploaded'> {
  await session.patch(body);
  await session.put(digest);
  return 'uploaded';
}

/** again repeats an upload from its beginning as long as that may help. */
async function again<T>({ session }: Access, until: AbortSignal, upload: () => Promise<T>): Promise<T> {
  const attempt = async (): Promise<Attempt<T>> => {
    try {
      const value = await upload();
      return { result: () => value, transience: FINAL };
    } catch (error) {
      if (!(error instanceof Setback)) throw error;
      return { result: () => fail(error.cause), transience: error.transience };
    }
  };
  return (await session()).persist(attempt, until);
}

function fail(error: unknown): never {
  throw error;
}
