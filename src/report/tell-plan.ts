import { referenceName, repositoryName } from '../image/reference.ts';
import type { Runner } from '../runner/runner.ts';
import type { PlannedMove } from '../tags/plan-moves.ts';
import type { TagBefore } from '../tags/read-tags.ts';
import { code, prose, table } from './markdown.ts';
import type { Planned } from './outcome.ts';
import { plannedCell, plannedLine, plannedResult } from './tag-states.ts';
import { verdictTables } from './tell-verdict.ts';

/** tellPlan writes into the log what a dry run would have done: the image, the evidence, and each tag. */
export function tellPlan({ info }: Pick<Runner, 'info'>, plan: Planned): void {
  const { name, image } = plan.source;
  const whose = whoseIs(plan);
  info(`Dry run: nothing was written to any registry.`);
  info(`  The image would be ${whose} ${name} (${image.id}, ${image.platform}), verified by "${plan.level}".`);
  for (const tag of tagsOf(plan)) info(`  ${referenceName(tag.target)}: ${plannedLine(tag)}`);
}

/** planParts are the same as parts of the summary. */
export function planParts(plan: Planned): readonly string[] {
  const { verdict, source, found, level } = plan;
  return [
    `### 📝 Dry run: nothing was written to ${found.map(({ sha }) => code(repositoryName(sha.target))).join(', ')}`,
    `The gate is open for ${code(verdict.subject.commit)} on ${code(verdict.subject.ref)}.`,
    ...verdictTables(verdict),
    `The image would be ${whoseIs(plan)} ${code(source.name)} (${code(source.image.id)}, ${prose(source.image.platform)}), ` +
      `verified by ${code(level)}:`,
    table(
      ['Tag', 'State'],
      tagsOf(plan).map((tag) => [code(referenceName(tag.target)), plannedCell(tag)]),
    ),
  ];
}

/** An image is the engine's, or in a file. */
function whoseIs({ source }: Planned): string {
  return source.kind === 'engine' ? "the engine's" : 'that in';
}

/** planData is the same for machines, as it stands in the output `results`. */
export function planData(plan: Planned): unknown {
  const { name, image } = plan.source;
  return {
    source: { name, id: image.id, platform: image.platform },
    verification: plan.level,
    tags: tagsOf(plan).map(plannedResult),
  };
}

function tagsOf({ found }: Planned): readonly (TagBefore | PlannedMove)[] {
  return found.flatMap(({ sha, versions, moving }) => [sha, ...versions, ...moving]);
}
