import type { Digest } from './digest.ts';
import type { Manifest } from './manifest.ts';

/** Neither is exported, so that nobody makes these but by the functions below. */
const vouched = Symbol('vouched');
const proved = Symbol('proved');

/** An image of another run that a signed proof speaks for: it was judged, and is not looked at yet. */
export type Vouched = {
  readonly digest: Digest;
  /** The commit that it is of. */
  readonly commit: string;
  /** Address of the run that has signed, as its certificate has it. */
  readonly run: string;
  readonly [vouched]: true;
};

/**
 * An image of another run that a registry serves whole, and that a signed proof speaks for. Beside a `Verified` it is the
 * only thing that gets a tag, and it never becomes an output: this run has not tested it.
 */
export type Proved = Pick<Vouched, 'commit' | 'run'> & { readonly manifest: Manifest; readonly [proved]: true };

/** asVouched is for the room proof/ alone, which has judged the proof; a test keeps it there. */
export function asVouched(judged: Omit<Vouched, typeof vouched>): Vouched {
  return { ...judged, [vouched]: true };
}

/** asProved is for the room verify/ alone, which has seen the image; a test keeps it there. */
export function asProved({ commit, run }: Vouched, manifest: Manifest): Proved {
  return { commit, run, manifest, [proved]: true };
}
