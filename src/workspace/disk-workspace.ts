import { constants, type Stats } from 'node:fs';
import { type FileHandle, glob, lstat, mkdtemp, open, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionError, asError } from '../errors.ts';
import type { KeptFiles, ReportFile, ReportFiles } from './workspace.ts';

/** Largest report, in bytes: GitHub accepts 10 MB of it, compressed. */
const LARGEST = 64 << 20;
const MOST_FILES = 100;
const CHUNK = 64 << 10;

/**
 * diskReportFiles finds reports on the runner's disk, relative to the workspace. If the signal fires, its reason is
 * thrown.
 */
export function diskReportFiles(signal: AbortSignal): ReportFiles {
  return {
    find: async (pattern) => {
      const names = (await look(pattern)) === undefined ? await matches(pattern, signal) : [pattern];
      if (names.length === 0) throw unusable(`no file matches "${pattern}"`);
      return Promise.all(names.map((name) => reportFile(name, signal)));
    },
    now: () => Date.now(),
  };
}

/** The file with exactly this name, even if the name looks like a pattern; undefined if there is none. */
async function look(path: string): Promise<Stats | undefined> {
  return lstat(path).catch((error) => {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(error.code)) return undefined;
    throw unusable(`${path} cannot be read: ${error.message}`);
  });
}

async function matches(pattern: string, signal: AbortSignal): Promise<readonly string[]> {
  const names: string[] = [];
  // Called for everything on the way: a tree may be large, without any match.
  const exclude = () => signal.aborted;
  try {
    for await (const name of glob(pattern, { exclude })) {
      names.push(name);
      if (names.length > MOST_FILES) break;
    }
  } catch (error) {
    throw unusable(`files that match "${pattern}" cannot be listed: ${asError(error).message}`);
  }
  signal.throwIfAborted();
  if (names.length > MOST_FILES) throw unusable(`more than ${MOST_FILES} files match "${pattern}"`);
  return names.sort();
}

async function reportFile(name: string, signal: AbortSignal): Promise<ReportFile> {
  const stats = await look(name);
  if (stats === undefined) throw unusable(`${name} was removed while this step ran`);
  const problem = problemOf(stats);
  if (problem !== undefined) throw unusable(`${name} ${problem}`);
  return { name, written: stats.mtimeMs, read: () => read(name, signal) };
}

function problemOf(stats: Stats): string | undefined {
  if (stats.isSymbolicLink()) return 'is a symbolic link, which may lead anywhere';
  if (stats.isDirectory()) return 'is a folder; name the files in it, as in "reports/*.sarif"';
  if (!stats.isFile()) return 'is not a regular file';
  return stats.size > LARGEST ? `is larger than ${LARGEST >> 20} MiB` : undefined;
}

async function* read(name: string, signal: AbortSignal): AsyncIterable<Uint8Array> {
  await using file = await openFile(name);
  const problem = problemOf(await file.stat());
  if (problem !== undefined) throw unusable(`${name} ${problem}`);
  for (let total = 0; ; ) {
    signal.throwIfAborted();
    // A new chunk each time, so the reader may keep it.
    const { bytesRead, buffer } = await file.read({ buffer: new Uint8Array(CHUNK) }).catch((error) => {
      throw unusable(`${name} cannot be read: ${error.message}`);
    });
    total += bytesRead;
    // The file may grow while it is read.
    if (total > LARGEST) throw unusable(`${name} is larger than ${LARGEST >> 20} MiB`);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Without O_NONBLOCK, opening a pipe would wait for a writer that may never come. */
async function openFile(name: string): Promise<FileHandle> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  return open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((error) => {
    throw unusable(`${name} cannot be opened: ${error.message}`);
  });
}

function unusable(message: string): ActionError {
  return new ActionError('GATE_SCAN', message, {
    hint: 'Let the scanner write its report, in a step before this one.',
  });
}

/** Not the prefix of the private folder, which is removed. */
const PREFIX = 'verified-image-push-for-later-';

/** diskKeptFiles keeps files under RUNNER_TEMP, readable only by us. The runner removes them with the job. */
export const diskKeptFiles: KeptFiles = {
  keep: async (name, text) => {
    const folder = await mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), PREFIX));
    const path = join(folder, name);
    await writeFile(path, text, { mode: 0o600, flag: 'wx' });
    return path;
  },
};
