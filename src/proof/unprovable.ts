import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';

/** masked is the error for a fact that the log hides. */
export function masked(place: string): ActionError {
  return new ActionError(
    'PROOF_SIGNING',
    `The statement of the gate contains a masked text, at ${place}: a text that the log hides is not published.`,
    {
      hint: 'Find the secret whose value is an ordinary word, such as a name or a branch, and store it as a variable instead.',
    },
  );
}

/** foreign is the error for a kept image of an earlier run without a proof by this job. `why`: a sentence. */
export function foreign(digest: Digest, why: string): ActionError {
  return new ActionError(
    'PROOF_FOREIGN',
    `The image ${digest} of an earlier run is kept. This run has not tested it, so it signs nothing, and no proof by this job was found. ${why}`,
    {
      hint: 'If a Sigstore that you run has signed a proof of it, set "trusted-root". If there is none, run the job of that image again, or publish the same image with "if-exists: verify", so that it is signed by the run that tested it.',
    },
  );
}

/** noRoot is the error if there is no root to verify a proof of an earlier run with. */
export function noRoot(): ActionError {
  return new ActionError('PROOF_NO_TRUST_ROOT', 'There is no trusted root to verify its proof with.', {
    hint: 'If a Sigstore that you run has signed it, set "trusted-root".',
  });
}
