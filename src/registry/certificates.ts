import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { certificatesIn, readBundle, readRegular } from '../http/certificate-bundle.ts';
import type { Trust } from '../http/http.ts';

/** Where engines look for a registry's own CA; we trust what the engine on this machine trusts. */
const ENGINE_CERTIFICATES = '/etc/docker/certs.d';

/**
 * trustFor is what to trust for one registry: the certificates of Node (with `NODE_EXTRA_CA_CERTS`), the system, the
 * engine for this host and port, and `ca-file`. Reading those of the system takes longer than an answer of a registry,
 * and most registries do not need them. So they are only `wider`, unless others are named. Throws INPUT_INVALID if
 * `ca-file` is no bundle.
 */
export async function trustFor(host: string, caFile: string | undefined): Promise<Trust> {
  const own = caFile === undefined ? [] : await readBundle(caFile);
  const named = [...(await engineBundle(host)), ...own];
  return named.length === 0 ? { trust: createSecureContext(), wider: ofSystem } : { trust: everyone(named) };
}

let system: SecureContext | undefined;

function ofSystem(): SecureContext {
  system ??= everyone([]);
  return system;
}

function everyone(named: readonly string[]): SecureContext {
  return createSecureContext({
    ca: [...new Set([...getCACertificates('default'), ...getCACertificates('system'), ...named])],
  });
}

/** Most machines have no such folder. If we may not read a certificate there, that concerns only the engine. */
async function engineBundle(host: string): Promise<readonly string[]> {
  const folder = join(ENGINE_CERTIFICATES, host);
  const names = await readdir(folder).catch(() => []);
  const texts = names
    .filter((name) => name.endsWith('.crt'))
    .map((name) => readRegular(join(folder, name)).catch(() => ''));
  return (await Promise.all(texts)).flatMap(certificatesIn);
}
