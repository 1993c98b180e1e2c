import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { licensesOf } from './licenses.ts';

/**
 * Builds dist/ from src/: `tsc` emits JavaScript, `ncc` bundles each entry with what it imports, and puts what is
 * loaded later, by `import()`, into numbered files beside it. The output is the same bytes on every machine, so
 * `--check` can build again and compare, and a stale dist/ cannot be merged.
 */
/** The folder in dist/ of each entry, and where in src/ it begins. */
const ENTRIES: Readonly<Record<string, string>> = {
  main: 'actions/publish/main',
  post: 'actions/publish/post',
  prune: 'actions/prune/main',
  verify: 'actions/verify/main',
};
const root = resolve(import.meta.dirname, '..');

function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(join(root, 'node_modules/.bin', program), args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
}

/**
 * `@actions/core` imports an HTTP client to fetch tokens (`undici`, 900 kB), and nothing here uses that. Its
 * package.json does not say that its modules do nothing but export (`sideEffects`), so bundlers must keep all of them.
 * The emitted code finds a copy beside it that says so; the code of the copy is the same.
 */
const PURE = ['@actions/core'];

function copyAsPure(name: string): void {
  const copy = join(root, 'build/node_modules', name);
  cpSync(join(root, 'node_modules', name), copy, { recursive: true });
  const manifest = join(copy, 'package.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), sideEffects: false }));
}

function build(into: string): void {
  rmSync(join(root, 'build'), { recursive: true, force: true });
  rmSync(into, { recursive: true, force: true });
  run('tsc', ['-p', '.']);
  for (const name of PURE) copyAsPure(name);
  const licenses = licensesOf(root);
  for (const [name, entry] of Object.entries(ENTRIES)) {
    run('ncc', ['build', `build/${entry}.js`, '-o', join(into, name), '--no-cache', '-q']);
    writeFileSync(join(into, name, 'licenses.txt'), licenses);
  }
}

/** What a bundle says when it is started without a runner: that it has been read, with all its modules. */
const FIRST_WORDS: Readonly<Record<string, RegExp>> = {
  main: /^::error title=INPUT_INVALID::image/m,
  // It has nothing to do, and says nothing.
  post: /^$/,
  prune: /^::error title=INPUT_INVALID::image/m,
  verify: /^::error title=INPUT_INVALID::image/m,
};

function says(cwd: string, bundle: string): string {
  const ended = spawnSync(process.execPath, [bundle], { encoding: 'utf8', env: { PATH: process.env.PATH }, cwd });
  return `${ended.stdout}${ended.stderr}`;
}

/** What ncc makes: the entry, what it loads later, and what goes with them. */
const MADE = /^(?:(?:\d+\.)?index\.js|licenses\.txt|package\.json)$/;

/** What is wrong with a bundle that ncc was content with: it exits 0 on a module that it cannot find. */
function problemsOf(dist: string): readonly string[] {
  return Object.keys(ENTRIES).flatMap((entry) => {
    const folder = join(dist, entry);
    const names = readdirSync(folder);
    const starts = FIRST_WORDS[entry]?.test(says(folder, join(folder, 'index.js')));
    return [
      ...names.filter((name) => !MADE.test(name)).map((name) => `dist/${entry}/${name} is a stray file`),
      ...(starts ? [] : [`dist/${entry}/index.js does not start`]),
      ...names.flatMap((name) => problemsIn(folder, name).map((problem) => `dist/${entry}/${name} ${problem}`)),
    ];
  });
}

/** Where ncc says which package a part is of. */
const PACKAGE = /\.\/(?:build\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//g;

function problemsIn(folder: string, name: string): readonly string[] {
  const text = readFileSync(join(folder, name), 'utf8');
  const licenses = readFileSync(join(folder, 'licenses.txt'), 'utf8');
  const packages = new Set([...text.matchAll(PACKAGE)].map(([, found = '']) => found));
  return [
    ...[...packages].filter((each) => !licenses.includes(`${each} `)).map((each) => `has ${each} without its licence`),
    ...(/webpackMissingModule|Cannot find module '/.test(text) ? ['misses a module'] : []),
    ...(text.includes(root) ? ['has a path of this machine'] : []),
  ];
}

function differences(one: string, other: string): readonly string[] {
  const list = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const names = (folder: string) =>
    list(folder).map((file) => join(file.parentPath, file.name).slice(folder.length + 1));
  const all = [...new Set([...names(one), ...names(other)])];
  const read = (folder: string, name: string) => {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      return undefined;
    }
  };
  return all.filter((name) => read(one, name) !== read(other, name));
}

const isCheck = process.argv.includes('--check');
const dist = join(root, 'dist');
const fresh = isCheck ? mkdtempSync(join(tmpdir(), 'dist-')) : dist;
try {
  build(fresh);
  const problems = [
    ...problemsOf(fresh),
    ...(isCheck
      ? differences(dist, fresh).map((name) => `dist/${name} is not what src/ makes: run "npm run build"`)
      : []),
  ];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(isCheck ? 'dist/ is what src/ makes.' : 'dist/ is built.');
} finally {
  if (isCheck) rmSync(fresh, { recursive: true, force: true });
}
