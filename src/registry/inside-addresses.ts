import { lookup } from 'node:dns';
import { lookup as resolve } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that can be reached only from inside: a hostile registry could redirect us there. */
const INSIDE: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const inside = new BlockList();
for (const [network, prefix, family] of INSIDE) inside.addSubnet(network, prefix, family);

/** isInside tells whether an IP address is private, local to this machine or link, or of nobody. */
export function isInside(address: string): boolean {
  const family = isIP(address);
  return family === 0 || inside.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** bareHost is the host name of an address without the brackets of IPv6. */
function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** namesInside tells whether an address names an inside machine, by its IP address or as localhost. */
export function namesInside(url: URL): boolean {
  const host = bareHost(url);
  return host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && isInside(host));
}

/**
 * isPublic tells whether a registry is on the public internet, so that it must not send us to inside machines. A name
 * that cannot be resolved here (behind a proxy) counts as public.
 */
export async function isPublic(url: URL): Promise<boolean> {
  if (namesInside(url)) return false;
  const addresses = await resolve(bareHost(url), { all: true }).catch(() => []);
  return !addresses.some(({ address }) => isInside(address));
}

/** lookupOutside resolves names like Node does, and rejects names of inside machines when it connects. */
export const lookupOutside: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const refused = addresses?.find(({ address }) => isInside(address));
    const first = addresses?.[0];
    if (error !== null) callback(error, []);
    else if (refused !== undefined || first === undefined) callback(new InsideAddress(hostname), []);
    else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** A public registry sent us to an inside machine. */
export class InsideAddress extends Error {
  override readonly name = 'InsideAddress';

  constructor(host: string) {
    super(`${host} is a private or local address`);
  }
}
