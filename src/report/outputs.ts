import { DOCKER_HUB, referenceName, repositoryName } from '../image/reference.ts';
import type { Receipt } from '../tags/write-tags.ts';
import { isNew, type Outcome } from './outcome.ts';

/** Every output of the action, in the order of `action.yml`. */
export const OUTPUT_NAMES = [
  'pushed',
  'reason',
  'digest',
  'image',
  'image-id',
  'tags',
  'media-type',
  'platforms',
  'verification',
  'subject-name',
  'results',
] as const;
export type OutputName = (typeof OUTPUT_NAMES)[number];
export type Outputs = Readonly<Partial<Record<OutputName, string>>>;

/** outputsOf makes the outputs: what tells of an image is there only if the image was verified. */
export function outputsOf(outcome: Outcome): Outputs {
  const results = JSON.stringify(resultsOf(outcome));
  switch (outcome.kind) {
    case 'closed':
      return { pushed: 'false', reason: outcome.verdict.reasons[0].code, results };
    case 'failed':
      return { pushed: 'false', reason: outcome.error.code, results };
    case 'planned':
      return { pushed: 'false', reason: 'dry-run', results };
    case 'published': {
      const reason = isNew(outcome.receipt) ? 'published' : 'already-published';
      return { pushed: 'true', reason, ...imageOutputs(outcome.receipt), results };
    }
  }
}

function imageOutputs({ verified, tags }: Receipt): Outputs {
  const { target, manifest, imageId, platforms, level } = verified;
  return {
    digest: manifest.digest,
    image: `${repositoryName(target)}@${manifest.digest}`,
    'image-id': imageId,
    tags: tags.map((tag) => referenceName(tag.target)).join('\n'),
    'media-type': manifest.mediaType,
    platforms: platforms.join(','),
    verification: level,
    // What actions/attest calls Docker Hub; every other registry has one name.
    'subject-name': `${target.registry === DOCKER_HUB ? 'index.docker.io' : target.registry}/${target.path}`,
  };
}

/** The value of `results`: everything the other outputs are a part of, for machines. */
function resultsOf(outcome: Outcome): unknown {
  switch (outcome.kind) {
    case 'closed':
      return { verdict: { open: false, event: outcome.verdict.event, reasons: outcome.verdict.reasons } };
    case 'failed':
      return { error: { code: outcome.error.code, message: outcome.error.message, hint: outcome.error.hint } };
    case 'planned': {
      const { sha, versions } = outcome.before;
      const tags = [sha, ...versions].map(({ target, manifest }) => ({
        tag: referenceName(target),
        state: manifest === undefined ? 'would-be-written' : 'already-there',
        ...(manifest === undefined ? {} : { digest: manifest.digest }),
      }));
      return { verdict: opened(outcome.verdict), plan: { source: outcome.source.name, tags } };
    }
    case 'published': {
      const { verified, tags } = outcome.receipt;
      const states = tags.map(({ target, state }) => ({
        tag: referenceName(target),
        state,
        digest: verified.manifest.digest,
      }));
      const destination = { repository: repositoryName(verified.target), digest: verified.manifest.digest };
      return {
        verdict: opened(outcome.verdict),
        destinations: [{ ...destination, verification: verified.level, evidence: verified.evidence, tags: states }],
      };
    }
  }
}

function opened({ event, subject }: Extract<Outcome, { kind: 'planned' }>['verdict']): unknown {
  return { open: true, event, ...subject };
}
