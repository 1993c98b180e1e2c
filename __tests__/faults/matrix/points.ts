import type { RecordedRequest } from '../../doubles/registry/exchange.ts';
import type { FaultMatch } from '../../doubles/registry/fault-script.ts';
import { SHA_TAG, VERSION_TAG } from '../step/run-step.ts';

/** One request of a push and its verification. */
export type Point = {
  readonly match: FaultMatch;
  /** Which of those that match it is. */
  readonly skip?: number;
  /** How often it is made at most when it fails in a way that may pass. */
  readonly attempts: number;
  /** The level at which it is made; what is read as a whole at `content` is looked at by no other request. */
  readonly level?: 'graph';
};

/** How a layer is looked at: by its first byte. */
const isLook = ({ method, headers }: RecordedRequest) => method === 'GET' && headers.range !== undefined;
const isWhole = ({ method, headers }: RecordedRequest) => method === 'GET' && headers.range === undefined;
const by = (agent: string) => (request: RecordedRequest) => request.headers['user-agent'] === agent;
const ours = by('verified-image-push');
const login = by('docker/28.2.2 login');
const push = by('docker/28.2.2 push');
const OURS = 6;
/** The engine itself tries a layer five times. */
const LAYER = 5;

export const OUR_POINTS: Readonly<Record<string, Point>> = {
  ping: { match: { kind: 'ping', when: ours }, attempts: OURS },
  token: { match: { kind: 'token', when: ours }, attempts: OURS },
  'SHA tag before': { match: { method: 'GET', reference: SHA_TAG, when: ours }, attempts: OURS },
  'version tag before': { match: { method: 'GET', reference: VERSION_TAG, when: ours }, attempts: OURS },
  'manifest by tag': { match: { method: 'GET', reference: SHA_TAG, when: ours }, skip: 1, attempts: OURS },
  'manifest by digest': { match: { method: 'GET', kind: 'digest', when: ours }, attempts: OURS },
  config: { match: { method: 'GET', kind: 'blob', when: ours }, attempts: OURS },
  'first byte of the layer': {
    match: { kind: 'blob', when: (request) => ours(request) && isLook(request) },
    attempts: OURS,
    level: 'graph',
  },
  'content of the layer': {
    match: { kind: 'blob', when: (request) => ours(request) && isWhole(request) },
    skip: 1,
    attempts: OURS,
  },
  'version tag written': { match: { method: 'PUT', reference: VERSION_TAG, when: ours }, attempts: OURS },
  'version tag after': { match: { method: 'GET', reference: VERSION_TAG, when: ours }, skip: 1, attempts: OURS },
};

/** What the action asks besides when it pushes an image from a file, without an engine. */
export const DIRECT_POINTS: Readonly<Record<string, Point>> = {
  'blob looked at': { match: { kind: 'blob', when: isLook }, attempts: OURS },
  'blob POST': { match: { method: 'POST', kind: 'upload' }, attempts: OURS },
  'blob PUT': { match: { method: 'PUT', kind: 'upload' }, attempts: OURS },
  'manifest by digest written': { match: { method: 'PUT', kind: 'digest' }, attempts: OURS },
  'manifest by digest': { match: { method: 'GET', kind: 'digest' }, attempts: OURS },
  'layer looked at after': { match: { kind: 'blob', when: isLook }, skip: 2, attempts: OURS, level: 'graph' },
  'SHA tag written': { match: { method: 'PUT', reference: SHA_TAG }, attempts: OURS },
  'SHA tag after': { match: { method: 'GET', reference: SHA_TAG }, skip: 1, attempts: OURS },
};

export const ENGINE_POINTS: Readonly<Record<string, Point>> = {
  'login: ping': { match: { kind: 'ping', when: login }, attempts: OURS },
  'login: token': { match: { kind: 'token', when: login }, attempts: OURS },
  'login: proof': { match: { kind: 'ping', when: login }, skip: 1, attempts: OURS },
  ping: { match: { kind: 'ping', when: push }, attempts: OURS },
  token: { match: { kind: 'token', when: push }, attempts: LAYER },
  'layer POST': { match: { kind: 'upload', method: 'POST', when: push }, attempts: LAYER },
  'layer PATCH': { match: { kind: 'upload', method: 'PATCH', when: push }, attempts: LAYER },
  'layer PUT': { match: { kind: 'upload', method: 'PUT', when: push }, attempts: LAYER },
  'layer HEAD': { match: { kind: 'blob', method: 'HEAD', when: push }, attempts: LAYER },
  'config HEAD': { match: { kind: 'blob', method: 'HEAD', when: push }, skip: 1, attempts: OURS },
  'config POST': { match: { kind: 'upload', method: 'POST', when: push }, skip: 1, attempts: OURS },
  'config PATCH': { match: { kind: 'upload', method: 'PATCH', when: push }, skip: 1, attempts: OURS },
  'config PUT': { match: { kind: 'upload', method: 'PUT', when: push }, skip: 1, attempts: OURS },
  'config HEAD after': { match: { kind: 'blob', method: 'HEAD', when: push }, skip: 2, attempts: OURS },
  manifest: { match: { kind: 'tag', method: 'PUT', when: push }, attempts: OURS },
};
