import { type CloudAnswer, type CloudRequest, fieldsOf, json, must, type Service } from './clouds.ts';
import { type Distrust, judge, signed } from './github-oidc.ts';

export type DockerHubOptions = {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly connectionId: string;
  /** The subjects in the rules of the connection. */
  readonly subject: RegExp;
};

/** Docker Hub documents no words for these. */
const REFUSALS: Readonly<Record<Distrust, readonly [status: number, message: string]>> = {
  signature: [401, 'invalid subject token'],
  issuer: [401, 'invalid issuer'],
  audience: [401, 'invalid audience'],
  expired: [401, 'subject token is expired'],
  subject: [403, 'no ruleset matches the token'],
};

/** Docker's identity service, as docker/login-action calls it. */
export class DockerHub {
  readonly given: string[] = [];
  readonly #options: DockerHubOptions;

  constructor(options: DockerHubOptions) {
    this.#options = options;
  }

  readonly service: Service = {
    serves: (host) => host === 'identity.docker.com',
    answer: (request) => this.#token(request),
  };

  #token(request: CloudRequest): CloudAnswer {
    must('method', request.method, 'POST');
    must('path', request.path, '/oauth/token');
    must('authorization', request.headers.authorization, undefined);
    const fields = fieldsOf(request, [
      'grant_type',
      'subject_token_type',
      'subject_token',
      'connection_id',
      'expires_in',
    ]);
    must('grant_type', fields.grant_type, 'urn:ietf:params:oauth:grant-type:token-exchange');
    must('subject_token_type', fields.subject_token_type, 'urn:ietf:params:oauth:token-type:id_token');
    must('expires_in', Number(fields.expires_in) >= 300 && Number(fields.expires_in) <= 3600, true);
    const { now, connectionId, subject } = this.#options;
    if (fields.connection_id !== connectionId) return json(404, { message: 'not found' });
    const trust = { audience: 'https://identity.docker.com', subject, now: now() / 1000 };
    const distrust = judge(fields.subject_token ?? '', trust);
    if (distrust !== undefined) {
      const [status, message] = REFUSALS[distrust];
      return json(status, { message });
    }
    const token = signed({ iss: 'https://identity.docker.com', n: this.given.length });
    this.given.push(token);
    return json(200, { access_token: token });
  }
}
