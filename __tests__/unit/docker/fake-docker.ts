import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A `docker` of our own, first on the PATH: a shell script that writes down how it was called. */
export class FakeDocker implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'fake-docker-'));
  readonly path = `${join(this.folder, 'bin')}${delimiter}${process.env.PATH}`;
  readonly env: Record<string, string> = { PATH: this.path, HOME: this.folder, RUNNER_TEMP: this.folder };

  /** `script` runs in $FOLDER after the call was written down: arguments, environment, and standard input. */
  constructor(script: string) {
    mkdirSync(join(this.folder, 'bin'));
    const head = [
      '#!/bin/sh',
      `cd '${this.folder}' || exit 99`,
      'call=$(mktemp -d "call-$(date +%s%N)-XXXX")',
      'for argument in "$@"; do printf "%s\\n" "$argument"; done > "$call/arguments"',
      'env > "$call/environment"',
    ];
    writeFileSync(join(this.folder, 'bin', 'docker'), `${[...head, script].join('\n')}\n`, { mode: 0o755 });
  }

  /** The arguments of each call so far, in order. */
  get calls(): readonly (readonly string[])[] {
    return this.#folders.map((folder) => this.read(`${folder}/arguments`).split('\n').slice(0, -1));
  }

  get environments(): readonly string[] {
    return this.#folders.map((folder) => this.read(`${folder}/environment`));
  }

  get #folders(): readonly string[] {
    return readdirSync(this.folder)
      .filter((name) => name.startsWith('call-'))
      .sort();
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  [Symbol.dispose](): void {
    // What the script has started may still make a file when the script is gone.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}
