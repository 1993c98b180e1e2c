/** The first roots that this action ships: who may change what every run with `trusted-root: auto` believes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Metadata, MetadataKind } from '@tufjs/models';
import { SEEDS } from '../../../src/trust/seeds.ts';

const file = resolve(import.meta.dirname, '../../../src/trust/seeds/tuf-repo.github.com.json');

describe('the first roots', () => {
  it('are those of the public instance and of GitHub, over TLS', () => {
    expect(SEEDS.map(({ name, url }) => [name, url])).toEqual([
      ['public', 'https://tuf-repo-cdn.sigstore.dev'],
      ['github', 'https://tuf-repo.github.com'],
    ]);
  });

  it.each(SEEDS.map((seed) => [seed.name, seed] as const))(
    'are signed by as many keys as they ask for: %s',
    (_name, { root }) => {
      const metadata = Metadata.fromJSON(MetadataKind.Root, JSON.parse(Buffer.from(root).toString()));
      expect(metadata.signed.roles.root?.threshold).toBeGreaterThanOrEqual(3);
      expect(metadata.signed.consistentSnapshot).toBe(true);
      metadata.verifyDelegate('root', metadata);
    },
  );

  it('is, for GitHub, the one that its own command line has in it, byte by byte', () => {
    // Of github.com/cli/cli/v2 2.83.0, as Go's checksum database knows it.
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(
      '98cba97be9075bc98b2322de3de85fbd1b70ec7392991dfd2f53d215bede1a8d',
    );
  });
});
