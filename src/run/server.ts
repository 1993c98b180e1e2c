/** The server of a run: its kind, its name in messages, and its addresses. */
export type Server = {
  readonly kind: 'github' | 'enterprise' | 'gitea' | 'forgejo' | 'unknown';
  readonly name: string;
  /** Address of its pages, and the root of its API. */
  readonly url: string;
  readonly api: string;
};

/** The runner's variables about the server. Workflows can change only those that do not begin with `GITHUB_`. */
type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = {
  github: 'GitHub',
  enterprise: 'GitHub Enterprise Server',
  gitea: 'Gitea',
  forgejo: 'Forgejo',
  unknown: 'the server',
} as const;

/**
 * serverOf recognises the server first by its addresses. Only if they may be those of Gitea, it also uses the variables
 * that Gitea's runner sets, which a workflow could change.
 */
export function serverOf(environment: Environment): Server {
  const { GITHUB_SERVER_URL: url = '', GITHUB_API_URL: api = '' } = environment;
  const kind = kindOf(url.replace(/\/+$/, ''), api.replace(/\/+$/, ''), environment);
  return { kind, name: NAMES[kind], url, api: api === '' && kind === 'github' ? 'https://api.github.com' : api };
}

function kindOf(url: string, api: string, { GITEA_ACTIONS, FORGEJO_ACTIONS }: Environment): Server['kind'] {
  // An enterprise with data residency has its own host below ghe.com, but the server is GitHub.
  if (/^https:\/\/(?:github\.com|[a-z0-9-]+\.ghe\.com)$/.test(url)) return 'github';
  if (url === '') return 'unknown';
  // Forgejo's runner also sets Gitea's variable.
  if (api === `${url}/api/v1` && FORGEJO_ACTIONS === 'true') return 'forgejo';
  if (api === `${url}/api/v1` && GITEA_ACTIONS === 'true') return 'gitea';
  return api === `${url}/api/v3` ? 'enterprise' : 'unknown';
}

/** isOfGitea tells whether a server speaks Gitea's dialect: Forgejo is a fork of Gitea. */
export function isOfGitea({ kind }: Pick<Server, 'kind'>): boolean {
  return kind === 'gitea' || kind === 'forgejo';
}
