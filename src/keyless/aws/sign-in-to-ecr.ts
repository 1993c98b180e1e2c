import type { HttpAnswer } from '../../http/http.ts';
import { repositoryName } from '../../image/reference.ts';
import { type Exchange, jsonOf } from '../exchange.ts';
import { type AwsIdentity, alsoMounting, type KeylessActions, type ShortLivedCredential } from '../keyless.ts';
import { type KnownRefusal, malformedAnswer, refusedExchange } from '../refused-exchange.ts';
import { assumeRole, type RoleSession, type SessionOf } from './assume-role.ts';
import { ecrHost } from './endpoints.ts';
import { saidByEcr } from './said-by-ecr.ts';
import { signedHeaders } from './signature.ts';

const WHO = 'Amazon ECR';

const KNOWN: readonly KnownRefusal[] = [
  {
    says: /Signature (?:expired|not yet current)|RequestExpired|RequestTimeTooSkewed/i,
    means: 'the clock of this runner is wrong',
    hint: 'Correct the clock of the runner: a signature is valid only for some minutes.',
  },
  {
    says: /ExpiredToken/,
    means: 'the keys of the role have expired',
    hint: 'Run the job again. If it fails again, check the clock of this runner.',
  },
  {
    // Or 403 without readable words.
    says: /AccessDenied|not authorized|^403 +$/,
    means: 'the role may not sign in to the registry',
    hint: 'Allow the role ecr:GetAuthorizationToken on "*" (for public.ecr.aws: ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken).',
  },
  {
    says: /UnrecognizedClient|InvalidClientTokenId|InvalidSignature/,
    means: 'the region does not know the keys of the role',
    hint: 'The role must be in the same partition as the registry (aws, aws-cn, aws-us-gov), and its account must have this region enabled.',
  },
];

/** What a session is for, for people. */
const WIDTHS: Readonly<Record<KeylessActions, (name: string) => string>> = {
  'pull,push': (name) => `pushing to ${name} and reading it back`,
  pull: (name) => `reading ${name}`,
  'pull,delete': (name) => `reading ${name} and deleting in it`,
};

/**
 * signInToEcr gets a password for a registry of Amazon ECR. It exchanges the job's token for a role, limited to one
 * purpose in this one repository, and the role's keys for the password (Amazon ECR API reference,
 * GetAuthorizationToken).
 */
export async function signInToEcr(
  exchange: Exchange,
  identity: AwsIdentity,
  given: SessionOf,
): Promise<ShortLivedCredential> {
  const session = await assumeRole(exchange, identity, given);
  const answer = await askForToken(exchange, identity, session);
  if (answer.status !== 200)
    throw refusedExchange(WHO, saidByEcr(answer), { known: KNOWN, claims: given.token.claims });
  const { authorizationData } = jsonOf(answer);
  const data: unknown = Array.isArray(authorizationData) ? authorizationData[0] : authorizationData;
  const { authorizationToken, expiresAt } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof authorizationToken !== 'string') throw malformedAnswer(WHO, 'it has no token');
  exchange.keep(WHO, authorizationToken);
  const [, username, password] = /^([^:]+):(.+)$/.exec(Buffer.from(authorizationToken, 'base64').toString()) ?? [];
  if (username !== 'AWS') throw malformedAnswer(WHO, 'its token is not a user and a password');
  return {
    username,
    password: exchange.keep(WHO, password, username),
    // It is not documented whether a password outlives the keys that created it.
    expiresAt: typeof expiresAt === 'number' ? Math.min(expiresAt * 1000, session.expiresAt) : session.expiresAt,
    kind: `a password of Amazon ECR for the role ${identity.roleArn}`,
    width: `${WIDTHS[given.actions](repositoryName(given.repository))}${alsoMounting(session.mountFrom)}, by a session policy`,
  };
}

function askForToken(exchange: Exchange, { ecr }: AwsIdentity, { keys }: RoleSession): Promise<HttpAnswer> {
  const [service, target] =
    ecr.kind === 'public' ? ['ecr-public', 'SpencerFrontendService'] : ['ecr', 'AmazonEC2ContainerRegistry_V20150921'];
  const url = new URL(`https://${ecrHost(ecr)}/`);
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `${target}.GetAuthorizationToken` };
  const unsigned = { method: 'POST', url, headers, body: '{}' } as const;
  const signed = signedHeaders(unsigned, { keys, service, region: ecr.region, date: exchange.now });
  return exchange.ask({ who: WHO, ...unsigned, headers: signed }, isBusy);
}

function isBusy(answer: HttpAnswer): boolean {
  return answer.status === 400 && /^Throttling|^RequestLimitExceeded/.test(saidByEcr(answer).code);
}
