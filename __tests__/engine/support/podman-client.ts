import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Podman } from '../../doubles/services.ts';
import { PATIENCE } from './until.ts';

const run = promisify(execFile);

/** PodmanClient is Podman's own command; the images that it has built are gone when it is disposed. */
export class PodmanClient implements AsyncDisposable {
  readonly #program: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'podman-'));
  readonly #names: string[] = [];

  constructor({ program }: Podman) {
    this.#program = program;
  }

  /** build makes a small image that nobody has seen before, and returns its ID: `sha256:` and the config's digest. */
  async build(name: string, format: 'oci' | 'docker' = 'oci'): Promise<string> {
    const context = mkdtempSync(join(this.#folder, 'context-'));
    writeFileSync(join(context, 'Containerfile'), 'FROM scratch\nCOPY content /\n');
    writeFileSync(join(context, 'content'), randomUUID());
    this.#names.push(name);
    return `sha256:${await this.#run(['build', '--quiet', '--format', format, '--tag', name, context])}`;
  }

  /** list makes a manifest list of an image, and returns its name. */
  async list(name: string): Promise<string> {
    const list = name.replace(':', '-list:');
    await this.#run(['manifest', 'create', list, `containers-storage:${name}`]);
    return list;
  }

  /** removeList removes a manifest list, and none of the images in it. */
  async removeList(list: string): Promise<void> {
    await this.#run(['manifest', 'rm', list]);
  }

  /** save writes an image to a file or a folder below the temporary folder of this client, and returns its path. */
  async save(name: string, format: string): Promise<string> {
    const path = join(this.#folder, `saved-${randomUUID()}`);
    await this.#run(['image', 'save', '--format', format, '--output', path, name]);
    return path;
  }

  /** store lists everything that Podman has, by ID, name and digest: whatever of it goes was taken from the user. */
  async store(): Promise<readonly string[]> {
    const lines = await this.#run(['images', '--all', '--format', '{{.ID}} {{.Repository}}:{{.Tag}} {{.Digest}}']);
    return lines.split('\n').toSorted();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // What the step has deleted must not hide why a test has failed.
    await this.#run(['image', 'rm', '--force', '--ignore', ...this.#names]).catch(() => undefined);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #run(args: readonly string[]): Promise<string> {
    const { stdout } = await run(this.#program, args, { timeout: PATIENCE });
    return stdout.trim();
  }
}
