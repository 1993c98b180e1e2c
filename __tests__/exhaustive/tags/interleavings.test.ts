/**
 * Tags under every order of events: two to six runs of one repository, each going on one request at a time, some of them
 * re-runs of what is old, some killed between two requests, on a registry that shows writes late.
 */
import { afterAll, describe, expect, it } from '@jest/globals';
import type { History, Relation } from '../../../src/github/history.ts';
import { attempt } from '../../../src/image/destinations.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { type Manifest, parseManifest } from '../../../src/image/manifest.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { Lineage } from '../../../src/tags/lineage.ts';
import { planTags, versionOf } from '../../../src/tags/plan-tags.ts';
import { publishedAs, readTags } from '../../../src/tags/read-tags.ts';
import { compareVersions, parseVersion } from '../../../src/tags/version.ts';
import { writeTags } from '../../../src/tags/write-tags.ts';
import { verifyPush } from '../../../src/verify/verify-push.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { tell } from '../../faults/step/figures.ts';
import { engineImage } from '../../unit/doors/in-memory-docker.ts';
import { Random } from '../random.ts';
import { SharedRegistry } from './shared-registry.ts';
import { Turns } from './turns.ts';

const REPOSITORY = { registry: 'ghcr.io', path: 'owner/app' };
const COMMITS = Array.from({ length: 8 }, (_, index) => String(index + 1).repeat(40));
const BUILT = COMMITS.map((commit) =>
  buildImage({ content: commit, labels: { 'org.opencontainers.image.revision': commit } }),
);
const MANIFESTS: readonly Manifest[] = BUILT.map(({ bytes, mediaType }) => parseManifest(bytes, mediaType));
const SOURCES = BUILT.map((image) => engineImage(image, 'graph-driver'));
const BLOBS = new Map(
  BUILT.flatMap((image) => [image.config, ...image.layers].map(({ digest, bytes }) => [digest, bytes])),
);
const commitOf = (digest: Digest | undefined) => MANIFESTS.findIndex((manifest) => manifest.digest === digest);
/** After how many requests at the latest a write is shown to everybody. */
const SLOWEST_TO_SHOW = 8;
/** One in so many turns is the last of its run. */
const ODDS = 40;

type Job = { readonly name: string; readonly commit: number; readonly ref: string };

class World {
  readonly turns: Turns;
  readonly registry: SharedRegistry;
  readonly #tags: ReadonlyMap<string, number>;

  constructor(random: Random, tags: ReadonlyMap<string, number>) {
    this.turns = new Turns((limit) => random.below(Math.max(limit, 1)));
    this.registry = new SharedRegistry(this.turns, BLOBS, random.pick([0, 0, 1, 3, SLOWEST_TO_SHOW]));
    this.#tags = tags;
  }

