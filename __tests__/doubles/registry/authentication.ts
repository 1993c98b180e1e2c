import {
  type Access,
  accessOf,
  allows,
  CATALOG,
  formatScope,
  grantedActions,
  type Need,
  signIn,
  type Users,
} from './access.ts';
import type { Answer, Exchange } from './exchange.ts';
import type { World } from './world.ts';

export type Authentication =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly users: Users; readonly realm?: string }
  | {
      readonly kind: 'token';
      readonly users: Users;
      /** What a client without credentials may do. */
      readonly anonymous?: Access;
      readonly service?: string;
      /** What the challenge names as realm, instead of the token service's own address. */
      readonly realm?: string;
      /** The token service gets a listener, and so an origin, of its own. */
      readonly elsewhere?: boolean;
      /** Hands out a refresh token to whoever asks with offline_token=true, where the make takes it back. */
      readonly refreshTokens?: boolean;
      readonly expiresIn?: number;
    };

/** What a request needs, by the rules of the distribution project. */
export function needsOf(exchange: Exchange): Need[] {
  const { kind, repository } = exchange.route;
  if (kind === 'catalog') return [{ type: 'registry', name: CATALOG.slice('registry:'.length), actions: ['*'] }];
  if (repository === undefined) return [];
  const needs: Need[] = [{ type: 'repository', name: repository, actions: actionsFor(exchange.method) }];
  const from = exchange.query.get('from');
  if (kind === 'upload' && exchange.query.has('mount') && from !== null) {
    needs.push({ type: 'repository', name: from, actions: ['pull'] });
  }
  return needs;
}

function actionsFor(method: string): string[] {
  if (method === 'GET' || method === 'HEAD') return ['pull'];
  return method === 'DELETE' ? ['delete'] : ['pull', 'push'];
}

/** The answer that stops a request which may not be made; undefined lets it pass. */
export function authorise(world: World, exchange: Exchange): Answer | undefined {
  const { authentication } = world;
  if (authentication.kind === 'none') return unasked(exchange);
  return authentication.kind === 'basic'
    ? authoriseBasic(world, exchange, authentication)
    : authoriseToken(world, exchange, authentication);
}

function unasked(exchange: Exchange): undefined {
  if (exchange.headers.authorization !== undefined) {
    exchange.violation('credentials', 'a credential was sent to a registry that asks for none');
  }
}

function authoriseBasic(
  world: World,
  exchange: Exchange,
  { users, realm }: Authentication & { kind: 'basic' },
): Answer | undefined {
  const header = exchange.headers.authorization;
  const { challenge } = world.personality;
  const service = challenge.basicService === undefined ? '' : `,service="${challenge.basicService}"`;
  const challenges = [`${challenge.basic} realm="${realm ?? challenge.realm}"${service}`, ...challenge.others];
  if (header !== undefined && !/^basic /i.test(header)) {
    exchange.violation('credentials', 'a registry that asks for Basic was sent another scheme');
  }
  const name = signIn(users, header);
  if (name === undefined) {
    if (header !== undefined && challenge.wrong === 'refusal') return exchange.refuse('denied');
    return challenged(exchange, challenges);
  }
  const access = accessOf(users[name] ?? '');
  exchange.access = access;
  const lacking = needsOf(exchange).find((need) => !suffices(access, need));
  if (lacking === undefined) return undefined;
  return deniedAnswer(exchange, lacking);
}

function authoriseToken(
  world: World,
  exchange: Exchange,
  authentication: Authentication & { kind: 'token' },
): Answer | undefined {
  const header = exchange.headers.authorization;
  const bearer = /^bearer (.+)$/i.exec(header ?? '')?.[1];
  // A make that answers a missing right by asking for Basic gets it.
  const asksForBasic = world.personality.refusals.denied.headers?.['www-authenticate'] !== undefined;
  if (header !== undefined && bearer === undefined && !(asksForBasic && /^basic /i.test(header))) {
    exchange.violation('credentials', 'a registry that asks for Bearer was sent another scheme, or an empty token');
  }
  const needs = needsOf(exchange);
  const token = bearer === undefined ? undefined : world.tokens.find(bearer);
  const lacking = needs.find((need) => !need.actions.every((action) => token?.allows(need, action) ?? false));
  if (token?.user !== undefined) exchange.access = accessOf(authentication.users[token.user] ?? '');
  if (token !== undefined && lacking === undefined) return undefined;
  if (token !== undefined && lacking !== undefined && world.personality.challenge.lacking === 'refusal') {
    return deniedAnswer(exchange, lacking);
  }
  const reason = token !== undefined ? 'insufficient_scope' : bearer !== undefined ? 'invalid_token' : undefined;
  const { challenge } = world.personality;
  const ping = exchange.route.kind === 'ping';
  if (challenge.onlyOnPing && !ping) return challenged(exchange, []);
  const scope = needs.map(formatScope).join(' ') || (ping ? challenge.pingScope : undefined);
  const parameters = [
    `realm="${authentication.realm ?? world.tokenOrigin + world.personality.token.path}"`,
    `service="${authentication.service ?? world.personality.token.service}"`,
    ...(scope === undefined ? [] : [`scope="${scope}"`]),
    ...(reason === undefined ? [] : [`error="${reason}"`]),
  ];
  return challenged(exchange, [`${challenge.bearer} ${parameters.join(',')}`, ...challenge.others]);
}

function suffices(access: Access, need: Need): boolean {
  const granted = grantedActions(access, need.type, need.name);
  return need.actions.every((action) => allows(granted, action));
}

function deniedAnswer(exchange: Exchange, lacking: Need): Answer {
  // The first right that matters to people: to say "pull" of a refused push would mislead.
  const action = lacking.actions.at(-1);
  return exchange.refuse('denied', { repository: lacking.name, action, detail: detailOf([lacking]) });
}

function challenged(exchange: Exchange, challenges: readonly string[]): Answer {
  const needs = needsOf(exchange);
  const answer = exchange.refuse('unauthorized', {
    repository: exchange.route.repository,
    action: needs[0]?.actions.at(-1),
    detail: detailOf(needs),
  });
  const asked = challenges.length === 0 ? {} : { 'www-authenticate': [...challenges] };
  return { ...answer, headers: { ...asked, ...answer.headers } };
}

function detailOf(needs: readonly Need[]): unknown {
  if (needs.length === 0) return null;
  return needs.flatMap(({ type, name, actions }) =>
    actions.map((action) => ({ Type: type, Class: '', Name: name, Action: action })),
  );
}
