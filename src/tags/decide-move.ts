import type { Relation } from '../github/history.ts';
import { compareVersions, type Version } from './version.ts';

/** The image that a moving tag should show. */
export type Ours = {
  readonly commit: string;
  /** The commit in the image's revision label: later runs use it to see where the tag is. */
  readonly revision: string | undefined;
  readonly version: Version | undefined;
  /** Why the run moves no tag, if its event does not allow it. */
  readonly heldBack?: string | undefined;
};

/** The image that a moving tag shows now, as far as known. */
export type Shown = {
  readonly revision: string | undefined;
  /** The highest version among the git tags of that commit. */
  readonly version: Version | undefined;
  /** How our commit relates to it. */
  readonly relation: Relation | undefined;
};

/** Whether a tag may move to our image; `because` is a sentence without its full stop. */
export type Move = {
  readonly moves: boolean;
  readonly because: string;
  /** The commit whose image the tag shows now, if it moves forward from it. */
  readonly since?: string;
};

/**
 * decideMove lets a tag move only forward: from version to version by precedence if both are known, and otherwise from
 * a commit to its descendants. Another image of this commit may be replaced, or the run would have stopped earlier. If
 * the direction is unknown, the tag stays.
 */
export function decideMove(ours: Ours, shown: Shown | undefined): Move {
  const unfit = unfitness(ours);
  if (unfit !== undefined) return stays(unfit);
  if (shown === undefined) return { moves: true, because: 'it is not there yet' };
  if (shown.relation === 'identical') return { moves: true, because: 'it shows an image of the same commit' };
  if (ours.version !== undefined && shown.version !== undefined) {
    const [to, from] = [ours.version.version, shown.version.version];
    return compareVersions(ours.version, shown.version) > 0
      ? forward(`${to} is above ${from}`, shown.revision)
      : stays(`it shows ${from}, and this is ${to}`);
  }
  if (shown.revision === undefined)
    return stays('the image that the tag shows now does not name its commit, so nobody knows which one is newer');
  switch (shown.relation) {
    case 'ahead':
      return forward(`this commit comes after ${shown.revision}`, shown.revision);
    case 'behind':
      return stays(`it shows ${shown.revision}, which comes after this commit`);
    case 'diverged':
      return stays(`it shows ${shown.revision}, which is on another line of development`);
    case undefined:
      return stays(
        `it shows ${shown.revision}, a commit that GitHub does not show to this token (it may need "permissions: contents: read")`,
      );
  }
}

/** unfitness explains why no moving tag may show our image; undefined if one may. */
export function unfitness({ commit, revision, version, heldBack }: Ours): string | undefined {
  if (heldBack !== undefined) return heldBack;
  if (version !== undefined && version.prerelease.length > 0) return `${version.version} is a prerelease`;
  if (revision === commit) return undefined;
  const said =
    revision === undefined
      ? 'the image has no revision label'
      : `the revision label of the image is "${revision}", and not this commit`;
  return `${said}; later runs could not know whether theirs is newer. Build the image with --label org.opencontainers.image.revision="$GITHUB_SHA"`;
}

function forward(because: string, since: string | undefined): Move {
  return { moves: true, because, ...(since === undefined ? {} : { since }) };
}

function stays(because: string): Move {
  return { moves: false, because };
}
