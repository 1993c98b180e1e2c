import { randomBytes } from 'node:crypto';
import {
  type Access,
  accessOf,
  allows,
  grantedActions,
  intersection,
  type Need,
  parseScope,
  passwordOf,
  signIn,
  spelledOut,
} from './access.ts';
import type { Authentication } from './authentication.ts';
import { type Answer, type Exchange, json } from './exchange.ts';
import type { Personality } from './personalities/personality.ts';
import type { Storage } from './storage.ts';

/** A token that was handed out: opaque to clients, so that none can be tempted to read it, unless its make says more. */
export class IssuedToken {
  readonly value: string;
  readonly user: string | undefined;
  readonly grants: readonly Need[];
  readonly expiresAt: number;

  constructor(user: string | undefined, grants: readonly Need[], expiresAt: number, claims: object | undefined) {
    const secret = randomBytes(24).toString('base64url');
    this.value =
      claims === undefined ? secret : `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${secret}`;
    this.user = user;
    this.grants = grants;
    this.expiresAt = expiresAt;
  }

  allows({ type, name }: Need, action: string): boolean {
    return this.grants.some((grant) => grant.type === type && grant.name === name && allows(grant.actions, action));
  }
}

type Settings = {
  readonly authentication: Authentication;
  readonly personality: Personality;
  readonly storage: Storage;
  readonly now: () => number;
};

type Asked = {
  readonly scopes: readonly string[];
  readonly service: string | null;
  /** Wants a refresh token too. */
  readonly offline: boolean;
  readonly fields: readonly ('token' | 'access_token')[];
};

export class TokenService {
  readonly issued: IssuedToken[] = [];
  readonly #valid = new Map<string, IssuedToken>();
  readonly #refresh = new Map<string, string>();
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  find(value: string): IssuedToken | undefined {
    const token = this.#valid.get(value);
    return token !== undefined && token.expiresAt > this.#settings.now() ? token : undefined;
  }

  expireAll(): void {
    this.#valid.clear();
  }

  async answer(exchange: Exchange): Promise<Answer> {
    const { authentication, personality } = this.#settings;
    if (authentication.kind !== 'token') return exchange.refuse('not-found');
    if (exchange.method === 'GET') return this.#answerGet(exchange, authentication);
    if (exchange.method === 'POST' && personality.token.oauth) return this.#answerPost(exchange, authentication);
    return exchange.refuse(exchange.method === 'POST' ? 'not-found' : 'unsupported');
  }

  #answerGet(exchange: Exchange, authentication: Authentication & { kind: 'token' }): Answer {
    const header = exchange.headers.authorization;
    const user = signIn(authentication.users, header);
    if (header !== undefined && !/^basic /i.test(header)) {
      exchange.violation('credentials', 'the token service takes Basic, and was sent another scheme');
    }
    const isAnonymous = this.#settings.personality.token.wrong === 'anonymous-if-scoped' && exchange.query.has('scope');
    if (header !== undefined && user === undefined && !isAnonymous) return exchange.refuse('unauthorized');
    if (!isAnonymous && user === undefined && authentication.anonymous === undefined)
      return exchange.refuse('unauthorized');
    return this.#grant(exchange, user, {
      scopes: exchange.query.getAll('scope'),
      service: exchange.query.get('service'),
      offline: exchange.query.get('offline_token') === 'true',
      fields: this.#settings.personality.token.fields,
    });
  }

  async #answerPost(exchange: Exchange, authentication: Authentication & { kind: 'token' }): Promise<Answer> {
    const form = new URLSearchParams((await exchange.body.whole(65_536))?.toString() ?? '');
    if (!exchange.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
      exchange.violation('token', 'an OAuth request is a form');
    }
    if (exchange.headers.authorization !== undefined) {
      exchange.violation('credentials', 'an OAuth request carries its credential in the form, not in a header');
    }
    const user = this.#userOfForm(form, authentication);
    if (user === undefined) return exchange.refuse('unauthorized');
    return this.#grant(exchange, user, {
      scopes: form.getAll('scope'),
      service: form.get('service'),
      offline: form.get('access_type') === 'offline' || form.has('refresh_token'),
      // RFC 6749 knows no other name, whatever a make calls it elsewhere.
      fields: ['access_token'],
    });
  }

  #userOfForm(form: URLSearchParams, { users }: Authentication & { kind: 'token' }): string | undefined {
    const kind = form.get('grant_type');
    if (kind === 'refresh_token') return this.#refresh.get(form.get('refresh_token') ?? '');
    const name = form.get('username') ?? '';
    const user = Object.hasOwn(users, name) ? users[name] : undefined;
    return kind === 'password' && user !== undefined && passwordOf(user) === form.get('password') ? name : undefined;
  }

  #grant(exchange: Exchange, user: string | undefined, asked: Asked): Answer {
    const { authentication, personality, now } = this.#settings;
    if (authentication.kind !== 'token') return exchange.refuse('not-found');
    const service = authentication.service ?? personality.token.service;
    if (asked.service !== service) exchange.violation('token', `service is ${service}, not ${asked.service}`);
    const scopes = asked.scopes.flatMap((scope) => scope.split(' ')).filter((scope) => scope !== '');
    const needs: Need[] = [];
    for (const scope of scopes) {
      const need = parseScope(scope);
      const known = personality.token.actions;
      if (need === undefined) exchange.violation('token', `not a scope: ${scope}`);
      if (need === undefined || (known !== undefined && !need.actions.every((action) => known.includes(action)))) {
        return exchange.refuse('scope-invalid', { detail: scope });
      }
      needs.push(need);
    }
    const access = user === undefined ? (authentication.anonymous ?? {}) : accessOf(authentication.users[user] ?? '');
    const grants = needs.map((need) => this.#decide(access, need));
    const seconds = authentication.expiresIn ?? personality.token.lifetime;
    const token = new IssuedToken(user, grants, now() + seconds * 1000, this.#claims(grants, seconds));
    this.#valid.set(token.value, token);
    this.issued.push(token);
    const refreshable = authentication.refreshTokens === true && personality.token.oauth;
    return json(200, {
      ...Object.fromEntries(asked.fields.map((field) => [field, token.value])),
      ...(personality.token.announced ? { expires_in: seconds, issued_at: new Date(now()).toISOString() } : {}),
      ...(refreshable && user !== undefined && asked.offline ? { refresh_token: this.#refreshFor(user) } : {}),
    });
  }

  /** RFC 7519, and the access of distribution's `spec/auth/jwt.md`. */
  #claims(access: readonly Need[], seconds: number): object | undefined {
    const { personality, now } = this.#settings;
    const { claims } = personality.token;
    const begin = Math.floor(now() / 1000);
    if (claims === 'none') return undefined;
    const rights = access.filter(({ actions }) => actions.length > 0);
    return { ...(personality.token.saysAccess ? { access: rights } : {}), [claims]: begin, exp: begin + seconds };
  }

  #decide(access: Access, need: Need): Need {
    const { personality, storage } = this.#settings;
    const granted = grantedActions(access, need.type, need.name);
    const actions =
      personality.token.grants === 'everything' && granted.length > 0
        ? [...spelledOut(granted)]
        : intersection(need.actions, granted);
    if (personality.repositories === 'on-token' && actions.includes('push'))
      storage.repository(need.name).exists = true;
    return { ...need, actions };
  }

  #refreshFor(user: string): string {
    const value = randomBytes(32).toString('base64url');
    this.#refresh.set(value, user);
    return value;
  }
}
