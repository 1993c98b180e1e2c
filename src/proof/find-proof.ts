import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import type { AuthorityName, Trust } from '../trust/trust.ts';
import { type BundleStore, type FoundBundle, StoreProblem } from './bundle-stores.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { type AnyStatement, readStatement } from './check-statement.ts';
import type { Demands, StatementDemand } from './demands.ts';
import { judgeProof } from './judge-proof.ts';
import type { Lack } from './lack.ts';
import type { Predicate } from './statement.ts';

/** A proof that meets a requirement, and where it was found. */
export type Proof = {
  readonly at: string;
  readonly authority: AuthorityName;
  readonly certificate: Certificate;
  readonly signedAt: number;
  /** Our own summary; undefined for a statement of another type. */
  readonly predicate: Predicate | undefined;
  readonly bundle: Uint8Array;
};

/** A statement that meets a requirement. */
export type Accepted = Pick<Proof, 'certificate' | 'predicate'> & { readonly statement: AnyStatement };

/** A bundle that does not meet a requirement. `rank`: how far it came; below zero if it could not be verified. */
export type Rejected = Lack & { readonly at: string; readonly rank: number; readonly certificate?: Certificate };

/** The result for one of the required statements. */
export type Sought = {
  readonly demand: StatementDemand;
  readonly proof: Proof | undefined;
  readonly nearest: Rejected | undefined;
};

/** The result of a search, complete or not. */
export type Search = {
  readonly digest: Digest;
  readonly sought: readonly Sought[];
  /** The number of bundles that were read. */
  readonly looked: number;
  /** Stores that could not be read, and those with more bundles than we read. */
  readonly unread: readonly { readonly store: string; readonly problem: string }[];
  readonly tooMany: readonly string[];
};

export type Judge = {
  readonly trust: Trust;
  readonly demands: Demands;
  readonly now: number;
  /** An additional requirement for a statement that meets all others. */
  readonly also?: (accepted: Accepted) => Lack | undefined;
};

/**
 * findProof looks for one bundle for each required statement that meets all requirements. One is enough: otherwise,
 * anyone with write access to the registry could attach a bad one, and stop all deployments. Others are only reported.
 * It stops when it has found everything.
 */
export async function findProof(digest: Digest, stores: readonly BundleStore[], judge: Judge): Promise<Search> {
  const { statements } = judge.demands;
  let sought: readonly Sought[] = statements.map((demand) => ({ demand, proof: undefined, nearest: undefined }));
  const unread: { store: string; problem: string }[] = [];
  const tooMany: string[] = [];
  let looked = 0;
  const types = statements.map(({ predicateType }) => predicateType);
  for (const store of stores) {
    try {
      for await (const found of store.look(digest, types)) {
        if (found === 'too-many') {
          tooMany.push(store.name);
          continue;
        }
        looked += 1;
        sought = judged(found, sought, { digest, ...judge });
        if (isProved(sought)) return { digest, sought, looked, unread, tooMany };
      }
    } catch (error) {
      if (!(error instanceof StoreProblem)) throw error;
      unread.push({ store: store.name, problem: error.message });
    }
  }
  return { digest, sought, looked, unread, tooMany };
}

export function isProved(sought: readonly Sought[]): boolean {
  return sought.every(({ proof }) => proof !== undefined);
}

/**
 * failureOf explains why a search was not enough; undefined if it was. The proof may be in a store that could not be
 * read, or among the bundles that were not read: so these are reported before faults of other bundles.
 *
 * | a store was not asked | there are too many | bundles | then                                        |
 * |-----------------------|--------------------|---------|---------------------------------------------|
 * | yes                   | –                  | –       | PROOF_UNREADABLE                            |
 * | no                    | yes                | –       | PROOF_TOO_MANY                              |
 * | no                    | no                 | some    | the code of the one that came furthest      |
 * | no                    | no                 | none    | PROOF_MISSING                               |
 */
