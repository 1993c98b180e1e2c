/** Parts that fit become one image with exactly the bytes that are documented; all others are refused, and rightly. */
import { describe, expect, it } from '@jest/globals';
import type { Content } from '../../../src/image/content.ts';
import { readImage } from '../../../src/image/image.ts';
import { joinImages, type Part } from '../../../src/image/join.ts';
import { parseManifest } from '../../../src/image/manifest.ts';
import { Random } from '../random.ts';
import { indexText, type Refusal, refusals } from './model.ts';
import { type Bytes, type Made, nextSet } from './random-parts.ts';

const SETS = 10_000;

const WORDS: readonly (readonly [Refusal, RegExp])[] = [
  ['twice', /is listed twice/],
  ['several', /is already an index of several platforms/],
  ['platform', /are both for/],
  ['commit', /is from (?:the commit|an unknown commit)/],
];

function contentOf(all: ReadonlyMap<string, Bytes>): Content {
  return {
    manifest: async ({ digest }) => all.get(digest),
    config: async ({ digest }) => all.get(digest)?.bytes,
    sizeOf: async ({ digest }) => all.get(digest)?.bytes.length,
  };
}

async function partOf({ name, root, all }: Made): Promise<Part> {
  return { name, image: await readImage(contentOf(all), parseManifest(root.bytes, root.mediaType)) };
}

describe(`${SETS} random sets of parts`, () => {
  it('are joined to what the model writes, or refused for a reason that the model has', async () => {
    const random = new Random(19);
    const seen = new Map<string, number>();
    for (let at = 0; at < SETS; at++) {
      const asked = nextSet(random);
      const parts = await Promise.all(asked.parts.map(partOf));
      const joined = await joinImages(parts, asked.commit);
      const reasons = refusals(asked);
      const refused = joined.ok ? undefined : WORDS.find(([, words]) => words.test(joined.problem))?.[0];
      const kind = joined.ok ? 'joined' : refused;
      expect({ at, isJoined: joined.ok, isKnown: kind !== undefined }).toEqual({
        at,
        isJoined: reasons.size === 0,
        isKnown: true,
      });
      if (refused !== undefined)
        expect({ at, reasons: [...reasons] }).toEqual({ at, reasons: expect.arrayContaining([refused]) });
      if (joined.ok) {
        expect(Buffer.from(joined.image.root.bytes).toString()).toBe(indexText(asked));
        const all = new Map(asked.parts.flatMap((part) => [...part.all]));
        const again = await readImage(contentOf(all), joined.image.root);
        expect(joined.image).toEqual(again);
      }
      seen.set(kind ?? '', (seen.get(kind ?? '') ?? 0) + 1);
    }
    expect(['joined', ...WORDS.map(([refusal]) => refusal)].filter((kind) => (seen.get(kind) ?? 0) < 50)).toEqual([]);
    expect(seen.get('joined')).toBeGreaterThan(SETS / 4);
  });
});
