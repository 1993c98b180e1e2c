import { ActionError } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import { refusal } from './answers.ts';
import type { Access } from './repository-client.ts';

/** Most bytes of a manifest or a config that are read; registries take no larger manifest (4 MiB). */
export const DOCUMENT_LIMIT = 4 * 1024 * 1024;

/** fetchDocument reads a manifest or a config whole; undefined if there is none. */
export async function fetchDocument(
  { session }: Access,
  path: string,
  accept: string,
): Promise<HttpAnswer | undefined> {
  const registry = await session();
  const request = { method: 'GET', path, headers: { accept }, limit: DOCUMENT_LIMIT } as const;
  const answer = await registry.send(request);
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw refusal(registry.asked(request), answer);
  return answer;
}

/** mismatch says that the registry serves other bytes than those of the digest. */
export function mismatch(message: string): ActionError {
  return new ActionError('DIGEST_MISMATCH', message, {
    hint: 'Do not deploy it. Ask whoever runs the registry (or a proxy before it) why its content differs; then push again.',
  });
}
