import type { Facts } from '../run/facts.ts';
import { type OpenToRead, openFor } from './verdict.ts';

/**
 * openToVerify allows a run that does not publish to read: it reads what a registry has, and decides whether that may
 * be deployed. Any run may do this; nothing can be written with it.
 */
export function openToVerify({ eventName, sha, ref }: Facts): OpenToRead {
  return openFor({ event: eventName, whose: 'image', subject: { commit: sha, ref } }, []);
}
