import { REVISION_LABEL } from '../image/run-config.ts';
import { alsoAsking, type Open, type Reason, type Verdict } from './verdict.ts';

/** askRevision keeps an open gate open only for an image that was built from the commit it is open for. */
export function askRevision(open: Open, revision: string | undefined): Verdict {
  const because = [`The image says it was built from ${open.subject.commit}`];
  return alsoAsking(open, revisionReasons(revision, open.subject.commit), because);
}

/** revisionReasons asks that the image says it was built from this very commit: the full SHA, not a name for it. */
export function revisionReasons(revision: string | undefined, commit: string): readonly Reason[] {
  if (revision === commit) return [];
  return [
    {
      code: 'GATE_REVISION',
      rule: `the image's label ${REVISION_LABEL} must be the commit ${commit}`,
      seen: revision === undefined ? 'it has no such label' : `it is "${revision}"`,
      opens: `build the image from this commit with --label ${REVISION_LABEL}=<its full SHA>`,
    },
  ];
}