  /** The history is one line, all of which GitHub has. */
  #historyFor(run: string): History {
    const answered = async <T>(value: T): Promise<T> => {
      await this.turns.take(run);
      return value;
    };
    return {
      relation: async (_access, base, commit) => {
        const [from, to] = [COMMITS.indexOf(base), COMMITS.indexOf(commit)];
        const relation: Relation = from === to ? 'identical' : from < to ? 'ahead' : 'behind';
        return answered(from < 0 || to < 0 ? undefined : relation);
      },
      latestCommits: async () => answered(COMMITS.toReversed()),
      gitTags: async () => answered([...this.#tags].map(([name, commit]) => ({ name, commit: COMMITS[commit] ?? '' }))),
    };
  }

  /** What the story does from the first look at the tags on, for one run. */
  async run({ name, commit, ref }: Job): Promise<void> {
    const [manifest, source, sha] = [MANIFESTS[commit], SOURCES[commit], COMMITS[commit]];
    if (manifest === undefined || source === undefined || sha === undefined) throw new Error('no such commit');
    const registry = this.registry.doorOf(name);
    const subject = { commit: sha, ref };
    const inputs = { shaTag: '{sha}', tags: [], movingTags: [{ name: 'latest' }], versionTags: 'semver' } as const;
    const plan = planTags(inputs, subject, REPOSITORY);
    const lineage = new Lineage({
      ours: { commit: sha, revision: sha, version: versionOf(subject) },
      branch: ref.startsWith('refs/heads/') ? 'main' : undefined,
      shaTag: inputs.shaTag,
      versionTags: inputs.versionTags,
      history: this.#historyFor(name),
      access: () => ({ token: new Secret('t') }),
    });
    const isOurs = async ({ digest }: Manifest) => digest === manifest.digest;
    const candidate = {
      isOurs,
      image: source,
      commit: sha,
      ifExists: 'verify',
      isAskedFor: false,
    } as const;
    const before = await readTags(registry, plan, candidate);
    if (publishedAs(before) === undefined || !before.sha.isOurs) await registry.putManifest(plan.sha.tag, manifest);
    const claim = { digest: manifest.digest, size: manifest.bytes.byteLength, isTagged: true };
    const verified = await verifyPush(registry, {
      level: 'manifest',
      target: plan.sha,
      claim,
      source,
      before: before.sha.manifest,
      revision: undefined,
    });
    const held = { registry, before, moving: plan.moving, claim, verified };
    const tagged = await writeTags([attempt(REPOSITORY, held)], lineage);
    if (!tagged.ok) throw tagged.standing[0]?.error;
  }

  /** All at once, some killed; and then those again that were, until none is left. Returns every run that has ended. */
  async play(jobs: readonly Job[]): Promise<readonly Job[]> {
    const ended: Job[] = [];
    let left = jobs;
    for (let round = 0; left.length > 0; round++) {
      // A person runs a job again when it has ended: what it wrote last is shown by then.
      this.turns.now += SLOWEST_TO_SHOW;
      const runs = new Map(
        left.map((job) => [`${job.name}.${round}`, () => this.run({ ...job, name: `${job.name}.${round}` })]),
      );
      const names = await this.turns.race(runs, round === 0 ? ODDS : 0);
      const over = left.filter(({ name }) => names.includes(`${name}.${round}`));
      ended.push(...over);
      left = left.filter((job) => !over.includes(job));
    }
    return ended;
  }
}

/** No tag that never moves has ever shown two images. */
function expectFixed(world: World, moving: readonly string[]): void {
  for (const [tag, writes] of world.registry.writes) {
    if (!moving.includes(tag)) expect([tag, new Set(writes.map(({ digest }) => digest)).size]).toEqual([tag, 1]);
  }
}

describe('runs in any order', () => {
  let played = 0;
  afterAll(() => tell('Interleavings of runs, no moving tag left behind, no fixed tag changed, all finished', played));

  it('never leave a moving tag on an ancestor of a commit that another run has published', async () => {
    for (let seed = 1; seed <= 12_000; seed++) {
      const random = new Random(seed);
      const world = new World(random, new Map());
      // Several runs of one commit are re-runs.
      const jobs = Array.from({ length: 2 + random.below(5) }, (_, index) => ({
        name: `run${index}`,
        commit: random.below(COMMITS.length),
        ref: 'refs/heads/main',
      }));
      const ended = await world.play(jobs);
      played += 1;
      const newest = Math.max(...ended.map(({ commit }) => commit));
      expect([seed, commitOf(world.registry.final('latest'))]).toEqual([seed, newest]);
      expectFixed(world, ['latest']);
    }
  });

  const VERSIONS = ['v1.0.0', 'v1.0.1', 'v1.1.0-rc.1', 'v1.1.0', 'v1.1.1', 'v2.0.0-beta.2', 'v2.0.0', 'v2.0.1'];

  it('never leave a moving tag of versions below a version that another run has published', async () => {
    for (let seed = 1; seed <= 8_000; seed++) {
      const random = new Random(1_000_000 + seed);
      // Versions are given to commits in any order: a patch of an older line comes late.
      const order = [...COMMITS.keys()].sort(() => random.next() - 0.5);
      const tags = new Map(VERSIONS.map((name, index) => [name, order[index] ?? 0]));
      const world = new World(random, tags);
      const jobs = Array.from({ length: 2 + random.below(5) }, (_, index) => {
        const version = random.pick(VERSIONS);
        return { name: `run${index}`, commit: tags.get(version) ?? 0, ref: `refs/tags/${version}` };
      });
      const ended = await world.play(jobs);
      played += 1;
      const released = ended
        .flatMap(({ ref, commit }) => {
          const version = parseVersion(ref.slice('refs/tags/'.length));
          return version === undefined || version.prerelease.length > 0 ? [] : [{ version, commit }];
        })
        .sort((one, other) => compareVersions(one.version, other.version));
      const newestOf = (is: (major: number, minor: number) => boolean) =>
        released.findLast(({ version }) => is(version.major, version.minor))?.commit ?? -1;
      const shown = (tag: string) => commitOf(world.registry.final(tag));
      const moving = {
        latest: newestOf(() => true),
        1: newestOf((major) => major === 1),
        '1.1': newestOf((major, minor) => major === 1 && minor === 1),
        2: newestOf((major) => major === 2),
      };
      expect([seed, ...Object.keys(moving).map(shown)]).toEqual([seed, ...Object.values(moving)]);
      expectFixed(world, ['latest', '1', '1.0', '1.1', '2', '2.0']);
    }
  });
});
