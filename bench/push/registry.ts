import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Security } from './secure.ts';

/** A registry of Debian, empty when it starts; what it was asked is counted. */
export type BenchRegistry = {
  readonly host: string;
  /** Method and path of every request since the last time that this was called. */
  readonly requests: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** startRegistry starts one on loopback, or with TLS and a login where `secure` has its security and token service. */
export async function startRegistry(
  folder: string,
  secure?: { readonly security: Security; readonly realm: string },
): Promise<BenchRegistry> {
  const root = mkdtempSync(join(folder, 'registry-'));
  mkdirSync(root, { recursive: true });
  const config = join(root, 'config.yml');
  const how = secure === undefined ? "http: { addr: '127.0.0.1:0' }" : secured(secure.security, secure.realm);
  writeFileSync(
    config,
    `version: 0.1\nlog: { level: info, accesslog: { disabled: false } }\nstorage:\n  filesystem: { rootdirectory: ${root}/data }\n${how}\n`,
  );
  const child: ChildProcess = spawn('docker-registry', ['serve', config], { stdio: ['ignore', 'pipe', 'pipe'] });
  const address = Promise.withResolvers<string>();
  const seen: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      const [, listening] = /listening on ([0-9.:]+)/.exec(line) ?? [];
      if (listening !== undefined) address.resolve(listening);
      const [, request] = /"((?:GET|HEAD|POST|PUT|PATCH|DELETE) \S+) HTTP/.exec(line) ?? [];
      if (request !== undefined) seen.push(request);
    });
  }
  child.once('error', address.reject);
  const host = await address.promise;
  return {
    host,
    requests: () => seen.splice(0),
    close: async () => {
      const closed = once(child, 'close');
      child.kill();
      await closed;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function secured({ address, certificate, key, signer }: Security, realm: string): string {
  return (
    `http: { addr: '${address}:0', tls: { certificate: ${certificate}, key: ${key} } }\n` +
    `auth: { token: { realm: '${realm}', service: bench, issuer: bench, rootcertbundle: ${signer} } }`
  );
}
