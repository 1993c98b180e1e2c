import { PRUNING_EVENTS, type PruningPolicy } from '../../gate/own-repository.ts';
import { WHEN_CLOSED, type WhenClosed } from '../../gate/verdict.ts';
import { type Repository, repositoryName, sameRepository } from '../../image/reference.ts';
import { duration, UNITS } from '../../inputs/age.ts';
import { type Identities, readIdentities } from '../../inputs/keyless-identities.ts';
import { type Given, type Parser, Reader, trimmed } from '../../inputs/reader.ts';
import { destination, shaTag } from '../../inputs/references.ts';
import { boolean, host, minutesFrom, oneOf, path, username } from '../../inputs/values.ts';
import type { Identity } from '../../keyless/keyless.ts';
import type { Brakes } from '../../prune/brakes.ts';
import { type Deletable, deletableAt } from '../../prune/deletable.ts';
import { type Deployed, parseDeployed } from '../../prune/deployed.ts';
import type { PruneRules } from '../../prune/prune-rules.ts';

/** What is deployed: the lines of the input, and files with more of them. */
export type DeployedInput = { readonly lines: readonly Deployed[]; readonly files: readonly string[] };

/** All inputs of the action, parsed and checked. The password is not here: it is read after the gate is open. */
export type Inputs = PruningPolicy &
  Brakes &
  Omit<PruneRules, 'keepDigests' | 'deployedTags' | 'now'> & {
    /** Every repository to prune. */
    readonly destinations: readonly Repository[];
    /** Undefined if the input is not set; only a dry run may leave it out. */
    readonly deployed: DeployedInput | undefined;
    readonly whenClosed: WhenClosed;
    readonly username: string;
    readonly identities: readonly Identity[];
    readonly caFile: string | undefined;
    readonly authHosts: readonly string[];
    /** In minutes. */
    readonly timeout: number;
    readonly dryRun: boolean;
    readonly summary: boolean;
  };

/** Inputs that hold secrets, which are read when the gate is open. */
const READ_LATER = ['password', 'registry-auth', 'identity'];
/** `keep-digests: none` means that nothing is deployed. The default means that nobody has said anything yet. */
const NOTHING = 'none';
const UNSAID = 'unsaid';
const KEEP_EXAMPLE = 'file:deployed.txt';
const TIMEOUT = 30;

/** readYaml reads the one input that is YAML. Its parser is loaded only when it is needed. */
export async function readYaml(runner: Pick<Given, 'input'>): Promise<Identities> {
  const text = runner.input('identity');
  return text.trim() === '' ? { ok: true, value: [] } : readIdentities(text);
}

/**
 * readInputs reads every input and reports all problems in one INPUT_INVALID. An input that is given but empty came out
 * of an expression: for `dry-run` it means true, and for inputs that decide what is kept it is a problem.
 */
export function readInputs(runner: Given, identities: Identities): Inputs {
  const reader = new Reader(runner);
  reader.require('image', 'ghcr.io/owner/app');
  const destinations = reader.list('image', 'ghcr.io/owner/app', destination);
  refuseTwice(reader, destinations);
  for (const wrong of identities.ok ? [] : identities.problems)
    reader.refuse({ input: 'identity', value: '', ...wrong });
  const dryRun = reader.read('dry-run', 'true', boolean) ?? true;
  const isExperimental = reader.strict('experimental-delete', 'true', boolean) ?? false;
  if (!dryRun) refuseUndeletable(reader, destinations, { isExperimental, identities });
  const patterns = (input: string, example: string) =>
    reader.strict(input, example, anything) === NOTHING ? [] : (reader.patterns(input, example) ?? []);
  const inputs: Inputs = {
    destinations,
    shaTag: reader.strict('sha-tag', '{sha}', shaTag) ?? '{sha}',
    deleteTags: patterns('delete-tags', 'pr-*'),
    keepTags: patterns('keep-tags', 'v*'),
    keepNewest: reader.strict('keep-newest', '20', wholeNumber(0, 1_000_000)) ?? 20,
    keepYoungerThan: reader.strict('keep-younger-than', '30d', duration) ?? 30 * UNITS.d,
    keepUntaggedYoungerThan: reader.strict('keep-untagged-younger-than', '7d', duration) ?? 7 * UNITS.d,
    maxDeletions: reader.strict('max-deletions', '200', wholeNumber(0, 100_000)) ?? 200,
    maxShare: reader.strict('max-share', '50 %', share) ?? 50,
    trustsCreated: reader.strict('trust-created', 'true', boolean) ?? false,
    deletesOrphans: reader.strict('delete-orphans', 'true', boolean) ?? false,
    deployed: readDeployed(reader, dryRun),
    branches: reader.patterns('branches', 'main'),
    events: reader.list('events', 'schedule', oneOf(PRUNING_EVENTS)),
    whenClosed: reader.read('when-closed', 'fail', oneOf(WHEN_CLOSED)) ?? 'fail',
    username: reader.read('username', 'ci-bot', username) ?? '',
    identities: identities.ok ? identities.value : [],
    caFile: reader.read('ca-file', 'certs/registry-ca.pem', path),
    authHosts: reader.list('auth-hosts', 'auth.example.com', host),
    timeout: reader.read('timeout', String(TIMEOUT), minutesFrom(1)) ?? TIMEOUT,
    dryRun,
    summary: reader.read('summary', 'true', boolean) ?? true,
  };
  reader.refuseMisspelt(READ_LATER);
  reader.throwProblems();
  return Object.freeze(inputs);
}

