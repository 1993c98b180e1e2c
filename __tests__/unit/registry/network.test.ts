import { describe, expect, it } from '@jest/globals';
import type { HttpOptions, HttpRequest, HttpStream } from '../../../src/http/http.ts';
import { InsideAddress } from '../../../src/registry/inside-addresses.ts';
import { Network } from '../../../src/registry/network.ts';

const to = (url: string): HttpRequest => ({ method: 'GET', url: new URL(url), headers: {}, limit: 0 });

/** A network in which nothing is sent: the registry answers from an address, and clients are only looked at. */
function networkOf(registry: string, from: string | undefined) {
  const clients: HttpOptions[] = [];
  const answer: HttpStream = { status: 200, headers: {}, body: (async function* () {})(), cancel: () => {}, from };
  const connect = (options: HttpOptions) => {
    clients.push(options);
    return { open: async () => answer, close: () => {} };
  };
  const network = new Network(new URL(registry), { signal: new AbortController().signal }, { connect });
  /** Whether names that lead to machines inside are refused when they are looked up. */
  const isGuarded = () => clients.at(-1)?.lookup !== undefined;
  return { network, isGuarded };
}

/** Names of documentation that stand for what their name servers say: this machine. */
const SAYS_INSIDE = 'https://localhost:5000';

describe('a registry', () => {
  it('that answers from out in the world may send nobody to a machine inside, whatever its name server says', async () => {
    const { network, isGuarded } = networkOf(SAYS_INSIDE, '198.51.100.7');
    await network.open(to(`${SAYS_INSIDE}/v2/`));
    await expect(network.open(to('https://10.0.0.1/secret'))).rejects.toBeInstanceOf(InsideAddress);
    await expect(network.open(to('https://intranet.example/secret'))).resolves.toMatchObject({ status: 200 });
    expect(isGuarded()).toBe(true);
  });

  it.each(['10.1.2.3', '127.0.0.1', '::1', undefined])(
    'that answers from %s may send to its neighbours',
    async (from) => {
      const { network, isGuarded } = networkOf(SAYS_INSIDE, from);
      await network.open(to(`${SAYS_INSIDE}/v2/`));
      await expect(network.open(to('https://10.0.0.1/token'))).resolves.toMatchObject({ status: 200 });
      expect(isGuarded()).toBe(false);
    },
  );

  it('that is out in the world by its address is guarded behind a proxy, too', async () => {
    const { network, isGuarded } = networkOf('https://198.51.100.7', '10.0.0.8');
    await network.open(to('https://198.51.100.7/v2/'));
    await expect(network.open(to('https://10.0.0.1/secret'))).rejects.toBeInstanceOf(InsideAddress);
    expect(isGuarded()).toBe(true);
  });
});
