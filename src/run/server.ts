/** The server that a run is on: what it is, how messages name it, and where it is. */
export type Server = {
  readonly kind: 'github' | 'enterprise' | 'gitea' | 'forgejo' | 'unknown';
  readonly name: string;
  /** Address of its pages, and the root of its API. */
  readonly url: string;
  readonly api: string;
};

/** What runners say of the server. Workflows cannot change variables that begin with `GITHUB_`, but they can the others. */
type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = {
  github: 'GitHub',
  enterprise: 'GitHub Enterprise Server',
  gitea: 'Gitea',
  forgejo: 'Forgejo',
  unknown: 'the server',
} as const;

/**
 * serverOf tells the server by its addresses first. Only where they may be those of Gitea do the variables count which
 * its runner sets, and which a workflow might.
 */
export function serverOf(environment: Environment): Server {
  const { GITHUB_SERVER_URL: url = '', GITHUB_API_URL: api = '' } = environment;
  const kind = kindOf(url.replace(/\/+$/, ''), api.replace(/\/+$/, ''), environment);
  return { kind, name: NAMES[kind], url, api: api === '' && kind === 'github' ? 'https://api.github.com' : api };
}

function kindOf(url: string, api: string, { GITEA_ACTIONS, FORGEJO_ACTIONS }: Environment): Server['kind'] {
  // An enterprise with its data in one place has its own host below ghe.com, and is served by GitHub all the same.
  if (/^https:\/\/(?:github\.com|[a-z0-9-]+\.ghe\.com)$/.test(url)) return 'github';
  if (url === '') return 'unknown';
  // Forgejo's runner says that it is Gitea's, too.
  if (api === `${url}/api/v1` && FORGEJO_ACTIONS === 'true') return 'forgejo';
  if (api === `${url}/api/v1` && GITEA_ACTIONS === 'true') return 'gitea';
  return api === `${url}/api/v3` ? 'enterprise' : 'unknown';
}

/** isOfGitea tells whether a server speaks Gitea's dialect: Forgejo has come from it. */
export function isOfGitea({ kind }: Pick<Server, 'kind'>): boolean {
  return kind === 'gitea' || kind === 'forgejo';
}
