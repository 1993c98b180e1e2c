import type { ActionError } from '../errors.ts';
import { referenceName, repositoryName, subjectName } from '../image/reference.ts';
import type { Verified } from '../image/verified.ts';
import type { Receipt } from '../tags/write-tags.ts';
import { isNew, type Left, type Outcome, type ProofTold } from './outcome.ts';
import { boundedJson } from './report-limits.ts';
import { attachedData } from './tell-attached.ts';
import { credentialData } from './tell-credentials.ts';
import { planData } from './tell-plan.ts';
import { proofData, unfinishedProofData } from './tell-proof.ts';
import { scanData } from './tell-scan.ts';
import { isFromRegistries, sourceData } from './tell-source.ts';
import { showsOurs, tagResult } from './tell-tags.ts';
import { verdictData } from './tell-verdict.ts';

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
  'previous-digest',
  'verification',
  'subject-name',
  'predicate-path',
  'predicate-type',
  'results',
] as const;
export type OutputName = (typeof OUTPUT_NAMES)[number];
export type Outputs = Readonly<Partial<Record<OutputName, string>>>;

/** outputsOf makes the outputs. Outputs about an image are set only if the image was verified. */
export function outputsOf(outcome: Outcome): Outputs {
  const scan = outcome.scan === undefined ? {} : { scan: scanData(outcome.scan) };
  const { credentials: uses, took } = outcome;
  const credentials = uses === undefined ? {} : { credentials: credentialData(uses) };
  const seconds = took === undefined ? {} : { seconds: Math.round(took) / 1000 };
  const results = boundedJson({ ...resultsOf(outcome), ...scan, ...credentials, ...seconds });
  switch (outcome.kind) {
    case 'closed':
      return { pushed: 'false', reason: outcome.verdict.reasons[0].code, results };
    case 'failed':
      return { pushed: 'false', reason: outcome.error.code, results };
    case 'planned':
      return { pushed: 'false', reason: 'dry-run', ...proofOutputs(outcome), results };
    case 'published': {
      const reason = isNew(outcome.receipt) ? 'published' : 'already-published';
      return { pushed: 'true', reason, ...imageOutputs(outcome.receipt), ...proofOutputs(outcome), results };
    }
  }
}

function proofOutputs({ proof }: { readonly proof?: ProofTold | undefined }): Outputs {
  const { predicate } = proof ?? {};
  return predicate === undefined ? {} : { 'predicate-path': predicate.path, 'predicate-type': predicate.type };
}

function imageOutputs({ destinations }: Receipt): Outputs {
  const [{ verified, tags: primary }] = destinations;
  const previous = primary.flatMap((tag) => (tag.state === 'moved' && tag.from !== undefined ? [tag.from] : []))[0];
  const { target, manifest, imageId, platforms, level } = verified;
  return {
    digest: manifest.digest,
    image: `${repositoryName(target)}@${manifest.digest}`,
    'image-id': imageId,
    tags: destinations
      .flatMap(({ tags }) => tags.filter(showsOurs).map(({ target: tag }) => referenceName(tag)))
      .join('\n'),
    'media-type': manifest.mediaType,
    platforms: platforms.join(','),
    ...(previous === undefined ? {} : { 'previous-digest': previous }),
    verification: level,
    'subject-name': subjectName(target),
  };
}

/** The value of `results`: the other outputs are parts of it. For machines. */
function resultsOf(outcome: Outcome): object {
  switch (outcome.kind) {
    case 'closed':
      return { verdict: verdictData(outcome.verdict) };
    case 'failed': {
      const { error, verdict, left, proof } = outcome;
      const signed = proof && unfinishedProofData(proof);
      return {
        ...(verdict === undefined ? {} : { verdict: verdictData(verdict) }),
        error: errorOf(error),
        ...(left.length === 0 ? {} : { destinations: left.map(leftOf) }),
        ...(signed === undefined ? {} : { proof: signed }),
      };
    }
    case 'planned':
      return { verdict: verdictData(outcome.verdict), plan: planData(outcome) };
    case 'published': {
      const { verdict, source, receipt, proof } = outcome;
      return {
        verdict: verdictData(verdict),
        ...(isFromRegistries(source) ? { source: sourceData(source) } : {}),
        destinations: receipt.destinations.map(deliveredOf),
        ...(proof?.signed === undefined ? {} : { proof: proofData(proof.signed) }),
      };
    }
  }
}

type Stands = Pick<Left, 'tags' | 'transfer' | 'discarded' | 'attached'> & { readonly verified: Verified };

function deliveredOf({ verified, tags, transfer, discarded, attached = [] }: Stands): unknown {
  const { digest } = verified.manifest;
  return {
    repository: repositoryName(verified.target),
    digest,
    verification: verified.level,
    evidence: verified.evidence,
    tags: tags.map((tag) => tagResult(tag, digest)),
    ...(transfer === undefined ? {} : { bytes: transfer }),
    ...(discarded === undefined ? {} : { discarded }),
    ...(attached.length === 0 ? {} : { referrers: attachedData(attached) }),
  };
}

function leftOf({ repository, verified, error, ...stands }: Left): unknown {
  const told =
    verified === undefined ? { repository: repositoryName(repository) } : deliveredOf({ verified, ...stands });
  return { ...(told as object), ...(error === undefined ? {} : { error: errorOf(error) }) };
}

function errorOf({ code, message, hint }: ActionError): unknown {
  return { code, message, hint };
}
