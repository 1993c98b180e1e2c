import type { Open } from '../gate/verdict.ts';
import { type Access, ApiProblem } from '../github/github.ts';
import type { History } from '../github/history.ts';
import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import type { Registry } from '../registry/registry.ts';
import type { Facts } from '../run/facts.ts';
import { branchOf, refOfBranch, refOfGitTag } from '../run/ref.ts';
import { type FilterPattern, matchesFilter } from '../text/filter-pattern.ts';
import { decideMove, type Move, type Ours, type Shown, unfitness } from './decide-move.ts';
import { heldBack } from './held-back.ts';
import type { NewerImage } from './newer-image.ts';
import { type Series, shaTagOf, type TagInputs, type VersionTagging, versionOf, versionTagOf } from './plan-tags.ts';
import { shownRevision } from './shown-image.ts';
import { compareVersions, parseVersion, type Version } from './version.ts';

/** The most published images that are looked for above ours. */
const MOST_CANDIDATES = 30;
/** A full hash of SHA-1 or SHA-256; the text in a label is sent to GitHub only if it is one. */
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

export type LineageOptions = {
  readonly ours: Ours;
  /** The branch of the run; undefined on a git tag. */
  readonly branch: string | undefined;
  /** How to find the images of other commits: the template of their SHA tags, and the kind of their version tags. */
  readonly shaTag: string;
  readonly versionTags: VersionTagging;
  /** The git tags that may publish: versions of other git tags are ignored, because anyone may push them. */
  readonly gitTags: readonly FilterPattern[];
  /** Whether runs are for releases on GitHub; those marked as prereleases move nothing. */
  readonly byRelease: boolean;
  /** The name of the server in messages. */
  readonly server: string;
  readonly history: History;
  /** Called only when GitHub is asked. */
  readonly access: () => Access;
};

/** The image that is to be published. */
export type Placed = {
  readonly verdict: Open;
  readonly inputs: Pick<TagInputs, 'shaTag' | 'versionTags'> & Pick<LineageOptions, 'gitTags'>;
  readonly image: { readonly revision: string | undefined };
  readonly facts: Facts;
};

/** lineageOf finds the place of the image among those of other commits, for tags that only move forward. */
export function lineageOf(
  { verdict: { subject }, inputs, image, facts }: Placed,
  asking: Pick<LineageOptions, 'history' | 'access'>,
): Lineage {
  const { commit, ref } = subject;
  const ours = { commit, revision: image.revision, version: versionOf(subject), heldBack: heldBack(facts) };
  const branch = branchOf(ref);
  const { shaTag, versionTags, gitTags } = inputs;
  const byRelease = facts.eventName === 'release';
  const server = facts.server.name;
  return new Lineage({ ours, branch, shaTag, versionTags, gitTags, byRelease, server, ...asking });
}

/** A commit whose image is newer than ours, and the git tag that makes it newer, if it is one. */
type Later = { readonly commit: string; readonly gitTag?: string };
/** Such a commit with a published image, and its digest. */
export type Newer = Later & { readonly digest: Digest };

/** A newer commit, whose image has this tag if it was published. */
type Candidate = Later & { readonly tag: string };

/** How the newer image relates to ours (newer-image.ts), and the tag that names its commit. */
type Standing = Pick<NewerImage, 'ref' | 'relation' | 'isReleased'> & { readonly shaTag: string };

/** A git tag that may publish, and is a version. */
type Release = { readonly name: string; readonly commit: string; readonly version: Version };

/** Lineage knows the place of an image among those published before and after it. */
export class Lineage {
  readonly #options: LineageOptions;

  constructor(options: LineageOptions) {
    this.#options = options;
  }

