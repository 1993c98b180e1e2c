import { ActionError } from '../errors.ts';
import { type Clock, systemClock, systemTimer, type Timer } from '../http/clock.ts';
import { BodyTooLong, type HttpAnswer, type HttpHead, readAnswer } from '../http/http.ts';
import { type Digest, matches, parseDigest } from '../image/digest.ts';
import { ManifestProblem } from '../image/document.ts';
import { type Manifest, MEDIA_TYPES, parseManifest } from '../image/manifest.ts';
import { repositoryName } from '../image/reference.ts';
import { addressOf } from './address-of-registry.ts';
import { digestsOf } from './blob-digests.ts';
import { apiHost } from './endpoint.ts';
import { Network } from './network.ts';
import { refusal } from './refusal.ts';
import type { ManifestName, OpenRegistry, Registry } from './registry.ts';
import { Session } from './session.ts';
import { trustFor as systemTrustFor } from './trust.ts';
import { warningsOf } from './warnings.ts';

/** Most bytes of a manifest or a config that are read; registries take no larger manifest (4 MiB). */
const DOCUMENT_LIMIT = 4 * 1024 * 1024;
/** All four, always: with fewer, registries answer "unknown" or convert what they hold into something else. */
const ACCEPT = Object.values(MEDIA_TYPES).join(', ');
/** Read-after-write lag: how long to wait for it in all, and between two looks, in milliseconds. */
const LAG = { most: 60_000, first: 250, longest: 5_000 };

/** What a registry's client needs of the world around it. */
export type Surroundings = {
  readonly signal: AbortSignal;
  /** Gets every token before it is used. */
  readonly mask: (text: string) => void;
  /** Gets each warning of the registry once (`Warning` header, distribution-spec, "Warnings"). */
  readonly onWarning: (text: string) => void;
  readonly clock?: Clock;
  readonly timer?: Timer;
  /** Collects the certificates to trust for a host. */
  readonly trustFor?: typeof systemTrustFor;
};

