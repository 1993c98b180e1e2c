const IPV4 = /^127(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;

/**
 * isLoopback tells whether a host (no port) is this machine: only for it, plain HTTP is allowed. Names below
 * `localhost` should be, too (RFC 6761), but many systems ask a name server for them.
 */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return host === 'localhost' || host === '::1' || IPV4.test(host);
}
