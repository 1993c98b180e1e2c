/** Writers of one fallback index in every order that chance finds: what each has put there, or seen there, stays. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Digest, digestOf } from '../../../src/image/digest.ts';
import { type Condition, FallbackList, type ListPlace } from '../../../src/registry/fallback-list.ts';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const RUNS = 5_000;

/** One tag that shows a list, as a registry keeps it. It has nothing in common with the code but the form of a list. */
class SharedTag {
  content: string | undefined;
  readonly gone = new Set<string>();
  /** What each writer has seen at each look, in order. */
  readonly looks = new Map<string, (readonly string[])[]>();
  writes = 0;
  readonly #mindsConditions: boolean;
  readonly #scheduler: fc.Scheduler;

  constructor(scheduler: fc.Scheduler, mindsConditions: boolean, initial: readonly string[]) {
    this.#scheduler = scheduler;
    this.#mindsConditions = mindsConditions;
    this.content = initial.length === 0 ? undefined : listed(initial);
  }

  get digests(): readonly string[] {
    return this.content === undefined ? [] : digestsIn(this.content);
  }

  /** Each request arrives when chance says so, and then is done at once. */
  place(writer: string): ListPlace {
    const turn = (what: string) => this.#scheduler.schedule(Promise.resolve(), `${writer} ${what}`);
    const look = async () => {
      await turn('looks');
      const { content } = this;
      this.looks.set(writer, [...(this.looks.get(writer) ?? []), this.digests]);
      if (content === undefined) return undefined;
      const bytes = Buffer.from(content);
      return { digest: digestOf(bytes), bytes, mediaType: INDEX, etag: `"${digestOf(bytes)}"`, isSubject: false };
    };
    return {
      name: `registry.test/app:${writer}`,
      look,
      lookAfter: look,
      write: async (bytes, condition) => {
        await turn('writes');
        if (this.#mindsConditions && !this.#holds(condition)) return false;
        this.content = Buffer.from(bytes).toString();
        this.writes += 1;
        return true;
      },
      hasManifest: async (digest) => !this.gone.has(digest),
      pause: () => turn('pauses'),
    };
  }

  #holds(condition: Condition): boolean {
    if (condition.kind === 'none') return true;
    if (condition.kind === 'absent') return this.content === undefined;
    return this.content !== undefined && condition.etag === `"${digestOf(Buffer.from(this.content))}"`;
  }
}

function listed(digests: readonly string[]): string {
  const manifests = digests.map((digest) => ({
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest,
    size: 1,
  }));
  return JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests });
}

function digestsIn(content: string): readonly string[] {
  return (JSON.parse(content) as { manifests: { digest: string }[] }).manifests.map(({ digest }) => digest);
}

const named = (name: string): Digest => digestOf(Buffer.from(name));
const entry = (digest: Digest) => ({
  digest,
  descriptor: { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 1 },
});

/** Two writers or three, what each adds, one after the other, and what was there before. */
const stories = fc.record({
  before: fc.integer({ min: 0, max: 2 }),
  adds: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 3 }),
});

type Story = { readonly before: number; readonly adds: readonly number[] };

async function play(scheduler: fc.Scheduler, { before, adds }: Story, mindsConditions: boolean) {
  const initial = Array.from({ length: before }, (_, at) => named(`before ${at}`));
  const tag = new SharedTag(scheduler, mindsConditions, initial);
  const writers = adds.map((count, at) => {
    const name = `writer ${at}`;
    const own = Array.from({ length: count }, (_, nth) => named(`${name} adds ${nth}`));
    return { name, own, index: new FallbackList(tag.place(name)) };
  });
  const all = writers.map(async ({ own, index }) => {
    for (const digest of own) await index.add(entry(digest));
    await index.keep();
  });
  await scheduler.waitFor(Promise.all(all));
  return { tag, initial, writers };
}

describe('two writers of one list, and three', () => {
  it('lose nothing where conditions are minded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), stories, async (scheduler, story) => {
        const { tag, initial, writers } = await play(scheduler, story, true);
        const everything = [...initial, ...writers.flatMap(({ own }) => own)];
        expect(tag.digests.toSorted()).toEqual(everything.toSorted());
      }),
      { numRuns: RUNS },
    );
  });

  it('leave nothing out that they have put there, or seen there, when they look for the last time', async () => {
    let lost = 0;
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), stories, async (scheduler, story) => {
        const { tag, initial, writers } = await play(scheduler, story, false);
        for (const { name, own } of writers) {
          const looks = tag.looks.get(name) ?? [];
          expect(looks.at(-1)).toEqual(expect.arrayContaining([...own, ...looks.flat()]));
        }
        expect(new Set(tag.digests).size).toBe(tag.digests.length);
        // What a writer takes away that has read before, and writes after the last look, nobody can know.
        const everything = [...initial, ...writers.flatMap(({ own }) => own)];
        if (everything.some((digest) => !tag.digests.includes(digest))) lost += 1;
        // The last look of one of them after all writes brings back what that one knows of.
        for (const { index, own } of writers) {
          await scheduler.waitFor(index.keep());
          expect(tag.digests).toEqual(expect.arrayContaining([...own]));
        }
        expect(tag.digests.toSorted()).toEqual(everything.toSorted());
      }),
      { numRuns: RUNS },
    );
    // The model is one in which there is something to lose.
    expect(lost).toBeGreaterThan(0);
  });
});
