import type { HttpAnswer } from '../../http/http.ts';
import type { Exchange } from '../exchange.ts';
import type { JobToken } from '../job-token.ts';
import type { AwsIdentity } from '../keyless.ts';
import { type KnownRefusal, malformedAnswer, refusedExchange, type Said } from '../refused-exchange.ts';
import { stsHost } from './endpoints.ts';
import { nameable, type SessionScope, sessionPolicy } from './session-policy.ts';
import type { AwsKeys } from './signature.ts';

const WHO = 'Amazon STS';
/** Every role allows an hour, and longer only if it is set up so. In seconds. */
const SESSION = 3600;

const KNOWN: readonly KnownRefusal[] = [
  {
    says: /audience/i,
    means: 'the token is for another audience',
    hint: 'Compare the audience (client ID) of the identity provider in IAM with aud; "audience" in "identity" sets aud.',
  },
  {
    says: /ExpiredToken/,
    means: 'the token has expired',
    hint: 'Run the job again. If it fails again, the clock of this runner is wrong, or STS could not be reached for some minutes.',
  },
  {
    says: /No OpenIDConnect provider|InvalidIdentityToken|IDPRejectedClaim/,
    means: 'the account of the role does not accept tokens of this issuer',
    hint: 'In IAM of that account, create an identity provider whose URL is iss, "https://token.actions.githubusercontent.com".',
  },
  {
    says: /AccessDenied/,
    means: 'this job may not use the role, or the role does not exist',
    hint: 'Compare the conditions of the role\'s trust policy ("token.actions.githubusercontent.com:sub" and ":aud") with sub and aud, and check "role-to-assume".',
    isAboutSubject: true,
  },
  {
    says: /RegionDisabled/,
    means: 'STS is disabled in this region',
    hint: 'Activate STS for the region of the registry in the account settings of IAM.',
  },
  {
    says: /MalformedPolicyDocument|PackedPolicyTooLarge/,
    means: 'the session policy for this repository is rejected',
    hint: "Shorten the repository's name, or the tags and policies that the trust of the role adds to a session.",
  },
];

/** What a session of a role is for, and its name. */
export type SessionOf = SessionScope & { readonly token: JobToken; readonly sessionName: string };

/** What a role gives. */
export type RoleSession = {
  readonly keys: AwsKeys;
  /** When the keys expire, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** The repositories of `mountFrom` that the session may mount layers from, as far as the role allows it. */
  readonly mountFrom: readonly string[];
};

/**
 * assumeRole asks STS for keys of the role (AWS STS API reference, AssumeRoleWithWebIdentity), limited to the
 * repository. Nothing is signed: the job's token is what counts.
 */
export async function assumeRole(
  exchange: Exchange,
  { roleArn, ecr }: AwsIdentity,
  given: SessionOf,
): Promise<RoleSession> {
  const fields = {
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: roleArn,
    RoleSessionName: given.sessionName,
    WebIdentityToken: given.token.secret.reveal(),
    DurationSeconds: String(SESSION),
  };
  const url = new URL(`https://${stsHost(ecr)}/`);
  const headers = { accept: 'application/xml' };
  const ask = (mountFrom: readonly string[]) => {
    const Policy = sessionPolicy(ecr, { ...given, mountFrom });
    return exchange.form({ who: WHO, url, headers, fields: { ...fields, Policy } }, isBusy);
  };
  let mountFrom = nameable(ecr, given);
  let answer = await ask(mountFrom);
  if (mountFrom.length > 0 && isTooLarge(answer)) {
    mountFrom = [];
    answer = await ask(mountFrom);
  }
  if (answer.status !== 200) {
    throw refusedExchange(WHO, saidInXml(answer), { known: KNOWN, claims: given.token.claims });
  }
  const text = textOf(answer);
  const expiresAt = Date.parse(element(text, 'Expiration'));
  if (Number.isNaN(expiresAt)) throw malformedAnswer(WHO, 'it does not say when the keys expire');
  const keys = {
    accessKeyId: element(text, 'AccessKeyId'),
    secretAccessKey: exchange.keep(WHO, element(text, 'SecretAccessKey')).reveal(),
    sessionToken: exchange.keep(WHO, element(text, 'SessionToken')).reveal(),
  };
  // The id is no secret, but it becomes part of a header.
  if (!/^\w{16,128}$/.test(keys.accessKeyId)) throw malformedAnswer(WHO, 'it has no keys');
  return { keys, expiresAt, mountFrom };
}

/** STS packs a policy together with the tags of the session: that size has another limit, and only STS knows it. */
function isTooLarge(answer: HttpAnswer): boolean {
  return answer.status === 400 && saidInXml(answer).code.startsWith('PackedPolicyTooLarge');
}

/** STS answers with status 400 if it is too busy, or could not fetch GitHub's keys. */
function isBusy(answer: HttpAnswer): boolean {
  return answer.status === 400 && /^(?:Throttling|IDPCommunicationError)/.test(saidInXml(answer).code);
}

function saidInXml(answer: HttpAnswer): Said {
  const text = textOf(answer);
  return { status: answer.status, code: element(text, 'Code'), message: element(text, 'Message') };
}

function textOf({ body }: HttpAnswer): string {
  return new TextDecoder().decode(body);
}

/**
 * The text of the first element with this name. In answers of the query protocol, these elements have no attributes.
 */
function element(xml: string, name: string): string {
  const [, text = ''] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml) ?? [];
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => entities[entity] ?? '').trim();
}
