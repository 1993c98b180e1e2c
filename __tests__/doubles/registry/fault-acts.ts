import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, type Exchange, empty, json } from './exchange.ts';
import type { Act } from './fault-script.ts';
import { compressed, flipped, reserialised, zeros, zerosCompressed } from './hostile-bytes.ts';
import { relocated } from './location-forms.ts';
import { afterTheWrite } from './storage-faults.ts';
import type { World } from './world.ts';

/** The work that a fault replaces, or changes the result of. */
export type Proceed = () => Promise<Answer>;

type Scene = { readonly world: World; readonly exchange: Exchange; readonly proceed: Proceed };
type Play<K extends Act['kind']> = (act: Extract<Act, { kind: K }>, scene: Scene) => Answer | Promise<Answer>;

const LOGIN_PAGE =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form method="post">…</form></body></html>';

const PLAYS: { readonly [K in Act['kind']]: Play<K> } = {
  answer: ({ status, headers = {}, body = '', early = false }) => ({ status, headers, body: Buffer.from(body), early }),
  error: ({ status, code, message = code, headers = {} }) => json(status, { errors: [{ code, message }] }, headers),
  refuse: ({ situation }, { exchange }) => exchange.refuse(situation, exchange.route),
  'rate-limit': ({ status = 429, retryAfter }, { exchange }) => {
    const answer = exchange.refuse('rate-limited', exchange.route);
    return { ...answer, status, headers: { ...answer.headers, 'retry-after': retryAfter ?? '' } };
  },
  'login-page': ({ status = 200 }) => ({
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from(LOGIN_PAGE),
  }),
  challenge: ({ values, status = 401 }) =>
    json(
      status,
      { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] },
      { 'www-authenticate': [...values] },
    ),
  redirect: ({ status, to }, { exchange }) =>
    empty(status, { location: typeof to === 'string' ? to : to(exchange.record) }),
  reset: async ({ when }, { exchange, proceed }) => {
    if (when === 'before-handling') return { status: 0, headers: {}, delivery: { kind: 'reset' } };
    if (when === 'mid-request') {
      for await (const _ of exchange.body.stream()) break;
      return { status: 0, headers: {}, delivery: { kind: 'reset' } };
    }
    const answer = await proceed();
    if (when === 'after-handling') return { ...answer, delivery: { kind: 'reset' } };
    return { ...answer, delivery: { kind: 'cut', after: half(answer), how: 'reset' } };
  },
  'short-body': async (_, { proceed }) => {
    const answer = await proceed();
    return { ...answer, delivery: { kind: 'cut', after: half(answer), how: 'close' } };
  },
  drip: async (way, { proceed }) => ({ ...(await proceed()), delivery: way }),
  wait: async ({ until }, { proceed }) => {
    const answer = await proceed();
    await until();
    return answer;
  },
  delay: async ({ ms }, { world, proceed }) => {
    await pause(ms, undefined, { signal: world.closing }).catch(() => undefined);
    return proceed();
  },
  'slow-read': ({ ms }, { exchange, proceed }) => {
    exchange.body.pause = ms;
    return proceed();
  },
  hang: async ({ when, onSilence = () => undefined }, { proceed }) => {
    if (when === 'before-reading')
      return { status: 0, headers: {}, delivery: { kind: 'stall', after: 'nothing', onSilence }, early: true };
    const answer = await proceed();
    const after = ({ 'before-headers': 'nothing', 'after-headers': 'headers', 'mid-body': half(answer) } as const)[
      when
    ];
    return { ...answer, delivery: { kind: 'stall', after, onSilence } };
  },
  alter: async ({ status, headers = {} }, { proceed }) => {
    const answer = await proceed();
    return { ...answer, status: status ?? answer.status, headers: { ...answer.headers, ...headers } };
  },
  'digest-header': async ({ value }, { proceed }) => {
    const answer = await proceed();
    const digest = String(answer.headers['docker-content-digest'] ?? '');
    const lie = {
      missing: '',
      wrong: `sha256:${'0'.repeat(64)}`,
      'upper-case': digest.toUpperCase().replace('SHA256', 'sha256'),
      malformed: 'sha256:not-a-digest',
    }[value];
    return { ...answer, headers: { ...answer.headers, 'docker-content-digest': lie } };
  },
  location: async (act, scene) => relocated(act, scene, await scene.proceed()),
  'store-nothing': (_, { exchange, proceed }) => {
    exchange.effects.store = () => undefined;
    return proceed();
  },
  'store-other': ({ bytes = reserialised }, { exchange, proceed }) => {
    exchange.effects.store = bytes;
    return proceed();
  },
  forget: afterTheWrite,
  'stale-tag': afterTheWrite,
  'tag-moved': afterTheWrite,
  'other-bytes': async ({ bytes = 'flipped' }, { proceed }) => {
    const answer = await proceed();
    const right = Buffer.isBuffer(answer.body) ? answer.body : Buffer.alloc(0);
    if (Buffer.isBuffer(bytes)) return { ...answer, body: bytes };
    if (bytes === 'flipped') return { ...answer, body: flipped(right) };
    if (bytes === 'truncated') return { ...answer, body: right.subarray(0, right.length - 1) };
    return { ...answer, body: reserialised(right) };
  },
  'huge-body': async ({ bytes, declared = false, status }, { proceed }) => {
    const answer = await proceed();
    const { headers } = answer;
    const length = declared ? { 'content-length': String(bytes) } : {};
    return { status: status ?? answer.status, headers: { ...headers, ...length }, body: () => zeros(bytes) };
  },
  gzip: async (_, { proceed }) => {
    const answer = await proceed();
    return { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' }, body: compressed(answer) };
  },
  'gzip-bomb': async ({ bytes }, { proceed }) => {
    const { status, headers } = await proceed();
    return { status, headers: { ...headers, 'content-encoding': 'gzip' }, body: () => zerosCompressed(bytes) };
  },
  'header-flood': async ({ bytes }, { proceed }) => {
    const answer = await proceed();
    return { ...answer, headers: { ...answer.headers, 'x-flood': 'x'.repeat(bytes) } };
  },
  duplicate: async (_, { proceed }) => ({ ...(await proceed()), delivery: { kind: 'twice' } }),
  raw: ({ bytes }) => ({ status: 0, headers: {}, delivery: { kind: 'raw', bytes: Buffer.from(bytes, 'latin1') } }),
  'expire-tokens': ({ kind: _ }, { world, proceed }) => {
    world.tokens.expireAll();
    return proceed();
  },
};

export function playFault(act: Act, scene: Scene): Answer | Promise<Answer> {
  // The table's type says that the play fits the act; only the compiler cannot follow it through the index.
  const play = PLAYS[act.kind] as Play<Act['kind']>;
  return play(act, scene);
}

function half({ body }: Answer): number {
  return Buffer.isBuffer(body) ? Math.floor(body.length / 2) : 0;
}
