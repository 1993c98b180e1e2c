import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { type CloudAnswer, type CloudRequest, json, must, type Service } from './clouds.ts';

export const ISSUER = 'https://token.actions.githubusercontent.com';
const HOST = 'run-actions-1.actions.githubusercontent.com';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** What the job says of itself, as the two forms of a subject have it. */
export const CLAIMS = {
  iss: ISSUER,
  sub: 'repo:octocat/app:ref:refs/heads/main',
  ref: 'refs/heads/main',
  repository: 'octocat/app',
  repository_id: '1296269',
  repository_owner: 'octocat',
  repository_owner_id: '583231',
  job_workflow_ref: 'octocat/app/.github/workflows/publish.yml@refs/heads/main',
};
export const SUBJECT_WITH_IDS = 'repo:octocat@583231/app@1296269:ref:refs/heads/main';

/** A token that claims this, signed as GitHub signs its own (RS256). */
export function signed(claims: Readonly<Record<string, unknown>>, key: KeyObject = privateKey): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ alg: 'RS256', typ: 'JWT', kid: 'one' })}.${part(claims)}`;
  return `${head}.${sign('sha256', Buffer.from(head), key).toString('base64url')}`;
}

/** Why a relying party does not take a token. */
export type Distrust = 'signature' | 'issuer' | 'audience' | 'expired' | 'subject';

/** What a relying party asks of a token. */
export type Trust = { readonly audience: string; readonly subject: RegExp /** In seconds. */; readonly now: number };

/** judge is what each cloud does with the job's token: it verifies the signature and compares the claims. */
export function judge(token: string, { audience, subject, now }: Trust): Distrust | undefined {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const isGitHubs = verify(
    'sha256',
    Buffer.from(`${head}.${payload}`),
    createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })),
    Buffer.from(signature, 'base64url'),
  );
  if (!isGitHubs) return 'signature';
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  if (claims.iss !== ISSUER) return 'issuer';
  if (claims.aud !== audience) return 'audience';
  if (Number(claims.exp) <= now || Number(claims.nbf) > now) return 'expired';
  return subject.test(String(claims.sub)) ? undefined : 'subject';
}

export type OidcOptions = {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** Instead of, or besides, what the job claims. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** What the job's request must show. */
  readonly requestToken?: string;
};

/** GitHub's OIDC endpoint of one job, with the environment that leads there. */
export function githubOidc({ now, claims, requestToken = 'request-token-of-the-job' }: OidcOptions): {
  readonly service: Service;
  readonly environment: NodeJS.ProcessEnv;
  /** Every token that was given out. */
  readonly issued: string[];
} {
  const issued: string[] = [];
  const answer = ({ method, path, query, headers, body }: CloudRequest): CloudAnswer => {
    must('method', method, 'GET');
    must('path', path, '/4/idtoken/1/2');
    must('api-version', query.get('api-version'), '2.0');
    must('body', body, '');
    if (headers.authorization !== `Bearer ${requestToken}`) return json(401, { message: 'Unauthorized' });
    const seconds = Math.floor(now() / 1000);
    const times = { iat: seconds, nbf: seconds - 300, exp: seconds + 300 };
    const token = signed({ ...CLAIMS, aud: query.get('audience') ?? '', jti: `${issued.length}`, ...times, ...claims });
    issued.push(token);
    return json(200, { value: token, count: token.length });
  };
  return {
    service: { serves: (host) => host === HOST, answer },
    environment: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `https://${HOST}/4/idtoken/1/2?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
      GITHUB_RUN_ID: '30433642',
    },
    issued,
  };
}
