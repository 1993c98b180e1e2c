import type { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import type { Reference } from '../image/reference.ts';
import type { Demands } from '../proof/demands.ts';
import type { Search } from '../proof/find-proof.ts';

/** How the step of the action verify/ ended. */
export type DeploymentOutcome = (
  | {
      readonly kind: 'verified';
      readonly image: Reference;
      readonly digest: Digest;
      /** What the proof is about: the image, or the index that lists it. */
      readonly root: Digest;
      readonly demands: Demands;
      readonly tags: readonly string[];
      readonly search: Search;
    }
  | {
      readonly kind: 'failed';
      readonly error: ActionError;
      /** The image to verify, if the inputs could be read. */
      readonly image?: Reference;
      /** As far as the run came. */
      readonly demands?: Demands;
      readonly search?: Search;
    }
) & {
  /** How long the step has taken, in milliseconds. */
  readonly took?: number;
};
