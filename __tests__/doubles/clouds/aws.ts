import { createHash, createHmac, randomBytes } from 'node:crypto';
import { type CloudAnswer, type CloudRequest, fieldsOf, json, must, type Service } from './clouds.ts';
import type { EcrImages } from './ecr-images.ts';
import { type Distrust, judge } from './github-oidc.ts';

export type AwsOptions = {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** The roles that there are, with the subjects that their trust policies name. */
  readonly roles: Readonly<Record<string, RegExp>>;
  readonly audience?: string;
  /** What `docker login` gets. */
  readonly password?: string;
  /** What ECR has, beside logins. */
  readonly images?: EcrImages;
};

type Session = {
  readonly secret: string;
  readonly token: string;
  readonly policy: SessionPolicy;
  readonly region: string;
};
export type SessionPolicy = {
  readonly Version: string;
  readonly Statement: readonly {
    readonly Effect: string;
    readonly Action: readonly string[];
    readonly Resource: string | readonly string[];
  }[];
};

const STS = /^sts(?:-fips)?\.([a-z]+(?:-[a-z]+)+-\d)\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/;
const ECR = /^(?:api\.)?(ecr|ecr-public)(?:-fips)?\.([a-z]+(?:-[a-z]+)+-\d)\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/;
const TARGETS: Readonly<Record<string, string>> = {
  ecr: 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken',
  'ecr-public': 'SpencerFrontendService.GetAuthorizationToken',
};

/**
 * AWS as far as a login goes: STS takes web identities (API version 2011-06-15), ECR and ECR Public give authorization
 * tokens for requests whose signature they verify, if the session policy allows it.
 */
export class Aws {
  readonly password: string;
  /** The policies that sessions were narrowed with. */
  readonly policies: SessionPolicy[] = [];
  readonly sessionNames: string[] = [];
  readonly #options: AwsOptions;
  readonly #sessions = new Map<string, Session>();

  constructor(options: AwsOptions) {
    this.#options = options;
    this.password =
      options.password ??
      Buffer.from(JSON.stringify({ payload: randomBytes(900).toString('base64') })).toString('base64');
  }

