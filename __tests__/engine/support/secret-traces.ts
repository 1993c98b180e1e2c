import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Credential } from '../../doubles/services.ts';

/** formsOf lists every form in which a password may be written down. */
export function formsOf({ username, password }: Credential): readonly string[] {
  const binary = [password, `${password}\n`, `${username}:${password}`, JSON.stringify({ username, password })];
  return [
    password,
    encodeURIComponent(password),
    JSON.stringify(password).slice(1, -1),
    ...binary.flatMap((form) => {
      const bytes = Buffer.from(form);
      // Without the padding, and what depends on it, the text is found in the middle of a longer one too.
      return [bytes.toString('hex'), ...[bytes.toString('base64'), bytes.toString('base64url')].map(withoutTail)];
    }),
  ];
}

function withoutTail(base64: string): string {
  return base64.replace(/=*$/, '').slice(0, -1);
}

/** holdsOneOf tells whether a text holds one of the forms. */
export function holdsOneOf(text: string, forms: readonly string[]): boolean {
  return forms.some((form) => text.includes(form));
}

/** filesHolding names every file below a folder that holds one of the forms, in its content or its own name. */
export function filesHolding(folder: string, forms: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => {
      const path = join(entry.parentPath, entry.name);
      const content = entry.isFile() ? readFileSync(path, 'utf8') : entry.isSymbolicLink() ? readlinkSync(path) : '';
      return holdsOneOf(`${entry.name}\n${content}`, forms);
    })
    .map((entry) => join(entry.parentPath, entry.name));
}
