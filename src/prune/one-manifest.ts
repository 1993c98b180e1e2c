import { ActionError } from '../errors.ts';

/** Errors that may concern one manifest only. Any other error concerns the registry, and stops everything. */
const OF_ONE_MANIFEST: readonly string[] = ['REGISTRY_ANSWER', 'DIGEST_MISMATCH', 'REGISTRY_DENIED'];

/** isOfOneManifest tells whether an error may concern one manifest only. */
export function isOfOneManifest(error: unknown): boolean {
  return error instanceof ActionError && OF_ONE_MANIFEST.includes(error.code);
}
