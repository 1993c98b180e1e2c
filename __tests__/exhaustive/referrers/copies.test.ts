/** Whatever is attached to an image at one place, in any shape, is there at the other one afterwards: against a model. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AttachedPlace } from '../../../src/image/attached.ts';
import type { Digest } from '../../../src/image/digest.ts';
import type { Manifest } from '../../../src/image/manifest.ts';
import { attachAll, findThere } from '../../../src/referrers/attach.ts';
import { collectReferrers } from '../../../src/referrers/collect.ts';
import { registryContent } from '../../../src/verify/registry-content.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import { buildIndex, type Document, descriptorOf } from '../../doubles/registry/images.ts';
import { type Attached, attachedTo, cosignSignature } from '../../doubles/registry/referrers.ts';
import { InMemoryRegistry } from '../../unit/doors/in-memory-registry.ts';

const RUNS = 1_000;
const DEEPEST = 3;
const image = buildIndex({ attestations: true });
const ofImage = [...image.children, image];

/** One thing that is attached: to a part of the image, or to an earlier one; in which form; and what of it is copied already. */
type Planned = {
  readonly to: number;
  readonly form: 'artifact' | 'index' | 'sig' | 'att' | 'sbom';
  readonly there: 'nothing' | 'all' | 'without a blob' | 'manifest alone';
};

const planned: fc.Arbitrary<Planned> = fc.record({
  to: fc.nat(),
  form: fc.constantFrom('artifact', 'artifact', 'index', 'sig', 'att', 'sbom'),
  there: fc.constantFrom('nothing', 'nothing', 'all', 'without a blob', 'manifest alone'),
});

/** What the model knows of it: how deep it is, and all its parts. */
type Known = {
  readonly depth: number;
  readonly documents: readonly Document[];
  readonly blobs: ReadonlyMap<string, Buffer>;
  readonly tag: string | undefined;
  readonly there: Planned['there'];
};

/** An index with a subject, which leads to a manifest of its own. */
function indexFor(subject: Document, content: string): { readonly index: Document; readonly child: Attached } {
  const child = cosignSignature(content);
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      artifactType: 'application/vnd.example.bundle',
      manifests: [descriptorOf(child)],
      subject: descriptorOf(subject),
    }),
  );
  return { index: { digest: sha256(bytes), mediaType: 'application/vnd.oci.image.index.v1+json', bytes }, child };
}

function build(plans: readonly Planned[]): readonly Known[] {
  const tops: { readonly document: Document; readonly depth: number }[] = ofImage.map((document) => ({
    document,
    depth: 0,
  }));
  const tags = new Set<string>();
  return plans.flatMap(({ to, form, there }, at): readonly Known[] => {
    const subject = tops[to % tops.length];
    if (subject === undefined) throw new Error('there is always the image');
    const depth = subject.depth + 1;
    const blobsOf = (attached: Attached) => new Map(attached.blobs.map(({ digest, bytes }) => [digest, bytes]));
    if (form === 'artifact' || form === 'index') {
      const made = form === 'index' ? indexFor(subject.document, `${at}`) : undefined;
      const artifact = made?.child ?? attachedTo(subject.document, { content: `${at}` });
      const document = made?.index ?? artifact;
      tops.push({ document, depth });
      const documents = made === undefined ? [artifact] : [made.child, made.index];
      return [{ depth, documents, blobs: blobsOf(artifact), tag: undefined, there }];
    }
    const tag = `${subject.document.digest.replace(':', '-')}.${form}`;
    if (tags.has(tag)) return [];
    tags.add(tag);
    const signature = cosignSignature(`${at}`);
    tops.push({ document: signature, depth });
    return [{ depth, documents: [signature], blobs: blobsOf(signature), tag, there }];
  });
}

function seed(registry: InMemoryRegistry, { documents, blobs, tag }: Known, there: Planned['there']): void {
  if (there === 'nothing') return;
  for (const document of documents) registry.keep(document);
  const last = documents.at(-1);
  if (tag !== undefined && last !== undefined) registry.keep(last, tag);
  const kept = there === 'all' ? [...blobs] : there === 'without a blob' ? [...blobs].slice(1) : [];
  for (const [digest, bytes] of kept) registry.blobs.set(digest, bytes);
}

/** Some things share blobs, so that one brings what another one lacks. */
function isWholeAt({ manifests, blobs: has, tags }: InMemoryRegistry, { documents, blobs, tag }: Known): boolean {
  const isThere =
    documents.every(({ digest }) => manifests.has(digest)) && [...blobs.keys()].every((blob) => has.has(blob));
  return isThere && (tag === undefined || tags.get(tag) === documents.at(-1)?.digest);
}

