import { setTimeout as sleep } from 'node:timers/promises';
import { ActionError } from '../errors.ts';
import { type Digest, matches, parseDigest } from '../image/digest.ts';
import { type Manifest, ManifestProblem, MEDIA_TYPES, parseManifest } from '../image/manifest.ts';
import { repositoryName } from '../image/reference.ts';
import { apiHost } from './endpoint.ts';
import { type HttpAnswer, httpClient } from './http.ts';
import { refusal } from './refusal.ts';
import type { ManifestName, OpenRegistry } from './registry.ts';
import { findRegistry, Session } from './session.ts';
import { trustFor } from './trust.ts';

/** Most bytes of a manifest or a config that are read; registries take no larger manifest (4 MiB). */
const DOCUMENT_LIMIT = 4 * 1024 * 1024;
/** All four, always: with fewer, registries answer "unknown" or convert what they hold into something else. */
const ACCEPT = Object.values(MEDIA_TYPES).join(', ');
/** Read-after-write lag: how long to wait for it in all, and between two looks, in milliseconds. */
const LAG = { most: 60_000, first: 250, longest: 5_000 };

/** distributionRegistry opens registries that speak the distribution specification (1.0 and 1.1). */
export function distributionRegistry(signal: AbortSignal, mask: (text: string) => void): OpenRegistry {
  return async ({ repository, credential, caFile }) => {
    const host = apiHost(repository.registry);
    const http = httpClient(await trustFor(host, caFile), signal);
    const base = `/v2/${repository.path}`;
    const scope = `repository:${repository.path}:pull,push`;
    let opened: Promise<Session> | undefined;
    const session = (): Promise<Session> => {
      opened ??= findRegistry(http, host).then((registry) => new Session(http, { registry, credential, scope }, mask));
      return opened;
    };

    const get = async (path: string, accept: string): Promise<HttpAnswer | undefined> => {
      const answer = await (await session()).send({ method: 'GET', path, headers: { accept }, limit: DOCUMENT_LIMIT });
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw refusal({ method: 'GET', url: new URL(`https://${host}${path}`) }, answer);
      return answer;
    };

    const readManifest = async (name: ManifestName): Promise<Manifest | undefined> => {
      const answer = await get(`${base}/manifests/${name}`, ACCEPT);
      return answer === undefined
        ? undefined
        : checked(answer, `${repositoryName(repository)} ${name}`, parseDigest(name));
    };

    return {
      authenticate: async () => (await session()).signIn(),
      readManifest,
      awaitManifest: async (name, settled) => {
        const deadline = performance.now() + LAG.most;
        for (let pause = LAG.first; ; pause = Math.min(pause * 2, LAG.longest)) {
          const seen = await readManifest(name);
          if (settled(seen) || performance.now() + pause > deadline) return seen;
          await sleep(pause, undefined, { signal });
        }
      },
      readBlob: async ({ digest, size }) => {
        const answer = await get(`${base}/blobs/${digest}`, '*/*');
        if (answer === undefined) return undefined;
        if (!matches(digest, answer.body) || answer.body.byteLength !== size) {
          throw mismatch(`The registry serves other bytes than those of the blob ${digest}.`);
        }
        return answer.body;
      },
      putManifest: async (tag, { bytes, mediaType }) => {
        const path = `${base}/manifests/${tag}`;
        const request = { method: 'PUT', path, headers: { 'content-type': mediaType }, body: bytes } as const;
        const answer = await (await session()).send({ ...request, limit: DOCUMENT_LIMIT });
        if (answer.status < 200 || answer.status > 204) {
          throw refusal({ method: 'PUT', url: new URL(`https://${host}${path}`) }, answer);
        }
      },
      close: () => http.close(),
    };
  };
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
