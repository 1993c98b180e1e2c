import type { Open } from '../gate/verdict.ts';
import { type Access, ApiProblem } from '../github/github.ts';
import type { History } from '../github/history.ts';
import type { Manifest } from '../image/manifest.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Source } from '../push/find-source.ts';
import type { Registry } from '../registry/registry.ts';
import { decideMove, type Move, type Ours, type Shown, unfitness } from './decide-move.ts';
import { type Series, shaTagOf, versionOf } from './plan-tags.ts';
import { shownRevision } from './shown-revision.ts';
import { compareVersions, parseVersion, type Version } from './version.ts';

/** Most published images that are looked for above ours. */
const MOST_CANDIDATES = 30;
/** A full hash of SHA-1 or SHA-256; what an image says is put to GitHub only if it is one. */
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

export type LineageOptions = {
  readonly ours: Ours;
  /** The branch that the run is on; undefined on a git tag. */
  readonly branch: string | undefined;
  /** Template of the SHA tag, by which images of other commits are found. */
  readonly shaTag: string;
  readonly history: History;
  /** Asked for when GitHub is asked, and not before. */
  readonly access: () => Access;
};

/** What is to be published. */
export type Placed = { readonly verdict: Open; readonly inputs: Pick<Inputs, 'shaTag'>; readonly source: Source };

/** lineageOf tells where the image stands among those of other commits, for tags that move forward only. */
export function lineageOf(
  { verdict: { subject }, inputs, source }: Placed,
  asking: Pick<LineageOptions, 'history' | 'access'>,
): Lineage {
  const { commit, ref } = subject;
  const ours = { commit, revision: source.image.revision, version: versionOf(subject) };
  const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
  return new Lineage({ ours, branch, shaTag: inputs.shaTag, ...asking });
}

/** Lineage knows where an image stands among those that were published before and after it. */
export class Lineage {
  readonly #options: LineageOptions;

  constructor(options: LineageOptions) {
    this.#options = options;
  }

  /** judge tells whether a tag that shows this may move to ours. What GitHub cannot tell keeps it where it is. */
  async judge(registry: Registry, shown: Manifest | undefined): Promise<Move> {
    const { ours } = this.#options;
    if (shown === undefined || unfitness(ours) !== undefined) return decideMove(ours, undefined);
    const revision = await shownRevision(registry, shown);
    try {
      return decideMove(ours, await this.#place(revision));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const needs = error.permission === undefined ? '' : ` (the job needs "permissions: ${error.permission}")`;
      return { moves: false, because: `GitHub could not be asked: ${error.message}${needs}` };
    }
  }

  /**
   * newestPublished finds the newest image above ours that the registry has under its SHA tag; undefined if ours is
   * the newest. Throws an ApiProblem.
   */
  async newestPublished(registry: Registry, series: Series | undefined): Promise<Manifest | undefined> {
    const { shaTag, ours } = this.#options;
    const candidates = ours.version === undefined ? await this.#laterCommits() : await this.#higherVersions(series);
    for (const commit of candidates.slice(0, MOST_CANDIDATES)) {
      const manifest = await registry.readManifest(shaTagOf(shaTag, commit));
      if (manifest !== undefined && (ours.version !== undefined || (await this.#isAfter(commit)))) return manifest;
    }
    return undefined;
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
    const { history, access } = this.#options;
    const tags = (await history.gitTags(access())).filter((tag) => tag.commit === commit);
    return tags
      .flatMap(({ name }) => parseVersion(name) ?? [])
      .sort(compareVersions)
      .at(-1);
  }

  async #laterCommits(): Promise<readonly string[]> {
    const { history, access, branch, ours } = this.#options;
    if (branch === undefined) return [];
    const latest = await history.latestCommits(access(), branch);
    const own = latest.indexOf(ours.commit);
    return own < 0 ? latest : latest.slice(0, own);
  }

  async #higherVersions(series: Series | undefined): Promise<readonly string[]> {
    const { history, access, ours } = this.#options;
    const versions = (await history.gitTags(access())).flatMap(({ name, commit }) => {
      const version = parseVersion(name);
      return version === undefined || version.prerelease.length > 0 ? [] : [{ version, commit }];
    });
    return versions
      .filter(({ version }) => isIn(series, version) && ours.version && compareVersions(version, ours.version) > 0)
      .sort((one, other) => compareVersions(other.version, one.version))
      .map(({ commit }) => commit);
  }

  async #isAfter(commit: string): Promise<boolean> {
    const { history, access, ours } = this.#options;
    return (await history.relation(access(), ours.commit, commit)) === 'ahead';
  }
}

function isIn(series: Series | undefined, version: Version): boolean {
  if (series === undefined) return true;
  return version.major === series.major && (series.minor === undefined || version.minor === series.minor);
}
