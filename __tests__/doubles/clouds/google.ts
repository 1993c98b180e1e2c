import { randomBytes } from 'node:crypto';
import { type CloudAnswer, type CloudRequest, documentOf, json, must, type Service } from './clouds.ts';
import { type Distrust, judge } from './github-oidc.ts';

export type GoogleOptions = {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly provider: string;
  /** What the provider's attribute condition lets in. */
  readonly subject: RegExp;
  readonly audience?: string;
  /** The account that the pool's principals may act as. */
  readonly serviceAccount?: string;
};

const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

const REFUSALS: Readonly<Record<Distrust, readonly [error: string, description: string]>> = {
  signature: ['invalid_grant', 'Invalid JWT Signature.'],
  issuer: ['invalid_grant', 'The issuer in ID Token https://other does not match the expected ones.'],
  audience: ['invalid_grant', 'The audience in ID Token [other] does not match the expected audience.'],
  expired: ['invalid_grant', 'ID Token issued at 1 is stale to sign-in.'],
  subject: ['unauthorized_client', 'The given credential is rejected by the attribute condition.'],
};

/** Google's STS (v1, method token) and IAM Service Account Credentials API (v1, generateAccessToken). */
export class Google {
  readonly federated: string[] = [];
  readonly impersonated: string[] = [];
  readonly #options: GoogleOptions;

  constructor(options: GoogleOptions) {
    this.#options = options;
  }

  readonly service: Service = {
    serves: (host) => host === 'sts.googleapis.com' || host === 'iamcredentials.googleapis.com',
    answer: (request) => {
      must('method', request.method, 'POST');
      return request.host === 'sts.googleapis.com' ? this.#exchange(request) : this.#impersonate(request);
    },
  };

  #exchange(request: CloudRequest): CloudAnswer {
    must('path', request.path, '/v1/token');
    // "Do not send the Authorization HTTP header."
    must('authorization', request.headers.authorization, undefined);
    const fields = documentOf(request, [
      'audience',
      'grantType',
      'requestedTokenType',
      'scope',
      'subjectTokenType',
      'subjectToken',
    ]);
    must('grantType', fields.grantType, 'urn:ietf:params:oauth:grant-type:token-exchange');
    must('requestedTokenType', fields.requestedTokenType, 'urn:ietf:params:oauth:token-type:access_token');
    must('subjectTokenType', fields.subjectTokenType, 'urn:ietf:params:oauth:token-type:jwt');
    must('scope', fields.scope, SCOPE);
    const { now, provider, subject, audience = `https://iam.googleapis.com/${provider}` } = this.#options;
    const refuse = (error: string, error_description: string) => json(400, { error, error_description });
    if (fields.audience !== `//iam.googleapis.com/${provider}`) {
      return refuse(
        'invalid_target',
        'The target service indicated by the "audience" parameters is invalid. This might either be because the pool or provider is disabled or deleted or because it doesn\'t exist.',
      );
    }
    const distrust = judge(String(fields.subjectToken), { audience, subject, now: now() / 1000 });
    if (distrust !== undefined) return refuse(...REFUSALS[distrust]);
    const token = `ya29.d.${randomBytes(60).toString('base64url')}`;
    this.federated.push(token);
    return json(200, {
      access_token: token,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: 600,
    });
  }

  #impersonate(request: CloudRequest): CloudAnswer {
    const { serviceAccount = 'nobody', now } = this.#options;
    const error = (code: number, status: string, message: string) => json(code, { error: { code, status, message } });
    if (!this.federated.some((token) => request.headers.authorization === `Bearer ${token}`)) {
      return error(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
    }
    const fields = documentOf(request, ['scope', 'lifetime']);
    must('scope', JSON.stringify(fields.scope), JSON.stringify([SCOPE]));
    must('lifetime', fields.lifetime, '3600s');
    if (request.path !== `/v1/projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`) {
      return error(
        403,
        'PERMISSION_DENIED',
        "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist).",
      );
    }
    const token = `ya29.c.${randomBytes(60).toString('base64url')}`;
    this.impersonated.push(token);
    return json(200, { accessToken: token, expireTime: new Date(now() + 3600_000).toISOString() });
  }
}