export function failureOf({ digest, sought, looked, unread, tooMany }: Search): ActionError | undefined {
  const open = sought.find(({ proof }) => proof === undefined);
  if (open === undefined) return undefined;
  const { demand, nearest } = open;
  const what = `${digest} has no proof that meets the requirements (${demand.predicateType})`;
  const near = nearest === undefined ? '' : ` The closest one ${nearest.lacks} (${nearest.at}).`;
  const [closed] = unread;
  if (closed !== undefined)
    return new ActionError(
      'PROOF_UNREADABLE',
      `${what}, as far as it could be read. ${closed.store}: ${closed.problem}.${near}`,
      {
        hint: 'Run the job again. If it fails again, check the credential for the registry, or give the job the permission "attestations: read".',
      },
    );
  if (tooMany.length > 0)
    return new ActionError(
      'PROOF_TOO_MANY',
      `${what} among the first ${looked} bundles of ${tooMany.join(', ')}, which has more.${near}`,
      {
        hint: 'Somebody has attached too much to this image. Check who may write there, and delete what does not belong to it, or publish the image again under a new digest.',
      },
    );
  if (nearest === undefined)
    return new ActionError('PROOF_MISSING', `${what}: no proof was found.`, {
      hint: 'Publish it with "proof", or deploy the digest that a job with "proof" outputs. GitHub also reports none if the token may not read it: give the job the permission "attestations: read".',
    });
  return new ActionError(nearest.code, `${what}.${near}`, {
    hint: 'Do not deploy it. If the proof is right, change the requirements; docs/troubleshooting.md says what each code means.',
  });
}

/** Higher than the rank of any rule of judgeProof. */
const FURTHEST = 1000;

type Judging = Judge & { readonly digest: Digest };

function judged(found: FoundBundle, sought: readonly Sought[], judging: Judging): readonly Sought[] {
  const open = sought.filter(({ proof }) => proof === undefined);
  const read = readFound(found, judging);
  return sought.map((each) => {
    if (!open.includes(each)) return each;
    if ('lacks' in read) return withNearest(each, { at: found.at, ...read });
    const { certificate, statement, signedAt, authority, bundle } = read;
    const { demands, now, digest, also } = judging;
    const verdict = judgeProof({ certificate, statement, signedAt }, { ...demands, ...each.demand, now, digest });
    if (!verdict.ok) return withNearest(each, { ...verdict, at: found.at, certificate });
    const { predicate } = verdict;
    const lack = also?.({ certificate, statement, predicate });
    if (lack !== undefined) return withNearest(each, { ...lack, at: found.at, certificate, rank: FURTHEST });
    return { ...each, proof: { at: found.at, authority, certificate, signedAt, predicate, bundle } };
  });
}

/** If two came equally far, the first one stays. */
function withNearest(sought: Sought, rejected: Rejected): Sought {
  const isNearer = sought.nearest === undefined || rejected.rank > sought.nearest.rank;
  return isNearer ? { ...sought, nearest: rejected } : sought;
}

type Unjudged = Lack & { readonly rank: number };

/** The content of a bundle, after its signature is verified. */
function readFound(found: FoundBundle, { trust }: Judging) {
  if ('lacks' in found) return unjudged(-4, { code: 'PROOF_INVALID', lacks: found.lacks });
  const checked = trust.check(found.bytes);
  if (!checked.ok) return unjudged(checked.code === 'PROOF_UNLOGGED' ? -2 : -3, checked);
  const certificate = readCertificate(checked.certificate);
  if (!certificate.ok)
    return unjudged(-1, { code: 'PROOF_SIGNER', lacks: `has a certificate that ${certificate.problem}` });
  const statement = readStatement(checked.payload);
  if (!statement.ok)
    return unjudged(0, { code: 'PROOF_PREDICATE', lacks: `has a statement that ${statement.problem}` });
  const { authority, signedAt } = checked;
  return { authority, signedAt, bundle: found.bytes, certificate: certificate.value, statement: statement.value };
}

function unjudged(rank: number, { code, lacks }: Lack): Unjudged {
  return { rank, code, lacks };
}
