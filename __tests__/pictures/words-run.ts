import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAMS = ['docker', 'skopeo', 'kubectl', 'sha256sum'];

/** wordsRun gives commands to a shell that has nothing but programs which note what they were called with. */
export function wordsRun(commands: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  const notes = join(folder, 'notes');
  writeFileSync(notes, '');
  for (const program of PROGRAMS) {
    const file = join(folder, program);
    writeFileSync(file, `#!/bin/sh\necho "${program} $*" >> '${notes}'\n`);
    chmodSync(file, 0o755);
  }
  try {
    const { status, stderr } = spawnSync('/bin/sh', ['-eu', '-c', commands], {
      env: { PATH: folder },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the shell ended with ${status}: ${stderr}`);
    return readFileSync(notes, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.trim());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
