import { REVISION_LABEL } from '../image/config.ts';
import { alsoAsking, type Judgement, type Open, type Verdict } from './verdict.ts';

/** askRevision keeps an open gate open only if each platform of the image was built from the commit. */
export function askRevision(open: Open, platforms: readonly { readonly revision: string | undefined }[]): Verdict {
  const { commit } = open.subject;
  const judged = platforms.find(({ revision }) => revision !== commit) ?? platforms[0];
  return alsoAsking(open, [judgeRevision(judged?.revision, commit)]);
}

/** judgeRevision requires that the label of the image is this commit: the full SHA, not a name. */
export function judgeRevision(revision: string | undefined, commit: string): Judgement {
  const rule = `the image's label ${REVISION_LABEL} must be the commit ${commit}`;
  const seen = revision === undefined ? 'it has no such label' : `it is "${revision}"`;
  if (revision === commit) return { rule, seen, says: "the image's revision label names this commit", by: 'read' };
  const opens = `build the image from this commit with --label ${REVISION_LABEL}=<its full SHA>`;
  return { code: 'GATE_REVISION', rule, seen, opens };
}
