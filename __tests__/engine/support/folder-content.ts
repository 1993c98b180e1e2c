import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

/** contentOf tells everything below a folder: path, mode, time of the last change, and the bytes in base64. */
export function contentOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const { mode, mtimeMs } = lstatSync(path);
    const bytes = entry.isFile() ? readFileSync(path, 'base64') : entry.isSymbolicLink() ? readlinkSync(path) : '';
    return [relative(folder, path), `${mode.toString(8)} ${mtimeMs} ${bytes}`] as const;
  });
  return Object.fromEntries(entries);
}
