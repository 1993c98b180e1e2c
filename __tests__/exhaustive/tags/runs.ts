import { ActionError, type ErrorCode } from '../../../src/errors.ts';
import type { History, Relation } from '../../../src/github/history.ts';
import { attempt } from '../../../src/image/destinations.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { type Manifest, parseManifest } from '../../../src/image/manifest.ts';
import { testedIn } from '../../../src/image/tested.ts';
import { foundClaim } from '../../../src/push/source.ts';
import type { Registry } from '../../../src/registry/registry.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { seeUntaken } from '../../../src/tags/fixed-tags.ts';
import { Lineage } from '../../../src/tags/lineage.ts';
import { planTags, type TagPlan, versionOf } from '../../../src/tags/plan-tags.ts';
import { publishedAs, readTags } from '../../../src/tags/read-tags.ts';
import { writeTags } from '../../../src/tags/write-tags.ts';
import { registryContent } from '../../../src/verify/registry-content.ts';
import { verifyPush } from '../../../src/verify/verify-push.ts';
import { imageOf } from '../../doubles/image-files.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { engineImage } from '../../unit/doors/in-memory-docker.ts';
import { patterns } from '../../unit/tags/line-of-commits.ts';
import type { Random } from '../random.ts';
import { type Made, Proofs } from './proofs.ts';
import { SharedRegistry, type Ways } from './shared-registry.ts';
import { Turns } from './turns.ts';

const REPOSITORY = { registry: 'ghcr.io', path: 'owner/app' };
export const COMMITS = Array.from({ length: 8 }, (_, index) => String(index + 1).repeat(40));
/** Builds of each commit: the same content of the repository, and yet each another image. */
export const BUILDS = 3;
const IMAGES = COMMITS.map((commit) =>
  Array.from({ length: BUILDS }, (_, build) =>
    buildImage({ content: `${commit} ${build}`, labels: { 'org.opencontainers.image.revision': commit } }),
  ),
);
const MANIFESTS = IMAGES.map((builds) => builds.map(({ bytes, mediaType }) => parseManifest(bytes, mediaType)));
const BLOBS = new Map(
  IMAGES.flat().flatMap((image) => [image.config, ...image.layers].map(({ digest, bytes }) => [digest, bytes])),
);
/** After how many requests at the latest a write is shown to everybody. */
export const SLOWEST_TO_SHOW = 8;
/** One in so many turns is the last of its run. */
const ODDS = 40;

/** The image that a run has built of a commit. */
export function imageOfCommit(
  commit: number,
  build: number,
): { readonly digest: Digest; readonly layers: readonly string[] } {
  const [manifest, image] = [MANIFESTS[commit]?.[build], IMAGES[commit]?.[build]];
  if (manifest === undefined || image === undefined) throw new Error('no such build');
  return { digest: manifest.digest, layers: image.layers.map(({ digest }) => digest) };
}

/** The place of the commit that an image is of; -1 of none. */
export function commitOf(digest: Digest | undefined): number {
  return MANIFESTS.findIndex((builds) => builds.some((manifest) => manifest.digest === digest));
}

/** A run: for a commit, or a git tag on it, with an image that it has built of that. */
export type Job = {
  readonly name: string;
  readonly commit: number;
  readonly ref: string;
  readonly build: number;
  readonly by: 'engine' | 'action';
  readonly ifExists: 'verify' | 'keep';
  readonly tags: readonly string[];
  readonly movingTags: readonly string[];
  /** Its image is refused when it is verified, as often as it is run. */
  readonly isRefused: boolean;
  /** Whether it signs a proof, and looks at those of others. */
  readonly hasProof?: boolean;
};

/** What a run has put under a tag that was proved by another one, and which proofs there were then. */
export type PutBack = {
  readonly job: Job;
  readonly tag: string;
  readonly digest: Digest;
  readonly proofs: readonly Made[];
};

/** How a run ended: green with a digest, or red. */
export type End =
  | { readonly job: Job; readonly run: string; readonly digest: Digest }
  | { readonly job: Job; readonly run: string; readonly code: ErrorCode; readonly hint: string };

const REFUSED = new ActionError('IDENTITY_MISMATCH', 'It is another image.', { hint: '-' });

export class World {
  readonly turns: Turns;
  readonly registry: SharedRegistry;
  readonly #gitTags: ReadonlyMap<string, number>;
  /** What each run has proved. */
  readonly #proved = new Map<string, Digest>();
  /** Writes of what the run that wrote it had not proved, and pushes of what is not its own. */
  readonly unproved: string[] = [];
  readonly proofs: Proofs;
  readonly putBack: PutBack[] = [];

