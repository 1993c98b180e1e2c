import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What package-lock.json says of a package, by the folder it is in (docs.npmjs.com, `package-lock.json`). */
type Locked = { readonly version?: string; readonly license?: string; readonly dependencies?: object };

/**
 * licensesOf is the licences of all packages that a bundle may have parts of: the runtime dependencies in package-lock.json,
 * with those that they bring. ncc finds those of an entry alone: what is loaded later it names in part.
 */
export function licensesOf(root: string): string {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const reached = new Set<string>(['']);
  // A set that grows while it is walked: every package that is found is walked in its turn.
  for (const folder of reached)
    for (const name of Object.keys(packages[folder]?.dependencies ?? {})) reached.add(placeOf(name, folder, packages));
  reached.delete('');
  const texts = [...reached].map((folder) => {
    const { version, license } = packages[folder] ?? {};
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return `${name} ${version} (${license})\n\n${textIn(join(root, folder))}`;
  });
  return `${[...new Set(texts)].sort().join('\n\n')}\n`;
}

/** Where Node finds a package from within another: in its own folder first, then further up. */
function placeOf(name: string, from: string, packages: Readonly<Record<string, Locked>>): string {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') throw new Error(`package-lock.json does not have ${name}, which "${from}" needs`);
  }
}

function textIn(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}
