/**
 * A token service for a registry with token authentication, as the distribution project specifies it: one realm,
 * users with access rules, and tokens that grant the intersection of what was asked and what the user may do.
 *
 *     node token-server.ts CONFIG.json
 */
import { createPrivateKey, createSign, randomUUID, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';

type Access = { type: string; name: string; actions: string[] };
type User = { password: string; access: { scope: string; actions: string[] }[] };
type Config = {
  address: string;
  port: number;
  certificate: string;
  key: string;
  issuer: string;
  signer: { certificate: string; key: string };
  users: Record<string, User>;
};

const lifetime = 300;

function credentialOf(request: IncomingMessage): { name: string; password: string } | undefined {
  const [scheme, encoded] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic' || encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString();
  const colon = decoded.indexOf(':');
  return colon < 0 ? undefined : { name: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

/** A name may hold colons (a host with a port), so a scope is cut at its first and its last one. */
function parseScope(scope: string): Access | undefined {
  const first = scope.indexOf(':');
  const last = scope.lastIndexOf(':');
  if (first < 1 || last <= first) return undefined;
  return { type: scope.slice(0, first), name: scope.slice(first + 1, last), actions: scope.slice(last + 1).split(',') };
}

/** Nothing granted is an empty list, which the specification does not count as an error. */
function grant(asked: Access, user: User | undefined): Access {
  const rules = user?.access.filter(({ scope }) => scope === '*' || scope === `${asked.type}:${asked.name}`) ?? [];
  const may = (action: string) => rules.some(({ actions }) => actions.includes('*') || actions.includes(action));
  return { ...asked, actions: asked.actions.filter(may) };
}

function sign(claims: object, signer: { certificate: X509Certificate; key: string }): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = { typ: 'JWT', alg: 'RS256', x5c: [signer.certificate.raw.toString('base64')] };
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(createPrivateKey(signer.key), 'base64url')}`;
}

function serve(config: Config): void {
  const signer = {
    certificate: new X509Certificate(readFileSync(config.signer.certificate)),
    key: readFileSync(config.signer.key, 'utf8'),
  };
  const tls = { cert: readFileSync(config.certificate), key: readFileSync(config.key) };

  createServer(tls, (request, response) => {
    const url = new URL(request.url ?? '/', `https://${config.address}`);
    const answer = (status: number, body: object) => {
      process.stdout.write(`${request.method} ${url.pathname}${url.search} ${status}\n`);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (url.pathname !== '/token') return answer(404, { details: 'not found' });
    // Clients that try the OAuth 2 form first fall back to GET on this.
    if (request.method !== 'GET') return answer(405, { details: 'only GET' });

    const credential = credentialOf(request);
    const user = credential && config.users[credential.name];
    const anonymous = request.headers.authorization === undefined;
    if (!anonymous && (user === undefined || user.password !== credential?.password)) {
      return answer(401, { details: 'incorrect username or password' });
    }

    const scopes = url.searchParams.getAll('scope').flatMap((scope) => scope.split(' '));
    const asked = scopes.map(parseScope).filter((access) => access !== undefined);
    const now = Math.floor(Date.now() / 1000);
    const token = sign(
      {
        iss: config.issuer,
        sub: credential?.name ?? '',
        aud: url.searchParams.get('service') ?? '',
        exp: now + lifetime,
        nbf: now - 10,
        iat: now,
        jti: randomUUID(),
        access: asked.map((access) => grant(access, user)),
      },
      signer,
    );
    return answer(200, {
      token,
      access_token: token,
      expires_in: lifetime,
      issued_at: new Date(now * 1000).toISOString(),
    });
  }).listen(config.port, config.address);
}

serve(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Config);
