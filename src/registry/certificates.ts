import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { certificatesIn, readBundle, readRegular } from '../http/certificate-bundle.ts';

/** Where engines look for a registry's own CA; we trust what the engine on this machine trusts. */
const ENGINE_CERTIFICATES = '/etc/docker/certs.d';

/**
 * trustFor collects the certificates to trust for one registry: those of Node (with `NODE_EXTRA_CA_CERTS`), the
 * system's, the engine's for this host and port, and those of `ca-file`. Throws INPUT_INVALID if that is no bundle.
 */
export async function trustFor(host: string, caFile: string | undefined): Promise<SecureContext> {
  const own = caFile === undefined ? [] : await readBundle(caFile);
  const ca = [...getCACertificates('default'), ...getCACertificates('system'), ...(await engineBundle(host)), ...own];
  return createSecureContext({ ca: [...new Set(ca)] });
}

/** Most machines have no such folder, and a certificate there that we may not read is the engine's business. */
async function engineBundle(host: string): Promise<readonly string[]> {
  const folder = join(ENGINE_CERTIFICATES, host);
  const names = await readdir(folder).catch(() => []);
  const texts = names
    .filter((name) => name.endsWith('.crt'))
    .map((name) => readRegular(join(folder, name)).catch(() => ''));
  return (await Promise.all(texts)).flatMap(certificatesIn);
}
