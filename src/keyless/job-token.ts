import { ActionError } from '../errors.ts';
import { isOfGitea, type Server } from '../run/server.ts';
import type { Secret } from '../secret/secret.ts';
import { type Claims, readClaims } from './claims.ts';
import { type Exchange, jsonOf, saidBy } from './exchange.ts';
import { type KnownRefusal, malformedAnswer, refusedExchange } from './refused-exchange.ts';

const WHO = "GitHub's token service";

/** Where a job asks the runner for its token, and what it shows there; undefined as in the environment. */
export type TokenRequest = {
  readonly url: string | undefined;
  readonly token: string | undefined;
  readonly server: Server;
};

/** The job's own identity, signed by GitHub for one audience. It is valid for some minutes. */
export type JobToken = { readonly secret: Secret; readonly claims: Claims };

const KNOWN: readonly KnownRefusal[] = [
  {
    says: /^40[13] /,
    means: 'this job can no longer get a token',
    hint: 'A job can get tokens only while it runs: run it again.',
  },
];

/**
 * fetchJobToken asks GitHub for the job's OIDC token (docs.github.com, "OpenID Connect reference", methods for
 * requesting the token). Throws EXCHANGE_FAILED, with the missing permission if the job has none. `core.getIDToken`
 * does not fit: it names no permission, and tries again after three statuses but never after a broken connection. It
 * ends neither with the step nor after a time, follows redirects, and masks only the token as a whole.
 */
export async function fetchJobToken(exchange: Exchange, request: TokenRequest, audience: string): Promise<JobToken> {
  const url = URL.parse(request.url ?? '');
  if (url === null || !request.token) {
    if (isOfGitea(request.server)) throw noIdentity(request.server);
    throw new ActionError('EXCHANGE_FAILED', 'This job may not ask GitHub for an identity token.', {
      hint:
        'Add "id-token: write" to the "permissions" of this job, beside those that it has. Runs for pull requests from forks and for Dependabot never have it, ' +
        'and a reusable workflow has it only if its caller has it.',
    });
  }
  const shown = exchange.keep(WHO, request.token);
  url.searchParams.set('audience', audience);
  const headers = { authorization: `Bearer ${shown.reveal()}`, accept: 'application/json' };
  const answer = await exchange.ask({ who: WHO, method: 'GET', url, headers });
  if (answer.status !== 200) throw refusedExchange(WHO, saidBy(answer), { known: KNOWN });
  const { value } = jsonOf(answer);
  if (typeof value !== 'string' || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) {
    throw malformedAnswer(WHO, 'it has no token');
  }
  return { secret: exchange.keep(WHO, value), claims: readClaims(value) };
}

/** If the server offers no identity, no permission helps. */
function noIdentity({ name }: Server): ActionError {
  return new ActionError('EXCHANGE_FAILED', `This server (${name}) gave the job no identity.`, {
    hint: 'Leave "identity" out, and set "username" and "password". docs/servers.md lists what each server supports.',
  });
}
