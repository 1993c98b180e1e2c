import { asError } from '../errors.ts';
import { repositoryName, subjectName } from '../image/reference.ts';
import { usuallyMoves } from '../image/tag-names.ts';
import type { Runner } from '../runner/runner.ts';
import type { TagState } from '../tags/write-tags.ts';
import { inTime } from './duration.ts';
import { explainDigests } from './explain-digests.ts';
import type { Outcome } from './outcome.ts';
import { outputsOf } from './outputs.ts';
import { runOf } from './run-links.ts';
import { summaryOf } from './summary.ts';
import { moreLine, tellOfError } from './tell-error.ts';
import { tellPlan } from './tell-plan.ts';
import { standingLines } from './tell-standing.ts';
import { keptImages, keptText, PLAIN, tagText } from './tell-tags.ts';
import { PUBLISHING, reasonLine } from './tell-verdict.ts';
import { tellWithheld } from './tell-withheld.ts';

/** report writes outputs, summary and at most one annotation, and returns whether the step succeeded. */
export async function report(runner: Runner, outcome: Outcome, wantsSummary: boolean): Promise<boolean> {
  // Outputs come last: a step that fails while it reports must not output a digest.
  if (wantsSummary) await writeSummary(runner, outcome);
  declareImage(runner, outcome);
  const outputs = outputsOf(outcome);
  runner.setOutputs(outputs);
  tellWithheld(runner, outcome, outputs);
  return announce(runner, outcome);
}

/** If the summary cannot be written, a push that succeeded does not fail. */
async function writeSummary(runner: Runner, outcome: Outcome): Promise<void> {
  try {
    await runner.summary(summaryOf(outcome, runOf(runner)));
  } catch (error) {
    runner.warning('No summary', `The job summary could not be written: ${asError(error).message}`);
  }
}

/**
 * Only one image is declared: the primary destination's, under its SHA tag. `actions/attest` takes one subject, and if
 * a step declares one name with two digests, the runner fails it.
 */
function declareImage(runner: Runner, outcome: Outcome): void {
  if (outcome.kind !== 'published') return;
  const [{ verified }] = outcome.receipt.destinations;
  try {
    runner.declareImage(`${subjectName(verified.target)}:${verified.target.tag}@${verified.manifest.digest}`);
  } catch (error) {
    runner.warning('Image not declared', `Later steps will not find the image: ${asError(error).message}`);
  }
}

/** announce reports the outcome in the log, and returns whether the step succeeded. */
export function announce(runner: Runner, outcome: Outcome): boolean {
  const took = outcome.took === undefined ? '' : ` The step took ${inTime(outcome.took)}.`;
  switch (outcome.kind) {
    case 'published': {
      const { destinations } = outcome.receipt;
      for (const kept of keptImages(outcome.receipt)) runner.notice('Image kept', keptText(kept, PLAIN));
      for (const { tags } of destinations) for (const tag of tags) tellOfTag(runner, tag);
      for (const { verified, tags } of destinations) {
        const image = `${repositoryName(verified.target)}@${verified.manifest.digest}`;
        runner.info(
          `${tags[0]?.state === 'written' ? 'Published and verified' : 'Already published, verified'}: ${image}`,
        );
      }
      runner.info(took.trim());
      const difference = explainDigests(outcome.receipt);
      if (difference !== undefined) runner.notice('Several digests', difference);
      for (const line of outcome.kept ?? []) runner.info(line);
      return true;
    }
    case 'planned':
      tellPlan(runner, outcome);
      return true;
    case 'closed': {
      const { verdict, ending } = outcome;
      const tell = { skipped: runner.notice, failed: runner.error, 'let-pass': runner.warning }[ending];
      const [{ code }] = verdict.reasons;
      const lines = [...verdict.reasons.map((reason) => reasonLine(reason, PUBLISHING)), ...moreLine(runner, code)];
      tell(`Not published (${code})`, lines.join('\n'));
      return ending !== 'failed';
    }
    case 'failed':
      for (const line of standingLines(outcome)) runner.info(line);
      tellOfError(runner, outcome.error);
      return false;
  }
}

/** For a tag such as `latest` that is written for the first time: nobody expects it to stay. */
const STAYS =
  'It will never move, and the next image under this name fails with TAG_EXISTS. Name it in "moving-tags" instead, and it follows the newest image.';

/** A person may want to look at a tag that was not moved or was overwritten, and not at one that has moved. */
function tellOfTag(runner: Runner, tag: TagState): void {
  const text = `${tagText(tag)}.`;
  if (tag.state === 'kept') runner.notice('Tag not moved', text);
  else if (tag.state === 'healed') runner.notice('Tag restored', text);
  else if (tag.state === 'written' && tag.replaced !== undefined) runner.notice('Tag overwritten', text);
  else if (tag.state === 'written' && usuallyMoves(tag.target.tag))
    runner.notice('Tag that never moves', `${text} ${STAYS}`);
  else runner.info(text);
}
