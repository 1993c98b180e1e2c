import { type CloudAnswer, type CloudRequest, fieldsOf, json, must, type Service } from './clouds.ts';
import { type Distrust, judge, signed } from './github-oidc.ts';

export type AzureOptions = {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly registry: string;
  readonly tenantId: string;
  readonly clientId: string;
  /** The subject of the federated credential. */
  readonly subject: RegExp;
  readonly authority?: string;
  readonly audience?: string;
  /** What the identity may do in every repository. */
  readonly actions?: readonly string[];
  /** Whether a login may show an access token as its password; by default it may. */
  readonly takesAccessTokens?: boolean;
  /** What a request for another repository besides the first gets: it is granted, left out, or the whole is refused. */
  readonly others?: 'granted' | 'left-out' | 'refused';
};

/** What Entra ID answers (learn.microsoft.com, "Microsoft Entra authentication and authorization error codes"). */
const REFUSALS: Readonly<Record<Distrust, string>> = {
  signature: 'AADSTS50027: JWT token is invalid or malformed.',
  issuer: "AADSTS700211: No matching federated identity record found for presented assertion issuer 'https://other'.",
  audience: "AADSTS700212: No matching federated identity record found for presented assertion audience 'other'.",
  expired: 'AADSTS700024: Client assertion is not within its valid time range.',
  subject: "AADSTS700213: No matching federated identity record found for presented assertion subject 'x'.",
};

/** Entra ID's token endpoint and one registry, as far as a login goes (Azure/acr, `docs/AAD-OAuth.md`). */
export class Azure {
  readonly #options: AzureOptions;
  /** Tokens that were given out, by what they are. */
  readonly given: { entra: string[]; refresh: string[]; access: string[] } = { entra: [], refresh: [], access: [] };

  constructor(options: AzureOptions) {
    this.#options = options;
  }

  readonly service: Service = {
    serves: (host) =>
      host === (this.#options.authority ?? 'login.microsoftonline.com') || host === this.#options.registry,
    answer: (request) => {
      if (request.method === 'GET') return this.#login(request);
      must('method', request.method, 'POST');
      must('authorization', request.headers.authorization, undefined);
      if (request.host !== this.#options.registry) return this.#entra(request);
      return request.path === '/oauth2/exchange' ? this.#exchange(request) : this.#token(request);
    },
  };

  #entra(request: CloudRequest): CloudAnswer {
    const { now, tenantId, clientId, subject, audience = 'api://AzureADTokenExchange' } = this.#options;
    const fields = fieldsOf(request, ['client_id', 'grant_type', 'client_assertion_type', 'client_assertion', 'scope']);
    must('grant_type', fields.grant_type, 'client_credentials');
    must(
      'client_assertion_type',
      fields.client_assertion_type,
      'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    );
    must('scope', fields.scope, 'https://containerregistry.azure.net/.default');
    const oauth = (error: string, error_description: string) =>
      json(error === 'invalid_client' ? 401 : 400, { error, error_description, error_codes: [1] });
    if (request.path !== `/${tenantId}/oauth2/v2.0/token`)
      return oauth('invalid_request', `AADSTS90002: Tenant '${request.path}' not found.`);
    if (fields.client_id !== clientId)
      return oauth(
        'unauthorized_client',
        "AADSTS700016: Application with identifier 'x' was not found in the directory.",
      );
    const distrust = judge(fields.client_assertion ?? '', { audience, subject, now: now() / 1000 });
    if (distrust !== undefined) return oauth('invalid_client', `${REFUSALS[distrust]} Trace ID: 1`);
    const token = signed({
      iss: 'https://sts.windows.net/',
      aud: 'https://containerregistry.azure.net',
      exp: now() / 1000 + 3600,
      n: this.given.entra.length,
    });
    this.given.entra.push(token);
    return json(200, { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token });
  }

  /** What docker asks with its password, and our own client after it. */
  #login({ host, path, query, headers }: CloudRequest): CloudAnswer {
    must('host', host, this.#options.registry);
    must('path', path, '/oauth2/token');
    must('service', query.get('service'), this.#options.registry);
    const [, user, password = ''] = /^([^:]*):(.*)$/.exec(basic(headers.authorization)) ?? [];
    must('user', user, '00000000-0000-0000-0000-000000000000');
    const isTaken = this.#options.takesAccessTokens !== false && this.given.access.includes(password);
    if (!isTaken && !this.given.refresh.includes(password)) return denied();
    return this.#grant(query.getAll('scope'));
  }

  #exchange(request: CloudRequest): CloudAnswer {
    const fields = fieldsOf(request, ['grant_type', 'service', 'tenant', 'access_token']);
    must('grant_type', fields.grant_type, 'access_token');
    must('service', fields.service, this.#options.registry);
    must('tenant', fields.tenant, this.#options.tenantId);
    if (!this.given.entra.includes(fields.access_token ?? '')) return denied();
    if (this.#options.actions?.length === 0) return denied();
    const token = signed({
      iss: 'Azure Container Registry',
      grant_type: 'refresh_token',
      exp: this.#options.now() / 1000 + 3 * 3600,
    });
    this.given.refresh.push(token);
    return json(200, { refresh_token: token });
  }

  #token(request: CloudRequest): CloudAnswer {
    must('path', request.path, '/oauth2/token');
    const fields = fieldsOf(request, ['grant_type', 'service', 'scope', 'refresh_token']);
    must('grant_type', fields.grant_type, 'refresh_token');
    must('service', fields.service, this.#options.registry);
    if (!this.given.refresh.includes(fields.refresh_token ?? '')) return denied();
    return this.#grant((fields.scope ?? '').split(' '));
  }

  #grant([own = '', ...more]: readonly string[]): CloudAnswer {
    must('scope', own, /^repository:[^:]+:pull(?:,push)?$/);
    for (const scope of more) must('scope', scope, /^repository:[^:]+:pull$/);
    const { now, actions = ['pull', 'push', 'delete'], others = 'granted' } = this.#options;
    if (more.length > 0 && others === 'refused') return denied();
    const access = [own, ...(others === 'granted' ? more : [])].map((scope) => {
      const [, name = '', asked = ''] = /^repository:([^:]+):([a-z,]+)$/.exec(scope) ?? [];
      return { type: 'repository', name, actions: asked.split(',').filter((action) => actions.includes(action)) };
    });
    const token = signed({
      iss: 'Azure Container Registry',
      grant_type: 'access_token',
      exp: now() / 1000 + 4500,
      access,
    });
    this.given.access.push(token);
    return json(200, { access_token: token });
  }
}

function denied(): CloudAnswer {
  return json(401, {
    errors: [
      { code: 'UNAUTHORIZED', message: 'authentication required, visit https://aka.ms/acr/authorization', detail: [] },
    ],
  });
}

function basic(header = ''): string {
  return Buffer.from(header.replace(/^Basic /, ''), 'base64').toString();
}
