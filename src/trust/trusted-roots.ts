import { open } from 'node:fs/promises';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { asError } from '../errors.ts';
import { noRoot } from './no-root.ts';

/** Largest file with trusted roots, in bytes: ten times those of the public instance and of GitHub together. */
const LARGEST = 1 << 20;

/** readRootFile reads a text file with trusted roots. Throws PROOF_NO_TRUST_ROOT. */
export async function readRootFile(file: string): Promise<string> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      if (size > LARGEST) throw new Error(`it has ${size} bytes`);
      return new TextDecoder('utf-8', { fatal: true }).decode(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw noRoot(`The file "${file}" with trusted roots cannot be read: ${asError(cause).message}.`, cause);
  }
}

/**
 * trustedRootsIn reads trusted roots (protobuf-specs, `TrustedRoot`): one as JSON, or several, one a line, as `gh
 * attestation trusted-root` prints them. `what`: the source, as the subject of a sentence. Throws PROOF_NO_TRUST_ROOT.
 */
export function trustedRootsIn(text: string, what: string): readonly TrustedRoot[] {
  try {
    const documents = isOne(text) ? [text] : text.split('\n').filter((line) => line.trim() !== '');
    const roots = documents.map((document) => TrustedRoot.fromJSON(JSON.parse(document)));
    if (roots.length === 0 || roots.some((root) => root.certificateAuthorities.length === 0))
      throw new Error('a root in it has no certificate authority');
    // The library would accept the key of such a log for any time in the past.
    if (roots.some(({ tlogs }) => tlogs.some(({ publicKey }) => publicKey?.validFor?.start === undefined)))
      throw new Error('a log in it does not say since when its key is valid');
    return roots;
  } catch (cause) {
    throw noRoot(`${what} is no trusted root of Sigstore: ${asError(cause).message}.`, cause);
  }
}

function isOne(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
