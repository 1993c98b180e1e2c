import { type Digest, parseDigest } from '../image/digest.ts';
import { parseReference, type Reference } from '../image/reference.ts';

/** Something deployed, as a line of `keep-digests` names it: by a digest, which counts everywhere, or by a tag. */
export type Deployed =
  | { readonly kind: 'digest'; readonly digest: Digest }
  | { readonly kind: 'tag'; readonly reference: Reference & { readonly tag: string } };

/** The prefix that Kubernetes and container runtimes write before a reference or a digest (`docker-pullable://`). */
const SCHEME = /^[a-z][a-z0-9-]*:\/\//;

/**
 * parseDeployed reads one line as engines and clusters print it. The text before a digest is ignored: it may name a
 * mirror or a proxy. Undefined if the line names neither a digest nor a tag.
 */
export function parseDeployed(line: string): Deployed | undefined {
  const text = line.replace(SCHEME, '');
  const digest = parseDigest(text.slice(text.lastIndexOf('@') + 1));
  if (digest !== undefined) return { kind: 'digest', digest };
  if (text.includes('@')) return undefined;
  const parsed = parseReference(text);
  if (!parsed.ok) return undefined;
  const { tag } = parsed.value;
  return tag === undefined ? undefined : { kind: 'tag', reference: { ...parsed.value, tag } };
}
