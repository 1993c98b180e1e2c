import type { Facts } from '../run/facts.ts';
import { type OpenToRead, openFor } from './verdict.ts';

/**
 * openToVerify opens reading for a run that publishes nothing: it asks what a registry has, and tells whether that may be
 * deployed. Any run may ask; nothing can be written with it.
 */
export function openToVerify({ eventName, sha, ref }: Facts): OpenToRead {
  return openFor({ event: eventName, whose: 'image', subject: { commit: sha, ref } }, []);
}
