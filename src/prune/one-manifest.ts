import { ActionError } from '../errors.ts';

/** What one manifest's own failure may be; any other failure is one of the registry, and ends all that is going on. */
const OF_ONE_MANIFEST: readonly string[] = ['REGISTRY_ANSWER', 'DIGEST_MISMATCH', 'REGISTRY_DENIED'];

/** isOfOneManifest tells whether a failure may be one of a single manifest. */
export function isOfOneManifest(error: unknown): boolean {
  return error instanceof ActionError && OF_ONE_MANIFEST.includes(error.code);
}
