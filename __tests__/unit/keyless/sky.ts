import { ActionError } from '../../../src/errors.ts';
import { cloudKeyless } from '../../../src/keyless/cloud-keyless.ts';
import type { Identity, Purpose, ShortLivedCredential } from '../../../src/keyless/keyless.ts';
import type { Clock } from '../../../src/time/clock.ts';
import { Clouds, type Service } from '../../doubles/clouds/clouds.ts';
import { githubOidc, type OidcOptions } from '../../doubles/clouds/github-oidc.ts';

/** When the tests play, in milliseconds since 1970. */
export const NOW = Date.UTC(2026, 10, 20, 12);

export type Sky = {
  /** Ends the step. */
  readonly controller: AbortController;
  readonly clouds: Clouds;
  readonly masked: Set<string>;
  readonly slept: number[];
  readonly clock: { date: number };
  readonly oidc: ReturnType<typeof githubOidc>;
  readonly fetch: (identity: Identity, path?: string, purpose?: Partial<Purpose>) => Promise<ShortLivedCredential>;
  /** failure is the error of a fetch that must fail. */
  readonly failure: (identity: Identity, path?: string) => Promise<ActionError>;
};

export type SkyOptions = {
  readonly services: readonly Service[];
  readonly oidc?: Partial<OidcOptions>;
  readonly environment?: NodeJS.ProcessEnv;
};

/** A sky full of clouds: GitHub and these services, the real client, and a clock on which sleeping takes no time. */
export function sky({ services, environment, ...more }: SkyOptions): Sky {
  const clock = { date: NOW };
  const oidc = githubOidc({ now: () => clock.date, ...more.oidc });
  const clouds = new Clouds([oidc.service, ...services]);
  const masked = new Set<string>();
  const controller = new AbortController();
  const slept: number[] = [];
  const time: Clock = {
    now: () => clock.date,
    date: () => clock.date,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      clock.date += milliseconds;
    },
  };
  const keyless = cloudKeyless({
    signal: controller.signal,
    mask: (text) => void masked.add(text),
    http: clouds.http(),
    clock: time,
    environment: () => environment ?? oidc.environment,
  });
  const fetch = (identity: Identity, path = 'team/app', purpose?: Partial<Purpose>) =>
    keyless.credential(identity, { registry: identity.registry, path }, purpose);
  const failure = async (identity: Identity, path?: string) => {
    const thrown = await fetch(identity, path).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!(thrown instanceof ActionError)) throw new Error(`it did not fail as it should: ${thrown}`);
    return thrown;
  };
  return { controller, clouds, masked, slept, clock, oidc, fetch, failure };
}

/** told is everything that a person may get to see of an error. */
export function told(error: Error): string {
  const { hint } = error as ActionError;
  return `${error.message}\n${hint}\n${error.stack}\n${JSON.stringify(error)}\n${error.cause ?? ''}`;
}
