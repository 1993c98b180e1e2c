import type { Ending } from '../gate/verdict.ts';
import { repositoryName } from '../image/reference.ts';
import { registryPage } from '../image/registry-page.ts';
import { isVersionName } from '../image/tag-names.ts';
import type { VerificationLevel } from '../image/verified.ts';
import type { Delivered } from '../tags/write-tags.ts';
import { inUnits } from '../text/quantities.ts';
import { inTime } from './duration.ts';
import { explainDigests } from './explain-digests.ts';
import { code, details, list, prose, titled } from './markdown.ts';
import { type Failed, isNew, type Outcome, type Published, type Skipped } from './outcome.ts';
import { helpLine, type Run, runLines } from './run-links.ts';
import { attachedFact, attachedList } from './tell-attached.ts';
import { credentialParts } from './tell-credentials.ts';
import { planParts } from './tell-plan.ts';
import { proofItem, unfinishedProofItem } from './tell-proof.ts';
import { pulling, usage } from './tell-published.ts';
import { scanLine, scanParts } from './tell-scan.ts';
import { isFromRegistries, platformTable, sourceItem } from './tell-source.ts';
import { standingParts } from './tell-standing.ts';
import { keptImages, keptText, MARKDOWN, showsOurs, tagTable } from './tell-tags.ts';
import { gateLine, PUBLISHING, reasonList, verdictDetails } from './tell-verdict.ts';

/**
 * summaryOf writes the job summary: what happened in one line, then what proves it, then what to do with it; and
 * folded, what only those want to see who ask. Digests stand in lists: they fit no table on a phone.
 */
export function summaryOf(outcome: Outcome, run: Run): string {
  const scan = outcome.scan === undefined ? [] : scanParts(outcome.scan);
  const credentials = credentialParts(outcome.credentials ?? []);
  const kept = (outcome.kept ?? []).map(prose);
  return `${[...partsOf(outcome, run), ...kept, ...scan, ...credentials].join('\n\n')}\n\n`;
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

function published(outcome: Outcome & Published, run: Run): readonly string[] {
  const { verdict, receipt, scan, source, proof } = outcome;
  const { destinations } = receipt;
  const [{ verified, discarded }] = destinations;
  const { manifest, imageId, platforms, level } = verified;
  const attached = destinations.flatMap((each) => each.attached ?? []);
  const title = isNew(receipt) ? 'Published and verified' : 'Already published, verified again';
  return [
    `### ✅ ${title}: ${headlineOf(destinations)}`,
    list([
      ...(isFromRegistries(source) ? [sourceItem(source)] : []),
      `**Digest** ${code(manifest.digest)}`,
      `**Image ID** ${code(imageId)}${platforms[0] === undefined ? '' : ` (${prose(platforms[0])})`}`,
      ...(platforms.length > 1 && !isFromRegistries(source) ? [`**Platforms** ${prose(platforms.join(', '))}`] : []),
      ...runLines(run, verdict),
      `**Gate** open: ${gateLine(verdict)}`,
      ...[scan && scanLine(scan)].filter((line) => line !== undefined),
      `**Verified** by ${code(level)}: it is ${discarded === undefined ? 'the tested image' : 'the image that an earlier run published for this commit'}; ${SEEN[level]}`,
      ...[attachedFact(attached)].filter((line) => line !== undefined),
      ...(proof?.signed === undefined ? [] : [proofItem(proof.signed)]),
      ...effort(outcome),
    ]),
    ...(isFromRegistries(source) ? [platformTable(source)] : []),
    ...keptImages(receipt).map((kept) => keptText(kept, MARKDOWN)),
    ...[explainDigests(receipt)].filter((sentence) => sentence !== undefined).map(prose),
    ...destinations.flatMap((each) => destinationParts(each, verdict.subject.commit, run)),
    usage(destinations),
    details('Evidence', list(destinations.flatMap((each) => each.verified.evidence).map(prose))),
    ...(attached.length === 0 ? [] : [details('Attached', attachedList(attached))]),
    ...verdictDetails(verdict),
  ];
}

/** Each repository, and the version under which the image is there. */
function headlineOf(destinations: readonly Delivered[]): string {
  const version = destinations
    .flatMap(({ tags }) => tags.filter(showsOurs))
    .find(({ target }) => isVersionName(target.tag));
  const names = destinations.map((each) => code(repositoryName(each.verified.target)));
  return [names.join(', '), ...(version === undefined ? [] : [code(version.target.tag)])].join(' ');
}

/** One destination: its page, its tags, and how to pull from it. */
function destinationParts(delivered: Delivered, commit: string, { pages }: Run): readonly string[] {
  const { target, manifest } = delivered.verified;
  const page = titled('at the registry', registryPage(target, manifest.digest));
  return [
    `**Tags** of ${code(repositoryName(target))}${page === undefined ? '' : ` (${page})`}`,
    tagTable(delivered.tags, (since) => titled('what changed', pages.compare(since, commit))),
    pulling([delivered]),
  ];
}

/** What it cost: time, and bytes where we have sent them ourselves. */
function effort({ took, receipt }: Outcome & Published): readonly string[] {
  const transfers = receipt.destinations.flatMap(({ transfer }: Delivered) => transfer ?? []);
  const sum = (kind: 'sent' | 'skipped') => inUnits(transfers.reduce((all, each) => all + each[kind], 0));
  const bytes = transfers.length === 0 ? [] : [`${sum('sent')} uploaded, ${sum('skipped')} already there`];
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

function closed({ verdict, ending, credentials }: Outcome & Skipped, run: Run): readonly string[] {
  const untouched = credentials === undefined ? 'No registry was contacted.' : 'Nothing was written to any registry.';
  return [
    TITLES[ending],
    `${untouched} ${WHY[ending]}`,
    reasonList(verdict.reasons, PUBLISHING),
    list(runLines(run)),
    ...helpLine(verdict.reasons[0].code, run.pages),
    ...verdictDetails(verdict),
  ];
}

function failed(outcome: Failed, run: Run): readonly string[] {
  const { error, verdict, proof } = outcome;
  return [
    `### ❌ Failed: ${code(error.code)}`,
    error.message.split('\n').map(prose).join('<br>'),
    `**What to do:** ${prose(error.hint)}`,
    ...helpLine(error.code, run.pages),
    list([...runLines(run, verdict), ...(proof === undefined ? [] : [unfinishedProofItem(proof)])]),
    ...standingParts(outcome),
  ];
}
