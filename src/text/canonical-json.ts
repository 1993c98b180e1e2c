/**
 * canonicalJson writes a value as RFC 8785 (JSON Canonicalization Scheme) has it: no white space, members in the order of
 * the UTF-16 units of their names, numbers and strings as ECMAScript writes them. What is undefined is left out. Text that
 * is no Unicode (half of a surrogate pair) has no canonical form: its place is taken by U+FFFD.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // The order of JavaScript's own comparison is that of UTF-16 units.
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`).join(',')}}`;
}
