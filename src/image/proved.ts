import type { Digest } from './digest.ts';
import type { Manifest } from './manifest.ts';

/** Neither is exported, so that only the functions below create these types. */
const vouched = Symbol('vouched');
const proved = Symbol('proved');

/** An image of another run, for which there is a signed proof. The proof was judged; the image was not read yet. */
export type Vouched = {
  readonly digest: Digest;
  /** The commit of the image. */
  readonly commit: string;
  /** Address of the run that signed, from its certificate. */
  readonly run: string;
  readonly [vouched]: true;
};

/**
 * An image of another run that a registry serves completely, and that has a signed proof. Only a `Proved` or a
 * `Verified` gets a tag. A `Proved` never becomes an output, because this run has not tested it.
 */
export type Proved = Pick<Vouched, 'commit' | 'run'> & { readonly manifest: Manifest; readonly [proved]: true };

/** asVouched is only for the room proof/, which has judged the proof; a test checks that. */
export function asVouched(judged: Omit<Vouched, typeof vouched>): Vouched {
  return { ...judged, [vouched]: true };
}

/** asProved is only for the room verify/, which has read the image; a test checks that. */
export function asProved({ commit, run }: Vouched, manifest: Manifest): Proved {
  return { commit, run, manifest, [proved]: true };
}
