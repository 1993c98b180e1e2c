import { OPEN_BY_DEFAULT, OPENABLE_EVENTS } from '../../gate/events.ts';
import { isTag, parseReference, type Reference, type Repository, TAG_RULE } from '../../image/reference.ts';
import { duration } from '../../inputs/age.ts';
import { type Identities, readIdentities } from '../../inputs/keyless-identities.ts';
import { type Given, type Parser, Reader, trimmed } from '../../inputs/reader.ts';
import { boolean, host, minutesFrom, oneOf, path, username } from '../../inputs/values.ts';
import type { Identity } from '../../keyless/keyless.ts';
import type { Demands } from '../../proof/demands.ts';
import {
  checkDemand,
  demandedRepository,
  policyDigest,
  scanDemand,
  signerWorkflow,
  statementsOf,
  wantedType,
} from '../../proof/read-demands.ts';
import { PREDICATE_TYPE } from '../../proof/uris.ts';
import { type Facts, text } from '../../run/facts.ts';
import type { Origin } from '../../run/origin.ts';
import { type FilterPattern, parseFilterPattern } from '../../text/filter-pattern.ts';
import { isServiceAddress } from '../../text/service-address.ts';
import type { AuthorityName, TrustSource } from '../../trust/trust.ts';

/** All inputs of the action, parsed and checked. The password is not here: it is read when the registry is asked. */
export type Inputs = {
  /** By digest, by tag, or by both. */
  readonly image: Reference;
  readonly demands: Demands;
  readonly allowChild: boolean;
  /** Tags that must show the image. */
  readonly tags: readonly string[];
  /** Empty for all. */
  readonly authorities: readonly AuthorityName[];
  readonly trustedRoot: TrustSource;
  readonly destinations: readonly [Repository];
  readonly username: string;
  readonly identities: readonly Identity[];
  readonly caFile: string | undefined;
  readonly authHosts: readonly string[];
  /** In minutes. */
  readonly timeout: number;
};

/** What is known about the run before any input is read. */
export type Around = Given & { readonly context: () => Facts; readonly origin: () => Origin };

/** Authorities that an input can name. */
const AUTHORITIES = ['public', 'github', 'own'] as const satisfies readonly AuthorityName[];
const READ_LATER = ['password', 'registry-auth', 'identity', 'github-token'];
const IMAGE_EXAMPLE = 'ghcr.io/owner/app@sha256:…';
const SIGNER_EXAMPLE = 'OWNER/verified-image-push/.github/workflows/publish.yml@refs/tags/v1';
const TIMEOUT = 30;
/** In `trusted-root`: by TUF. */
const AUTO = 'auto';

/** readYaml reads the one input that is YAML. Its parser is loaded only when it is needed. */
export async function readYaml(runner: Pick<Given, 'input'>): Promise<Identities> {
  const yaml = runner.input('identity');
  return yaml.trim() === '' ? { ok: true, value: [] } : readIdentities(yaml);
}

/** readInputs reads every input and reports all problems in one INPUT_INVALID. */
export function readInputs(runner: Around, identities: Identities): Inputs {
  const reader = new Reader(runner);
  for (const wrong of identities.ok ? [] : identities.problems)
    reader.refuse({ input: 'identity', value: '', ...wrong });
  reader.require('image', IMAGE_EXAMPLE);
  const image = reader.read('image', IMAGE_EXAMPLE, namedImage) ?? { registry: '', path: '' };
  const caFile = reader.read('ca-file', 'certs/registry-ca.pem', path);
  const inputs: Inputs = {
    image,
    demands: readDemands(reader, runner),
    allowChild: reader.strict('allow-child', 'true', boolean) ?? false,
    tags: reader.list('tags', 'v1.2.3', tagName),
    authorities: reader.list('authorities', 'public', authority).flat(),
    trustedRoot: readTrustedRoot(reader, caFile),
    destinations: [image],
    username: reader.read('username', 'ci-bot', username) ?? '',
    identities: identities.ok ? identities.value : [],
    caFile,
    authHosts: reader.list('auth-hosts', 'auth.example.com', host),
    timeout: reader.read('timeout', String(TIMEOUT), minutesFrom(1)) ?? TIMEOUT,
  };
  if (inputs.allowChild && (image.tag === undefined || image.digest === undefined) && image.path !== '')
    reader.refuse({
      input: 'image',
      value: '',
      problem: 'must have a tag and a digest with "allow-child": the tag shows the index that lists the digest',
      example: 'ghcr.io/owner/app:v1.2.3@sha256:…',
    });
  reader.read('summary', 'true', boolean);
  reader.refuseMisspelt(READ_LATER);
  reader.throwProblems();
  return Object.freeze(inputs);
}

/** wantsSummary tells whether a summary is wanted, also if other inputs are wrong. */
export function wantsSummary(runner: Pick<Given, 'input'>): boolean {
  const parsed = boolean(trimmed(runner.input('summary')));
  return !('value' in parsed) || parsed.value;
}

