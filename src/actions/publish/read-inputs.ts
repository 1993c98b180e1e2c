import { CREDENTIAL_POLICIES } from '../../credentials/advice.ts';
import { CREDENTIAL_SCOPES } from '../../credentials/handover.ts';
import { OPEN_BY_DEFAULT, OPENABLE_EVENTS } from '../../gate/events.ts';
import { COMMITS, WHEN_CLOSED } from '../../gate/verdict.ts';
import { REFERRERS } from '../../image/attached.ts';
import { type Repository, repositoryName, sameRegistry, sameRepository } from '../../image/reference.ts';
import { ENGINES, type EngineChoice, repositoriesIn } from '../../image/source-text.ts';
import { VERIFICATION_LEVELS } from '../../image/verified.ts';
import { sameWanted, type WantedPlatform } from '../../image/wanted-platforms.ts';
import { identityExample } from '../../inputs/identity-examples.ts';
import { type Identities, readIdentities } from '../../inputs/keyless-identities.ts';
import { type Given, Reader, trimmed } from '../../inputs/reader.ts';
import {
  destination,
  type ExtraTag,
  extraTag,
  imageId,
  repositoryPath,
  shaTag,
  source,
  wantedPlatform,
} from '../../inputs/references.ts';
import { type ReadSigstoreUrls, readSigstoreUrls } from '../../inputs/sigstore-urls.ts';
import {
  anyName,
  boolean,
  checkRunId,
  day,
  days,
  host,
  minutesFrom,
  needs,
  oneOf,
  path,
  username,
  waitWithin,
} from '../../inputs/values.ts';
import type { Identity } from '../../keyless/keyless.ts';
import { PROOF_STORES, PROOFS, type ProofInputs } from '../../proof/choose-instance.ts';
import { LAYER_COMPRESSIONS } from '../../push/unpacked-source.ts';
import type { Runner } from '../../runner/runner.ts';
import { SCAN_BINDINGS, type ScanInputs } from '../../scan/evidence.ts';
import { SEVERITIES } from '../../scan/severity.ts';
import { VERSION_TAGS } from '../../tags/plan-tags.ts';
import { IF_EXISTS } from '../../tags/read-tags.ts';
import type { Inputs } from './inputs.ts';

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are expressions of workflows
const NEEDS_EXAMPLE = '${{ toJSON(needs) }}';
const CHECK_RUN_EXAMPLE = '${{ job.check_run_id }}';
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are expressions of workflows
/** In `required-checks`: the checks that the rules of the branch require. */
const BRANCH_RULES = 'branch-rules';
const IMAGE_ID_EXAMPLE = `sha256:${'0'.repeat(64)}`;
/** As in action.yml: the runner does not apply its defaults if an expression is empty. In minutes. */
const TIMEOUT = 30;
const SHA_TAG = '{sha}';
/** Defaults of inputs for which empty has another meaning: that nothing is listed. */
const DEFAULTS = { events: OPEN_BY_DEFAULT.join(', '), 'git-tags': 'v*' };

/** Inputs that hold secrets, which are read when the gate is open. */
const READ_LATER = ['password', 'registry-auth', 'github-token', 'identity'];

/**
 * The inputs that are YAML. They are read before the others, because the YAML parser is loaded only when it is needed.
 */
export type YamlInputs = { readonly identities: Identities; readonly sigstoreUrls: ReadSigstoreUrls };

export const NO_YAML: YamlInputs = {
  identities: { ok: true, value: [] },
  sigstoreUrls: { ok: true, value: undefined },
};

/** readYamlInputs reads the inputs that are YAML. Their problems are kept, and reported with all others. */
export async function readYamlInputs(runner: Pick<Runner, 'input'>): Promise<YamlInputs> {
  const text = runner.input('identity');
  const identities = text.trim() === '' ? NO_YAML.identities : await readIdentities(text);
  return { identities, sigstoreUrls: await readSigstoreUrls(runner.input('sigstore-urls')) };
}

