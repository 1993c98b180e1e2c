import { excerpt } from '../secret/masked.ts';

/** Claims of the job's token that may be shown, in this order; none is secret (docs.github.com, "OpenID Connect"). */
const SHOWN = ['iss', 'aud', 'sub', 'job_workflow_ref', 'ref', 'environment'] as const;
/** Longest value that is shown. */
const LONGEST = 300;

/** The claims of a token that we know by name, as text that is safe to print. */
export type Claims = Readonly<Record<string, string>>;

/** readClaims reads the claims of a JWT (RFC 7519) without verifying its signature; it never throws. */
export function readClaims(token: string): Claims {
  const read: unknown = parsed(token.split('.')[1] ?? '');
  if (typeof read !== 'object' || read === null) return {};
  const names = [...SHOWN, 'repository', 'repository_id', 'repository_owner', 'repository_owner_id'];
  const texts = names.map((name) => [name, shown((read as Record<string, unknown>)[name])] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

/** numericClaim is a claim such as `exp`, in seconds since 1970; undefined if the token cannot be read or has none. */
export function numericClaim(token: string, name: string): number | undefined {
  const value = claim(token, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** claim is any claim of a token, unchanged; undefined if it cannot be read. */
export function claim(token: string, name: string): unknown {
  const read: unknown = parsed(token.split('.')[1] ?? '');
  const isObject = typeof read === 'object' && read !== null && Object.hasOwn(read, name);
  return isObject ? (read as Record<string, unknown>)[name] : undefined;
}

/** describeClaims lists the claims that a provider compares, as a sentence. */
export function describeClaims(claims: Claims): string {
  const list = SHOWN.flatMap((name) => (claims[name] === undefined ? [] : [`${name} "${claims[name]}"`]));
  return list.length === 0 ? "The job's token could not be read." : `The job's token has ${list.join(', ')}.`;
}

/**
 * describeSubject says what is easily overlooked when a trust setting is compared with `sub`: it has two forms.
 * Repositories that were created or renamed since 15 July 2026 have numeric ids in it
 * (`repo:octo@1/app@2:ref:refs/heads/main`). Others have ids only if they asked for them.
 */
export function describeSubject({ sub = '', ...claims }: Claims): string {
  const [, owner, ownerId, name, id, rest] = /^repo:([^/@:]+)(@\d+)?\/([^@:]+)(@\d+)?(:.*)$/.exec(sub) ?? [];
  if (owner === undefined || name === undefined || rest === undefined) {
    return sub === ''
      ? ''
      : 'This subject was customised (API "OIDC subject claim"): write the trust for exactly this subject.';
  }
  if (ownerId !== undefined || id !== undefined) {
    return `This subject has the form with ids: trust in "repo:${owner}/${name}${rest}" does not match it.`;
  }
  const ids =
    claims.repository_owner_id === undefined || claims.repository_id === undefined
      ? 'ids'
      : `"repo:${owner}@${claims.repository_owner_id}/${name}@${claims.repository_id}${rest}"`;
  return `This subject has the form without ids: trust in ${ids} does not match it.`;
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')));
  } catch {
    return undefined;
  }
}

/** An audience may be a list. */
function shown(value: unknown): string {
  const text = Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(' ') : value;
  return typeof text === 'string' ? excerpt(text, LONGEST) : '';
}
