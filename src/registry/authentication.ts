import { ActionError } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../http/http.ts';
import { parseChallenges } from './challenge.ts';
import { isLoopback } from './endpoint.ts';
import { judgeRealm } from './realm.ts';
import { loginRefusal, refusal, untrusted } from './refusal.ts';
import type { Credential, CurrentCredential } from './registry.ts';

/** Longest answer of a token service that is read, in bytes. */
const TOKEN_LIMIT = 64 * 1024;

/** How a registry wants to be shown who we are (distribution-spec, and distribution's `spec/auth/token.md`). */
export type Scheme =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic' }
  | { readonly kind: 'bearer'; readonly realm: URL; readonly service: string };

/** Where the credential is for, and what may be done there. */
export type Account = {
  readonly registry: URL;
  readonly credential: CurrentCredential;
  /** `repository:<path>:pull,push` */
  readonly scope: string;
  /** Hosts besides the registry's own domain that its token service may live on. */
  readonly authHosts: readonly string[];
};

/**
 * chooseScheme reads the challenge of a 401. Bearer comes before Basic; other schemes are passed over. Throws
 * REGISTRY_UNTRUSTED if the credential would have to go where it does not belong.
 */
export async function chooseScheme(answer: HttpAnswer, { registry, authHosts }: Account): Promise<Scheme> {
  const challenges = parseChallenges(answer.headers['www-authenticate'] ?? '');
  const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
  if (bearer !== undefined) {
    const judgement = await judgeRealm(bearer.parameters.realm ?? '', { registry, authHosts });
    if (!judgement.ok) {
      throw untrusted(
        `The registry ${registry.host} sends its clients to the token service "${bearer.parameters.realm}": ${judgement.problem}.`,
      );
    }
    return { kind: 'bearer', realm: judgement.url, service: bearer.parameters.service ?? '' };
  }
  if (challenges.some(({ scheme }) => scheme === 'basic')) return { kind: 'basic' };
  throw new ActionError('REGISTRY_ANSWER', `${registry.host} wants a login but names no way of it that we know.`, {
    hint: 'Check that "image" names a registry; one must offer Basic or Bearer authentication.',
  });
}

/** basicHeader is the credential as a Basic header; only ever sent over TLS or to this machine. */
export function basicHeader({ username, password }: Credential): string {
  return `Basic ${Buffer.from(`${username}:${password.reveal()}`).toString('base64')}`;
}

/** fetchToken asks the judged token service for a token of the one scope (distribution, `spec/auth/token.md`). */
export async function fetchToken(
  exchange: (request: HttpRequest) => Promise<HttpAnswer>,
  scheme: Extract<Scheme, { kind: 'bearer' }>,
  { credential: current, scope }: Account,
): Promise<string> {
  const credential = await current();
  const url = new URL(scheme.realm);
  if (scheme.service !== '') url.searchParams.set('service', scheme.service);
  url.searchParams.set('scope', scope);
  url.searchParams.set('account', credential.username);
  assertPrivate(url);
  const headers = { authorization: basicHeader(credential) };
  const asked = { method: 'GET', url, headers, limit: TOKEN_LIMIT } as const;
  const answer = await exchange(asked);
  if (answer.status !== 200) throw loginRefusal(asked, answer);
  const token = readToken(answer);
  if (token === undefined) throw refusal(asked, answer);
  return token;
}

/** assertPrivate is the last look before a credential leaves: TLS, or this machine. */
export function assertPrivate(url: URL): void {
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw untrusted(`${url.host} is not reached by TLS, so no credential is sent to it.`);
  }
}

function readToken(answer: HttpAnswer): string | undefined {
  try {
    const { token, access_token } = JSON.parse(new TextDecoder().decode(answer.body)) as Record<string, unknown>;
    const text = typeof token === 'string' && token !== '' ? token : access_token;
    // A header takes visible ASCII only; anything else could smuggle a header of its own.
    return typeof text === 'string' && /^[\x21-\x7e]+$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}
