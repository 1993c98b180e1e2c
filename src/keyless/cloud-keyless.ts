import { httpClient } from '../http/client.ts';
import type { HttpClient } from '../http/http.ts';
import { type Repository, repositoryName } from '../image/reference.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { signInToEcr } from './aws/sign-in-to-ecr.ts';
import { signInToAcr } from './azure-acr.ts';
import { signInToDockerHub } from './dockerhub.ts';
import { Exchange } from './exchange.ts';
import { signInToArtifactRegistry } from './google-ar.ts';
import { type Desk, sessionNameOf, tokenFor, tokenOfJob } from './job-session.ts';
import type { Identity, Keyless, KeylessActions, Purpose, ShortLivedCredential } from './keyless.ts';
import { renewing } from './renewing.ts';

/** No provider gives a longer life than half a day; a longer one is not believed. In milliseconds. */
const LONGEST = 12 * 3600_000;

/** Identities whose credential is limited to repositories; the others mount from wherever the account may. */
const LIMITED: readonly Identity['type'][] = ['aws-ecr', 'azure-acr'];

export type CloudKeylessOptions = {
  readonly signal: AbortSignal;
  /** Gets every form of every token before it is used. */
  readonly mask: (text: string) => void;
  readonly http?: HttpClient;
  readonly clock?: Clock;
  /** The environment of the job, read only when a credential is asked for. */
  readonly environment?: () => NodeJS.ProcessEnv;
  /** What every credential is for, whatever the caller asks for. */
  readonly actions?: KeylessActions;
};

/** cloudKeyless signs in to the clouds with the job's own identity, signed by GitHub (OIDC). */
export function cloudKeyless({
  signal,
  mask,
  clock = systemClock,
  environment = () => process.env,
  ...more
}: CloudKeylessOptions): Keyless {
  const withDesk = async <T>(work: (desk: Desk) => Promise<T>): Promise<T> => {
    const http = more.http ?? httpClient({ signal });
    try {
      return await work({ exchange: new Exchange({ http, clock, signal, mask }), environment: environment() });
    } finally {
      if (more.http === undefined) http.close();
    }
  };
  const make = async (identity: Identity, wanted: Wanted): Promise<ShortLivedCredential> => {
    const made = await withDesk((desk) => signInTo(identity, wanted, desk));
    return { ...made, expiresAt: Math.min(Math.max(made.expiresAt, 0), clock.date() + LONGEST) };
  };
  const sources = new Map<string, () => Promise<ShortLivedCredential>>();
  return {
    credential: (identity, repository, { actions: asked = 'pull,push', ...purpose } = {}) => {
      const actions = more.actions ?? asked;
      const mountFrom = LIMITED.includes(identity.type) ? (purpose.mountFrom ?? []) : [];
      const name = [repositoryName(repository), actions, ...mountFrom].join(' ');
      const source =
        sources.get(name) ?? renewing(() => make(identity, { repository, actions, mountFrom }), clock.date);
      sources.set(name, source);
      return source();
    },
    jobToken: async (audience) => (await withDesk((desk) => tokenOfJob(desk, audience))).secret,
  };
}

type Wanted = Purpose & { readonly repository: Repository };

async function signInTo(identity: Identity, wanted: Wanted, desk: Desk): Promise<ShortLivedCredential> {
  const { exchange, environment } = desk;
  const token = await tokenFor(identity, desk);
  switch (identity.type) {
    case 'aws-ecr':
      return signInToEcr(exchange, identity, { token, ...wanted, sessionName: sessionNameOf(environment) });
    case 'azure-acr':
      return signInToAcr(exchange, identity, { token, ...wanted });
    case 'google-ar':
      return signInToArtifactRegistry(exchange, identity, token);
    case 'dockerhub':
      return signInToDockerHub(exchange, identity, token);
  }
}
