import { SigningConfig } from '@sigstore/protobuf-specs';
import { asError } from '../errors.ts';
import { noRoot } from './no-root.ts';
import type { Announced, AnnouncedCount, AnnouncedServer } from './trust.ts';

const MEDIA_TYPE = 'application/vnd.dev.sigstore.signingconfig.v0.2+json';
/** How many servers of each kind; the specification has no default. */
const SELECTORS = { ALL: 1, ANY: 2, EXACT: 3 } as const;

type Read = ReturnType<typeof SigningConfig.fromJSON>;

/** readAnnounced reads a signing configuration (protobuf-specs, `SigningConfig` v0.2). Throws PROOF_NO_TRUST_ROOT. */
export function readAnnounced(text: string): Announced {
  try {
    const read = SigningConfig.fromJSON(JSON.parse(text));
    if (read.mediaType !== MEDIA_TYPE) throw new Error(`it is "${read.mediaType}", and not "${MEDIA_TYPE}"`);
    return {
      authorities: read.caUrls.map(serverOf),
      logs: { servers: read.rekorTlogUrls.map(serverOf), count: countOf(read.rekorTlogConfig) },
      clocks: { servers: read.tsaUrls.map(serverOf), count: countOf(read.tsaConfig) },
    };
  } catch (cause) {
    throw noRoot(`The signing configuration cannot be read: ${asError(cause).message}.`, cause);
  }
}

function serverOf({ url, majorApiVersion, operator, validFor }: Read['caUrls'][number]): AnnouncedServer {
  const start = validFor?.start?.getTime();
  const end = validFor?.end?.getTime();
  if (start === undefined || Number.isNaN(start) || Number.isNaN(end))
    throw new Error('a server has no time from which it is valid');
  return { url, version: majorApiVersion, operator, start, end };
}

function countOf(configuration: Read['tsaConfig']): AnnouncedCount {
  // Nothing of this kind is announced then.
  if (configuration === undefined) return 'any';
  const { selector, count } = configuration;
  if (selector === SELECTORS.ALL) return 'all';
  if (selector === SELECTORS.ANY) return 'any';
  if (selector === SELECTORS.EXACT && count > 0 && Number.isSafeInteger(count)) return count;
  throw new Error('it does not say how many servers are to be used');
}
