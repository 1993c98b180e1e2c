import { createHash } from 'node:crypto';

export function sha256(bytes: Buffer | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** The digest of `bytes` in the algorithm that `like` names. */
export function digestLike(like: string, bytes: readonly Buffer[]): string {
  const algorithm = like.startsWith('sha512:') ? 'sha512' : 'sha256';
  const hash = createHash(algorithm);
  for (const chunk of bytes) hash.update(chunk);
  return `${algorithm}:${hash.digest('hex')}`;
}
