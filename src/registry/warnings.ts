import type { HttpHead } from '../http/http.ts';
import { printableLine } from '../text/printable.ts';

/** The longest warning that the specification allows, in characters. */
const LONGEST = 4096;

/** warningsOf reads the texts of `Warning: 299 - "text"` headers (distribution-spec, "Warnings"; RFC 9110, 5.6.4). */
export function warningsOf({ headers }: HttpHead): readonly string[] {
  const header = headers.warning ?? '';
  return [...header.matchAll(/299 - "((?:[^"\\]|\\.){1,4096})"/g)].map(([, text = '']) =>
    printableLine(text.replace(/\\(.)/g, '$1')).slice(0, LONGEST),
  );
}
