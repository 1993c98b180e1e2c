import type { Workshop } from './commands.ts';
import { EngineError, RegistryConnection } from './registry-connection.ts';

/** login tries the credential at the registry; then the CLI keeps it. */
export async function login(shop: Workshop, host: string, username: string): Promise<number> {
  const { session, script, ca, internet } = shop;
  const { signal } = session;
  // The CLI takes one line end off.
  const password = (session.asked.stdin ?? '').replace(/\r?\n$/, '');
  if (username === '' || password === '') {
    session.err('Error: Cannot perform an interactive login from a non TTY device\n');
    return 1;
  }
  const registry = new RegistryConnection({ host, credential: { username, password }, ca, internet, signal });
  await registry.open();
  const proof = await registry.request('GET', '/v2/');
  if (proof.status !== 200) {
    throw new EngineError(
      `login attempt to ${registry.origin}/v2/ failed with status: ${proof.status} ${proof.status === 401 ? 'Unauthorized' : ''}`,
    );
  }
  await session.order({ kind: 'write-config', host, username, password });
  await script.pass('login', 'saving', session);
  await session.order({ kind: 'commit-config' });
  session.out('Login Succeeded\n');
  return 0;
}
