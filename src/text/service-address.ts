import { isLoopback } from './loopback.ts';

/**
 * isServiceAddress tells whether a text is the address of a server to ask: HTTPS, or HTTP on loopback, and nothing
 * else.
 */
export function isServiceAddress(text: string): boolean {
  const url = URL.parse(text);
  const isReached = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  return isReached && url !== null && url.username === '' && url.search === '' && url.hash === '';
}
