/** Which signer is this job's own: exhaustively over who it is, and who has signed. */
import { describe, expect, it } from '@jest/globals';
import { judgeProof } from '../../../src/proof/judge-proof.ts';
import { type OwnJob, ownDemands, seeOwnName } from '../../../src/proof/own-demands.ts';
import { certificate, holder, ISSUER, pattern, SIGNED, SIGNER_COMMIT, WANTED } from './proved.ts';

const OWN = 'octo-org/app/.github/workflows/release.yml';
const OTHERS = 'OWNER/verified-image-push/.github/workflows/publish.yml';
const ORIGIN = {
  ...{ server: 'https://github.com', repository: 'octo-org/app', repositoryId: '74', ownerId: '65' },
  ...{ workflow: `${OWN}@refs/tags/v1.4.0`, runId: '7', attempt: '1' },
};
const RULES = { branches: [pattern('main')], gitTags: [pattern('v*')], events: ['push'] };
/** The ref of the run that has signed is refs/tags/v1.4.0. */
const REFS = ['refs/tags/v1.4.0', 'refs/tags/v1', 'refs/heads/main', 'refs/pull/1/merge', SIGNER_COMMIT];
const jobOf = (workflow: string): OwnJob => ({
  claims: { iss: ISSUER, job_workflow_ref: workflow, runner_environment: 'github-hosted' },
  origin: ORIGIN,
  ...RULES,
});

function isOwn(job: OwnJob, signer: string): boolean {
  const demands = ownDemands(job);
  if (demands === undefined) return false;
  const signed = { ...SIGNED, certificate: certificate(holder({ signerUri: `https://github.com/${signer}` })) };
  const [statement] = demands.statements;
  const judged = judgeProof(signed, { ...demands, ...statement, digest: WANTED.digest, now: WANTED.now });
  return judged.ok && seeOwnName(signed, job) === undefined;
}

/** Written apart: the same name; or a workflow of this repository, at the ref of its run. */
function expected(job: string, signer: string): boolean {
  const [path, ref = ''] = signer.split('@');
  // Nobody can demand the merge of a pull request as a signer.
  if (ref.startsWith('refs/pull/')) return false;
  return job === signer || (job.split('@')[0] === path && path !== OTHERS && ref === 'refs/tags/v1.4.0');
}

describe('the own signer of a job', () => {
  const all = [OWN, OTHERS, OWN.replace('release', 'other')].flatMap((path) => REFS.map((ref) => `${path}@${ref}`));

  it.each(all)('%s is itself, and of its own repository at the ref of a run that may publish', (job) => {
    for (const signer of all) expect([signer, isOwn(jobOf(job), signer)]).toEqual([signer, expected(job, signer)]);
  });

  it.each<[string, Partial<OwnJob['claims']>]>([
    ['no workflow', { job_workflow_ref: undefined }],
    ['a workflow without a ref', { job_workflow_ref: OWN }],
    ['no issuer', { iss: undefined }],
  ])('is nobody where the token tells %s', (_what, claims) => {
    const job = jobOf(`${OWN}@refs/tags/v1.4.0`);
    expect(ownDemands({ ...job, claims: { ...job.claims, ...claims } })).toBeUndefined();
  });

  it.each<[string, Partial<OwnJob>]>([
    ['a ref that may not publish', { gitTags: [pattern('release-*')] }],
    ['an event that may not', { events: ['workflow_dispatch'] }],
    ['another repository of this name', { origin: { ...ORIGIN, repositoryId: '75' } }],
    ['another owner of this name', { origin: { ...ORIGIN, ownerId: '66' } }],
    ['a repository whose number nobody tells', { origin: { ...ORIGIN, repositoryId: '' } }],
  ])('is not of %s', (_what, change) => {
    const name = `${OWN}@refs/tags/v1.4.0`;
    expect([isOwn(jobOf(name), name), isOwn({ ...jobOf(name), ...change }, name)]).toEqual([true, false]);
  });
});
