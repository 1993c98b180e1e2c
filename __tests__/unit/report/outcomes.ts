/** One outcome of each kind, made as the rooms before `report` make it. */

import { ActionError } from '../../../src/errors.ts';
import { decideGate } from '../../../src/gate/decide-gate.ts';
import type { Closed, Ending, Open } from '../../../src/gate/verdict.ts';
import { attempt } from '../../../src/image/destinations.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { testedByEngine } from '../../../src/push/engine-image.ts';
import { engineSource } from '../../../src/push/engine-source.ts';
import type { Outcome } from '../../../src/report/outcome.ts';
import type { Run } from '../../../src/report/run-links.ts';
import { NO_PAGES, pagesOf } from '../../../src/run/pages.ts';
import { Lineage } from '../../../src/tags/lineage.ts';
import { type Candidate, readTags } from '../../../src/tags/read-tags.ts';
import { writeTags } from '../../../src/tags/write-tags.ts';
import { registryContent } from '../../../src/verify/registry-content.ts';
import { verifyPush } from '../../../src/verify/verify-push.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { engineImage, InMemoryDocker } from '../doors/in-memory-docker.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';
import { BY_DEFAULT, FORK, type Odd, run } from '../gate/runs.ts';

export const image = buildImage({ content: 'published' });

/** What a runner says of the job, for the pages about it. */
export const JOB = {
  GITHUB_REPOSITORY: 'my-org/my-app',
  GITHUB_RUN_ID: '123',
  GITHUB_WORKFLOW_REF: 'my-org/my-app/.github/workflows/publish.yml@refs/heads/main',
  GITHUB_WORKFLOW_SHA: 'c'.repeat(40),
  GITHUB_ACTION_REPOSITORY: 'publisher/verified-image-push',
  GITHUB_ACTION_REF: 'v1',
};
/** The run that summaries are about: one whose pages are known. */
export const theRun: Run = {
  sha: 'b'.repeat(40),
  ref: 'refs/heads/main',
  eventName: 'push',
  pages: pagesOf(JOB, { url: 'https://github.com' }),
};
/** One of which nothing is known. */
export const quietRun: Run = { ...theRun, pages: NO_PAGES };

type Of<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;
const candidate: Candidate = {
  content: registryContent(new InMemoryRegistry()),
  isOurs: async () => true,
  image: { id: image.config.digest as Digest, revision: undefined },
  commit: 'abc',
  ifExists: 'verify',
  isAskedFor: false,
};
const unasked = () => Promise.reject(new Error('the history is not asked'));
/** For images that no moving tag is to show. */
export const nowhere = new Lineage({
  server: 'GitHub',
  ours: { commit: 'abc', revision: undefined, version: undefined },
  branch: undefined,
  shaTag: '{sha}',
  versionTags: 'none',
  gitTags: [],
  byRelease: false,
  history: { relation: unasked, latestCommits: unasked, gitTags: unasked, isPrerelease: unasked },
  access: () => {
    throw new Error('no token is asked for');
  },
});

export function open(odd: Odd = {}): Open {
  const verdict = decideGate(BY_DEFAULT, run('push', odd));
  if (verdict.kind !== 'open') throw new Error('the gate is closed');
  return verdict;
}

export function closed(
  ending: Ending = 'skipped',
  odd: Odd = { changes: { 'pull_request.head.repo.id': FORK } },
): Of<'closed'> {
  const verdict = decideGate(BY_DEFAULT, run('pull_request', odd));
  return { kind: 'closed', verdict: verdict as Closed, ending };
}

export function failed(message = 'It went wrong.', hint = 'Mend it.', cause?: unknown): Of<'failed'> {
  return { kind: 'failed', error: new ActionError('PUSH_FAILED', message, { hint, cause }), left: [] };
}

export type Destination = { readonly registry?: string; readonly path?: string; readonly isThere?: boolean };

const plan = ({ registry = 'ghcr.io', path = 'owner/app' }: Destination) => {
  const at = (tag: string) => ({ registry, path, tag });
  return { sha: at('abc'), versions: [at('1.2.3'), at('1.2')], moving: [] };
};

export async function published(destination: Destination = {}): Promise<Of<'published'>> {
  const registry = new InMemoryRegistry();
  const tags = plan(destination);
  if (destination.isThere) registry.seed(image, 'abc');
  registry.seed(image, '1.2');
  const before = await readTags(registry, tags, candidate);
  registry.seed(image, 'abc');
  const claim = { digest: image.digest as Digest, isTagged: true, isFound: false };
  const verified = await verifyPush(registry, {
    level: 'graph',
    target: tags.sha,
    claim,
    content: registryContent(registry),
    tested: testedByEngine({ ...engineImage(image, 'graph-driver'), names: [] }),
    expected: undefined,
    before: before.sha.manifest,
    revision: undefined,
  });
  const repository = { registry: tags.sha.registry, path: tags.sha.path };
  const tagged = await writeTags([attempt(repository, { registry, before, verified, claim, moving: [] })], nowhere);
  if (!tagged.ok) throw new Error('the tags were not written');
  const proof = { predicate: { path: '/temp/predicate.json', type: 'https://slsa.dev/verification_summary/v1' } };
  return { kind: 'published', verdict: open(), receipt: tagged.receipt, proof };
}

export async function planned(): Promise<Of<'planned'>> {
  const registry = new InMemoryRegistry();
  registry.seed(image, '1.2');
  const before = await readTags(registry, plan({}), candidate);
  const tested = { ...engineImage(image, 'graph-driver'), names: ['app:test'] };
  const source = engineSource(new InMemoryDocker(), 'app:test', tested);
  return { kind: 'planned', verdict: open(), source, found: [{ ...before, moving: [] }], level: 'graph' };
}
