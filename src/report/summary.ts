import type { Ending } from '../gate/verdict.ts';
import { repositoryName } from '../image/reference.ts';
import { registryPage } from '../image/registry-page.ts';
import type { VerificationLevel } from '../image/verified.ts';
import type { Delivered } from '../tags/write-tags.ts';
import { inUnits } from '../text/quantities.ts';
import { inTime } from './duration.ts';
import { explainDigests, SEVERAL_DIGESTS } from './explain-digests.ts';
import { imageNames } from './headline.ts';
import { code, details, list, prose, titled } from './markdown.ts';
import { type Failed, isNew, type Outcome, type Published, type Skipped } from './outcome.ts';
import { boundedSummary } from './report-limits.ts';
import { helpLine, type Run, runLines } from './run-links.ts';
import { attachedFact, attachedList } from './tell-attached.ts';
import { credentialParts } from './tell-credentials.ts';
import { planParts } from './tell-plan.ts';
import { proofItem, unfinishedProofItem } from './tell-proof.ts';
import { pulling, usage } from './tell-published.ts';
import { scanLine, scanParts } from './tell-scan.ts';
import { imageItem, isFromRegistries, platformTable, sourceItem } from './tell-source.ts';
import { standingParts } from './tell-standing.ts';
import { keptImages, keptText, NARROW, showsOurs, tagList } from './tell-tags.ts';
import { gateLine, PUBLISHING, reasonList, verdictDetails } from './tell-verdict.ts';

/**
 * summaryOf writes the job summary: what happened in one line, where the image is, and what proves it. Details are
 * folded. Digests are in lists and commands: on a phone, they fit no table.
 */
export function summaryOf(outcome: Outcome, run: Run): string {
  const scan = outcome.scan === undefined ? [] : scanParts(outcome.scan);
  const credentials = credentialParts(outcome.credentials ?? []);
  const kept = (outcome.kept ?? []).map(prose);
  return boundedSummary([...partsOf(outcome, run), ...kept, ...scan, ...credentials]);
}

function partsOf(outcome: Outcome, run: Run): readonly string[] {
  switch (outcome.kind) {
    case 'published':
      return published(outcome, run);
    case 'planned':
      return planParts(outcome, run);
    case 'closed':
      return closed(outcome, run);
    case 'failed':
      return failed(outcome, run);
  }
}

const SEEN: Readonly<Record<VerificationLevel, string>> = {
  manifest: 'its manifest was read back and hashed',
  graph: 'its manifest was read back and hashed, and every config and layer exists',
  content: 'every byte was read back and hashed',
};

/** Most destinations that are shown with their tags. */
const MOST_DESTINATIONS = 20;

function published(outcome: Outcome & Published, run: Run): readonly string[] {
  const { verdict, receipt, source, proof } = outcome;
  const { destinations } = receipt;
  const [{ verified, discarded }] = destinations;
  const { imageId, platforms, level } = verified;
  const attached = destinations.flatMap((each) => each.attached ?? []);
  const title = isNew(receipt) ? 'Published and verified' : 'Already published, verified again';
  const tags = destinations.flatMap((each) => each.tags.filter(showsOurs).map(({ target }) => target));
  const names = imageNames({ repositories: destinations.map((each) => each.verified.target), tags });
  const hasTable = source !== undefined && platforms.length > 1;
  const idOf = platforms[0] === undefined ? '' : ` (${prose(platforms[0])})`;
  return [
    `### ✅ ${title}: ${names}`,
    ...keptImages(receipt).map((kept) => keptText(kept, NARROW)),
    ...(explainDigests(receipt) === undefined ? [] : [SEVERAL_DIGESTS]),
    ...destinations
      .slice(0, MOST_DESTINATIONS)
      .flatMap((each) => destinationParts(each, { commit: verdict.subject.commit, run })),
    ...(destinations.length > MOST_DESTINATIONS
      ? [`And ${destinations.length - MOST_DESTINATIONS} more destinations, which the output \`results\` has.`]
      : []),
    '**Details**',
    list([
      ...(isFromRegistries(source) ? [sourceItem(source)] : []),
      ...(hasTable ? [] : [imageItem(verified, source)]),
      ...runLines(run, verdict),
      `**Gate** open: ${gateLine(verdict)}`,
      ...scanItems(outcome),
      `**Verified** by ${code(level)}: it is ${discarded === undefined ? 'the tested image' : 'the image that an earlier run published for this commit'}; ${SEEN[level]}`,
      ...[attachedFact(attached)].filter((line) => line !== undefined),
      ...(proof?.signed === undefined ? [] : [proofItem(proof.signed)]),
      ...effort(outcome),
    ]),
    ...(hasTable ? [platformTable(source)] : []),
    usage(destinations),
    details(
      'Evidence',
      list([
        ...destinations.flatMap((each) => each.verified.evidence).map(prose),
        `The image ID is ${code(imageId)}${idOf}`,
      ]),
    ),
    ...(attached.length === 0 ? [] : [details('Attached', attachedList(attached))]),
    ...verdictDetails(verdict),
  ];
}

