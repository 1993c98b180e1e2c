import type { Act } from '../../doubles/registry/fault-script.ts';
import { START } from '../step/virtual-clock.ts';

/** One kind of trouble. */
export type Kind = {
  readonly act: Act;
  /** The same request may go well a little later, so one of it must be survived. */
  readonly isTransient: boolean;
  /** It is told from another kind by nothing but a number, so it is played once only. */
  readonly isVariant?: boolean;
};

const passing = (act: Act): Kind => ({ act, isTransient: true });
const lasting = (act: Act): Kind => ({ act, isTransient: false });
const variant = (kind: Kind): Kind => ({ ...kind, isVariant: true });
const status = (code: number, body = ''): Act => ({ kind: 'answer', status: code, body });
const limited = (retryAfter: string): Act => ({ kind: 'rate-limit', retryAfter });

const MIB = 1024 * 1024;

/** What a registry, a proxy or a network may do to any request. */
export const KINDS = {
  '408': variant(passing(status(408))),
  '425': variant(passing(status(425))),
  '429': variant(passing(limited(''))),
  '429 for seconds': passing(limited('7')),
  '429 until a date': variant(passing(limited(new Date(START + 90_000).toUTCString()))),
  '429 for less than nothing': variant(passing(limited('-5'))),
  '499': variant(passing(status(499))),
  '500': variant(passing({ kind: 'error', status: 500, code: 'UNKNOWN', message: 'internal' })),
  '502 of a proxy': passing(status(502, '<html>Bad Gateway</html>')),
  '503': passing({ kind: 'error', status: 503, code: 'UNAVAILABLE', message: 'busy' }),
  '504': variant(passing(status(504))),
  '522': variant(passing(status(522, 'origin timeout'))),
  'reset before it is handled': passing({ kind: 'reset', when: 'before-handling' }),
  'reset after it was handled': passing({ kind: 'reset', when: 'after-handling' }),
  'reset while it is sent': passing({ kind: 'reset', when: 'mid-request' }),
  'reset in the answer': passing({ kind: 'reset', when: 'mid-body' }),
  'an answer cut short': passing({ kind: 'short-body' }),
  'an answer in drops': passing({ kind: 'drip', bytes: 50, everyMs: 1 }),
  'a request read slowly': passing({ kind: 'slow-read', ms: 2 }),
  'an answer sent twice': passing({ kind: 'duplicate' }),
  'tokens that have run out': passing({ kind: 'expire-tokens' }),
  '429 for ever': lasting(limited('999999999')),
  '401 without a challenge': lasting({ kind: 'challenge', values: [] }),
  '403': lasting({ kind: 'error', status: 403, code: 'DENIED', message: 'requested access to the resource is denied' }),
  '404 of an upload': lasting({ kind: 'error', status: 404, code: 'BLOB_UPLOAD_UNKNOWN', message: 'no such upload' }),
  '407': variant(lasting(status(407))),
  '413 before it was read': lasting({ kind: 'answer', status: 413, body: '<html>413</html>', early: true }),
  '416': variant(lasting(status(416))),
  'a digest refused': variant(lasting({ kind: 'error', status: 400, code: 'DIGEST_INVALID', message: 'no match' })),
  'a login page': lasting({ kind: 'login-page' }),
  'something that is not HTTP': lasting({ kind: 'raw', bytes: 'garbage\r\n\r\n' }),
  'a redirect to itself': lasting({ kind: 'redirect', status: 307, to: ({ target }) => target }),
  'a body encoded': lasting({ kind: 'gzip' }),
  'a body too long': variant(lasting({ kind: 'huge-body', bytes: 5 * MIB })),
  'a flood of headers': lasting({ kind: 'header-flood', bytes: 20 * 1024 }),
  'a wrong digest header': lasting({ kind: 'digest-header', value: 'wrong' }),
  'other bytes': lasting({ kind: 'other-bytes' }),
  'no Location': variant(lasting({ kind: 'location', form: 'missing' })),
} as const satisfies Record<string, Kind>;
