import { authorise } from './authentication.ts';
import { answerBlob } from './blobs.ts';
import { type Answer, type Exchange, empty } from './exchange.ts';
import { playFault } from './fault-acts.ts';
import type { RouteKind } from './grammar.ts';
import { answerCatalog, answerReferrers, answerTags } from './listings.ts';
import { answerManifestRead } from './manifest-read.ts';
import { answerManifestDelete, answerManifestPut } from './manifests.ts';
import { answerUpload } from './uploads.ts';
import type { World } from './world.ts';

const METHODS: Readonly<Record<RouteKind, readonly string[]>> = {
  ping: ['GET', 'HEAD'],
  token: ['GET', 'POST'],
  catalog: ['GET'],
  tags: ['GET'],
  referrers: ['GET'],
  blob: ['GET', 'HEAD', 'DELETE'],
  upload: ['POST'],
  tag: ['GET', 'HEAD', 'PUT', 'DELETE'],
  digest: ['GET', 'HEAD', 'PUT', 'DELETE'],
  unknown: [],
};

const SESSION_METHODS = ['PATCH', 'PUT', 'GET', 'DELETE'];
const WITH_BODY = ['POST', 'PUT', 'PATCH'];

/** From request to answer: faults first, then who may ask, then what is asked. */
export async function handle(world: World, exchange: Exchange): Promise<Answer> {
  const proceed = async (): Promise<Answer> => withHeaders(world, await answerProperly(world, exchange));
  const act = world.faults.take(exchange);
  return act === undefined ? proceed() : playFault(act, { world, exchange, proceed });
}

async function answerProperly(world: World, exchange: Exchange): Promise<Answer> {
  const { route, method } = exchange;
  if (route.kind === 'unknown') {
    if (exchange.path === '/v2' && method === 'GET') return empty(301, { location: '/v2/' });
    exchange.violation('path', 'no such path in the specification');
    return exchange.refuse('not-found');
  }
  const allowed = route.kind === 'upload' && route.reference !== undefined ? SESSION_METHODS : METHODS[route.kind];
  if (!allowed.includes(method)) {
    exchange.violation('method', `${method} is not for this path`);
    const refusal = exchange.refuse('unsupported');
    return { ...refusal, headers: { ...refusal.headers, allow: allowed.join(', ') } };
  }
  checkBody(exchange);
  if (route.kind === 'token') return world.tokens.answer(exchange);
  if (route.flaw !== undefined) {
    exchange.violation('grammar', `${route.flaw}: ${exchange.path}`);
    return exchange.refuse(route.flaw, {
      ...route,
      detail: route.flaw === 'name-invalid' ? route.repository : route.reference,
    });
  }
  return authorise(world, exchange) ?? dispatch(world, exchange);
}

function dispatch(world: World, exchange: Exchange): Answer | Promise<Answer> {
  switch (exchange.route.kind) {
    case 'ping':
      return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') };
    case 'catalog':
      return answerCatalog(world, exchange);
    case 'tags':
      return answerTags(world, exchange);
    case 'referrers':
      return answerReferrers(world, exchange);
    case 'blob':
      return answerBlob(world, exchange);
    case 'upload':
      return answerUpload(world, exchange);
    default:
      if (exchange.method === 'PUT') return answerManifestPut(world, exchange);
      if (exchange.method === 'DELETE') return answerManifestDelete(world, exchange);
      return answerManifestRead(world, exchange);
  }
}

function checkBody({ method, headers, violation }: Exchange): void {
  const length = headers['content-length'];
  const chunked = headers['transfer-encoding'] !== undefined;
  if (!WITH_BODY.includes(method) && (chunked || (length !== undefined && length !== '0'))) {
    violation('body', `${method} has no body`);
  }
  if (WITH_BODY.includes(method) && !chunked && length === undefined) {
    violation('body', `${method} without a length`);
  }
}

function withHeaders({ personality }: World, answer: Answer): Answer {
  return { ...answer, headers: { ...personality.headers, ...answer.headers } };
}
