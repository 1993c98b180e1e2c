import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import type { Search } from '../../../src/proof/find-proof.ts';
import type { DeploymentOutcome } from '../../../src/report/deployment-outcome.ts';
import { deploymentSummary } from '../../../src/report/deployment-summary.ts';
import { deploymentOutputs } from '../../../src/report/report-deployment.ts';
import { digest } from '../proof/decided.ts';
import { certificate, SIGNED_AT, SIGNER, SIGNER_COMMIT, WANTED } from '../proof/proved.ts';
import { quietRun, theRun } from './outcomes.ts';

const { predicateType, signers, digest: about, now, ...origins } = WANTED;
const demand = { predicateType, signers };
const demands = { ...origins, statements: [demand] } as const;
const proof = {
  at: 'the registry',
  authority: 'own',
  certificate: certificate(),
  signedAt: SIGNED_AT,
  predicate: undefined,
  bundle: new Uint8Array(),
} as const;
const search: Search = {
  digest: about,
  sought: [{ demand, proof, nearest: undefined }],
  looked: 3,
  unread: [],
  tooMany: [],
};
const image = { registry: 'ghcr.io', path: 'octo-org/app', digest: about };
const VERIFIED: DeploymentOutcome = { kind: 'verified', image, digest: about, root: about, demands, tags: [], search };

const HOSTILE = '<img src=x> | [a](https://evil.example) `x`\n::error::x';
const nearest = {
  code: 'PROOF_SIGNER',
  lacks: `was signed by ${HOSTILE}`,
  at: HOSTILE,
  rank: 4,
  certificate: { ...certificate(), name: HOSTILE },
} as const;
const REFUSED: DeploymentOutcome = {
  kind: 'failed',
  error: new ActionError('PROOF_SIGNER', `it was signed by ${HOSTILE}`, { hint: 'Do not deploy it.' }),
  demands,
  search: {
    ...search,
    sought: [{ demand, proof: undefined, nearest }],
    unread: [{ store: HOSTILE, problem: HOSTILE }],
  },
};

describe('the summary of verify/', () => {
  it('names who has signed, at which commit, of which run, and how long ago', () => {
    const text = deploymentSummary(VERIFIED, { now: SIGNED_AT + 5_400_000, run: quietRun }).replaceAll(
      /&#(\d+);/g,
      (_all, code) => String.fromCodePoint(Number(code)),
    );
    for (const told of [SIGNER, SIGNER_COMMIT, '/actions/runs/19000000001/attempts/1', '1.5 hours ago'])
      expect(text).toContain(told);
  });

  it('says which demands rest on the word of the workflow that published, and which do not', () => {
    const rows = deploymentSummary(VERIFIED, { now, run: quietRun })
      .split('\n')
      .filter((line) => line.includes('<br>Source: '));
    const word = (name: string) =>
      rows
        .filter((row) => row.startsWith(`- **${name}** `))
        .map((row) => row.includes('only the workflow that published it'));
    expect([word('Scan'), word('Check'), word('Repository')]).toEqual([[true], [false], [false]]);
  });

  it('says of an image of an index what its proof is of', () => {
    expect(deploymentSummary({ ...VERIFIED, root: digest('b') }, { now, run: quietRun })).toContain('b'.repeat(64));
  });

  it('takes nothing from outside for Markdown, in red neither', () => {
    const text = deploymentSummary(REFUSED, { now, run: quietRun });
    expect(text).toContain('The closest bundle');
    expect(text).not.toMatch(/<img|\]\(https|^::error/m);
    expect(text).not.toContain('https://evil.example');
  });
});

describe('the links of the summary of verify/', () => {
  const hrefs = (markdown: string) => [...markdown.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);

  it('lead to the image, and to the commit and the run that the certificate names', () => {
    const { commit, repositoryUri, runUri } = certificate();
    expect(hrefs(deploymentSummary(VERIFIED, { now, run: quietRun }))).toEqual([
      'https://ghcr.io/octo-org/app',
      `${repositoryUri}/commit/${commit}`,
      runUri,
    ]);
  });

  it('lead in red to what the code means, and to this run', () => {
    const all = hrefs(deploymentSummary({ ...REFUSED, image }, { now, run: theRun }));
    expect(all[0]).toMatch(/troubleshooting\.md#proof&#95;signer$/);
    expect(all).toContain('https://github.com/my-org/my-app/actions/runs/123');
  });
});

describe('the outputs of verify/', () => {
  it('of a refusal are that it is one, and nothing else', () => {
    expect(deploymentOutputs(REFUSED, (text) => text)).toEqual({ verified: 'false' });
  });

  it('have the proof', () => {
    const outputs = deploymentOutputs(VERIFIED, (text) => text);
    expect(outputs).toMatchObject({ image: `ghcr.io/octo-org/app@${about}`, digest: about, verified: 'true' });
    expect(JSON.parse(outputs.results ?? '')).toMatchObject({
      proofs: [{ signer: SIGNER, 'signer-commit': SIGNER_COMMIT }],
    });
  });
});
