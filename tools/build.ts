import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Builds dist/ from src/: `tsc` emits JavaScript, `ncc` bundles each entry with what it imports. The output is the
 * same bytes on every machine, so `--check` can build anew and compare, and a stale dist/ cannot be merged.
 */
/** The folder in dist/ of each entry, and where in src/ it begins. */
const ENTRIES: Readonly<Record<string, string>> = { main: 'actions/publish/main', post: 'actions/publish/post' };
const root = resolve(import.meta.dirname, '..');

function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(join(root, 'node_modules/.bin', program), args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
}

function build(into: string): void {
  rmSync(join(root, 'build'), { recursive: true, force: true });
  rmSync(into, { recursive: true, force: true });
  run('tsc', ['-p', '.']);
  for (const [name, entry] of Object.entries(ENTRIES)) {
    const args = [
      'build',
      `build/${entry}.js`,
      '-o',
      join(into, name),
      '--no-cache',
      '--license',
      'licenses.txt',
      '-q',
    ];
    run('ncc', args);
  }
}

/** What a bundle says when it is started without a runner: that it has been read, with all its modules. */
const FIRST_WORDS: Readonly<Record<string, RegExp>> = {
  main: /^::error title=INPUT_INVALID::image/m,
  post: /nothing to remove/,
};

function says(cwd: string, bundle: string): string {
  return spawnSync(process.execPath, [bundle], { encoding: 'utf8', env: { PATH: process.env.PATH }, cwd }).stdout;
}

/** What is wrong with a bundle that ncc was content with: it exits 0 on a module that it cannot find. */
function problemsOf(dist: string): readonly string[] {
  return Object.keys(ENTRIES).flatMap((entry) => {
    const folder = join(dist, entry);
    const extra = readdirSync(folder).filter((name) => !['index.js', 'package.json', 'licenses.txt'].includes(name));
    const bundle = readFileSync(join(folder, 'index.js'), 'utf8');
    return [
      ...(extra.length > 0 ? [`dist/${entry} has stray files: ${extra.join(', ')}`] : []),
      ...(/webpackMissingModule|Cannot find module '/.test(bundle) ? [`dist/${entry}/index.js misses a module`] : []),
      ...(FIRST_WORDS[entry]?.test(says(folder, join(folder, 'index.js')))
        ? []
        : [`dist/${entry}/index.js does not start`]),
      ...(bundle.includes(root) ? [`dist/${entry}/index.js has a path of this machine`] : []),
    ];
  });
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