/** distributionRegistry opens registries that speak the distribution specification (1.0 and 1.1). */
export function distributionRegistry({
  signal,
  mask,
  onWarning,
  clock = systemClock,
  timer = systemTimer,
  trustFor = systemTrustFor,
}: Surroundings): OpenRegistry {
  return async ({ repository, credential, caFile, authHosts }) => {
    const host = apiHost(repository.registry);
    const trust = await trustFor(host, caFile);
    const base = `/v2/${repository.path}`;
    const scope = `repository:${repository.path}:pull,push`;
    const seen = new Set<string>();
    const onHead = (head: HttpHead) => {
      for (const text of warningsOf(head)) {
        if (!seen.has(text)) onWarning(text);
        seen.add(text);
      }
    };
    let opened: Promise<{ readonly session: Session; readonly network: Network }> | undefined;
    const open = () => {
      opened ??= addressOf(host, { trust, signal, timer }).then(({ registry, greeting }) => {
        const network = new Network(registry, { trust, signal, timer });
        const account = { registry, credential, scope, authHosts };
        return { network, session: new Session({ network, account, greeting, clock, signal, mask, onHead }) };
      });
      return opened;
    };
    const session = async () => (await open()).session;
    const asked = async (method: string, path: string) => ({ method, url: new URL(path, (await session()).registry) });

    const get = async (path: string, accept: string): Promise<HttpAnswer | undefined> => {
      const answer = await (await session()).send({ method: 'GET', path, headers: { accept }, limit: DOCUMENT_LIMIT });
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw refusal(await asked('GET', path), answer);
      return answer;
    };

    const lagging = async <T>(look: () => Promise<T>, settled: (seen: T) => boolean): Promise<T> => {
      const deadline = clock.now() + LAG.most;
      for (let pause = LAG.first; ; pause = Math.min(pause * 2, LAG.longest)) {
        const seen = await look();
        if (settled(seen) || clock.now() + pause > deadline) return seen;
        await clock.sleep(pause, signal);
      }
    };
    /** A blob is asked for where a manifest names it, so if it is not there it should be soon. */
    const awaitBlob = <T>(look: () => Promise<T | undefined>) => lagging(look, (seen) => seen !== undefined);

    const readManifest = async (name: ManifestName): Promise<Manifest | undefined> => {
      const answer = await get(`${base}/manifests/${name}`, ACCEPT);
      return answer === undefined
        ? undefined
        : checked(answer, `${repositoryName(repository)} ${name}`, parseDigest(name));
    };

    const atOnce: Registry = {
      authenticate: async () => (await session()).signIn(),
      readManifest,
      awaitManifest: (name, settled) => lagging(() => readManifest(name), settled),
      readBlob: async ({ digest, size }) => {
        const answer = await get(`${base}/blobs/${digest}`, '*/*');
        if (answer === undefined) return undefined;
        if (!matches(digest, answer.body) || answer.body.byteLength !== size) {
          throw mismatch(`The registry serves other bytes than those of the blob ${digest}.`);
        }
        return answer.body;
      },
      sizeOfBlob: async ({ digest, size }) => {
        const path = `${base}/blobs/${digest}`;
        const head = await (await session())
          .sendOnce({ method: 'HEAD', path, headers: {}, limit: 0 })
          .catch(() => undefined);
        if (head?.status === 200 && wholeNumber(head.headers['content-length']) === size) return size;
        // HEAD is a shortcut, never a verdict: registries answer it with 403, 405 or 500, with no length or that of
        // something else, or send it to a signed address that allows GET only.
        const request = { method: 'GET', path, headers: { range: 'bytes=0-0' }, limit: 1 } as const;
        const { status, headers } = await (await session()).read(request, async (stream) => {
          stream.cancel();
          return stream;
        });
        if (status === 404) return undefined;
        const [, total] = /^bytes [^/]*\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
        const stated = wholeNumber(status === 200 ? headers['content-length'] : total);
        if ([200, 206, 416].includes(status) && stated !== undefined) return stated;
        throw refusal(await asked('GET', path), { status, headers, body: new Uint8Array() });
      },
      digestBlob: async ({ digest, size }) => {
        const path = `${base}/blobs/${digest}`;
        const request = { method: 'GET', path, headers: {}, limit: size } as const;
        const digests = (await session()).read(request, async (stream) =>
          stream.status === 200 ? digestsOf(stream.body, digest) : readAnswer(stream),
        );
        const read = await digests.catch((error) => {
          const isTooLong = error instanceof ActionError && error.cause instanceof BodyTooLong;
          throw isTooLong ? mismatch(`The registry serves more than the ${size} bytes of the blob ${digest}.`) : error;
        });
        if (!('status' in read)) return read;
        if (read.status === 404) return undefined;
        throw refusal(await asked('GET', path), read);
      },
      putManifest: async (tag, { bytes, mediaType }) => {
        const path = `${base}/manifests/${tag}`;
        const request = { method: 'PUT', path, headers: { 'content-type': mediaType }, body: bytes } as const;
        const answer = await (await session()).send({ ...request, limit: DOCUMENT_LIMIT });
        if (answer.status < 200 || answer.status > 204) throw refusal(await asked('PUT', path), answer);
      },
      close: () =>
        // What could not be opened has nothing to close, and has said so to whoever opened it.
        void opened?.then(
          ({ network }) => network.close(),
          () => undefined,
        ),
    };
    return {
      ...atOnce,
      readBlob: (blob) => awaitBlob(() => atOnce.readBlob(blob)),
      sizeOfBlob: (blob) => awaitBlob(() => atOnce.sizeOfBlob(blob)),
      digestBlob: (blob) => awaitBlob(() => atOnce.digestBlob(blob)),
    };
  };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** checked parses the exact bytes; a digest that was asked for, or that a header claims, must be theirs. */
function checked(answer: HttpAnswer, what: string, wanted: Digest | undefined): Manifest {
  const claimed = answer.headers['docker-content-digest'];
  const header = claimed === undefined ? undefined : parseDigest(claimed);
  if (wanted !== undefined && !matches(wanted, answer.body)) {
    throw mismatch(`The registry serves other bytes under the digest of ${what}.`);
  }
  if (claimed !== undefined && (header === undefined || !matches(header, answer.body))) {
    throw mismatch(`For ${what} the registry names the digest "${claimed}", which is not that of the bytes it serves.`);
  }
  try {
    return parseManifest(answer.body, answer.headers['content-type'] ?? '');
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw new ActionError('REGISTRY_ANSWER', `What the registry serves for ${what} is no image: ${cause.message}.`, {
      hint: 'Check that "image" names a registry and not a web page, and what has been pushed under this name.',
      cause,
    });
  }
}

function mismatch(message: string): ActionError {
  return new ActionError('DIGEST_MISMATCH', message, {
    hint: 'Do not deploy it. Ask whoever runs the registry (or a proxy before it) why its content differs; then push again.',
  });
}
