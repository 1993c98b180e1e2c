/**
 * An issuer of identity tokens as GitHub Actions has one, and the address at which its runner lets a job ask for one: for
 * a Fulcio of our own, which trusts it.
 *
 *     node oidc-issuer.ts ADDRESS PORT
 *
 * A job asks at `/token?claims=…` (base64url of JSON): what the token is to say of the job besides the usual.
 */
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';

/** What a token of GitHub says of a run on the default branch of a public repository. */
export const USUAL_CLAIMS = {
  repository: 'octo-org/app',
  repository_id: '74',
  repository_owner: 'octo-org',
  repository_owner_id: '65',
  repository_visibility: 'public',
  event_name: 'push',
  ref: 'refs/heads/main',
  ref_type: 'branch',
  sha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
  workflow: 'publish',
  workflow_ref: 'octo-org/app/.github/workflows/publish.yml@refs/heads/main',
  workflow_sha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
  job_workflow_ref: 'octo-org/app/.github/workflows/publish.yml@refs/heads/main',
  job_workflow_sha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
  run_id: '19000000001',
  run_number: '7',
  run_attempt: '1',
  runner_environment: 'github-hosted',
} as const;

/** What the runner shows to be given a token. */
export const REQUEST_TOKEN = 'request-token-of-the-runner';

/** Serves it until the process ends. */
function serve(address: string, port: number): void {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify(jwk)).digest('hex').slice(0, 16);
  const issuer = `http://${address}:${port}`;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const tokenFor = (audience: string, claims: object) => {
    const now = Math.floor(Date.now() / 1000);
    const times = { iat: now, nbf: now - 5, exp: now + 300, jti: randomUUID() };
    const all: Record<string, unknown> = { ...USUAL_CLAIMS, ...claims, iss: issuer, aud: audience, ...times };
    const text = `${part({ alg: 'ES256', typ: 'JWT', kid })}.${part({ sub: `repo:${all.repository}:ref:${all.ref}`, ...all })}`;
    return `${text}.${sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
  createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const answer = (status: number, body: object) => {
      process.stdout.write(`${request.method} ${url.pathname} ${status}\n`);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return answer(200, {
          issuer,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ['id_token'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['ES256'],
        });
      case '/jwks':
        return answer(200, { keys: [{ ...jwk, kid, alg: 'ES256', use: 'sig' }] });
      case '/token': {
        if (request.headers.authorization !== `Bearer ${REQUEST_TOKEN}`) return answer(401, { message: 'no token' });
        const claims = Buffer.from(url.searchParams.get('claims') ?? '', 'base64url').toString() || '{}';
        return answer(200, { value: tokenFor(url.searchParams.get('audience') ?? 'none', JSON.parse(claims)) });
      }
      default:
        return answer(404, { message: 'not found' });
    }
  }).listen(port, address, () => process.stdout.write(`listening on ${issuer}\n`));
}

const [, program, address, port] = process.argv;
if (program?.endsWith('oidc-issuer.ts') && address !== undefined) serve(address, Number(port));
