import type { Demands, SignerRule, StatementDemand } from '../proof/demands.ts';
import { code, prose } from './markdown.ts';

/** A requirement, its value, and who vouches for it, as Markdown. */
export type ToldDemand = readonly [demand: string, value: string, word: string];

const CERTIFICATE = 'the certificate';
const CALLER = '**only the workflow that published it**';

/** tellDemands lists the requirements for an image, a row each: what, which value, and who vouches for it. */
export function tellDemands(demands: Demands): readonly ToldDemand[] {
  const { repository, branches, gitTags, events, allowSelfHosted, maxAge, facts } = demands;
  const { name, id } = repository;
  const refs = [...branches.map(({ text }) => `branch ${text}`), ...gitTags.map(({ text }) => `git tag ${text}`)];
  return [
    ...demands.statements.map(statementRow),
    [
      'Repository',
      code(id === undefined ? name : `${name}, number ${id}`),
      id === undefined ? `${CERTIFICATE}, only by name` : CERTIFICATE,
    ],
    ['Ref', refs.map(code).join(', '), CERTIFICATE],
    ['Event', events.map(code).join(', '), CERTIFICATE],
    ['Runner', allowSelfHosted ? "GitHub's, or self-hosted" : "GitHub's", CERTIFICATE],
    ...(maxAge === undefined ? [] : [['Age', atMost(maxAge), 'the log, or the timestamp'] as const]),
    ...facts.checks.map(
      (check): ToldDemand => [
        'Check',
        `${code(check.name)} by the app ${check.appId}`,
        'GitHub, as reported to the publishing run',
      ],
    ),
    ...facts.scans.map(
      ({ tool, below }): ToldDemand => ['Scan', `${code(tool)}, nothing ${code(below)} or worse`, CALLER],
    ),
    ...(facts.policy === undefined ? [] : [['Rules', code(`sha256:${facts.policy}`), 'the publishing run'] as const]),
  ];
}

/** `age`: in milliseconds. */
function atMost(age: number): string {
  const hours = age / 3_600_000;
  return `at most ${hours} ${hours === 1 ? 'hour' : 'hours'}`;
}

function statementRow({ predicateType, signers }: StatementDemand): ToldDemand {
  return [
    'Statement',
    `${prose(predicateType)} by ${signers.map((each) => code(signerText(each))).join(' or ')}`,
    CERTIFICATE,
  ];
}

/** signerText is a workflow that may sign, as the input writes it. */
export function signerText({ path, refs }: SignerRule): string {
  if (refs.kind === 'commit') return `${path}@${refs.commit}`;
  return `${path}@refs/${refs.kind === 'tag' ? 'tags' : 'heads'}/${refs.pattern.text}`;
}
