/** A report as large as may be is read within bounds, and one that is larger is not. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportOf } from '../../doubles/sarif/reports.ts';

const LARGEST = 64 << 20;
const MOST = 50_000;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'large-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Part = (index: number) => unknown;

/** Writes a report of so many rules and results, filled up with blanks to the last byte that may be. */
function write({ rule, result, most }: { readonly rule: Part; readonly result: Part; readonly most: number }): string {
  const path = join(folder, 'large.sarif');
  const file = openSync(path, 'w');
  let size = 0;
  let waiting: string[] = [];
  const flush = () => {
    writeSync(file, waiting.join(''));
    waiting = [];
  };
  const put = (text: string) => {
    size += Buffer.byteLength(text);
    waiting.push(text);
    if (waiting.length > 1000) flush();
  };
  const list = (part: Part, until: number) => {
    for (let index = 0; index < most && size < until; index++)
      put(`${index === 0 ? '' : ','}${JSON.stringify(part(index))}`);
  };
  put('{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"grype","rules":[');
  list(rule, LARGEST / 2);
  put(']}},"results":[');
  list(result, LARGEST - 8192);
  put(']}]}');
  put(' '.repeat(LARGEST - size));
  flush();
  closeSync(file);
  return path;
}

function save(text: string): string {
  const path = join(folder, 'large.sarif');
  writeFileSync(path, text);
  return path;
}

/** An object with so many keys. */
function keys(count: number, prefix = ''): string {
  return `{${Array.from({ length: count }, (_, index) => `"${prefix}k${index}":0`).join(',')}}`;
}

/** Reads it in a process that has no more than so many MiB for its objects. */
function read(path: string, heap: number) {
  const script = resolve(import.meta.dirname, 'read-large-report.ts');
  const args = [`--max-old-space-size=${heap}`, script, path];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, ...(status === 0 ? JSON.parse(stdout) : { stderr: stderr.slice(0, 2000) }) };
}

describe('a report of 64 MiB', () => {
  it('as Trivy writes it takes less than 128 MiB of heap', () => {
    const [run] = JSON.parse(reportOf('trivy')).runs;
    const rule: Part = (index) => ({ ...run.tool.driver.rules[0], id: `CVE-2026-${index}` });
    const result: Part = (index) => ({ ...run.results[0], ruleId: `CVE-2026-${index}`, ruleIndex: index });
    expect(read(write({ rule, result, most: MOST }), 128)).toMatchObject({ status: 0, findings: MOST });
  });

  it('of which everything is kept takes less than 256 MiB', () => {
    const id = (index: number) => `${index}-${'я'.repeat(200)}`;
    const rule: Part = (index) => ({
      id: id(index),
      helpUri: `https://example.com/${id(index)}`,
      properties: { 'security-severity': '9.8' },
    });
    const result: Part = (index) => ({
      ruleId: id(index),
      message: { text: `${index}${'м'.repeat(200)}` },
      locations: [
        { message: { text: `${index}${'п'.repeat(200)}` }, logicalLocations: [{ fullyQualifiedName: id(index) }] },
      ],
    });
    const { status, findings } = read(write({ rule, result, most: MOST }), 256);
    expect(status).toBe(0);
    expect(findings).toBeGreaterThan(15_000);
  });

  it.each([
    ['in one object', () => keys(3_000_000)],
    ['in objects within objects', () => `{"a":${keys(1_500_000).slice(0, -1)},"b":${keys(1_500_000)}}}`],
  ])('with millions of distinct keys %s takes less than 256 MiB', (_name, properties) => {
    const text = `{"version":"2.1.0","runs":[],"properties":${properties()}}`;
    const { grown, ...others } = read(save(text.padEnd(LARGEST)), 256);
    expect(others).toEqual({ status: 0, findings: 'has objects with more than 100000 keys' });
    expect(grown).toBeLessThan(256);
  });

  it('with millions of distinct keys in many objects is read, and takes less than 256 MiB', () => {
    const objects = Array.from({ length: 60_000 }, (_, index) => keys(50, `${index}-`)).join(',');
    const text = `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[]}],"properties":{"a":[${objects}]}}`;
    const { grown, ...others } = read(save(text.padEnd(LARGEST)), 256);
    expect(others).toEqual({ status: 0, findings: 0 });
    expect(grown).toBeLessThan(256);
  });

  it('with more results than anybody reads is a problem', () => {
    const path = write({ rule: () => ({}), result: () => ({}), most: 2 * MOST });
    expect(read(path, 128)).toMatchObject({ status: 0, findings: 'has lists of more than 50000 entries' });
  });
});
