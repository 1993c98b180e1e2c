import type { Digest } from '../../src/image/digest.ts';
import type { Manifest } from '../../src/image/manifest.ts';
import { asProved, asVouched, type Proved } from '../../src/image/proved.ts';
import { asVerified, type Verified } from '../../src/image/verified.ts';

/** An image as verification hands it on, for tests of what comes after it. */
export function verifiedOf(manifest: Manifest): Verified {
  const imageId: Digest = manifest.kind === 'manifest' ? manifest.config.digest : manifest.digest;
  const target = { registry: 'ghcr.io', path: 'owner/app', tag: 'abc' };
  return asVerified({ target, manifest, level: 'manifest', imageId, platforms: [], evidence: [] });
}

/** An image of another run whose proof was accepted, for tests of what comes after that. */
export function provedOf(
  manifest: Manifest,
  commit: string,
  run = 'https://github.com/octo/app/actions/runs/3',
): Proved {
  return asProved(asVouched({ digest: manifest.digest, commit, run }), manifest);
}