function placeOf(registry: InMemoryRegistry): AttachedPlace {
  return {
    list: (subject) => registry.listReferrers(subject),
    read: (digest, subject) => registry.readReferrer(digest, subject),
    tagged: (tag) => registry.readManifest(tag),
    manifest: ({ digest }) => registry.readManifest(digest),
    openBlob: async function* ({ digest }) {
      yield registry.blobs.get(digest) ?? Buffer.alloc(0);
    },
    repository: undefined,
  };
}

/** Everything that a registry has, to be compared. */
function holdings(registry: InMemoryRegistry): readonly string[] {
  const tags = [...registry.tags].map(([tag, digest]) => `${tag} ${digest}`);
  return [...registry.manifests.keys(), ...registry.blobs.keys(), ...tags].toSorted();
}

async function copy(source: InMemoryRegistry, destination: InMemoryRegistry, subjects: readonly Digest[]) {
  const manifests = subjects.map((digest) => source.manifests.get(digest)).filter((each) => each !== undefined);
  const place = placeOf(source);
  const attachments = await collectReferrers({
    manifests: manifests as readonly Manifest[],
    at: [{ place, subjects: manifests as readonly Manifest[] }],
  });
  const { signal } = new AbortController();
  const seen = { content: registryContent(destination), level: 'graph' } as const;
  return attachAll(destination, attachments, {
    ...seen,
    there: await findThere(destination, attachments, seen),
    upload: async (pieces) => {
      for (const { blob, open } of pieces) {
        if (!(await destination.hasBlob(blob))) await destination.uploadBlob(blob, { open, signal });
      }
    },
    mountFrom: () => undefined,
  });
}

describe('what is attached to an image', () => {
  it('is copied whole, whatever a destination has of it, and nothing else is', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(planned, { maxLength: 12 }), async (plans) => {
        const all = build(plans);
        const [source, destination] = [new InMemoryRegistry(), new InMemoryRegistry()];
        for (const registry of [source, destination]) registry.seed(image);
        for (const each of all) {
          seed(source, each, 'all');
          seed(destination, each, each.there);
        }
        const before = holdings(source);
        const whole = all
          .filter((each) => isWholeAt(destination, each))
          .map(({ documents }) => documents.at(-1)?.digest);
        const subjects = ofImage.map(({ digest }) => digest as Digest);
        const copying = copy(source, destination, subjects);
        if (all.some(({ depth }) => depth > DEEPEST)) {
          refused += 1;
          await expect(copying).rejects.toMatchObject({ code: 'SOURCE_INVALID' });
          return;
        }
        const told = await copying;
        // The model: the image, and of each thing all documents and blobs, and its tag.
        expect(holdings(destination)).toEqual(before);
        expect(holdings(source)).toEqual(before);
        const digests = all.map(({ documents }) => documents.at(-1)?.digest);
        expect(told.map(({ digest }) => digest).toSorted()).toEqual(digests.toSorted());
        const kept = told.filter(({ state }) => state === 'already-there').map(({ digest }) => digest);
        expect(kept.toSorted()).toEqual(whole.toSorted());
        // Once more, and nothing is sent.
        const journal = destination.journal.length;
        const again = await copy(source, destination, subjects);
        expect(again.every(({ state }) => state === 'already-there')).toBe(true);
        expect(destination.journal.slice(journal).join('\n')).not.toMatch(/upload|attach|put/);
      }),
      { numRuns: RUNS },
    );
    expect(refused).toBeGreaterThan(0);
  });

  it('is not said to be copied where a part of it is missing at its source', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(planned, { minLength: 1, maxLength: 6 }), fc.nat(), async (plans, which) => {
        const all = build(plans).filter(({ depth }) => depth <= DEEPEST);
        fc.pre(all.length === build(plans).length);
        const [source, destination] = [new InMemoryRegistry(), new InMemoryRegistry()];
        for (const registry of [source, destination]) registry.seed(image);
        for (const each of all) seed(source, each, 'all');
        const blobs = all.flatMap((each) => [...each.blobs.keys()]);
        source.blobs.delete(blobs[which % blobs.length] ?? '');
        await expect(
          copy(
            source,
            destination,
            ofImage.map(({ digest }) => digest as Digest),
          ),
        ).rejects.toThrow();
      }),
      { numRuns: RUNS / 5 },
    );
  });
});
