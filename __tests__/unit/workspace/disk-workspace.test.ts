import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { diskReportFiles } from '../../../src/workspace/disk-workspace.ts';
import type { ReportFile } from '../../../src/workspace/workspace.ts';

const reports = diskReportFiles(new AbortController().signal);
let folder = '';
const at = (...parts: readonly string[]) => join(folder, ...parts);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reports-'));
  for (const name of ['a.sarif', 'b.sarif', 'c[1].sarif', 'x.json']) writeFileSync(at(name), name);
  utimesSync(at('a.sarif'), 1_700_000_000, 1_700_000_000);
  mkdirSync(at('deep', 'down'), { recursive: true });
  writeFileSync(at('deep', 'down', 'd.sarif'), 'd');
  mkdirSync(at('folders', 'e.sarif'), { recursive: true });
  mkdirSync(at('links'));
  symlinkSync(at('a.sarif'), at('links', 'l.sarif'));
  symlinkSync(at('nowhere'), at('links', 'broken.json'));
  mkdirSync(at('pipes'));
  execFileSync('mkfifo', [at('pipes', 'p.sarif')]);
  mkdirSync(at('many'));
  for (let index = 0; index < 101; index++) writeFileSync(at('many', `${index}.sarif`), '');
  writeFileSync(at('large.sarif'), '');
  truncateSync(at('large.sarif'), (64 << 20) + 1);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function contentOf(file: ReportFile | undefined): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file?.read() ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const names = async (pattern: string) => (await reports.find(pattern)).map(({ name }) => name.slice(folder.length + 1));

describe('a pattern', () => {
  it.each([
    ['a.sarif', ['a.sarif']],
    ['[ab].sarif', ['a.sarif', 'b.sarif']],
    ['c[1].sarif', ['c[1].sarif']],
    ['**/d.sarif', ['deep/down/d.sarif']],
    ['{x.json,b.sarif}', ['b.sarif', 'x.json']],
  ])('%s finds files, sorted', async (pattern, found) => {
    expect(await names(at(pattern))).toEqual(found);
  });

  it.each([
    ['none.sarif', /no file matches/],
    ['*.xml', /no file matches/],
    ['', /is a folder/],
    ['folders/*', /e\.sarif is a folder/],
    ['links/l.sarif', /is a symbolic link/],
    ['links/*.sarif', /is a symbolic link/],
    ['links/broken.json', /is a symbolic link/],
    ['pipes/*', /is not a regular file/],
    ['many/*', /more than 100 files/],
    ['large.sarif', /larger than 64 MiB/],
    ['a.sarif/b', /no file matches/],
    ['\0', /no file matches|cannot be read/],
  ])('%p is refused, with the reason', async (pattern, message) => {
    await expect(reports.find(at(pattern))).rejects.toMatchObject({
      code: 'GATE_SCAN',
      message: expect.stringMatching(message),
    });
  });
});

describe('a step that ends meanwhile', () => {
  const over = new Error('the time is over');

  it('reads no more of a file, and says why', async () => {
    writeFileSync(at('long.txt'), Buffer.alloc(1 << 20));
    const controller = new AbortController();
    const [file] = await diskReportFiles(controller.signal).find(at('long.txt'));
    let chunks = 0;
    const reading = async () => {
      for await (const _ of file?.read() ?? []) if (++chunks === 2) controller.abort(over);
    };
    await expect(reading()).rejects.toBe(over);
    expect(chunks).toBe(2);
  });

  it('looks for no more files, however many folders there are', async () => {
    const controller = new AbortController();
    const ended = diskReportFiles(controller.signal).find(at('**/*.nothing'));
    controller.abort(over);
    await expect(ended).rejects.toBe(over);
  });
});

describe('a file', () => {
  it('has its content and the time it was written', async () => {
    const [file] = await reports.find(at('a.sarif'));
    expect(file?.written).toBe(1_700_000_000_000);
    expect(await contentOf(file)).toBe('a.sarif');
  });

  it('that has become something else in between is refused, and nobody waits for it', async () => {
    const changes: readonly ((path: string) => void)[] = [
      () => {},
      (path) => symlinkSync(at('b.sarif'), path),
      (path) => execFileSync('mkfifo', [path]),
      (path) => mkdirSync(path),
      (path) => {
        writeFileSync(path, '');
        truncateSync(path, (64 << 20) + 1);
      },
    ];
    for (const [index, change] of changes.entries()) {
      const path = at(`changing-${index}.sarif`);
      writeFileSync(path, 'x');
      const [file] = await reports.find(path);
      rmSync(path);
      change(path);
      await expect(contentOf(file)).rejects.toMatchObject({ code: 'GATE_SCAN' });
    }
  });
});
