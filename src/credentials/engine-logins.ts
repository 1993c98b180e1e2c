import type { Docker, EngineLogin, PrivateConfig } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import type { Repository } from '../image/reference.ts';
import type { Registry, RepositoryToken } from '../registry/registry.ts';
import type { Credential } from '../secret/credential.ts';
import type { CredentialSource } from './credential-source.ts';
import { type CredentialScope, decideHandover } from './handover.ts';
import type { Masked } from './masking.ts';

/** The assumed life of a token that does not say how long it lives, in seconds. */
const UNSAID = 60;

/** Where the engine signs in, and with what. */
export type EngineAt = {
  readonly repository: Repository;
  readonly registry: Registry;
  readonly source: CredentialSource;
  readonly scope: CredentialScope;
};

/** Where logins of the engine are created. */
export type Desk = {
  readonly docker: Docker;
  readonly config: PrivateConfig;
  readonly masked: Masked;
  readonly now: () => number;
};

export type EngineLogins = {
  /** engine is the engine's login; a new one if the last credential or token has expired, or soon will. */
  readonly engine: () => Promise<EngineLogin>;
  /** What the engine gets, as a part of a sentence. */
  readonly given: string;
};

/** openEngineLogins signs the engine in, with the minimum that the registry and `credential-scope` allow. */
export async function openEngineLogins(at: EngineAt, desk: Desk): Promise<EngineLogins> {
  const { registry, repository, scope, source } = at;
  const token = scope === 'full' || 'registryToken' in (await source.current()) ? undefined : await registry.newToken();
  const handover = decideHandover({ scope, token, path: repository.path });
  if (handover.kind === 'impossible') {
    throw new ActionError('INPUT_INVALID', `credential-scope: ${handover.problem}.`, {
      hint: 'Correct this input under "with:"; nothing was written to the registry.',
    });
  }
  const engine =
    handover.kind === 'token' && token !== undefined ? withTokens(at, token, desk) : withCredential(at, desk);
  await engine();
  return { engine, given: handover.given };
}

function withCredential({ source, repository }: EngineAt, { docker, config }: Desk): EngineLogins['engine'] {
  let held: { readonly credential: Credential; readonly login: EngineLogin } | undefined;
  return async () => {
    const credential = await source.current();
    if (held?.credential !== credential) {
      held = { credential, login: await docker.login(config, { registry: repository.registry, credential }) };
    }
    return held.login;
  };
}

/** The engine uses a token until it expires, and then fails: half of its life must be left when a push begins. */
function withTokens(
  at: EngineAt,
  first: RepositoryToken,
  { docker, config, masked, now }: Desk,
): EngineLogins['engine'] {
  const { registry } = at.repository;
  const keep = async ({ token, expiresIn }: RepositoryToken, asked: number) => {
    const credential = masked({ registryToken: token });
    return {
      until: asked + ((expiresIn ?? UNSAID) * 1000) / 2,
      login: await docker.login(config, { registry, credential }),
    };
  };
  let held = keep(first, now());
  return async () => {
    const { until, login } = await held;
    if (now() < until) return login;
    const asked = now();
    const next = await at.registry.newToken();
    if (next !== undefined) held = keep(next, asked);
    return (await held).login;
  };
}
