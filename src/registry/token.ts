import type { HttpAnswer, HttpRequest } from '../http/http.ts';
import type { Credential } from '../secret/credential.ts';
import { claimsOf, timeOf } from '../secret/jwt.ts';
import { loginRefusal, refusal } from './answers.ts';
import { assertPrivate, basicHeader, type Scheme } from './authentication.ts';
import type { Grant } from './registry.ts';

/** Most bytes that we read of the answer of a token service. */
const TOKEN_LIMIT = 64 * 1024;
/** Our name, for token services that ask for the client. */
const CLIENT = 'verified-image-push';
/** Lifetime of a token if its service does not state one, in seconds (distribution, `spec/auth/token.md`). */
const UNSAID_LIFETIME = 60;
/** No token is valid for longer than a day, in seconds. A larger number is in another unit (nanoseconds in olareg). */
const LONGEST_LIFETIME = 86_400;

/** A bearer token. */
export type Token = {
  readonly text: string;
  /** In seconds since the request; undefined if neither its service nor the token itself says it. */
  readonly expiresIn: number | undefined;
};

/** The scope and the credential of a token request. */
export type Claim = {
  /** Undefined for public content. */
  readonly credential: Credential | undefined;
  /** One or more scopes, separated by blanks; without one, the request only checks the credential. */
  readonly scope: string;
  /** Now, in milliseconds since 1970. */
  readonly date: number;
};

/** lifetimeOf is the assumed lifetime of a token, in seconds. */
export function lifetimeOf({ expiresIn = UNSAID_LIFETIME }: Token): number {
  return expiresIn;
}

type Exchange = (request: HttpRequest) => Promise<HttpAnswer>;
type Bearer = Extract<Scheme, { kind: 'bearer' }>;

/**
 * fetchToken asks the accepted token service for a token of this scope: with a password by Basic authentication
 * (distribution, `spec/auth/token.md`), with an identity token as an OAuth 2 refresh (`spec/auth/oauth.md`).
 */
export async function fetchToken(exchange: Exchange, scheme: Bearer, claim: Claim): Promise<Token> {
  const { credential } = claim;
  // Sent unchanged; its lifetime is unknown here.
  if (credential !== undefined && 'registryToken' in credential)
    return { text: credential.registryToken.reveal(), expiresIn: undefined };
  const asked = requestFor(scheme, claim);
  assertPrivate(asked.url);
  const answer = await exchange(asked);
  if (answer.status !== 200) throw credential === undefined ? refusal(asked, answer) : loginRefusal(asked, answer);
  const token = readToken(answer, claim.date);
  if (token === undefined) throw refusal(asked, answer);
  return token;
}

function requestFor({ realm, service }: Bearer, { credential, scope }: Claim): HttpRequest {
  const asked = { ...(service === '' ? {} : { service }), ...(scope === '' ? {} : { scope }) };
  if (credential !== undefined && 'identityToken' in credential) {
    const refresh = {
      grant_type: 'refresh_token',
      refresh_token: credential.identityToken.reveal(),
      client_id: CLIENT,
    };
    const body = new TextEncoder().encode(new URLSearchParams({ ...asked, ...refresh }).toString());
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return { method: 'POST', url: new URL(realm), headers, body, limit: TOKEN_LIMIT };
  }
  const url = new URL(realm);
  if (service !== '') url.searchParams.set('service', service);
  // Here each scope has a separate parameter; in a form they share one.
  url.searchParams.delete('scope');
  for (const each of scope.split(' ').filter(Boolean)) url.searchParams.append('scope', each);
  if (credential === undefined) return { method: 'GET', url, headers: {}, limit: TOKEN_LIMIT };
  if ('password' in credential) url.searchParams.set('account', credential.username);
  return { method: 'GET', url, headers: { authorization: basicHeader(credential) }, limit: TOKEN_LIMIT };
}

function readToken(answer: HttpAnswer, date: number): Token | undefined {
  try {
    const said = JSON.parse(new TextDecoder().decode(answer.body)) as Record<string, unknown>;
    const text = typeof said.token === 'string' && said.token !== '' ? said.token : said.access_token;
    // A header may only have visible ASCII; anything else could add another header.
    if (typeof text !== 'string' || !/^[\x21-\x7e]+$/.test(text)) return undefined;
    const lifetimes = [Number(said.expires_in), ownLifetime(text, date)].filter((each) => isBelievable(each));
    return { text, expiresIn: lifetimes.length === 0 ? undefined : Math.min(...lifetimes) };
  } catch {
    return undefined;
  }
}

/**
 * The lifetime by the token's own claims (RFC 7519, 4.1.4), in seconds from its beginning, or from now; NaN if unknown.
 */
function ownLifetime(text: string, date: number): number {
  const { exp, iat, nbf } = claimsOf(text) ?? {};
  const [end, beginning] = [timeOf(exp), timeOf(iat) ?? timeOf(nbf) ?? date];
  return end === undefined ? Number.NaN : (end - beginning) / 1000;
}

function isBelievable(lifetime: number): boolean {
  return lifetime > 0 && lifetime <= LONGEST_LIFETIME;
}

/**
 * grantsOf reads the access that a token states (distribution, `spec/auth/jwt.md`, "access"); undefined if it states
 * none.
 */
export function grantsOf({ text }: Token): readonly Grant[] | undefined {
  const access = claimsOf(text)?.access;
  if (!Array.isArray(access)) return undefined;
  const isText = (value: unknown): value is string => typeof value === 'string';
  return access.map((each): Grant => {
    const { type, name, actions } = (each ?? {}) as Readonly<Record<string, unknown>>;
    return { type: String(type), name: String(name), actions: Array.isArray(actions) ? actions.filter(isText) : [] };
  });
}