function readDemands(reader: Reader, runner: Around): Demands {
  const origin = runner.origin();
  const own = { name: origin.repository, id: origin.repositoryId, ownerId: origin.ownerId };
  const asked = reader.read('repository', 'owner/name#123456', demandedRepository);
  const isOwn = asked === undefined || (asked.name === own.name && (asked.id ?? own.id) === own.id);
  reader.require('signer-workflow', SIGNER_EXAMPLE);
  const signers = reader.lines('signer-workflow', SIGNER_EXAMPLE, signerWorkflow);
  const types = reader.lines('predicate-types', 'summary', wantedType);
  const [first, ...others] = statementsOf(types.length === 0 ? [SUMMARY] : types, signers);
  const policy = reader.evidence('require-policy', 'sha256:…', policyDigest);
  const maxAge = reader.evidence('max-age', '30d', duration);
  const events = reader.list('events', 'push', oneOf(OPENABLE_EVENTS));
  return {
    issuer: readIssuer(reader, origin.server),
    server: origin.server,
    repository: isOwn ? own : asked,
    branches: readBranches(reader, isOwn ? text(runner.context().payload, 'repository.default_branch') : undefined),
    gitTags: reader.patterns('git-tags', 'v*') ?? [VERSIONS],
    events: events.length === 0 ? OPEN_BY_DEFAULT : events,
    allowSelfHosted: reader.strict('allow-self-hosted', 'true', boolean) ?? false,
    maxAge,
    statements: [first ?? { ...SUMMARY, signers }, ...others],
    facts: {
      checks: reader.evidenceList('require-checks', 'test', checkDemand),
      scans: reader.evidenceList('require-scan', 'Trivy critical', scanDemand),
      policy,
    },
  };
}

const SUMMARY = { predicateType: PREDICATE_TYPE, signer: undefined } as const;
const VERSIONS = literal('v*');

function literal(pattern: string): FilterPattern {
  const parsed = parseFilterPattern(pattern);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}

/** The default branch of another repository is unknown here, and ours may be any branch there. */
function readBranches(reader: Reader, byDefault: string | undefined): readonly FilterPattern[] {
  const branches = reader.patterns('branches', 'main');
  if (branches !== undefined) return branches;
  if (byDefault === undefined) {
    const problem = 'is required: this run does not know the default branch of the repository';
    reader.refuse({ input: 'branches', value: '', problem, example: 'main' });
    return [];
  }
  const parsed = parseFilterPattern(byDefault.replace(/[*?+[\]!\\]/g, '\\$&'));
  return parsed.ok ? [parsed.value] : [];
}

/** Who issues the tokens of jobs on a GitHub server (docs.github.com, "OpenID Connect reference"). */
function readIssuer(reader: Reader, server: string): string {
  const given = reader.read('issuer', 'https://token.actions.githubusercontent.com', issuer);
  if (given !== undefined) return given;
  if (server === 'https://github.com') return 'https://token.actions.githubusercontent.com';
  const [, tenant] = /^https:\/\/([a-z0-9-]+)\.ghe\.com$/.exec(server) ?? [];
  if (tenant !== undefined) return `https://token.actions.${tenant}.ghe.com`;
  const problem = 'is required: the issuer of the identity tokens of this server is unknown';
  reader.refuse({ input: 'issuer', value: '', problem, example: 'https://git.example.com/_services/token' });
  return '';
}

/** By TUF, for the known instances or a private one, or from a file. */
function readTrustedRoot(reader: Reader, caFile: string | undefined): TrustSource {
  const file = reader.strict('trusted-root', 'auto', path) ?? AUTO;
  const url = reader.read('tuf-url', 'https://tuf.example.com', serviceAddress);
  const root = reader.read('tuf-root', 'tuf-root.json', path);
  if (file !== AUTO) {
    const problem = `has no effect with a file in "trusted-root"`;
    reader.refuseVain(
      { 'tuf-url': url !== undefined, 'tuf-root': root !== undefined },
      { problem, example: 'trusted-root: auto' },
    );
    return { kind: 'file', path: file };
  }
  if (url !== undefined && root !== undefined) return { kind: 'own', url: url.replace(/\/+$/, ''), root, caFile };
  const problem = 'must be given, too: a TUF repository is believed by the first root that is given with it';
  if (url !== undefined) reader.refuse({ input: 'tuf-root', value: '', problem, example: 'tuf-root.json' });
  if (root !== undefined) reader.refuse({ input: 'tuf-url', value: '', problem, example: 'https://tuf.example.com' });
  return { kind: 'known', caFile };
}

const serviceAddress: Parser<string> = (value) =>
  isServiceAddress(value) ? { value } : { problem: 'is no HTTPS address without a user or a query' };

const namedImage: Parser<Reference> = (value) => {
  const parsed = parseReference(value);
  if (!parsed.ok) return { problem: parsed.problem };
  const { tag, digest } = parsed.value;
  return tag === undefined && digest === undefined
    ? { problem: 'has neither a digest nor a tag' }
    : { value: parsed.value };
};

const tagName: Parser<string> = (value) => (isTag(value) ? { value } : { problem: TAG_RULE });

/** `any` stands for all. */
const authority: Parser<readonly AuthorityName[]> = (value) => {
  const found = AUTHORITIES.filter((each) => each === value);
  if (value === 'any') return { value: [] };
  return found.length > 0 ? { value: found } : { problem: `is not one of any, ${AUTHORITIES.join(', ')}` };
};

const issuer: Parser<string> = (value) =>
  /^https?:\/\/[^\s]+$/.test(value) ? { value } : { problem: 'is not the address of an issuer' };
