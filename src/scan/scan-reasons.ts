import type { Reason } from '../gate/verdict.ts';
import type { Judged, Scan, ScanFacts, ScanFile, ScanPolicy } from './evidence.ts';
import type { Rating, Severity } from './severity.ts';

/** How many findings a reason names; the report shows more of them. */
const MOST_NAMED = 5;
/** How much the clocks of two runners may differ, in milliseconds. */
const CLOCK_SKEW = 60_000;

/** A commit in full: a shorter name, or that of a branch, cannot be compared. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

const FINISHED = 'scan again, and let the step of the scanner fail when the scanner does';
const SAME_IMAGE = 'scan the image that is published, after it is built, in the job that publishes it or by its digest';

/** reasonsOfFacts are what is missing before any report is looked into. */
export function reasonsOfFacts({ missing, ignore, files }: ScanFacts): readonly Reason[] {
  return [
    ...missing.map((seen) =>
      because('a report that is asked for must be there', seen, 'let the scanner write it, in a step before this one'),
    ),
    ...('problem' in ignore
      ? [
          because(
            'the file of "scan-ignore" must be readable',
            `it ${ignore.problem}`,
            'correct the file, or take "scan-ignore" out',
          ),
        ]
      : []),
    ...files.flatMap(({ name, report }) =>
      'problem' in report
        ? [because('each report must be one in SARIF 2.1.0', `${name} ${report.problem}`, FINISHED)]
        : [],
    ),
  ];
}

/** reasonsOfScan are what is against one run: that it is no evidence, or none on this image. */
export function reasonsOfScan({ file, run, binding }: Scan, policy: ScanPolicy, facts: ScanFacts): readonly Reason[] {
  const who = `the run of ${run.tool === '' ? 'an unnamed tool' : run.tool} in ${file.name}`;
  const revisions = run.revisions.filter((revision) => COMMIT.test(revision));
  const other = revisions.includes(facts.commit) ? undefined : revisions[0];
  return [
    ...run.problems.map((problem) => because('each scan must have finished well', `${who} ${problem}`, FINISHED)),
    ...(binding.kind === 'other'
      ? [because('each report must be about this image', `${who}: ${binding.why}`, SAME_IMAGE)]
      : []),
    ...(binding.kind === 'trusted' && policy.binding === 'required'
      ? [
          because(
            'each report must name this image',
            `${who} names none`,
            'a scanner whose report does, or "scan-binding: when-named"',
          ),
        ]
      : []),
    ...(other === undefined
      ? []
      : [because('each report must be about this commit', `${who} is about ${other}`, SAME_IMAGE)]),
    ...(isOlder(file, run.ranAt, facts.image.created)
      ? [
          because(
            'each scan must be later than the image',
            `${who} is older: the image was made at ${facts.image.created}`,
            SAME_IMAGE,
          ),
        ]
      : []),
  ];
}

/** A report that was there before the image cannot be about it. */
function isOlder({ written }: ScanFile, ranAt: number | undefined, created: string): boolean {
  const made = Date.parse(created);
  return !Number.isNaN(made) && Math.min(written, ranAt ?? written) + CLOCK_SKEW < made;
}

export function reasonOfTool(tool: string): Reason {
  return because(
    'each tool in "scan-tools" must have reported',
    `no good report of ${tool}`,
    `add the report of ${tool} to "scan-report"`,
  );
}

export function reasonOfPlatform(platform: string): Reason {
  return because(
    'each platform of the image must be named by a report',
    `none names ${platform}`,
    `scan ${platform}, too`,
  );
}

/** reasonOfFindings names the worst findings that are too bad. */
export function reasonOfFindings(blocking: readonly Judged[], failOn: Severity): Reason {
  const named = blocking.slice(0, MOST_NAMED).map(({ id, rating, place }) => {
    return `${id} (${inWords(rating)}${place === undefined ? '' : `, ${place}`})`;
  });
  const more = blocking.length > named.length ? `, and ${blocking.length - named.length} more` : '';
  return because(
    `no finding may be ${failOn}${failOn === 'critical' ? '' : ' or worse'}, or be of unclear severity`,
    `${named.join(', ')}${more}`,
    'fix them, or add their ids to the file of "scan-ignore" with a reason and an expiry date',
  );
}

function inWords({ severity, unclear }: Rating): string {
  return unclear === undefined ? severity : `${severity}, counted as critical: ${unclear}`;
}

function because(rule: string, seen: string, opens: string): Reason {
  return { code: 'GATE_SCAN', rule, seen, opens };
}