  readonly sts: Service = { serves: (host) => STS.test(host), answer: (request) => this.#assumeRole(request) };
  readonly ecr: Service = { serves: (host) => ECR.test(host), answer: (request) => this.#authorize(request) };

  #assumeRole(request: CloudRequest): CloudAnswer {
    const [, region = ''] = STS.exec(request.host) ?? [];
    must('method', request.method, 'POST');
    must('path', request.path, '/');
    must('authorization', request.headers.authorization, undefined);
    const fields = fieldsOf(request, [
      'Action',
      'Version',
      'RoleArn',
      'RoleSessionName',
      'WebIdentityToken',
      'DurationSeconds',
      'Policy',
    ]);
    must('Action', fields.Action, 'AssumeRoleWithWebIdentity');
    must('Version', fields.Version, '2011-06-15');
    must('RoleSessionName', fields.RoleSessionName, /^[\w+=,.@-]{2,64}$/);
    must('DurationSeconds', Number(fields.DurationSeconds) >= 900 && Number(fields.DurationSeconds) <= 3600, true);
    must('Policy', fields.Policy, /^[\s\S]{1,2048}$/);
    const policy = JSON.parse(fields.Policy ?? '') as SessionPolicy;
    must('Policy.Version', policy.Version, '2012-10-17');

    const { now, roles, audience = 'sts.amazonaws.com' } = this.#options;
    const subject = roles[fields.RoleArn ?? ''] ?? /^(?!)/;
    const distrust = judge(fields.WebIdentityToken ?? '', { audience, subject, now: now() / 1000 });
    if (distrust !== undefined) return refusals[distrust];

    this.policies.push(policy);
    this.sessionNames.push(fields.RoleSessionName ?? '');
    const id = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
    const secret = randomBytes(30).toString('base64');
    const token = randomBytes(300).toString('base64');
    this.#sessions.set(id, { secret, token, policy, region });
    const until = new Date(now() + Number(fields.DurationSeconds) * 1000).toISOString();
    return xml(
      200,
      `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult>
        <SubjectFromWebIdentityToken>someone</SubjectFromWebIdentityToken><Audience>${audience}</Audience>
        <AssumedRoleUser><Arn>${fields.RoleArn}/x</Arn><AssumedRoleId>AROA:x</AssumedRoleId></AssumedRoleUser>
        <Credentials><AccessKeyId>${id}</AccessKeyId><SecretAccessKey>${secret}</SecretAccessKey>
        <SessionToken>${token}</SessionToken><Expiration>${until}</Expiration></Credentials>
        <PackedPolicySize>6</PackedPolicySize></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`,
    );
  }

  #authorize(request: CloudRequest): CloudAnswer {
    const [, service = '', region = ''] = ECR.exec(request.host) ?? [];
    must('method', request.method, 'POST');
    must('path', request.path, '/');
    must('content-type', request.headers['content-type'], 'application/x-amz-json-1.1');
    const target = request.headers['x-amz-target'] ?? '';
    const operation = target.split('.')[1] ?? '';
    const isLogin = operation === 'GetAuthorizationToken';
    if (isLogin) must('body', request.body, '{}');
    must('x-amz-target', target, (TARGETS[service] ?? '').replace('GetAuthorizationToken', operation));
    const [, id = ''] = /Credential=([^/]+)\//.exec(request.headers.authorization ?? '') ?? [];
    const session = this.#sessions.get(id);
    if (session === undefined || session.region !== region)
      return awsError('UnrecognizedClientException', 'The security token included in the request is invalid.');
    const problem = judgeSignature(request, { session, service, region, now: this.#options.now() });
    if (problem !== undefined) return awsError('InvalidSignatureException', problem, 403);
    if (!isLogin) return this.#answerOf(request, session.policy, `${service}:${operation}`);
    const action = `${service}:GetAuthorizationToken`;
    const wanted = service === 'ecr' ? [action] : [action, 'sts:GetServiceBearerToken'];
    const may = session.policy.Statement.filter(
      ({ Effect, Resource }) => Effect === 'Allow' && Resource === '*',
    ).flatMap(({ Action }) => Action);
    if (!wanted.every((each) => may.includes(each)))
      return awsError('AccessDeniedException', `not authorized to perform: ${action} on resource: *`);
    const data = {
      authorizationToken: Buffer.from(`AWS:${this.password}`).toString('base64'),
      expiresAt: this.#options.now() / 1000 + 12 * 3600,
    };
    const registry = { ...data, proxyEndpoint: `https://123456789012.dkr.ecr.${region}.amazonaws.com` };
    return json(
      200,
      { authorizationData: service === 'ecr' ? [registry] : data },
      { 'content-type': 'application/x-amz-json-1.1' },
    );
  }

  #answerOf({ body }: CloudRequest, { Statement }: SessionPolicy, action: string): CloudAnswer {
    const { repositoryName } = JSON.parse(body);
    const isAllowed = Statement.some(
      ({ Action, Resource }) =>
        Action.includes(action) && [Resource].flat().some((each) => each.endsWith(`:repository/${repositoryName}`)),
    );
    if (!isAllowed) return awsError('AccessDeniedException', `not authorized to perform: ${action}`);
    const { images } = this.#options;
    if (images === undefined) throw new Error('this registry has no images');
    return images.answer(action.split(':')[1] ?? '', body);
  }
}

type Signed = { readonly session: Session; readonly service: string; readonly region: string; readonly now: number };

/** What is wrong with a signature, computed from what arrived (IAM user guide, "AWS Signature Version 4"). */
function judgeSignature(request: CloudRequest, { session, service, region, now }: Signed): string | undefined {
  const { headers } = request;
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (match === null) return 'The Authorization header is not of the form.';
  const [, , day = '', inRegion = '', forService = '', names = '', signature = ''] = match;
  if (inRegion !== region || forService !== service) return `Credential should be scoped to ${region}/${service}.`;
  const date = headers['x-amz-date'] ?? '';
  if (!date.startsWith(day))
    return 'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP';
  const at = Date.parse(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(at - now) <= 5 * 60_000)) return `Signature expired: ${date} is now earlier than ${now}`;
  if (headers['x-amz-security-token'] !== session.token) return 'The security token is another.';
  const signedNames = names.split(';');
  for (const name of ['host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target', 'content-type']) {
    if (!signedNames.includes(name)) return `'${name}' must be a signed header.`;
  }
  let canonical = `${request.method}\n${request.path}\n${request.query}\n`;
  for (const name of signedNames) canonical += `${name}:${name === 'host' ? request.host : headers[name]}\n`;
  canonical += `\n${names}\n${createHash('sha256').update(request.body).digest('hex')}`;
  const toSign = `AWS4-HMAC-SHA256\n${date}\n${day}/${region}/${service}/aws4_request\n${createHash('sha256').update(canonical).digest('hex')}`;
  let key: Buffer = Buffer.from(`AWS4${session.secret}`);
  for (const part of [day, region, service, 'aws4_request']) key = createHmac('sha256', key).update(part).digest();
  const right = createHmac('sha256', key).update(toSign).digest('hex');
  return right === signature
    ? undefined
    : 'The request signature we calculated does not match the signature you provided.';
}

function stsError(status: number, code: string, message: string): CloudAnswer {
  return xml(
    status,
    `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code>` +
      `<Message>${message}</Message></Error><RequestId>01234567-89ab-cdef</RequestId></ErrorResponse>`,
  );
}

const refusals: Readonly<Record<Distrust, CloudAnswer>> = {
  signature: stsError(400, 'InvalidIdentityToken', "Couldn't retrieve verification key from your identity provider"),
  issuer: stsError(400, 'InvalidIdentityToken', 'No OpenIDConnect provider found in your account for https://other'),
  audience: stsError(400, 'InvalidIdentityToken', 'Incorrect token audience'),
  expired: stsError(
    400,
    'ExpiredTokenException',
    'Token expired: current date/time must be before the expiration date/time',
  ),
  subject: stsError(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'),
};

function awsError(type: string, message: string, status = 400): CloudAnswer {
  return json(status, { __type: type, message }, { 'content-type': 'application/x-amz-json-1.1' });
}

function xml(status: number, body: string): CloudAnswer {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}
