import type { EngineAccount } from '../docker/docker.ts';
import { asError } from '../errors.ts';
import { type Repository, repositoryName, sameRegistry } from '../image/reference.ts';
import type { Credential } from '../secret/credential.ts';
import type { Givers, SourceOf } from './credential-source.ts';
import { KEEP_STATE } from './state-names.ts';

/** The credential that was used at a destination, and whether docker already has it on this runner. */
export type Used = { readonly repository: Repository; readonly credential: Credential; readonly isOwn: boolean };

/** The logins that are left for later steps, and what to say about them. */
export type Kept = { readonly logins: readonly EngineAccount[]; readonly told: readonly string[] };

/**
 * decideKept leaves one login for each registry, because docker keeps only one: that of the first destination there.
 */
export function decideKept(used: readonly Used[]): Kept {
  const firsts = used.filter((each) => used.find((other) => isBeside(other, each)) === each);
  return {
    logins: firsts
      .filter(({ isOwn }) => !isOwn)
      .map(({ repository: { registry }, credential }) => ({ registry, credential })),
    told: firsts.map((first) => sentenceOn(first, used)),
  };
}

function sentenceOn(first: Used, used: readonly Used[]): string {
  const { registry } = first.repository;
  if (first.isOwn)
    return `No login at ${registry} was left for later steps: docker is already signed in there on this runner.`;
  const isOne = used.every((other) => !isBeside(other, first) || other.credential === first.credential);
  const which = isOne ? '' : `, that for ${repositoryName(first.repository)},`;
  return `A login at ${registry}${which} was left in docker's configuration for later steps of this job; the post step removes it.`;
}

function isBeside(one: Used, other: Used): boolean {
  return sameRegistry(one.repository.registry, other.repository.registry);
}

export type KeepInputs = {
  readonly destinations: readonly Repository[];
  /** Whether logins are left for later steps of the job. */
  readonly keepLogin: boolean;
};

/**
 * openKeeping makes sure, before anything is pushed, that logins can be left for later steps; the function that it
 * returns leaves them. By then all is published and verified, so a problem is only a warning.
 */
export async function openKeeping(
  { destinations, keepLogin }: KeepInputs,
  sourceFor: SourceOf,
  { runner, docker }: Givers,
): Promise<() => Promise<readonly string[]>> {
  if (!keepLogin) return async () => [];
  const sources = destinations.map((repository) => ({ repository, source: sourceFor(repository) }));
  const ours = sources.filter(({ source }) => !source.isOwn);
  const plan = await docker.planKeeping(ours.map(({ repository }) => repository.registry));
  const keep = async (): Promise<readonly string[]> => {
    const used = sources.map(async ({ repository, source }) => {
      return { repository, credential: await source.current(), isOwn: source.isOwn };
    });
    const { logins, told } = decideKept(await Promise.all(used));
    if (logins.length === 0) return told;
    // First: if this step is killed, the post step must know what it has left.
    runner.saveState(KEEP_STATE, JSON.stringify(plan));
    await docker.keepLogins(plan, logins);
    return told;
  };
  return () =>
    keep().catch((error: unknown) => {
      const text = `Everything is published, but not every login for later steps could be left: ${asError(error).message}`;
      runner.warning('Login not left', text);
      return [];
    });
}
