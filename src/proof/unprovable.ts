import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';

/** masked is the error for a fact that the log hides. */
export function masked(place: string): ActionError {
  return new ActionError(
    'PROOF_SIGNING',
    `The statement of the gate has a masked text in it, at ${place}: what the log hides is not published.`,
    {
      hint: 'Look for a secret whose value is an ordinary word, such as a name or a branch, and make it a variable; or rename what is meant.',
    },
  );
}

/** foreign is the error for an image of an earlier run, of which this one has tested nothing. */
export function foreign(digest: Digest): ActionError {
  return new ActionError(
    'PROOF_FOREIGN',
    `The image ${digest} of an earlier run is kept, and this run has not tested it: there is nothing that it could sign.`,
    {
      hint: 'Run the job of that image again, or publish the same image with "if-exists: verify", so that it is signed by the run that tested it.',
    },
  );
}
