import type { Digest } from '../../src/image/digest.ts';
import type { Manifest } from '../../src/image/manifest.ts';
import { asVerified, type Verified } from '../../src/image/verified.ts';

/** An image as verification hands it on, for tests of what comes after it. */
export function verifiedOf(manifest: Manifest): Verified {
  const imageId: Digest = manifest.kind === 'manifest' ? manifest.config.digest : manifest.digest;
  const target = { registry: 'ghcr.io', path: 'owner/app', tag: 'abc' };
  return asVerified({ target, manifest, level: 'manifest', imageId, platforms: [], evidence: [] });
}
