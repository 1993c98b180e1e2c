import type { Verified } from '../image/verified.ts';
import type { Runner } from '../runner/runner.ts';

/** tellEvidence writes into the log what was seen of an image that was verified, and hands that on. */
export function tellEvidence({ info }: Pick<Runner, 'info'>, verified: Verified): Verified {
  for (const sentence of verified.evidence) info(`${sentence}.`);
  return verified;
}
