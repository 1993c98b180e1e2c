import { ActionError, type ErrorCode } from '../errors.ts';

/** Errors that stop the step at any point. */
const OF_THE_STEP: readonly ErrorCode[] = ['TIMEOUT', 'CANCELLED'];

const LEAVE = 'To publish the image without what is attached to it, set "referrers: leave".';

/** withLeave adds to an error how to publish without the referrers. */
export function withLeave(error: unknown): unknown {
  if (!(error instanceof ActionError) || OF_THE_STEP.includes(error.code)) return error;
  return new ActionError(error.code, error.message, { hint: `${error.hint} ${LEAVE}`, cause: error });
}