/** readInputs reads every input and reports all problems in one INPUT_INVALID. */
export function readInputs(runner: Given, { identities: entries, sigstoreUrls }: YamlInputs): Inputs {
  const reader = new Reader(runner, DEFAULTS);
  const identities = entries.ok ? entries.value : [];
  const listed = readDestinations(reader, identities);
  const engine = reader.read('engine', 'direct', oneOf(ENGINES)) ?? 'auto';
  const from = readSource(reader, engine);
  const sources = repositoriesIn(from);
  judgeIdentities(reader, entries, [...listed, ...sources]);
  const [primary, ...others] = listed;
  const tags = reader.list('tags', '1.2.3', extraTag(listed));
  const movingTags = reader.list('moving-tags', 'latest', extraTag(listed));
  refuseTorn(reader, { tags, movingTags });
  const checks = reader.evidenceList('required-checks', 'test', anyName);
  const timeout = trimmed(runner.input('timeout')) || String(TIMEOUT);
  const commit = reader.strict('commit', 'image', oneOf(COMMITS)) ?? 'run';
  const caFile = reader.read('ca-file', 'certs/registry-ca.pem', path);
  const inputs: Inputs = {
    destinations: [primary ?? NONE, ...others],
    source: from,
    sources,
    tags,
    movingTags,
    versionTags: reader.read('version-tags', 'semver', oneOf(VERSION_TAGS)) ?? 'exact',
    ifExists: reader.read('if-exists', 'verify', oneOf(IF_EXISTS)) ?? 'verify',
    shaTag: reader.read('sha-tag', SHA_TAG, shaTag) ?? SHA_TAG,
    branches: reader.patterns('branches', 'release/**'),
    gitTags: reader.patterns('git-tags', 'v*') ?? [],
    events: reader.list('events', 'push', oneOf(OPENABLE_EVENTS)),
    commit,
    whenClosed: reader.read('when-closed', 'skip', oneOf(WHEN_CLOSED)) ?? 'skip',
    needs: reader.evidence('needs', NEEDS_EXAMPLE, needs),
    allowSkipped: reader.list('allow-skipped', 'lint', anyName),
    requiredChecks: {
      named: checks.filter((name) => name !== BRANCH_RULES),
      ofBranch: checks.includes(BRANCH_RULES),
    },
    waitForChecks: reader.read('wait-for-checks', '20', waitWithin(timeout)) ?? 0,
    checkRunId: reader.read('check-run-id', CHECK_RUN_EXAMPLE, checkRunId),
    scan: readScan(reader),
    expectedImageIds: reader.evidenceList('expected-image-id', IMAGE_ID_EXAMPLE, imageId),
    expectedPlatforms: readPlatforms(reader),
    // The commit that the image names must be the same for every platform.
    requireRevisionLabel: (reader.strict('require-revision-label', 'true', boolean) ?? false) || commit === 'image',
    username: reader.read('username', 'ci-bot', username) ?? '',
    identities,
    engine,
    compression: reader.read('compression', 'gzip', oneOf(LAYER_COMPRESSIONS)) ?? 'gzip',
    mountFrom: reader.read('mount-from', 'owner/base', repositoryPath(listed)),
    credentialScope: reader.read('credential-scope', 'repository', oneOf(CREDENTIAL_SCOPES)) ?? 'auto',
    keepLogin: reader.read('keep-login', 'true', boolean) ?? false,
    credentialPolicy: reader.read('credential-policy', 'strict', oneOf(CREDENTIAL_POLICIES)) ?? 'warn',
    credentialAge: {
      created: reader.read('credential-created', '2026-09-01', day),
      maxAge: reader.read('max-credential-age', '90', days) ?? 90,
    },
    verify: reader.read('verify', 'graph', oneOf(VERIFICATION_LEVELS)) ?? 'graph',
    referrers: reader.read('referrers', 'leave', oneOf(REFERRERS)) ?? 'copy',
    caFile,
    authHosts: reader.list('auth-hosts', 'auth.example.com', host),
    timeout: reader.read('timeout', String(TIMEOUT), minutesFrom(1)) ?? TIMEOUT,
    ...readProof(reader, sigstoreUrls, caFile),
    dryRun: reader.read('dry-run', 'false', boolean) ?? false,
    summary: reader.read('summary', 'true', boolean) ?? true,
  };
  refuseVain(reader, inputs);
  refuseUncounted(reader, inputs);
  reader.refuseMisspelt(READ_LATER);
  reader.throwProblems();
  return Object.freeze(inputs);
}

/** In `trusted-root`: by TUF. */
const AUTO = 'auto';
const URLS_EXAMPLE = 'fulcio: https://fulcio.example.com';