/** wantsSummary tells whether a summary is wanted, also if other inputs are wrong. */
export function wantsSummary(runner: Pick<Given, 'input'>): boolean {
  const parsed = boolean(trimmed(runner.input('summary')));
  return !('value' in parsed) || parsed.value;
}

function refuseTwice(reader: Reader, destinations: readonly Repository[]): void {
  for (const [at, one] of destinations.entries()) {
    if (!destinations.slice(0, at).some((other) => sameRepository(one, other))) continue;
    reader.refuse({
      input: 'image',
      value: repositoryName(one),
      problem: 'is listed twice',
      example: 'ghcr.io/owner/app',
    });
  }
}

/** If this version cannot delete at a registry, a real run fails before it contacts anything. */
function refuseUndeletable(
  reader: Reader,
  destinations: readonly Repository[],
  { isExperimental, identities }: { readonly isExperimental: boolean; readonly identities: Identities },
): void {
  const found = identities.ok ? identities.value : [];
  for (const repository of destinations) {
    const deletable = deletableAt(repository);
    const hasIdentity = found.some(({ registry }) => registry === repository.registry);
    const problem = whyUndeletable(deletable, { isExperimental, hasIdentity });
    if (problem !== undefined)
      reader.refuse({ input: 'image', value: repositoryName(repository), problem, example: 'dry-run: true' });
  }
}

function whyUndeletable(
  deletable: Deletable,
  { isExperimental, hasIdentity }: { readonly isExperimental: boolean; readonly hasIdentity: boolean },
): string | undefined {
  switch (deletable.kind) {
    case 'yes':
      return undefined;
    case 'by-identity':
      if (hasIdentity) return undefined;
      return `is at ${deletable.maker}, which deletes by its own API: it needs an entry of "identity" for this registry`;
    case 'experimental':
      if (isExperimental) return undefined;
      return `is at ${deletable.maker}, where deletion was never tried: it needs "experimental-delete: true"`;
    case 'no':
      return `is at ${deletable.maker}, where nothing can be deleted yet: ${deletable.why}`;
  }
}

/** A real run must say what is deployed, or that nothing is deployed. An empty value says neither. */
function readDeployed(reader: Reader, dryRun: boolean): DeployedInput | undefined {
  const input = 'keep-digests';
  const refuse = (problem: string, value = '') => reader.refuse({ input, value, problem, example: KEEP_EXAMPLE });
  const said = reader.strict(input, KEEP_EXAMPLE, anything);
  const entries = reader.list(input, KEEP_EXAMPLE, anything);
  if (said === undefined || said === UNSAID) {
    if (said === UNSAID && !dryRun)
      refuse(
        'is required: digests that are deployed, files that list them, or "none" if nothing is deployed from here',
      );
    return undefined;
  }
  if (entries.length === 0) refuse('has no digest, only comments', said);
  if (entries.includes(NOTHING) && entries.length > 1)
    refuse('is in a list with others, and means that there are none', NOTHING);
  const lines = entries.filter((entry) => entry !== NOTHING && !entry.startsWith('file:'));
  const parsed = lines.map((line) => ({ line, deployed: parseDeployed(line) }));
  for (const { line, deployed } of parsed) if (deployed === undefined) refuse(NO_IMAGE, line);
  const files = entries.filter((entry) => entry.startsWith('file:')).map((entry) => entry.slice('file:'.length).trim());
  if (files.includes('')) refuse('names no file', 'file:');
  return { lines: parsed.flatMap(({ deployed }) => deployed ?? []), files };
}

/** The problem with a line of `keep-digests`, as the end of a sentence. */
export const NO_IMAGE = 'is neither a digest nor an image with a tag or digest';

const anything: Parser<string> = (text) => ({ value: text });

const share: Parser<number> = (text) => {
  const [, number] = /^(\d{1,3}) ?%?$/.exec(text) ?? [];
  return number !== undefined && Number(number) <= 100
    ? { value: Number(number) }
    : { problem: 'is not from 0 % to 100 %' };
};

function wholeNumber(least: number, most: number): Parser<number> {
  return (text) =>
    /^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most
      ? { value: Number(text) }
      : { problem: `is not a whole number from ${least} to ${most}` };
}
