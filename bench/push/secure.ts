import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startLine } from './latency.ts';

/** The one user of every registry with a login. */
export const USER = { username: 'a', password: 'anything-at-all' } as const;

/** Registries with TLS and a token service, as those on the internet are. */
export type Security = {
  /** An address of this machine that is not loopback: some programs try less there. */
  readonly address: string;
  readonly folder: string;
  /** Paths of PEM files. The certificate is signed by itself, so it is what clients must trust. */
  readonly certificate: string;
  readonly key: string;
  readonly signer: string;
};

const TOKEN_SERVER = resolve(import.meta.dirname, '../../__tests__/doubles/token-server.ts');

/** makeSecurity makes a certificate for an address of this machine, and one to sign tokens. It needs `openssl`. */
export function makeSecurity(within: string): Security {
  const folder = mkdtempSync(join(within, 'secure-'));
  const address = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  if (address === undefined) throw new Error('this machine has no address but loopback');
  const make = (name: string, ...more: readonly string[]) => {
    const [key, certificate] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
    const common = [
      'req',
      '-x509',
      '-nodes',
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      key,
      '-out',
      certificate,
    ];
    execFileSync('openssl', [...common, ...more], { stdio: 'ignore' });
    return { key, certificate };
  };
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  const server = make('registry', ...curve, '-addext', `subjectAltName=IP:${address}`);
  return {
    address,
    folder,
    ...server,
    signer: make('signer', '-newkey', 'rsa:2048').certificate,
  };
}

/** startTokenService returns the address of a new token service, behind a line of its own, as a registry names it. */
export async function startTokenService(
  { address, folder, certificate, key, signer }: Security,
  latency: number,
): Promise<{ readonly realm: string; readonly close: () => Promise<void> }> {
  const port = await freePort(address);
  const config = join(mkdtempSync(join(folder, 'tokens-')), 'config.json');
  const users = { [USER.username]: { password: USER.password, access: [{ scope: '*', actions: ['*'] }] } };
  const signedBy = { certificate: signer, key: signer.replace(/pem$/, 'key') };
  writeFileSync(config, JSON.stringify({ address, port, certificate, key, issuer: 'bench', signer: signedBy, users }));
  const child = spawn(process.execPath, ['--no-warnings', TOKEN_SERVER, config], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await listening(child, address, port);
  const line = await startLine(`${address}:${port}`, latency, address);
  return {
    realm: `https://${line.host}/token`,
    close: async () => {
      await line.close();
      const closed = once(child, 'close');
      child.kill();
      await closed;
    },
  };
}

async function freePort(address: string): Promise<number> {
  const server = createServer().listen(0, address);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

async function listening(child: ChildProcess, address: string, port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, address);
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isThere) return;
    if (child.exitCode !== null) throw new Error(`the token service ended with ${child.exitCode}`);
    await setTimeout(20);
  }
}

/** The environment in which the programs of others trust the registries, and are signed in to these hosts. */
export function signedIn(
  { folder, certificate }: Security,
  hosts: readonly string[],
): Readonly<Record<string, string>> {
  const home = mkdtempSync(join(folder, 'logins-'));
  const file = join(home, 'config.json');
  const auth = Buffer.from(`${USER.username}:${USER.password}`).toString('base64');
  writeFileSync(file, JSON.stringify({ auths: Object.fromEntries(hosts.map((host) => [host, { auth }])) }));
  return { SSL_CERT_FILE: certificate, DOCKER_CONFIG: home, REGISTRY_AUTH_FILE: file };
}
