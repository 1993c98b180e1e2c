import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const folder = resolve(import.meta.dirname, '../../dist/main');
const bundles = readdirSync(folder).filter((name) => name.endsWith('.js'));
const text = (name: string) => readFileSync(resolve(folder, name), 'utf8');
const having = (part: RegExp) => bundles.filter((name) => part.test(text(name)));
const signing = having(/\.\/node_modules\/@sigstore\/(?!tuf\/)/);
const fetching = having(/\.\/node_modules\/(?:tuf-js|@tufjs\/\w+|@sigstore\/tuf)\//);
const delivering = having(/async function deliver\(/);

describe('what signs', () => {
  it('is in files of its own, and nothing of it in what every run starts with', () => {
    expect(signing.length).toBeGreaterThan(0);
    expect(signing).not.toContain('index.js');
  });

  it('is nowhere else than beside the doors that only a proof opens', () => {
    for (const name of signing) expect([name, text(name).includes('sigstoreSigner')]).toEqual([name, true]);
    expect(delivering).toHaveLength(1);
    expect(signing).not.toContain(delivering[0]);
  });

  it('is without what fetches trusted roots, which a file makes needless', () => {
    expect(fetching.length).toBeGreaterThan(0);
    for (const name of ['index.js', ...signing, ...delivering]) expect(fetching).not.toContain(name);
  });
});
