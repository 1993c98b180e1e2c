import type { Reason } from '../gate/verdict.ts';
import type { Judged, Scan, ScanFacts, ScanFile, ScanPolicy } from './evidence.ts';
import type { Rating, Severity } from './severity.ts';

/** How many findings a reason names; the report shows more of them. */
const MOST_NAMED = 5;
/** How much the clocks of two runners may differ, in milliseconds. */
const CLOCK_SKEW = 60_000;

/** A commit in full: a shorter name, or that of a branch, cannot be compared. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

const FINISHED = 'scan again, and let the step of the scanner fail if the scanner fails';
const SAME_IMAGE = 'scan the image that you publish, after it is built, in this job or by its digest';

/** reasonsOfFacts are problems that show before any report is read: missing and unreadable files. */
export function reasonsOfFacts({ missing, ignore, files }: ScanFacts): readonly Reason[] {
  return [
    ...missing.map((seen) =>
      because({
        rule: 'a report that is asked for must be there',
        seen,
        says: `a scan report is missing or cannot be read: ${seen}`,
        opens: 'let the scanner write it, in a step before this one',
      }),
    ),
    ...('problem' in ignore
      ? [
          because({
            rule: 'the file of "scan-ignore" must be readable',
            seen: `it ${ignore.problem}`,
            says: `the file of "scan-ignore" ${ignore.problem}`,
            opens: 'correct the file, or remove "scan-ignore"',
          }),
        ]
      : []),
    ...files.flatMap(({ name, report }) =>
      'problem' in report
        ? [
            because({
              rule: 'each report must be one in SARIF 2.1.0',
              seen: `${name} ${report.problem}`,
              says: `the scan report ${name} ${report.problem}`,
              opens: FINISHED,
            }),
          ]
        : [],
    ),
  ];
}

/** reasonsOfScan are the reasons against one run: it is no evidence, or not for this image. */
export function reasonsOfScan({ file, run, binding }: Scan, policy: ScanPolicy, facts: ScanFacts): readonly Reason[] {
  const who = `the run of ${run.tool === '' ? 'an unnamed tool' : run.tool} in ${file.name}`;
  const revisions = run.revisions.filter((revision) => COMMIT.test(revision));
  const other = revisions.includes(facts.commit) ? undefined : revisions[0];
  return [
    ...run.problems.map((problem) =>
      because({
        rule: 'each scan must have finished well',
        seen: `${who} ${problem}`,
        says: `the scan may not have finished: ${who} ${problem}`,
        opens: FINISHED,
      }),
    ),
    ...(binding.kind === 'other'
      ? [
          because({
            rule: 'each report must be about this image',
            seen: `${who}: ${binding.why}`,
            says: `${who} is for another image: ${binding.why}`,
            opens: SAME_IMAGE,
          }),
        ]
      : []),
    ...(binding.kind === 'trusted' && policy.binding === 'required'
      ? [
          because({
            rule: 'each report must name this image',
            seen: `${who} names none`,
            says: `${who} does not say which image it scanned, and "scan-binding" is "required"`,
            opens: 'use a scanner that names the image, or set "scan-binding: when-named"',
          }),
        ]
      : []),
    ...(other === undefined
      ? []
      : [
          because({
            rule: 'each report must be about this commit',
            seen: `${who} is about ${other}`,
            says: `${who} is for the commit ${other}, not ${facts.commit}`,
            opens: SAME_IMAGE,
          }),
        ]),
    ...(isOlder(file, run.ranAt, facts.image.created)
      ? [
          because({
            rule: 'each scan must be later than the image',
            seen: `${who} is older: the image was made at ${facts.image.created}`,
            says: `${who} is older than the image, which was built at ${facts.image.created}`,
            opens: SAME_IMAGE,
          }),
        ]
      : []),
  ];
}

/** A report that is older than the image cannot be about it. */
function isOlder({ written }: ScanFile, ranAt: number | undefined, created: string): boolean {
  const made = Date.parse(created);
  return !Number.isNaN(made) && Math.min(written, ranAt ?? written) + CLOCK_SKEW < made;
}

export function reasonOfTool(tool: string): Reason {
  return because({
    rule: 'each tool in "scan-tools" must have reported',
    seen: `no good report of ${tool}`,
    says: `there is no valid report by ${tool}, which "scan-tools" requires`,
    opens: `add the report by ${tool} to "scan-report"`,
  });
}

export function reasonOfPlatform(platform: string): Reason {
  return because({
    rule: 'each platform of the image must be named by a report',
    seen: `none names ${platform}`,
    says: `no scan report names the platform ${platform}`,
    opens: `scan ${platform}, too`,
  });
}

/** reasonOfFindings names the worst of the findings that close the gate. */
export function reasonOfFindings(blocking: readonly Judged[], failOn: Severity): Reason {
  const named = blocking.slice(0, MOST_NAMED).map(({ id, rating, place }) => {
    return `${id} (${inWords(rating)}${place === undefined ? '' : `, ${place}`})`;
  });
  const more = blocking.length > named.length ? `, and ${blocking.length - named.length} more` : '';
  const worse = failOn === 'critical' ? '' : ' or worse';
  const seen = `${named.join(', ')}${more}`;
  return because({
    rule: `no finding may be ${failOn}${worse}, or be of unclear severity`,
    seen,
    says: `findings of the severity "${failOn}"${worse}: ${seen}`,
    opens: 'fix them, or add their ids to the file of "scan-ignore" with a reason and an expiry date',
  });
}

function inWords({ severity, unclear }: Rating): string {
  return unclear === undefined ? severity : `${severity}, counted as critical: ${unclear}`;
}

function because(reason: Required<Pick<Reason, 'rule' | 'seen' | 'says' | 'opens'>>): Reason {
  return { code: 'GATE_SCAN', ...reason };
}
