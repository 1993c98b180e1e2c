import { referenceName, repositoryName } from '../image/reference.ts';
import { code, commands, prose, table } from './markdown.ts';
import { isNew, type Outcome } from './outcome.ts';

/** summaryOf writes the job summary: what happened in one line, then what proves it, then what to do with it. */
export function summaryOf(outcome: Outcome): string {
  const parts = {
    published: () => published(outcome as Extract<Outcome, { kind: 'published' }>),
    planned: () => planned(outcome as Extract<Outcome, { kind: 'planned' }>),
    closed: () => closed(outcome as Extract<Outcome, { kind: 'closed' }>),
    failed: () => failed(outcome as Extract<Outcome, { kind: 'failed' }>),
  };
  return `${parts[outcome.kind]().join('\n\n')}\n\n`;
}

function published({ verdict, receipt }: Extract<Outcome, { kind: 'published' }>): readonly string[] {
  const { verified, tags } = receipt;
  const image = `${repositoryName(verified.target)}@${verified.manifest.digest}`;
  const title = isNew(receipt) ? 'Published and verified' : 'Already published, verified again';
  return [
    `### ✅ ${title}: ${code(repositoryName(verified.target))}`,
    table(
      ['Digest', code(verified.manifest.digest)],
      [
        ['Image ID', code(verified.imageId)],
        ['Platforms', code(verified.platforms.join(', '))],
        ['Commit', `${code(verdict.subject.commit)} on ${code(verdict.subject.ref)} (${code(verdict.event)})`],
        ['Verification', code(verified.level)],
      ],
    ),
    table(
      ['Tag', 'State'],
      tags.map(({ target, state }) => [code(referenceName(target)), state === 'written' ? 'written' : 'already there']),
    ),
    'Pull or deploy it by digest; a tag can be moved, a digest cannot:',
    commands([`docker pull ${image}`]),
    details(
      'Evidence',
      [...verdict.because, ...verified.evidence].map((sentence) => `- ${prose(sentence)}`).join('\n'),
    ),
  ];
}

function planned({ verdict, source, before }: Extract<Outcome, { kind: 'planned' }>): readonly string[] {
  const rows = [before.sha, ...before.versions].map(({ target, manifest }) => [
    code(referenceName(target)),
    manifest === undefined ? 'would be written' : `already there: ${code(manifest.digest)}`,
  ]);
  return [
    `### 📝 Dry run: nothing was written to ${code(repositoryName(before.sha.target))}`,
    `The gate is open for ${code(verdict.subject.commit)} on ${code(verdict.subject.ref)}. ` +
      `The image would be ${code(source.name)} (${code(source.image.id)}).`,
    table(['Tag', 'State'], rows),
    details('Why the gate is open', verdict.because.map((sentence) => `- ${prose(sentence)}`).join('\n')),
  ];
}

function closed({ verdict, fails }: Extract<Outcome, { kind: 'closed' }>): readonly string[] {
  const rows = verdict.reasons.map(({ code: name, rule, seen, opens }) => [
    code(name),
    prose(rule),
    prose(seen),
    prose(opens),
  ]);
  return [
    `### ${fails ? '❌' : '⏭️'} Not published: the gate is closed`,
    table(['Code', 'Rule', 'Seen', 'What would open it'], rows),
    'No registry was contacted.',
  ];
}

function failed({ error }: Extract<Outcome, { kind: 'failed' }>): readonly string[] {
  return [
    `### ❌ Not published: ${code(error.code)}`,
    error.message.split('\n').map(prose).join('<br>'),
    `**What to do:** ${prose(error.hint)}`,
  ];
}

function details(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
