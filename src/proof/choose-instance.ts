import { ActionError } from '../errors.ts';
import type { SigstoreUrls } from '../inputs/sigstore-urls.ts';
import { type Facts, field, text } from '../run/facts.ts';
import type { AuthorityName, TrustSource } from '../trust/trust.ts';
import type { Services } from './choose-services.ts';

/** Who signs the decision of the gate: nobody, GitHub's Sigstore for the repository, or another Sigstore. */
export const PROOFS = ['none', 'github', 'sigstore'] as const;
/** Where the signed proof is stored. `auto`: at the registry, and with `proof: github` also at GitHub. */
export const PROOF_STORES = ['auto', 'registry', 'github', 'both'] as const;

export type ProofInputs = {
  readonly proof: (typeof PROOFS)[number];
  readonly sigstoreUrls: SigstoreUrls | undefined;
  /** Whether a public log may store the names of a repository that is not public. */
  readonly publicLog: boolean;
  readonly proofStore: (typeof PROOF_STORES)[number];
  /** The root to verify proofs of earlier runs with; undefined if unknown. */
  readonly trustedRoot: TrustSource | undefined;
};

/** A Sigstore, and where its signatures are stored. */
export type Instance = {
  readonly name: string;
  readonly authority: AuthorityName;
  /** Undefined if it announces them by TUF. */
  readonly services: Services | undefined;
  /** The audience of the job's token. */
  readonly audience: string;
  readonly stores: { readonly registry: boolean; readonly github: boolean };
};

export type Visibility = 'public' | 'private' | 'internal';

/** The public instance, which announces its servers. */
const PUBLIC = { name: 'the public Sigstore', authority: 'public', services: undefined, audience: 'sigstore' } as const;

/** The most destinations of one statement. */
const MOST_DESTINATIONS = 64;

/** The facts that decide who may sign for a run. */
export type Signable = {
  readonly facts: Facts;
  readonly visibility: Visibility | undefined;
  readonly destinations: number;
};

/**
 * chooseInstance chooses who signs for a run. A public log stores the names of repository, workflow and ref forever: it
 * is used only if the repository is known to be public, or if the workflow allows it. Throws INPUT_INVALID.
 */
export function chooseInstance(
  inputs: ProofInputs,
  { facts: { server }, visibility, destinations }: Signable,
): Instance {
  const { proof, sigstoreUrls, publicLog, proofStore } = inputs;
  if (destinations > MOST_DESTINATIONS) {
    throw invalid(
      `"proof" is for ${MOST_DESTINATIONS} destinations at most, and "image" has ${destinations}.`,
      'Publish to fewer.',
    );
  }
  if (sigstoreUrls !== undefined) return { ...ownOf(sigstoreUrls), stores: storesOf(proofStore, false) };
  if (server.kind !== 'github') {
    throw invalid(
      `"proof: ${proof}" is for GitHub, and this server is ${server.name}.`,
      'Use "proof: sigstore" with "sigstore-urls", or leave "proof" out.',
    );
  }
  const stores = storesOf(proofStore, proof === 'github');
  if (visibility === 'public' || publicLog) return { ...PUBLIC, stores };
  if (proof === 'sigstore') {
    throw invalid(
      `"proof: sigstore" without "sigstore-urls" writes the names of this repository, its workflow and its ref into a public log for ever, and the repository is ${visibility ?? 'not known to be public'}.`,
      'Use "proof: github", give "sigstore-urls", or allow it by "public-log: true".',
    );
  }
  if (visibility === undefined) {
    throw invalid(
      'Nobody says whether this repository is public, so that it is not known who signs for it.',
      'Use "proof: sigstore" with "sigstore-urls".',
    );
  }
  return { ...ofGitHub(server.url), stores };
}

function ownOf({ servers, tuf, audience }: SigstoreUrls): Omit<Instance, 'stores'> {
  const { host } = new URL(servers?.fulcio ?? tuf?.url ?? '');
  const services = servers && {
    fulcio: servers.fulcio,
    logs: servers.rekor === undefined ? [] : [servers.rekor],
    clocks: servers.timestamp === undefined ? [] : [servers.timestamp],
  };
  return { name: `the Sigstore at ${host}`, authority: 'own', services, audience };
}

/**
 * GitHub's Sigstore, without a log: a timestamp gives the time of a signature. It announces nothing. The trusted root
 * that GitHub publishes is for github.com; a tenant with another domain has another root.
 */
function ofGitHub(server: string): Omit<Instance, 'stores'> {
  const { hostname } = new URL(server);
  const isShared = hostname === 'github.com';
  const domain = isShared ? 'githubapp.com' : hostname;
  return {
    name: "GitHub's own Sigstore",
    authority: isShared ? 'github' : 'own',
    services: { fulcio: `https://fulcio.${domain}`, logs: [], clocks: [`https://timestamp.${domain}`] },
    audience: 'sigstore',
  };
}

function storesOf(store: ProofInputs['proofStore'], atGitHub: boolean): Instance['stores'] {
  if (store === 'auto') return { registry: true, github: atGitHub };
  return { registry: store !== 'github', github: store !== 'registry' };
}

/** visibilityIn reads the repository's visibility from the event, or the job's token; undefined if unknown. */
export function visibilityIn({ payload }: Facts, claims: Readonly<Record<string, unknown>>): Visibility | undefined {
  const isPrivate = field(payload, 'repository.private');
  const said =
    text(payload, 'repository.visibility') ??
    (typeof isPrivate === 'boolean' ? (isPrivate ? 'private' : 'public') : claims.repository_visibility);
  return said === 'public' || said === 'private' || said === 'internal' ? said : undefined;
}

function invalid(message: string, hint: string): ActionError {
  return new ActionError('INPUT_INVALID', message, { hint });
}
