import { type CloudAnswer, type CloudRequest, json, must, type Service } from '../clouds/clouds.ts';
import { type Held, tagsOn, takeAway } from '../registry/held.ts';

export type PackagesOptions = {
  /** `owner/name`, the name with slashes if it has any. */
  readonly path: string;
  readonly owner: 'Organization' | 'User';
  readonly held: Held;
  /** Tokens, and what they may do with the package. */
  readonly tokens: Readonly<Record<string, readonly ('read' | 'delete')[]>>;
  /** How many requests an hour are taken. */
  readonly limit?: number;
};

/**
 * The API of GitHub for the versions of one container package (docs.github.com, "REST API endpoints for packages"): newest
 * first, a page at a time by number, so that what comes or goes meanwhile moves entries from page to page.
 */
export class ContainerPackages {
  readonly requests: string[] = [];
  /** Versions that a rule of GitHub's keeps. */
  readonly downloaded = new Set<string>();
  readonly #options: PackagesOptions;
  readonly #ids = new Map<string, number>();
  #left: number;

  constructor(options: PackagesOptions) {
    this.#options = options;
    this.#left = options.limit ?? 5_000;
  }

  readonly service: Service = {
    serves: (host) => host === 'api.github.com',
    answer: (request) => this.#answer(request),
  };

  #answer(request: CloudRequest): CloudAnswer {
    const { owner, path, tokens } = this.#options;
    this.requests.push(`${request.method} ${request.path}`);
    must('x-github-api-version', request.headers['x-github-api-version'], '2022-11-28');
    must('accept', request.headers.accept, 'application/vnd.github+json');
    const rights = tokens[(request.headers.authorization ?? '').replace(/^Bearer /, '')];
    if (rights === undefined) return json(401, { message: 'Bad credentials' });
    const rate = { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': String(Math.max(0, --this.#left)) };
    if (this.#left < 0) return json(403, { message: 'API rate limit exceeded for installation.' }, rate);
    const [login = '', ...name] = path.split('/');
    if (request.path === `/users/${login}`) return json(200, { login, type: owner }, rate);
    const base = `/${owner === 'Organization' ? 'orgs' : 'users'}/${login}/packages/container/${encodeURIComponent(name.join('/'))}/versions`;
    if (!request.path.startsWith(base)) return json(404, { message: 'Not Found' }, rate);
    // Of what a token may not see, it is said that it is not there.
    if (!rights.includes('read')) return json(404, { message: 'Package not found.' }, rate);
    if (request.path === base) return this.#list(request, rate);
    return this.#delete(request, { id: Number(request.path.slice(base.length + 1)), rights, rate });
  }

  #list(request: CloudRequest, rate: Readonly<Record<string, string>>): CloudAnswer {
    const { held } = this.#options;
    must('method', request.method, 'GET');
    must('state', request.query.get('state'), 'active');
    const size = Number(request.query.get('per_page'));
    must('per_page', size >= 1 && size <= 100, true);
    const page = Number(request.query.get('page'));
    const newest = [...held.manifests.keys()].sort((one, other) => held.pushedAt(other) - held.pushedAt(one));
    const entries = newest.slice((page - 1) * size, page * size).map((digest) => ({
      id: this.#idOf(digest),
      name: digest,
      created_at: new Date(held.pushedAt(digest)).toISOString(),
      updated_at: new Date(held.pushedAt(digest)).toISOString(),
      metadata: { package_type: 'container', container: { tags: tagsOn(held, digest) } },
    }));
    return json(200, entries, rate);
  }

  #delete(
    request: CloudRequest,
    asked: { readonly id: number; readonly rights: readonly string[]; readonly rate: Readonly<Record<string, string>> },
  ): CloudAnswer {
    const { held } = this.#options;
    const { id, rights, rate } = asked;
    must('method', request.method, 'DELETE');
    if (!rights.includes('delete')) return json(403, { message: 'Resource not accessible by integration' }, rate);
    const digest = [...held.manifests.keys()].find((each) => this.#idOf(each) === id);
    if (digest === undefined) return json(404, { message: 'Not Found' }, rate);
    if (this.downloaded.has(digest)) {
      const message = 'Publicly visible package versions with more than 5,000 downloads cannot be deleted.';
      return json(400, { message }, rate);
    }
    const tagged = [...new Set(held.tags.values())];
    if (tagged.length === 1 && tagged[0] === digest) {
      return json(400, { message: 'You cannot delete the last tagged version of a package.' }, rate);
    }
    takeAway(held, digest);
    return { status: 204, headers: rate, body: '' };
  }

  #idOf(digest: string): number {
    const known = this.#ids.get(digest) ?? this.#ids.size + 1001;
    this.#ids.set(digest, known);
    return known;
  }
}
