/**
 * maskedPlace tells where in a document something stands that the log hides: a name or a value with a masked text in it.
 * What is hidden in the log must not be signed, stored and published. Undefined if there is nothing.
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