  constructor(random: Random, gitTags: ReadonlyMap<string, number>, ways: Ways) {
    this.turns = new Turns((limit) => random.below(Math.max(limit, 1)));
    this.registry = new SharedRegistry(this.turns, BLOBS, ways);
    this.#gitTags = gitTags;
    this.proofs = new Proofs(this.turns);
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
      isPrerelease: () => Promise.reject(new Error('these runs are for no releases')),
      gitTags: async () =>
        answered([...this.#gitTags].map(([name, commit]) => ({ name, commit: COMMITS[commit] ?? '' }))),
    };
  }

  /** The run's door, which sees what is written through it. */
  #doorOf(job: Job, run: string): Registry {
    const door = this.registry.doorOf(run);
    return {
      ...door,
      putTag: async (tag, image) => {
        const { digest } = image.manifest;
        if (!('level' in image)) {
          await door.putTag(tag, image);
          this.putBack.push({ job, tag, digest, proofs: [...this.proofs.made] });
          return;
        }
        if (this.#proved.get(run) !== digest) this.unproved.push(`${run} gives ${tag} ${digest}`);
        await door.putTag(tag, image);
      },
    };
  }

  /** What the story does from the first look at the tags on. Returns the digest that it hands on. */
  async #publish(job: Job, run: string): Promise<Digest> {
    const { commit, ref, build, by, ifExists, isRefused } = job;
    const [manifest, image, sha] = [MANIFESTS[commit]?.[build], IMAGES[commit]?.[build], COMMITS[commit]];
    if (manifest === undefined || image === undefined || sha === undefined) throw new Error('no such build');
    const registry = this.#doorOf(job, run);
    const subject = { commit: sha, ref };
    const source = engineImage(image, 'graph-driver');
    const [tags, movingTags] = [job.tags, job.movingTags].map((names) => names.map((name) => ({ name })));
    const inputs = { shaTag: '{sha}', tags: tags ?? [], movingTags: movingTags ?? [], versionTags: 'semver' } as const;
    const plan = planTags(inputs, subject, REPOSITORY);
    const lineage = new Lineage({
      server: 'GitHub',
      ours: { commit: sha, revision: sha, version: versionOf(subject) },
      branch: ref.startsWith('refs/heads/') ? 'main' : undefined,
      shaTag: inputs.shaTag,
      versionTags: inputs.versionTags,
      gitTags: patterns('v*'),
      byRelease: false,
      history: this.#historyFor(run),
      access: () => ({ token: new Secret('t') }),
    });
    const isOurs = async ({ digest }: Manifest) => digest === manifest.digest;
    const content = registryContent(registry);
    const candidate = { isOurs, content, image: source, commit: sha, ifExists, isAskedFor: false };
    const before = await readTags(registry, plan, candidate);
    const known = publishedAs(before);
    if (known === undefined && by === 'engine') {
      await seeUntaken(registry, before.sha, isOurs);
      await this.registry.push(run, plan.sha.tag, manifest);
    } else if (known === undefined) await registry.put(manifest);
    const claim =
      known === undefined
        ? { ...foundClaim(manifest, by === 'engine'), isFound: false }
        : foundClaim(known, before.sha.isOurs);
    const verified = await verifyPush(registry, {
      level: 'manifest',
      target: plan.sha,
      claim,
      content,
      tested: before.kept?.tested ?? testedIn(imageOf(image)),
      expected: undefined,
      before: before.sha.manifest,
      revision: undefined,
    });
    if (isRefused) throw REFUSED;
    this.#proved.set(run, verified.manifest.digest);
    const held = { registry, before, moving: plan.moving, claim, verified };
    const tagged = await writeTags([attempt(REPOSITORY, held)], lineage, this.#proofsOf(job, run, plan.moving));
    if (!tagged.ok) throw tagged.standing[0]?.error;
    return verified.manifest.digest;
  }

  /** A run with a proof signs it when its image is verified, before any tag but that of its commit is written. */
  #proofsOf({ hasProof, commit, ref }: Job, run: string, moving: TagPlan['moving']): Parameters<typeof writeTags>[2] {
    if (hasProof !== true) return {};
    return {
      proveNewer: this.proofs.proveNewerFor(run, ref),
      seal: async (held) => {
        await this.turns.take(run);
        for (const { verified } of held)
          this.proofs.attach({
            digest: verified.manifest.digest,
            ...{ commit: COMMITS[commit] ?? '', ref, moving: moving.map(({ target }) => target.tag) },
          });
        return [];
      },
    };
  }

  /** Lets runs go side by side and returns how those ended that were not killed. */
  async race(jobs: readonly Job[], round: string, odds = ODDS): Promise<readonly End[]> {
    // A person runs a job again when it has ended: what it wrote last is shown by then.
    this.turns.now += SLOWEST_TO_SHOW;
    const work = jobs.map((job) => {
      const run = `${job.name}.${round}`;
      const end = async (): Promise<End> => {
        try {
          return { job, run, digest: await this.#publish(job, run) };
        } catch (error) {
          if (!(error instanceof ActionError)) throw error;
          return { job, run, code: error.code, hint: error.hint };
        }
      };
      return [run, end] as const;
    });
    return [...(await this.turns.race(new Map(work), odds)).values()];
  }

  /** All at once, some killed; and then those again that were, until none is left. Returns how each run has ended. */
  async play(jobs: readonly Job[]): Promise<readonly End[]> {
    const ended: End[] = [];
    for (let left = jobs, round = 0; left.length > 0; round++) {
      const now = await this.race(left, String(round), round === 0 ? ODDS : 0);
      ended.push(...now);
      left = left.filter((job) => !now.some((end) => end.job === job));
    }
    return ended;
  }
}

export function isGreen(end: End): end is Extract<End, { readonly digest: Digest }> {
  return 'digest' in end;
}
