import { platformNames } from '../image/platform.ts';
import { repositoryName } from '../image/reference.ts';
import type { Runner } from '../runner/runner.ts';
import type { PlannedMove } from '../tags/move-tag.ts';
import type { TagBefore } from '../tags/read-tags.ts';
import { code, list, prose } from './markdown.ts';
import type { Planned } from './outcome.ts';
import { type Run, runLines } from './run-links.ts';
import { whoseIs } from './tell-source.ts';
import { keptText, NARROW, PLAIN, plannedLine, plannedResult, plannedText } from './tell-tags.ts';
import { gateLine, verdictDetails } from './tell-verdict.ts';

/** tellPlan logs what a dry run would have done: the image, the evidence, and each tag. */
export function tellPlan({ info }: Pick<Runner, 'info'>, plan: Planned): void {
  info(`Dry run: nothing was written. The image would be published, and verified by "${plan.level}":`);
  for (const tag of tagsOf(plan)) info(`  ${plannedText(tag)}`);
  for (const kept of keptIn(plan)) info(keptText(kept, PLAIN));
}

/** planParts are the same as parts of the summary. */
export function planParts(plan: Planned, run: Run): readonly string[] {
  const { verdict, source, found, level } = plan;
  const { id, platforms } = source.tested;
  return [
    `### 📝 Dry run: nothing was written to ${found.map(({ sha }) => code(repositoryName(sha.target))).join(', ')}`,
    list([
      `**Image** ${whoseIs(source)} ${code(source.name)} for ${prose(platformNames(platforms).join(', '))}: ${code(id)}`,
      ...runLines(run, verdict),
      `**Gate** open: ${gateLine(verdict)}`,
      `**Verification** would be ${code(level)}`,
    ]),
    ...keptIn(plan).map((kept) => keptText(kept, NARROW)),
    ...found.flatMap((each) => [
      `**Tags** of ${code(repositoryName(each.sha.target))}`,
      list(tagsAt(each).map(plannedLine)),
    ]),
    ...verdictDetails(verdict),
  ];
}

/** planData is the same for machines, as in the output `results`. */
export function planData(plan: Planned): unknown {
  const { kind, name, tested } = plan.source;
  return {
    source: { kind, name, id: tested.id, platform: tested.platforms[0].platform },
    verification: plan.level,
    tags: tagsOf(plan).map(plannedResult),
  };
}

function keptIn({ found }: Planned) {
  return found.flatMap(({ sha: { target }, kept }) =>
    kept === undefined ? [] : [{ target, digest: kept.manifest.digest, discarded: kept.discarded }],
  );
}

function tagsOf({ found }: Planned): readonly (TagBefore | PlannedMove)[] {
  return found.flatMap(tagsAt);
}

function tagsAt({ sha, versions, moving }: Planned['found'][number]): readonly (TagBefore | PlannedMove)[] {
  return [sha, ...versions, ...moving];
}