  /** judge tells whether a tag that shows this image may move to ours. If GitHub cannot tell, the tag stays. */
  async judge(registry: Registry, shown: Manifest | undefined): Promise<Move> {
    const { ours } = this.#options;
    if (shown === undefined || unfitness(ours) !== undefined) return decideMove(ours, undefined);
    const revision = await shownRevision(registry, shown);
    try {
      return decideMove(ours, await this.#place(revision));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const needs = error.permission === undefined ? '' : ` (the job needs "permissions: ${error.permission}")`;
      return { moves: false, because: `${this.#options.server} could not be asked: ${error.message}${needs}` };
    }
  }

  /**
   * newestPublished finds the newest image above ours on the registry, under the tag that its run writes before it
   * reads any moving tag; undefined if ours is the newest. Throws an ApiProblem.
   */
  async newestPublished(registry: Registry, series: Series | undefined): Promise<Newer | undefined> {
    const { version } = this.#options.ours;
    const candidates = version === undefined ? await this.#laterCommits() : await this.#higherVersions(version, series);
    for (const { tag, ...later } of candidates.slice(0, MOST_CANDIDATES)) {
      const published = await registry.readManifest(tag);
      if (published !== undefined && (await this.#isNewer(later))) return { ...later, digest: published.digest };
    }
    return undefined;
  }

  /** standing tells how the newer image relates to ours. Throws an ApiProblem. */
  async standing({ commit, gitTag }: Later): Promise<Standing> {
    const { history, access, ours, branch = '', shaTag, byRelease } = this.#options;
    return {
      shaTag: shaTagOf(shaTag, commit),
      ref: gitTag === undefined ? refOfBranch(branch) : refOfGitTag(gitTag),
      relation: await history.relation(access(), ours.commit, commit),
      // A release that is marked as a prerelease is not newer (#isNewer).
      isReleased: byRelease && gitTag !== undefined,
    };
  }

  /** of returns the lineage of the newer image, whose label names its commit. */
  of({ commit, gitTag }: Later): Lineage {
    const version = gitTag === undefined ? undefined : parseVersion(gitTag);
    return new Lineage({ ...this.#options, ours: { commit, revision: commit, version } });
  }

  async #place(revision: string | undefined): Promise<Shown> {
    const { history, access, ours } = this.#options;
    if (revision === ours.commit) return { revision, version: ours.version, relation: 'identical' };
    if (revision === undefined || !COMMIT.test(revision)) return { revision, version: undefined, relation: undefined };
    const version = ours.version === undefined ? undefined : await this.#versionOf(revision);
    const relation = version === undefined ? await history.relation(access(), revision, ours.commit) : undefined;
    return { revision, version, relation };
  }

  async #versionOf(commit: string): Promise<Version | undefined> {
    const releases = (await this.#releases()).filter((each) => each.commit === commit);
    return releases
      .map(({ version }) => version)
      .sort(compareVersions)
      .at(-1);
  }

  async #releases(): Promise<readonly Release[]> {
    const { history, access, gitTags } = this.#options;
    return (await history.gitTags(access())).flatMap(({ name, commit }) => {
      const version = matchesFilter(name, gitTags) ? parseVersion(name) : undefined;
      return version === undefined ? [] : [{ name, commit, version }];
    });
  }

  async #laterCommits(): Promise<readonly Candidate[]> {
    const { history, access, branch, ours, shaTag } = this.#options;
    if (branch === undefined) return [];
    const latest = await history.latestCommits(access(), branch);
    const own = latest.indexOf(ours.commit);
    const later = own < 0 ? latest : latest.slice(0, own);
    return later.map((commit) => ({ commit, tag: shaTagOf(shaTag, commit) }));
  }

  /** A SHA tag does not show that a version was released: the branch may have published the same commit before. */
  async #higherVersions(ours: Version, series: Series | undefined): Promise<readonly Candidate[]> {
    const { shaTag, versionTags } = this.#options;
    return (await this.#releases())
      .filter(({ version }) => version.prerelease.length === 0 && isIn(series, version))
      .filter(({ version }) => compareVersions(version, ours) > 0)
      .sort((one, other) => compareVersions(other.version, one.version))
      .map(({ name: gitTag, commit }) => {
        return { commit, gitTag, tag: versionTagOf(versionTags, gitTag) ?? shaTagOf(shaTag, commit) };
      });
  }

  /** A version is newer by its name, unless its release is a prerelease; a commit by the history. */
  async #isNewer({ commit, gitTag }: Later): Promise<boolean> {
    const { history, access, ours, byRelease } = this.#options;
    if (gitTag !== undefined) return !(byRelease && (await history.isPrerelease(access(), gitTag)));
    return (await history.relation(access(), ours.commit, commit)) === 'ahead';
  }
}

function isIn(series: Series | undefined, version: Version): boolean {
  if (series === undefined) return true;
  return version.major === series.major && (series.minor === undefined || version.minor === series.minor);
}
