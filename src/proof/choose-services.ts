import { ActionError } from '../errors.ts';
import { isServiceAddress } from '../text/service-address.ts';
import type { Announced, AnnouncedCount, AnnouncedServer } from '../trust/trust.ts';

/** The servers that create a signature; addresses have no slash at the end. */
export type Services = {
  readonly fulcio: string;
  readonly logs: readonly { readonly url: string; readonly version: 1 | 2 }[];
  readonly clocks: readonly string[];
};

type Wanted = { readonly what: string; readonly versions: readonly number[] };

const AUTHORITY: Wanted = { what: 'authority', versions: [1] };
const LOG: Wanted = { what: 'log', versions: [1, 2] };
const CLOCK: Wanted = { what: 'timestamp authority', versions: [1] };

/**
 * chooseServices picks the servers to sign with, of those that an instance announces (protobuf-specs, `SigningConfig`
 * and `Service`): valid now, of the newest known version, the newest of each operator. Throws PROOF_SIGNING.
 *
 * | announced                         | then                                                   |
 * |-----------------------------------|--------------------------------------------------------|
 * | no authority that can be used     | an error                                               |
 * | logs or clocks: `any`             | the newest one                                         |
 * | `all`                             | one of each operator                                   |
 * | a number                          | as many, of different operators; an error if there are fewer |
 * | logs, or clocks, none at all      | none of them                                           |
 * | some, of which none can be used   | an error                                               |
 * | a log of version 2, and no clock  | an error: that log has no time                         |
 * | neither a log nor a clock         | an error                                               |
 */
export function chooseServices({ authorities, logs, clocks }: Announced, now: number): Services {
  const [authority] = chosen(AUTHORITY, authorities, 'any', now);
  if (authority === undefined) throw unusable('it announces no authority');
  const log = chosen(LOG, logs.servers, logs.count, now);
  const clock = chosen(CLOCK, clocks.servers, clocks.count, now);
  if (clock.length === 0 && log.every(({ version }) => version === 2))
    throw unusable('it announces nobody who says when something was signed');
  return {
    fulcio: addressOf(authority),
    logs: log.map((each) => ({ url: addressOf(each), version: each.version === 2 ? 2 : 1 })),
    clocks: clock.map(addressOf),
  };
}

function chosen(
  { what, versions }: Wanted,
  servers: readonly AnnouncedServer[],
  count: AnnouncedCount,
  now: number,
): readonly AnnouncedServer[] {
  if (servers.length === 0) return [];
  const valid = servers.filter(({ start, end = Number.POSITIVE_INFINITY }) => start <= now && now <= end);
  const version = Math.max(...valid.map((each) => each.version).filter((each) => versions.includes(each)));
  const newest = valid.filter((each) => each.version === version).toSorted((one, other) => other.start - one.start);
  const operators = new Map<string, AnnouncedServer>();
  for (const each of newest) if (!operators.has(each.operator)) operators.set(each.operator, each);
  const found = [...operators.values()];
  if (found.length === 0)
    throw unusable(`none of its servers of the kind "${what}" is valid now and of a known version`);
  if (count === 'all') return found;
  const wanted = count === 'any' ? 1 : count;
  if (found.length < wanted)
    throw unusable(`it asks for ${wanted} of the kind "${what}", and only ${found.length} can be used`);
  return found.slice(0, wanted);
}

function addressOf({ url }: AnnouncedServer): string {
  if (!isServiceAddress(url)) throw unusable(`"${url}" is no HTTPS address`);
  return url.replace(/\/+$/, '');
}

function unusable(why: string): ActionError {
  return new ActionError('PROOF_SIGNING', `The signing configuration of this Sigstore cannot be used: ${why}.`, {
    hint: 'Use a newer version of this action. If there is none, look at the status of this Sigstore, or give its addresses in "sigstore-urls".',
  });
}