/** readProof reads who signs, and where the proof is stored. Inputs about a proof require a proof. */
export function readProof(reader: Reader, urls: ReadSigstoreUrls, caFile: string | undefined): ProofInputs {
  const proof = reader.strict('proof', 'github', oneOf(PROOFS)) ?? 'none';
  const publicLog = reader.read('public-log', 'true', boolean) ?? false;
  const proofStore = reader.read('proof-store', 'registry', oneOf(PROOF_STORES)) ?? 'auto';
  const given = reader.read('trusted-root', 'trusted-root.jsonl', path) ?? AUTO;
  const hasUrls = reader.isSet('sigstore-urls');
  const refuse = (problem: string) =>
    reader.refuse({ input: 'sigstore-urls', value: '', problem, example: URLS_EXAMPLE });
  for (const problem of urls.ok ? [] : urls.problems) refuse(problem);
  if (hasUrls && ['github', 'both'].includes(proofStore))
    refuse('is a Sigstore that GitHub does not know, and "proof-store" is "github" or "both"');
  if (proof !== 'sigstore') {
    const problem = 'has no effect without "proof: sigstore"';
    reader.refuseVain({ 'sigstore-urls': hasUrls, 'public-log': publicLog }, { problem, example: 'proof: sigstore' });
  }
  if (proof === 'none') {
    const problem = 'has no effect without "proof"';
    const vain = { 'proof-store': proofStore !== 'auto', 'trusted-root': given !== AUTO };
    reader.refuseVain(vain, { problem, example: 'proof: github' });
  }
  const sigstoreUrls = urls.ok ? urls.value : undefined;
  const trustedRoot = proof === 'none' ? undefined : trustSource(given, sigstoreUrls, caFile);
  return { proof, sigstoreUrls, publicLog, proofStore, trustedRoot };
}

/** Only its owners know what their own Sigstore is verified with. */
function trustSource(
  given: string,
  urls: ProofInputs['sigstoreUrls'],
  caFile: string | undefined,
): ProofInputs['trustedRoot'] {
  const file = given === AUTO ? urls?.trustedRoot : given;
  if (file !== undefined) return { kind: 'file', path: file };
  if (urls?.tuf !== undefined) return { kind: 'own', ...urls.tuf, caFile };
  return urls === undefined ? { kind: 'known', caFile } : undefined;
}

/**
 * readSource reads the source, or its parts. An engine's image cannot be a part: engines are asked for one name at a
 * time.
 */
function readSource(reader: Reader, engine: EngineChoice): Inputs['source'] {
  const example = 'app:test';
  const listed = reader.lines('source', example, source(engine));
  if (listed.length < 2) return listed;
  for (const each of listed) {
    if (each.kind !== 'engine' && each.kind !== 'podman') continue;
    const problem =
      'is an image of an engine; if there are several lines, each must be an image on a registry or in a file';
    reader.refuse({ input: 'source', value: each.name, problem, example: 'docker://ghcr.io/owner/app:{sha}-amd64' });
  }
  return listed;
}

/** wantsSummary tells whether a summary is wanted, also if other inputs are wrong. */
export function wantsSummary(runner: Pick<Runner, 'input'>): boolean {
  const parsed = boolean(trimmed(runner.input('summary')));
  return !('value' in parsed) || parsed.value;
}

/** Each part of a joined image was tested separately; any other image has one identity. */
function refuseUncounted(reader: Reader, { expectedImageIds, source: lines }: Inputs): void {
  const parts = Math.max(1, lines.length);
  const { length } = expectedImageIds;
  if (length === 0 || length === parts) return;
  const problem = `has ${length} lines, and "source" names ${parts} images: write one line for each image`;
  reader.refuse({ input: 'expected-image-id', value: expectedImageIds.join(', '), problem, example: IMAGE_ID_EXAMPLE });
}

/** No destination is empty: a missing or wrong one is a problem, and nothing is published with problems. */
const NONE: Repository = { registry: '', path: '' };

const ONE_REGISTRY =
  '"username" and "password" are for one registry; for several, write one entry for each in "registry-auth"';

function readDestinations(reader: Reader, identities: readonly Identity[]): readonly Repository[] {
  const example = 'ghcr.io/owner/app';
  reader.require('image', example);
  const listed = reader.list('image', example, destination);
  const refuse = (which: Repository, problem: string) =>
    reader.refuse({ input: 'image', value: repositoryName(which), problem, example });
  const withPassword = listed.filter(
    ({ registry }) => !identities.some((each) => sameRegistry(each.registry, registry)),
  );
  for (const [index, one] of listed.entries()) {
    if (listed.slice(0, index).some((other) => sameRepository(one, other))) refuse(one, 'is listed twice');
  }
  const hasAccount = reader.isSet('username');
  for (const one of withPassword) {
    const first = withPassword[0] ?? one;
    if (hasAccount && !sameRegistry(one.registry, first.registry)) {
      refuse(one, `is not on ${first.registry}: ${ONE_REGISTRY}`);
    }
  }
  return listed;
}

