/**
 * canonicalJson writes a value in the form of RFC 8785 (JSON Canonicalization Scheme): no white space, members in the
 * order of the UTF-16 units of their names, numbers and strings as in ECMAScript. Undefined values are left out. Text
 * that is not Unicode (half of a surrogate pair) has no canonical form: U+FFFD replaces it.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // JavaScript's own comparison uses the order of UTF-16 units.
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`).join(',')}}`;
}
