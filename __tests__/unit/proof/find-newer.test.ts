/** Which proof lets the image of another run be put back under a moving tag: all of rule 23, and each of it by itself. */
import { describe, expect, it } from '@jest/globals';
import { RELATIONS } from '../../../src/github/history.ts';
import type { BundleStore } from '../../../src/proof/bundle-stores.ts';
import { findNewer } from '../../../src/proof/find-newer.ts';
import type { OwnJob } from '../../../src/proof/own-demands.ts';
import type { NewerImage } from '../../../src/tags/newer-image.ts';
import type { Trust } from '../../../src/trust/trust.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { certificateFor, type Fields } from '../../doubles/sigstore/certificate.ts';
import { manifestOf } from '../doors/in-memory-registry.ts';
import { COMMIT } from './decided.ts';
import { type Document, FIELDS, fieldOf, holder, ISSUER, pattern, SIGNED_AT, statementDocument } from './proved.ts';

const OWN = 'octo-org/app/.github/workflows/release.yml';
const manifest = manifestOf(buildImage({ content: 'newer' }));
const MAIN = 'refs/heads/main';
const TAG = 'refs/tags/v1.4.0';

/** The job that asks: of the same workflow, for an older commit. */
const JOB: OwnJob = {
  claims: { iss: ISSUER, job_workflow_ref: `${OWN}@${MAIN}`, runner_environment: 'github-hosted' },
  origin: {
    ...{ server: 'https://github.com', repository: 'octo-org/app', repositoryId: '74', ownerId: '65' },
    ...{ workflow: `${OWN}@${MAIN}`, runId: '7', attempt: '1' },
  },
  ...{ branches: [pattern('main')], gitTags: [pattern('v*')], events: ['push', 'release', 'schedule'] },
};

const NEWER: NewerImage = {
  target: { registry: 'ghcr.io', path: 'octo-org/app', tag: 'latest' },
  ...{ commit: COMMIT, ref: MAIN, relation: 'ahead', isReleased: false, manifest },
};

type Changed = {
  readonly fields?: Fields;
  readonly field?: (field: ReturnType<typeof fieldOf>) => void;
  readonly document?: (document: Document) => void;
  readonly job?: Partial<OwnJob>;
  readonly newer?: Partial<NewerImage>;
};

/** A proof as a run for `main` has signed it, changed, and what becomes of it. */
async function found({ fields = {}, field, document: change, job = {}, newer = {} }: Changed = {}) {
  const document = statementDocument();
  const own = fieldOf(document);
  Object.assign(document, {
    subject: [{ name: 'ghcr.io/octo-org/app', digest: { sha256: manifest.digest.slice(7) } }],
  });
  Object.assign(own.run, { ref: MAIN, workflow: `${OWN}@${MAIN}` });
  own.plannedTags = [{ tag: 'ghcr.io/octo-org/app:latest', kind: 'moving' }];
  field?.(own);
  change?.(document);
  const site = 'https://github.com';
  const usual = { signerUri: `${site}/${OWN}@${MAIN}`, ref: MAIN, workflowUri: `${site}/${OWN}@${MAIN}` };
  const trust: Trust = {
    authorities: ['own'],
    check: () => ({
      ok: true,
      authority: 'own',
      certificate: certificateFor(holder({ ...FIELDS, ...usual, ...fields })),
      payload: Buffer.from(JSON.stringify(document)),
      signedAt: SIGNED_AT,
    }),
  };
  const store: BundleStore = {
    name: 'the registry',
    look: async function* () {
      yield { at: 'here', bytes: Buffer.from('a bundle') };
    },
  };
  return findNewer({ ...NEWER, ...newer }, [store], { trust, job: { ...JOB, ...job }, now: SIGNED_AT });
}

const outcome = (changed: Changed) =>
  found(changed).then(
    () => 'accepted',
    ({ code }) => code,
  );
const run = (change: Readonly<Record<string, string>>) => (field: ReturnType<typeof fieldOf>) =>
  void Object.assign(field.run, change);
