import { ActionError, asError } from '../errors.ts';
import { httpClient } from '../http/client.ts';
import { type HttpAnswer, type HttpClient, readAnswer } from '../http/http.ts';
import { transienceOfError } from '../http/transient-answers.ts';
import { type Digest, parseDigest } from '../image/digest.ts';
import type { Listed, ManifestList, OwnList, Removal } from '../image/own-list.ts';
import { isTag, type Repository, repositoryName } from '../image/reference.ts';
import type { Secret } from '../secret/secret.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { type Attempt, Persistence } from '../time/persistence.ts';
import { field } from './answer.ts';
import { protectedVersion, unusable, versionRefusal } from './container-refusals.ts';
import { transience } from './refusals.ts';

/** The versions on a page, and the most pages that are read. */
const PAGE = 100;
const MOST_PAGES = 2_000;
/** Longest answer that is read, in bytes: a page of versions with long lists of tags. */
const LIMIT = 16 * 1024 * 1024;
const HEADERS = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' } as const;

export type ContainerVersionsOptions = {
  readonly repository: Repository;
  /** Address of the API, `https://api.github.com`. */
  readonly api: string;
  /** The token that the registry accepts too. */
  readonly token: () => Promise<Secret>;
  readonly signal: AbortSignal;
  readonly http?: HttpClient;
  readonly clock?: Clock;
};

type Asked = { readonly method: 'GET' | 'DELETE'; readonly path: string };

/**
 * containerVersions reads the list of GitHub's Container registry (docs.github.com, "REST API endpoints for packages",
 * version 2022-11-28): each manifest is a version of a package, and is deleted by the version's id.
 */
export function containerVersions({
  repository,
  api,
  token,
  signal,
  clock = systemClock,
  ...more
}: ContainerVersionsOptions): OwnList {
  const http = more.http ?? httpClient({ signal });
  const persistence = new Persistence(clock, signal);
  const name = repositoryName(repository);
  const [owner = '', ...rest] = repository.path.split('/');
  const ids = new Map<Digest, number>();
  let left: number | undefined;
  let base: Promise<string> | undefined;

  const once = async ({ method, path }: Asked): Promise<HttpAnswer> => {
    const headers = { ...HEADERS, authorization: `Bearer ${(await token()).reveal()}` };
    const answer = await http.open({ method, url: new URL(`${api}${path}`), headers, limit: LIMIT }).then(readAnswer);
    left = remaining(answer) ?? left;
    return answer;
  };
  const get = async (path: string): Promise<unknown> => {
    const asked = { method: 'GET', path } as const;
    const answer = await persistence.persist(new URL(api).host, async (): Promise<Attempt<HttpAnswer>> => {
      try {
        const got = await once(asked);
        return { result: () => got, transience: transience({ ...got, data: jsonOf(got) }, clock.date()) };
      } catch (thrown) {
        signal.throwIfAborted();
        return { result: () => fail(unreached(api, thrown)), transience: transienceOfError(thrown) };
      }
    });
    if (answer.status !== 200) throw versionRefusal(asked, answer, name);
    return jsonOf(answer);
  };
  /** Packages of people and of organisations have different addresses. */
  const baseOf = async (): Promise<string> => {
    const kind = field(await get(`/users/${encodeURIComponent(owner)}`), 'type');
    const of = kind === 'Organization' ? 'orgs' : 'users';
    return `/${of}/${encodeURIComponent(owner)}/packages/container/${encodeURIComponent(rest.join('/'))}/versions`;
  };
  const versions = (): Promise<string> => {
    base ??= baseOf();
    return base;
  };
  return {
    // Unknown until the first deletion.
    mayDelete: async () => undefined,
    listManifests: async (): Promise<ManifestList> => {
      const path = await versions();
      const found = new Map<number, Listed>();
      for (let page = 1; ; page++) {
        const entries = await get(`${path}?per_page=${PAGE}&page=${page}&state=active`);
        if (!Array.isArray(entries)) throw unusable(name, 'one of its pages is no list');
        const before = found.size;
        for (const entry of entries) take(found, entry, name);
        // A short page may not be the last one; only an empty page is after the end.
        if (entries.length === 0) {
          ids.clear();
          for (const [id, { digest }] of found) ids.set(digest, id);
          if (ids.size < found.size) throw unusable(name, 'two of its versions have one digest');
          return { manifests: [...found.values()], requests: page, left };
        }
        if (found.size === before) throw unusable(name, 'it has no end: a page has no new entry');
        if (page === MOST_PAGES) throw unusable(name, `it has more than ${MOST_PAGES} pages`);
      }
    },
    remove: async ({ digest }): Promise<Removal> => {
      const id = ids.get(digest);
      // It is no longer in the list, so it may be deleted.
      if (id === undefined) return { kind: 'doubtful', error: unusable(name, `${digest} is no longer in it`) };
      const asked = { method: 'DELETE', path: `${await versions()}/${id}` } as const;
      try {
        const answer = await once(asked);
        return removalOf(asked, answer, name);
      } catch (thrown) {
        signal.throwIfAborted();
        return { kind: 'doubtful', error: unreached(api, thrown) };
      }
    },
    close: () => {
      if (more.http === undefined) http.close();
    },
  };
}

function removalOf(asked: Asked, answer: HttpAnswer, name: string): Removal {
  const { status } = answer;
  if ((status >= 200 && status < 300) || status === 404) return { kind: 'sent' };
  const says = protectedVersion(answer);
  if (says !== undefined) return { kind: 'protected', says };
  return { kind: status < 500 && status !== 408 ? 'refused' : 'doubtful', error: versionRefusal(asked, answer, name) };
}

/** Adds one version. A version that occurs twice has moved to the next page. */
function take(found: Map<number, Listed>, entry: unknown, name: string): void {
  const id = field(entry, 'id');
  const digest = parseDigest(String(field(entry, 'name')));
  const tags = field(entry, 'metadata', 'container', 'tags');
  const areTags = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && isTag(tag));
  const dates = [field(entry, 'created_at'), field(entry, 'updated_at')].map((text) => Date.parse(String(text)));
  if (
    typeof id !== 'number' ||
    !Number.isSafeInteger(id) ||
    digest === undefined ||
    !areTags ||
    dates.some(Number.isNaN)
  )
    throw unusable(name, 'one of its versions has no number, digest, tags or dates');
  if (found.has(id) && found.get(id)?.digest !== digest) throw unusable(name, 'one of its versions has two digests');
  found.set(id, { digest, tags: tags as string[], dates, mediaType: undefined });
}

function remaining({ headers }: HttpAnswer): number | undefined {
  const text = headers['x-ratelimit-remaining'] ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function jsonOf({ body }: HttpAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function unreached(api: string, thrown: unknown): ActionError {
  if (thrown instanceof ActionError) return thrown;
  const { message } = asError(thrown);
  return new ActionError('REGISTRY_UNREACHABLE', `${new URL(api).host} could not be reached: ${message}.`, {
    hint: 'Check that this runner may reach the API of GitHub (proxy, firewall).',
    cause: thrown,
  });
}

function fail(error: Error): never {
  throw error;
}
