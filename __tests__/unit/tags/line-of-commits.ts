import type { Access } from '../../../src/github/github.ts';
import type { GitTag, History, Relation } from '../../../src/github/history.ts';
import type { Manifest } from '../../../src/image/manifest.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { Lineage, type LineageOptions } from '../../../src/tags/lineage.ts';
import { parseVersion } from '../../../src/tags/version.ts';
import { type FilterPattern, parseFilterPattern } from '../../../src/text/filter-pattern.ts';
import { buildImage, type Image } from '../../doubles/registry/images.ts';
import { manifestOf } from '../doors/in-memory-registry.ts';

/** A history of one line, in which commits are known by their place. */
export class LineOfCommits implements History {
  readonly tags: GitTag[] = [];
  /** Git tags whose releases are marked as prereleases. */
  readonly prereleases = new Set<string>();
  /** What was asked, in order. */
  readonly asked: string[] = [];
  /** Thrown instead of any answer. */
  problem: Error | undefined;
  length: number;

  constructor(length = 5) {
    this.length = length;
  }

  async relation(access: Access, base: string, commit: string): Promise<Relation | undefined> {
    this.#answer(`relation ${base} ${commit}`, access);
    const [from, to] = [this.#placeOf(base), this.#placeOf(commit)];
    if (from === undefined || to === undefined) return undefined;
    return from === to ? 'identical' : from < to ? 'ahead' : 'behind';
  }

  async latestCommits(access: Access, branch: string): Promise<readonly string[]> {
    this.#answer(`latest ${branch}`, access);
    return Array.from({ length: this.length }, (_, place) => commitAt(place)).reverse();
  }

  async gitTags(access: Access): Promise<readonly GitTag[]> {
    this.#answer('tags', access);
    return this.tags;
  }

  async isPrerelease(access: Access, gitTag: string): Promise<boolean> {
    this.#answer(`prerelease ${gitTag}`, access);
    return this.prereleases.has(gitTag);
  }

  #answer(question: string, { token }: Access): void {
    this.asked.push(question);
    if (token.isEmpty) throw new Error('asked without a token');
    if (this.problem !== undefined) throw this.problem;
  }

  #placeOf(commit: string): number | undefined {
    const place = Array.from({ length: this.length }, (_, each) => commitAt(each)).indexOf(commit);
    return place < 0 ? undefined : place;
  }
}

export function commitAt(place: number): string {
  return String(place).padStart(40, '0');
}

/** The image that was built from a commit, and says so. */
export function imageAt(place: number, { says = commitAt(place) }: { readonly says?: string } = {}): Image {
  return buildImage({ content: `of ${place}`, labels: { 'org.opencontainers.image.revision': says } });
}

export function manifestAt(place: number): Manifest {
  return manifestOf(imageAt(place));
}

/** Patterns for git tags that may publish. */
export function patterns(...texts: readonly string[]): readonly FilterPattern[] {
  return texts.map((text) => {
    const parsed = parseFilterPattern(text);
    if (!parsed.ok) throw new Error(text);
    return parsed.value;
  });
}

const ALL = patterns('**');

/** The lineage of a run on `main`, or on a git tag if it is about a version. */
export function lineageAt(
  history: History,
  place: number,
  version?: string,
  { gitTags = ALL, byRelease = false }: Partial<Pick<LineageOptions, 'gitTags' | 'byRelease'>> = {},
): Lineage {
  return new Lineage({
    server: 'GitHub',
    ours: {
      commit: commitAt(place),
      revision: commitAt(place),
      version: parseVersion(version ?? ''),
    },
    branch: version === undefined ? 'main' : undefined,
    shaTag: 'sha-{sha}',
    versionTags: 'exact',
    gitTags,
    byRelease,
    history,
    access: () => ({ token: new Secret('ghs_token') }),
  });
}
