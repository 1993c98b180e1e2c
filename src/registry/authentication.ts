import { ActionError } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import type { Credential } from '../secret/credential.ts';
import { isLoopback } from '../text/loopback.ts';
import { untrusted } from './answers.ts';
import { parseChallenges } from './challenge.ts';
import { judgeRealm } from './origins.ts';
import type { CurrentCredential } from './registry.ts';

/** How a registry wants clients to log in (distribution-spec, and distribution's `spec/auth/token.md`). */
export type Scheme =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic' }
  | { readonly kind: 'bearer'; readonly realm: URL; readonly service: string };

/** The registry that a credential is for, and what it is used for there. */
export type Account = {
  readonly registry: URL;
  readonly credential: CurrentCredential;
  /** `repository:<path>:pull,push` */
  readonly scope: string;
  /** Scopes for repositories that layers are mounted from; a token service may refuse them. */
  readonly mountScopes?: readonly string[];
  /** Hosts outside the registry's own domain that its token service may use. */
  readonly authHosts: readonly string[];
};

/**
 * chooseScheme reads the challenge of a 401. It prefers Bearer to Basic, and ignores other schemes. The engine reads
 * the same header, may choose another scheme, and gets the password after us. So we check every token service in it,
 * and reject an ambiguous header. Throws REGISTRY_UNTRUSTED if the credential would be sent to a wrong place.
 */
export async function chooseScheme(answer: HttpAnswer, { registry, authHosts }: Account): Promise<Scheme> {
  const { read: challenges, problem } = parseChallenges(answer.headers['www-authenticate'] ?? '');
  if (problem !== undefined && challenges.length > 0) {
    throw untrusted(`The registry ${registry.host} asks for a login in an unclear way: ${problem}.`);
  }
  const bearers: Scheme[] = [];
  for (const { scheme, parameters } of challenges) {
    if (scheme !== 'bearer') continue;
    const judgement = await judgeRealm(parameters.realm ?? '', { registry, authHosts });
    if (!judgement.ok) {
      throw untrusted(
        `The registry ${registry.host} sends its clients to the token service "${parameters.realm}": ${judgement.problem}.`,
      );
    }
    bearers.push({ kind: 'bearer', realm: judgement.url, service: parameters.service ?? '' });
  }
  const [bearer] = bearers;
  if (bearer !== undefined) return bearer;
  if (challenges.some(({ scheme }) => scheme === 'basic')) return { kind: 'basic' };
  throw new ActionError('REGISTRY_ANSWER', `${registry.host} asks for a login, but in no way that this action knows.`, {
    hint: 'Check that "image" names a registry: a registry must offer Basic or Bearer authentication.',
  });
}

/**
 * basicHeader is the credential as a Basic header; send it only over TLS or to this machine. Throws LOGIN_FAILED for a
 * token, which has no user name.
 */
export function basicHeader(credential: Credential): string {
  if ('password' in credential) {
    return `Basic ${Buffer.from(`${credential.username}:${credential.password.reveal()}`).toString('base64')}`;
  }
  throw new ActionError(
    'LOGIN_FAILED',
    'The registry asks for a user name and a password, but docker only has a token for it.',
    {
      hint: 'Set "username" and "password", or sign in to this registry with them before this step.',
    },
  );
}

/** wantsLogin is the error if a registry allows nobody to read without a login. */
export function wantsLogin({ host }: URL): ActionError {
  return new ActionError(
    'CREDENTIAL_MISSING',
    `${host} asks for a user name and a password, and there are none for it.`,
    {
      hint: `Write an entry for ${host} in "registry-auth", or sign in to it with docker before this step.`,
    },
  );
}

/** assertPrivate is the last check before a credential is sent: TLS, or this machine. */
export function assertPrivate(url: URL): void {
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw untrusted(`${url.host} does not use TLS, so no credential is sent to it.`);
  }
}