/** An identity for neither a destination nor a source is a mistake: the user expects that it is used. */
function judgeIdentities(reader: Reader, identities: Identities, all: readonly Repository[]): void {
  const refuse = (problem: string, example: string) =>
    reader.refuse({ input: 'identity', value: '', problem, example });
  for (const { problem, example } of identities.ok ? [] : identities.problems) refuse(problem, example);
  for (const { registry, type } of identities.ok ? identities.value : []) {
    if (all.some((each) => sameRegistry(each.registry, registry))) continue;
    refuse(
      `has an entry for ${registry}, and neither "image" nor "source" has a repository there`,
      identityExample(type),
    );
  }
}

/**
 * A tag cannot both stay and move. If it is twice in one list, it is written once: docker/metadata-action names
 * `latest` twice if it comes from "raw" and from "flavor".
 */
function refuseTorn(reader: Reader, { tags, movingTags }: Pick<Inputs, 'tags' | 'movingTags'>): void {
  const problem = 'is also in "tags", where tags never move';
  for (const tag of movingTags) {
    if (!tags.some((fixed) => isOneTag(fixed, tag))) continue;
    reader.refuse({ input: 'moving-tags', value: tag.name, problem, example: 'latest' });
  }
}

/** Two entries are for one tag if both are for one destination; an entry without a destination is for all. */
function isOneTag(one: ExtraTag, other: ExtraTag): boolean {
  const isAnywhere = one.only === undefined || other.only === undefined || sameRepository(one.only, other.only);
  return isAnywhere && one.name === other.name;
}

/** If an input says how long to wait, or what may be skipped, the user expects that something is required. */
function refuseVain(reader: Reader, { waitForChecks, allowSkipped }: Inputs): void {
  if (reader.asks('required-checks')) return;
  const example = 'required-checks: test';
  reader.refuseVain(
    { 'wait-for-checks': waitForChecks > 0 },
    { problem: 'has no effect without "required-checks"', example },
  );
  if (reader.asks('needs')) return;
  const problem = 'has no effect without "needs" or "required-checks"';
  reader.refuseVain({ 'allow-skipped': allowSkipped.length > 0 }, { problem, example });
}

/** readPlatforms reads the platforms that the image must have. If one is listed twice, another may be meant. */
function readPlatforms(reader: Reader): readonly WantedPlatform[] {
  const example = 'linux/amd64, linux/arm64';
  const platforms = reader.evidenceList('expected-platforms', example, wantedPlatform);
  for (const [at, one] of platforms.entries()) {
    if (!platforms.slice(0, at).some((other) => sameWanted(one, other))) continue;
    reader.refuse({ input: 'expected-platforms', value: one.text, problem: 'is listed twice', example });
  }
  return platforms;
}

const REPORT_EXAMPLE = 'scan.sarif';

/** readScan reads what scan reports must fulfil; undefined without `scan-report`, which the other inputs need. */
export function readScan(reader: Reader): ScanInputs | undefined {
  const reports = reader.evidenceList('scan-report', REPORT_EXAMPLE, path);
  const failOn = reader.strict('scan-fail-on', 'high', oneOf(SEVERITIES)) ?? 'critical';
  const tools = reader.list('scan-tools', 'Trivy', anyName);
  const ignoreFile = reader.read('scan-ignore', '.github/scan-ignore.yml', path);
  const binding = reader.strict('scan-binding', 'required', oneOf(SCAN_BINDINGS)) ?? 'when-named';
  if (reader.asks('scan-report')) return { reports, failOn, tools, ignoreFile, binding };
  const companions = {
    'scan-fail-on': failOn !== 'critical',
    'scan-tools': tools.length > 0,
    'scan-ignore': ignoreFile !== undefined,
    'scan-binding': binding !== 'when-named',
  };
  const problem = 'has no effect without "scan-report"';
  reader.refuseVain(companions, { problem, example: `scan-report: ${REPORT_EXAMPLE}` });
  return undefined;
}
