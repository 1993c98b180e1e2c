import { X509Certificate } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { ActionError } from '../errors.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** How large a bundle may be, in bytes; that of a system has some 250 KiB. */
const LARGEST = 8 << 20;
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

async function readBundle(path: string): Promise<readonly string[]> {
  const invalid = (problem: string, cause?: unknown) =>
    new ActionError('INPUT_INVALID', `ca-file: ${path} ${problem}.`, {
      hint: 'Give the path of a PEM file that an earlier step has written, for example "ca-file: certs/registry-ca.pem".',
      cause,
    });
  const text = await readRegular(path).catch((cause) => {
    throw invalid('could not be read', cause);
  });
  const certificates = text.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) throw invalid('holds no certificate in PEM form');
  try {
    for (const certificate of certificates) new X509Certificate(certificate);
  } catch (cause) {
    throw invalid('holds a certificate that cannot be read', cause);
  }
  return certificates;
}

/** No pipe is waited for, no device read to an end that it has not, and no more than a bundle may have. */
async function readRegular(path: string): Promise<string> {
  await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const stats = await file.stat();
  if (!stats.isFile()) throw new Error('it is no regular file');
  if (stats.size > LARGEST) throw new Error(`it is larger than ${LARGEST >> 20} MiB`);
  return await file.readFile('utf8');
}

/** Most machines have no such folder, and a certificate there that we may not read is the engine's business. */
async function engineBundle(host: string): Promise<readonly string[]> {
  const folder = join(ENGINE_CERTIFICATES, host);
  const names = await readdir(folder).catch(() => []);
  const texts = names
    .filter((name) => name.endsWith('.crt'))
    .map((name) => readRegular(join(folder, name)).catch(() => ''));
  return (await Promise.all(texts)).flatMap((text) => text.match(CERTIFICATE) ?? []);
}
