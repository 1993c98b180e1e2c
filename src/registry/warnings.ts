import type { HttpHead } from '../http/http.ts';
import { oneLine } from '../text/printable.ts';

/** warningsOf reads the texts of `Warning: 299 - "text"` headers (distribution-spec, "Warnings"; RFC 9110, 5.6.4). */
export function warningsOf({ headers }: HttpHead): readonly string[] {
  const header = headers.warning ?? '';
  return [...header.matchAll(/299 - "((?:[^"\\]|\\.){1,4096})"/g)].map(([, text = '']) =>
    oneLine(text.replace(/\\(.)/g, '$1')),
  );
}