const OTHER = 'f'.repeat(40);
const planned = (tag: string, kind: string) => (field: ReturnType<typeof fieldOf>) => {
  field.plannedTags = [{ tag, kind }];
};
/** A run for the git tag, with its proof. */
const OF_TAG: Changed = {
  fields: { ref: TAG, signerUri: `https://github.com/${OWN}@${TAG}`, workflowUri: `https://github.com/${OWN}@${TAG}` },
  field: run({ ref: TAG, workflow: `${OWN}@${TAG}` }),
};

describe('the proof of a newer image', () => {
  it('lets it be put back, and names its run', async () => {
    expect(await found()).toMatchObject({ digest: manifest.digest, commit: COMMIT, run: FIELDS.runUri });
  });

  it.each<[string, Changed, string]>([
    [
      '1: another repository of this name',
      { fields: { repositoryId: '75' }, field: run({ repositoryId: '75' }) },
      'PROOF_REPOSITORY',
    ],
    ['1: another owner of this name', { fields: { ownerId: '66' }, field: run({ ownerId: '66' }) }, 'PROOF_REPOSITORY'],
    [
      '2: another workflow of the repository',
      { fields: { signerUri: `https://github.com/octo-org/app/.github/workflows/other.yml@${MAIN}` } },
      'PROOF_SIGNER',
    ],
    [
      '2: this workflow at a ref that is not of its run',
      { fields: { signerUri: `https://github.com/${OWN}@refs/heads/evil` } },
      'PROOF_SIGNER',
    ],
    [
      '2: a branch that may not publish',
      {
        fields: {
          ref: 'refs/heads/evil',
          signerUri: `https://github.com/${OWN}@refs/heads/evil`,
          workflowUri: `https://github.com/${OWN}@refs/heads/evil`,
        },
        field: run({ ref: 'refs/heads/evil', workflow: `${OWN}@refs/heads/evil` }),
        newer: { ref: 'refs/heads/evil' },
      },
      'PROOF_REF',
    ],
    [
      '2: an event that may not publish',
      { fields: { event: 'workflow_dispatch' }, field: run({ event: 'workflow_dispatch' }) },
      'PROOF_REF',
    ],
    ['3: another commit', { fields: { commit: OTHER }, field: run({ commit: OTHER }) }, 'PROOF_PREDICATE'],
    ['4: no such planned tag', { field: planned('ghcr.io/octo-org/app:main', 'moving') }, 'PROOF_DEMAND'],
    [
      '4: that tag of another repository',
      { field: planned('ghcr.io/octo-org/other:latest', 'moving') },
      'PROOF_DEMAND',
    ],
    [
      '4: that tag as one that never moves',
      { field: planned('ghcr.io/octo-org/app:latest', 'version') },
      'PROOF_DEMAND',
    ],
    ['5: a commit that GitHub does not know', { newer: { relation: undefined } }, 'PROOF_DEMAND'],
    ...RELATIONS.filter((relation) => relation !== 'ahead').map((relation): [string, Changed, string] => [
      `5: a commit that is ${relation}`,
      { newer: { relation } },
      'PROOF_DEMAND',
    ]),
    [
      '6: another image',
      {
        document: (document) =>
          Object.assign(document, { subject: [{ name: 'x', digest: { sha256: 'b'.repeat(64) } }] }),
      },
      'PROOF_SUBJECT',
    ],
    ['a run for a git tag, where the branch makes it newer', OF_TAG, 'PROOF_REF'],
    ['a run for the branch, where a git tag makes it newer', { newer: { ref: TAG } }, 'PROOF_REF'],
    [
      'a job that nobody knows',
      { job: { claims: { iss: ISSUER, runner_environment: 'github-hosted' } } },
      'PROOF_FOREIGN',
    ],
  ])('does not where it is %s', async (_what, changed, code) => {
    expect(await outcome(changed)).toBe(code);
  });

  it('is of the git tag that makes it newer; of a release only where that is known to be no prerelease', async () => {
    const released: Changed = {
      fields: { ...OF_TAG.fields, event: 'release' },
      field: run({ ref: TAG, workflow: `${OWN}@${TAG}`, event: 'release' }),
    };
    const newer = { ref: TAG };
    expect([
      await outcome({ ...OF_TAG, newer }),
      await outcome({ ...released, newer }),
      await outcome({ ...released, newer: { ...newer, isReleased: true } }),
    ]).toEqual(['accepted', 'PROOF_REF', 'accepted']);
  });
});