/** One destination: how to pull from it, its page, and its tags. */
function destinationParts(
  delivered: Delivered,
  { commit, run }: { readonly commit: string; readonly run: Run },
): readonly string[] {
  const { target, manifest } = delivered.verified;
  const page = titled('at the registry', registryPage(target, manifest.digest));
  return [
    pulling([delivered]),
    `**Tags** of ${code(repositoryName(target))}${page === undefined ? '' : ` (${page})`}`,
    tagList(delivered.tags, (since) => titled('what changed', run.pages.compare(since, commit))),
  ];
}

/** What the scan reports show, in one line, whatever findings are allowed. */
function scanItems({ scan }: Outcome): readonly string[] {
  const line = scan === undefined ? undefined : scanLine(scan);
  return line === undefined ? [] : [line];
}

/** What it cost: time, and bytes if we uploaded them ourselves. */
function effort({ took, receipt }: Outcome & Published): readonly string[] {
  const transfers = receipt.destinations.flatMap(({ transfer }: Delivered) => transfer ?? []);
  const sum = (kind: 'sent' | 'skipped') => transfers.reduce((all, each) => all + each[kind], 0);
  const [sent, skipped] = [sum('sent'), sum('skipped')];
  const bytes = [
    ...(sent > 0 ? [`${inUnits(sent)} uploaded`] : []),
    ...(skipped > 0 ? [`${inUnits(skipped)} already there`] : []),
  ];
  const parts = [...(took === undefined ? [] : [inTime(took)]), ...bytes];
  return parts.length === 0 ? [] : [`**Took** ${parts.join(', ')}`];
}

const TITLES: Readonly<Record<Ending, string>> = {
  skipped: '### ⏭️ Skipped: this run is not meant to publish',
  failed: '### ❌ Not published: the gate is closed',
  'let-pass': '### ⚠️ Not published: the gate is closed',
};
const WHY: Readonly<Record<Ending, string>> = {
  skipped: 'This is not a failure.',
  failed: 'The step fails.',
  'let-pass': 'The step is green, because "when-closed" is "skip-all".',
};

function closed(outcome: Outcome & Skipped, run: Run): readonly string[] {
  const { verdict, ending, credentials, destinations = [] } = outcome;
  const untouched = credentials === undefined ? 'No registry was contacted.' : 'Nothing was written to any registry.';
  const link = ending === 'skipped' ? '' : ' for';
  return [
    destinations.length === 0
      ? TITLES[ending]
      : `${TITLES[ending]}${link} ${imageNames({ repositories: destinations })}`,
    `${untouched} ${WHY[ending]}`,
    reasonList(verdict.reasons, PUBLISHING),
    ...helpLine(verdict.reasons[0].code, run.pages),
    list([...runLines(run), ...scanItems(outcome)]),
    ...verdictDetails(verdict),
  ];
}

function failed(outcome: Outcome & Failed, run: Run): readonly string[] {
  const { error, verdict, left, proof, destinations = [] } = outcome;
  const tags = left.flatMap((each) => each.tags.map(({ target }) => target));
  const names = destinations.length === 0 ? '' : ` for ${imageNames({ repositories: destinations, tags })}`;
  return [
    `### ❌ Failed: ${code(error.code)}${names}`,
    error.message.split('\n').map(prose).join('<br>'),
    `**What to do:** ${prose(error.hint)}`,
    ...helpLine(error.code, run.pages),
    ...standingParts(outcome),
    ...(left.length === 0 ? [] : ['**The run**']),
    list([
      ...runLines(run, verdict),
      ...scanItems(outcome),
      ...(proof === undefined ? [] : [unfinishedProofItem(proof)]),
    ]),
  ];
}
