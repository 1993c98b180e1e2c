import { X509Certificate } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { ActionError } from '../errors.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** Largest bundle, in bytes; the one of a system has some 250 KiB. */
const LARGEST = 8 << 20;

/** certificatesIn finds the certificates in a PEM text. */
export function certificatesIn(text: string): readonly string[] {
  return text.match(CERTIFICATE) ?? [];
}

/** readBundle reads the certificates of `ca-file`. Throws INPUT_INVALID if the file is no bundle. */
export async function readBundle(path: string): Promise<readonly string[]> {
  const invalid = (problem: string, cause?: unknown) =>
    new ActionError('INPUT_INVALID', `ca-file: ${path} ${problem}.`, {
      hint: 'Write the path of a PEM file that exists, for example "ca-file: certs/registry-ca.pem".',
      cause,
    });
  const text = await readRegular(path).catch((cause) => {
    throw invalid('could not be read', cause);
  });
  const certificates = certificatesIn(text);
  if (certificates.length === 0) throw invalid('has no certificate in PEM form');
  try {
    for (const certificate of certificates) new X509Certificate(certificate);
  } catch (cause) {
    throw invalid('has a certificate that cannot be read', cause);
  }
  return certificates;
}

/**
 * readRegular reads a text file. It does not wait for a pipe, read a device without end, or read more than a bundle
 * has.
 */
export async function readRegular(path: string): Promise<string> {
  await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const stats = await file.stat();
  if (!stats.isFile()) throw new Error('it is no regular file');
  if (stats.size > LARGEST) throw new Error(`it is larger than ${LARGEST >> 20} MiB`);
  return await file.readFile('utf8');
}

/**
 * trustWith is what to trust for a server that is no registry: Node's certificates and those of `ca-file`. Undefined
 * without a file. Throws INPUT_INVALID.
 */
export async function trustWith(caFile: string | undefined): Promise<SecureContext | undefined> {
  if (caFile === undefined) return undefined;
  return createSecureContext({ ca: [...getCACertificates('default'), ...(await readBundle(caFile))] });
}
