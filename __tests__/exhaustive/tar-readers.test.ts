/**
 * An archive is one image to every program that reads it, or it is refused: beside our reading stand those of Go's
 * archive/tar, which engines use, and of Python's tarfile.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileProblem } from '../../src/tar/file-problem.ts';
import { BLOCK, binary, type Entry, header, long, MAGIC, octal, pax } from '../doubles/archives/tar.ts';
import { archiveInMemory } from '../unit/files/in-memory.ts';
import { Random } from './random.ts';

const ARCHIVES = 4_000;
/** What decides which image is in an archive. */
const NAMES = ['index.json', 'manifest.json', 'oci-layout', 'blobs/sha256/aa'];
const GO = ['/usr/local/go/bin/go', 'go'].find((name) => spawnSync(name, ['version']).status === 0);

type Files = readonly { readonly name: string; readonly digest: string }[];
type Listing = { readonly files: Files; readonly whole: boolean };

const folder = mkdtempSync(join(tmpdir(), 'tar-readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Archives of a few files whose headers are odd in ways that programs have read differently. */
class OddArchives {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  archive(): Buffer {
    const names = NAMES.filter(() => this.#random.chance(0.8));
    const entries = names.flatMap((name) => this.#entries(name));
    const again = this.#random.chance(0.08) ? this.#entries(this.#random.pick(NAMES)) : [];
    return Buffer.concat([...entries, ...again, this.#end()]);
  }

  #entries(name: string): readonly Buffer[] {
    const content = Buffer.from(`${name} ${this.#random.below(1_000_000)}`.repeat(1 + this.#random.below(40)));
    const format = this.#random.pick(Object.keys(MAGIC) as (keyof typeof MAGIC)[]);
    const before = this.#before(name, content.length);
    const entry: Entry = {
      name: this.#named(name),
      type: this.#random.pick(['0', '0', '0', '0', '\0', '7']),
      format,
      prefix: this.#random.chance(0.06) ? this.#random.pick(['x', 'blobs', 'x'.repeat(131), 'x'.repeat(155)]) : '',
      size: this.#size(content.length),
    };
    const block = header(entry);
    if (this.#random.chance(0.15)) this.#disturb(block);
    const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
    return [...before, block, content, padding];
  }

  #named(name: string): string | Buffer {
    const odd = [`./${name}`, `${name}\0x`, `${name}/`, `x/../${name}`, `/${name}`, name.toUpperCase(), `${name} `, ''];
    return this.#random.chance(0.08) ? this.#random.pick(odd) : name;
  }

  /** Headers that are about the next one. */
  #before(name: string, length: number): readonly Buffer[] {
    if (this.#random.chance(0.87)) return [];
    const other = this.#random.pick(NAMES);
    return [
      this.#random.pick([
        pax({ path: other }),
        pax({ path: name }),
        pax({ size: String(length) }),
        pax({ size: '1' }),
        pax({ path: `${other}\0x` }),
        pax({ path: '' }),
        pax({ comment: 'x' }),
        pax({ path: other }, 'g'),
        pax({ 'GNU.sparse.name': other }),
        long('L', other),
        long('L', `${other}\0x`),
        long('L', ''),
        Buffer.concat([long('L', other), pax({ path: name })]),
      ]),
    ];
  }

  #size(length: number): Buffer {
    const text = (written: string) => Buffer.from(written.padEnd(12, '\0'), 'latin1');
    const digits = length.toString(8);
    const odd = [
      binary(BigInt(length)),
      text(`\0${digits}`),
      text(`  ${digits} `),
      text(`${digits}\0${digits}`),
      text(`${digits} x`),
      text(`0o${digits}`),
      text(`+${digits}`),
      text(`${digits.slice(0, 1)}_${digits.slice(1)}`),
      text(''),
      Buffer.concat([Buffer.from([0xff]), binary(BigInt(length)).subarray(1)]),
      Buffer.concat([Buffer.from([0x81]), binary(BigInt(length)).subarray(1)]),
    ];
    return this.#random.chance(0.06) ? this.#random.pick(odd) : octal(length);
  }

  /** Changes a byte, most often where formats differ, and makes the checksum right again. */
  #disturb(block: Buffer): void {
    const [start, end] = this.#random.pick([
      [345, 512],
      [345, 512],
      [257, 265],
      [100, 124],
      [156, 157],
      [0, 512],
    ] as const);
    const text = this.#random.pick(['x', '\0', 'ab', '0', ' ', '\xff', '/', '1\0']);
    block.write(text, start + this.#random.below(end - start), 'latin1');
    block.write('        ', 148);
    const sum = block.reduce((total, byte) => total + byte, 0);
    const written = `${sum.toString(8).padStart(6, '0')}\0 `;
    block.write(this.#random.chance(0.1) ? `\0${written.slice(0, 7)}` : written, 148);
  }

  #end(): Buffer {
    const zeros = Buffer.alloc(2 * BLOCK);
    return this.#random.chance(0.05)
      ? Buffer.concat([Buffer.alloc(BLOCK), header({ name: 'index.json' }), zeros])
      : zeros;
  }
}

/** What we read under each name; undefined if the archive is refused, or what is asked for in it. */
async function ours(bytes: Buffer): Promise<ReadonlyMap<string, string> | undefined> {
  const found = new Map<string, string>();
  try {
    const storage = await archiveInMemory(bytes);
    for (const name of NAMES) {
      const stored = await storage.find(name);
      if (stored === undefined) continue;
      const hash = createHash('sha256');
      for await (const chunk of stored.read()) hash.update(chunk);
      found.set(name, hash.digest('hex'));
    }
    return found;
  } catch (error) {
    if (error instanceof FileProblem) return undefined;
    throw error;
  }
}

/** Where a program that reads the archive, as far as it gets, finds something else under a name than we do. */
function disagreement(found: ReadonlyMap<string, string>, { files, whole }: Listing): string | undefined {
  for (const { name, digest } of files) {
    if (NAMES.includes(name) && found.get(name) !== digest) return `${name}: ${digest}, ours is ${found.get(name)}`;
  }
  const missed = [...found.keys()].find((name) => !files.some((file) => file.name === name));
  return whole && missed !== undefined ? `${missed} is not there` : undefined;
}

describe.each([
  ['Go', (input: string) => runGo(input)],
  ['Python', (input: string) => run('python3', [join(import.meta.dirname, 'tar-readers/reader.py')], input)],
] as const)('what %s reads in an archive that we take', (_program, listAll) => {
  const archives = new OddArchives(20_261_130);
  const readings: { readonly path: string; readonly bytes: Buffer; readonly found: ReadonlyMap<string, string> }[] = [];
  let refused = 0;

  beforeAll(async () => {
    for (let at = 0; at < ARCHIVES; at++) {
      const bytes = archives.archive();
      const found = await ours(bytes);
      const path = join(folder, `${at}.tar`);
      if (found === undefined) refused += 1;
      else readings.push({ path, bytes, found });
      if (found !== undefined) writeFileSync(path, bytes);
    }
  });

  it('is what we read', () => {
    const listings = listAll(readings.map(({ path }) => `${path}\n`).join(''));
    expect(listings).toHaveLength(readings.length);
    const wrong = readings.flatMap(({ path, found }, at) => {
      const problem = disagreement(found, listings[at] as Listing);
      return problem === undefined ? [] : [`${path}: ${problem}`];
    });
    expect(wrong).toEqual([]);
    // Both must have been seen often, and most that we take are read to their end by others, too.
    expect([readings.length > 500, refused > 500]).toEqual([true, true]);
    expect(listings.filter(({ whole }) => whole).length / listings.length).toBeGreaterThan(0.9);
  });
});

function run(command: string, args: readonly string[], input: string): readonly Listing[] {
  const output = execFileSync(command, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Listing);
}

function runGo(input: string): readonly Listing[] {
  if (GO === undefined) throw new Error('Go is needed for this test: CI installs it with the services');
  return run(GO, ['run', join(import.meta.dirname, 'tar-readers/reader.go')], input);
}
