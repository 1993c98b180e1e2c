import type { RepositoryToken } from '../registry/registry.ts';

/** What the engine gets: a token for one repository, the credential itself, or the one that is known to work. */
export const CREDENTIAL_SCOPES = ['auto', 'repository', 'full'] as const;
export type CredentialScope = (typeof CREDENTIAL_SCOPES)[number];

/**
 * How long a token must live to be the engine's by default, in seconds. The engine cannot renew it: a layer that takes
 * longer to upload could never be pushed. Docker Hub's live five minutes.
 */
const LONG_ENOUGH = 600;

/** What the engine gets: a token, or the credential itself, and why, as the end of a sentence. */
export type Handover =
  | { readonly kind: 'token'; readonly given: string }
  | { readonly kind: 'credential'; readonly given: string }
  | { readonly kind: 'impossible'; readonly problem: string };

export type Handable = {
  readonly scope: CredentialScope;
  /** A token for this repository, if the registry issues one. */
  readonly token: RepositoryToken | undefined;
  readonly path: string;
};

/**
 * decideHandover decides what the engine gets. By default it is a token, if the registry issues one that lives long
 * enough for a push. An engine with a token asks no token service, whatever a registry tells it, and the token's
 * permissions end with it. Other permissions of the token are reported as far as they are known.
 */
export function decideHandover({ scope, token, path }: Handable): Handover {
  const full = (why: string): Handover => ({ kind: 'credential', given: `the credential itself (${why})` });
  if (scope === 'full') return full('"credential-scope" is "full"');
  if (token === undefined) {
    if (scope === 'auto') return full('this registry issues no tokens');
    return { kind: 'impossible', problem: 'is "repository", but this registry issues no tokens; use "auto"' };
  }
  if (scope === 'auto' && !mayPush(token, path)) return full('its token may not push here');
  const { expiresIn } = token;
  if (scope === 'auto' && expiresIn === undefined) return full('the registry does not say how long its token is valid');
  const minutes = expiresIn === undefined ? 'for an unknown time' : `for ${Math.round(expiresIn / 60)} min`;
  if (scope === 'auto' && (expiresIn ?? 0) < LONG_ENOUGH) {
    return full(`tokens of this registry are valid ${minutes}, and a push may take longer`);
  }
  return { kind: 'token', given: `${whatItMay(token, path)}, valid ${minutes}` };
}

function whatItMay(token: RepositoryToken, path: string): string {
  if (isNarrow(token, path)) return 'a token that may only pull from and push to this repository';
  const more = token.grants === undefined ? 'its other permissions are unknown' : 'it may do more than pull and push';
  return `a token for this repository (${more})`;
}

function mayPush({ grants }: RepositoryToken, path: string): boolean {
  const here = grants?.filter(({ name }) => name === path).flatMap(({ actions }) => actions);
  return here === undefined || here.includes('push') || here.includes('*');
}

/** The token says that it may pull from and push to this repository, and nothing else. */
function isNarrow({ grants = [] }: RepositoryToken, path: string): boolean {
  const granted = grants.filter(({ actions }) => actions.length > 0);
  const [only] = granted;
  const isHere = granted.length === 1 && only?.type === 'repository' && only.name === path;
  return isHere && only.actions.length === 2 && ['pull', 'push'].every((action) => only.actions.includes(action));
}
