/**
 * maskedPlace finds a masked text in a document, in a name or a value, and returns its place; undefined if there is
 * none. A text that the log hides must not be signed, stored and published.
 */
export function maskedPlace(
  document: unknown,
  isMasked: (text: string) => boolean,
  place = 'predicate',
): string | undefined {
  if (typeof document === 'string') return isMasked(document) ? place : undefined;
  if (typeof document !== 'object' || document === null) return undefined;
  for (const [name, value] of Object.entries(document)) {
    const at = Array.isArray(document) ? `${place}[${name}]` : `${place}.${isMasked(name) ? '***' : name}`;
    const found = isMasked(name) ? at : maskedPlace(value, isMasked, at);
    if (found !== undefined) return found;
  }
  return undefined;
}
