import { inUnits } from '../image/bytes.ts';
import { referenceName, repositoryName } from '../image/reference.ts';
import type { Delivered } from '../tags/write-tags.ts';
import { explainDigests } from './explain-digests.ts';
import { code, commands, details, prose, table } from './markdown.ts';
import { type Failed, isNew, type Left, type Outcome, type Published, type Skipped } from './outcome.ts';
import { tagCell } from './tag-states.ts';
import { credentialParts } from './tell-credentials.ts';
import { planParts } from './tell-plan.ts';
import { scanParts } from './tell-scan.ts';
import { verdictTables } from './tell-verdict.ts';

/** summaryOf writes the job summary: what happened in one line, then what proves it, then what to do with it. */
export function summaryOf(outcome: Outcome): string {
  const scan = outcome.scan === undefined ? [] : scanParts(outcome.scan);
  const credentials = credentialParts(outcome.credentials ?? []);
  const kept = (outcome.kept ?? []).map(prose);
  return `${[...partsOf(outcome), ...kept, ...scan, ...credentials].join('\n\n')}\n\n`;
}

function partsOf(outcome: Outcome): readonly string[] {
  switch (outcome.kind) {
    case 'published':
      return published(outcome);
    case 'planned':
      return planParts(outcome);
    case 'closed':
      return closed(outcome);
    case 'failed':
      return failed(outcome);
  }
}

function published({ verdict, receipt }: Published): readonly string[] {
  const { destinations } = receipt;
  const [{ verified }] = destinations;
  const repositories = destinations.map((each) => code(repositoryName(each.verified.target)));
  const images = destinations.map((each) => `${repositoryName(each.verified.target)}@${each.verified.manifest.digest}`);
  const title = isNew(receipt) ? 'Published and verified' : 'Already published, verified again';
  return [
    `### ✅ ${title}: ${repositories.join(', ')}`,
    table(
      ['Digest', code(verified.manifest.digest)],
      [
        ['Image ID', code(verified.imageId)],
        ['Platforms', code(verified.platforms.join(', '))],
        ['Commit', `${code(verdict.subject.commit)} on ${code(verdict.subject.ref)} (${code(verdict.event)})`],
        ['Verification', code(verified.level)],
        ...sentRows(destinations),
      ],
    ),
    ...[explainDigests(receipt)].filter((sentence) => sentence !== undefined).map(prose),
    tagTable(destinations),
    'Pull or deploy it by digest; a tag can be moved, a digest cannot:',
    commands(images.map((image) => `docker pull ${image}`)),
    ...undo(destinations),
    details(
      'Evidence',
      destinations
        .flatMap((each) => each.verified.evidence)
        .map((sentence) => `- ${prose(sentence)}`)
        .join('\n'),
    ),
    details('Why the gate was open', verdictTables(verdict).join('\n\n')),
  ];
}

/** The commands that put back what was moved or overwritten. */
function undo(destinations: readonly Delivered[]): readonly string[] {
  const lines = destinations.flatMap(({ tags }) =>
    tags.flatMap((tag) => {
      const previous = tag.state === 'moved' ? tag.from : tag.state === 'written' ? tag.replaced : undefined;
      const repository = repositoryName(tag.target);
      return previous === undefined
        ? []
        : [
            `skopeo copy --all --preserve-digests docker://${repository}@${previous} docker://${referenceName(tag.target)}`,
          ];
    }),
  );
  return lines.length === 0 ? [] : [details('To put back what these tags showed before', commands(lines))];
}

/** What went over the line, where we have sent it ourselves. */
function sentRows(destinations: readonly Pick<Left, 'transfer'>[]): readonly (readonly string[])[] {
  const transfers = destinations.flatMap(({ transfer }) => (transfer === undefined ? [] : [transfer]));
  if (transfers.length === 0) return [];
  const [sent, skipped] = [sumOf(transfers.map((each) => each.sent)), sumOf(transfers.map((each) => each.skipped))];
  return [['Sent', `${inUnits(sent)}; ${inUnits(skipped)} did not need to be`]];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

function tagTable(destinations: readonly Pick<Left, 'tags'>[]): string {
  const tags = destinations.flatMap((each) => each.tags);
  return table(
    ['Tag', 'State'],
    tags.map((tag) => [code(referenceName(tag.target)), tagCell(tag)]),
  );
}

function closed({ verdict, fails, credentials }: Outcome & Skipped): readonly string[] {
  return [
    `### ${fails ? '❌' : '⏭️'} Not published: the gate is closed`,
    ...verdictTables(verdict),
    credentials === undefined ? 'No registry was contacted.' : 'Nothing was written to any registry.',
  ];
}

function failed({ error, left }: Failed): readonly string[] {
  return [
    `### ❌ Not published: ${code(error.code)}`,
    error.message.split('\n').map(prose).join('<br>'),
    `**What to do:** ${prose(error.hint)}`,
    ...(left.some(({ verified }) => verified !== undefined) ? ['What stands now:', standing(left)] : []),
  ];
}

function standing(left: readonly Left[]): string {
  const rows = left.map(({ repository, verified, tags, error }) => [
    code(repositoryName(repository)),
    verified === undefined ? 'nothing verified' : code(verified.manifest.digest),
    tags.map((tag) => `${code(tag.target.tag)} ${tagCell(tag)}`).join('<br>'),
    error === undefined ? '' : code(error.code),
  ]);
  return table(['Destination', 'Digest', 'Tags', 'Error'], rows);
}
