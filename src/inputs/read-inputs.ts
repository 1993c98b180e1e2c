import { ActionError } from '../errors.ts';
import { type FilterPattern, isInVain, leavesNothing, parseFilterPattern } from '../filter-pattern.ts';
import { type Digest, parseDigest } from '../image/digest.ts';
import {
  isTag,
  parseReference,
  parseRepository,
  type Repository,
  repositoryName,
  sameRegistry,
  TAG_RULE,
} from '../image/reference.ts';
import type { Runner } from '../runner/runner.ts';
import { type Inputs, OPENABLE_EVENTS, VERIFICATION_LEVELS } from './inputs.ts';

/** How many minutes a job may take on GitHub's own runners. */
const LONGEST_TIMEOUT = 360;
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are expressions of workflows
const NEEDS_EXAMPLE = '${{ toJSON(needs) }}';
const CHECK_RUN_EXAMPLE = '${{ job.check_run_id }}';
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are expressions of workflows
/** In `required-checks`: those that the rules of the branch require. */
const BRANCH_RULES = 'branch-rules';
const SAMPLE_SHA = '0'.repeat(40);

/** What is wrong with one input, and what a right one looks like. */
type Problem = { readonly input: string; readonly value: string; readonly problem: string; readonly example: string };

/** readInputs reads every input and reports all that is wrong with them in one INPUT_INVALID. */
export function readInputs(runner: Pick<Runner, 'input'>): Inputs {
  const reader = new Reader(runner);
  const image = reader.read('image', 'ghcr.io/owner/app', destination);
  const checks = reader.list('required-checks', 'test', anyName);
  const inputs: Inputs = {
    image: image ?? { registry: '', path: '' },
    source: reader.read('source', 'app:test', source),
    tags: reader.list('tags', '1.2.3', (text) => tag(text, image)),
    shaTag: reader.read('sha-tag', '{sha}', shaTag) ?? '',
    branches: reader.patterns('branches', 'release/**'),
    gitTags: reader.patterns('git-tags', 'v*') ?? [],
    events: reader.list('events', 'push', oneOf(OPENABLE_EVENTS)),
    whenClosed: reader.read('when-closed', 'skip', oneOf(['skip', 'fail'])) ?? 'skip',
    needs: reader.read('needs', NEEDS_EXAMPLE, needs),
    allowSkipped: reader.list('allow-skipped', 'lint', anyName),
    requiredChecks: {
      named: checks.filter((name) => name !== BRANCH_RULES),
      ofBranch: checks.includes(BRANCH_RULES),
    },
    waitForChecks: reader.read('wait-for-checks', '20', waitWithin(trimmed(runner.input('timeout')))) ?? 0,
    checkRunId: reader.read('check-run-id', CHECK_RUN_EXAMPLE, checkRunId),
    expectedImageId: reader.read('expected-image-id', `sha256:${'0'.repeat(64)}`, imageId),
    requireRevisionLabel: reader.read('require-revision-label', 'true', boolean) ?? false,
    username: reader.read('username', 'ci-bot', username) ?? '',
    verify: reader.read('verify', 'graph', oneOf(VERIFICATION_LEVELS)) ?? 'graph',
    caFile: reader.read('ca-file', 'certs/registry-ca.pem', path),
    authHosts: reader.list('auth-hosts', 'auth.example.com', host),
    timeout: reader.read('timeout', '30', minutesFrom(1)) ?? 0,
    dryRun: reader.read('dry-run', 'false', boolean) ?? false,
    summary: reader.read('summary', 'true', boolean) ?? true,
  };
  reader.throwProblems();
  return Object.freeze(inputs);
}

/** wantsSummary tells whether a summary is wanted, also by inputs that are wrong in other ways. */
export function wantsSummary(runner: Pick<Runner, 'input'>): boolean {
  const parsed = boolean(trimmed(runner.input('summary')));
  return !('value' in parsed) || parsed.value;
}

/** trimmed drops ASCII white space only: other white space is valid in a git ref and must not vanish from one. */
function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** A parser returns the value, or what is wrong with the text as the end of a sentence. */
type Parser<T> = (text: string) => { readonly value: T } | { readonly problem: string };

/** Reader parses input by input and remembers every problem, so that a user can mend them all at once. */
class Reader {
  readonly #runner: Pick<Runner, 'input'>;
  readonly #problems: Problem[] = [];

  constructor(runner: Pick<Runner, 'input'>) {
    this.#runner = runner;
  }

  /** read parses an input; undefined if it is not set (which only `image` must be) or is wrong. */
  read<T>(input: string, example: string, parse: Parser<T>): T | undefined {
    const text = trimmed(this.#runner.input(input));
    if (text === '') {
      if (input === 'image') this.#problems.push({ input, value: '', problem: 'is required', example });
      return undefined;
    }
    return this.#parse(input, text, example, parse);
  }

  /** list parses each entry of a list: entries are ended by newlines or commas, blanks and `#` comments dropped. */
  list<T>(input: string, example: string, parse: Parser<T>): readonly T[] {
    const entries = this.#entries(input).map((text) => this.#parse(input, text, example, parse));
    return entries.filter((entry) => entry !== undefined);
  }

  /** patterns is `list` for filter patterns; undefined if there are none. */
  patterns(input: string, example: string): readonly FilterPattern[] | undefined {
    const texts = this.#entries(input);
    if (texts.length === 0) return undefined;
    const patterns = this.list(input, example, (text) => {
      const parsed = parseFilterPattern(text);
      if (parsed.ok && isInVain(parsed.value)) return { problem: 'has something in it that no branch or tag can have' };
      return parsed.ok ? { value: parsed.value } : { problem: parsed.problem };
    });
    if (patterns.length > 0 && leavesNothing(patterns)) {
      this.#problems.push({ input, value: texts.join(', '), problem: 'only excludes, so nothing can match', example });
    }
    return patterns;
  }

  throwProblems(): void {
    if (this.#problems.length === 0) return;
    const lines = this.#problems.map(({ input, value, problem, example }) => {
      const shown = value === '' ? '' : ` "${value}"`;
      return `${input}:${shown} ${problem} (example: "${example}")`;
    });
    throw new ActionError('INPUT_INVALID', lines.join('\n'), {
      hint: 'Correct these inputs under "with:"; nothing was contacted.',
    });
  }

  #entries(input: string): readonly string[] {
    const lines = this.#runner.input(input).split('\n');
    const uncommented = lines.map((line) => trimmed(line).replace(/^#.*$|\s#.*$/, ''));
    return uncommented
      .flatMap((line) => line.split(','))
      .map(trimmed)
      .filter((entry) => entry !== '');
  }

  #parse<T>(input: string, text: string, example: string, parse: Parser<T>): T | undefined {
    const parsed = parse(text);
    if ('value' in parsed) return parsed.value;
    this.#problems.push({ input, value: text, problem: parsed.problem, example });
    return undefined;
  }
}

const destination: Parser<Repository> = (text) => {
  if (/[\n,]/.test(text)) return { problem: 'has several lines; it takes one destination' };
  const parsed = parseRepository(text);
  if (!parsed.ok) return { problem: parsed.problem };
  // The grammar takes ports and addresses that no network has.
  if (!URL.canParse(`https://${parsed.value.registry}`)) return { problem: 'has a registry that cannot be an address' };
  return { value: parsed.value };
};

const source: Parser<string> = (text) => {
  const name = text.replace(/^docker-daemon:/, '');
  if (/^(?:sha256:)?[0-9a-f]{64}$|^[0-9a-f]{12,63}$/.test(name)) return { value: name };
  const parsed = parseReference(name);
  return parsed.ok ? { value: name } : { problem: parsed.problem };
};

/** A tag, bare or as a full reference of the destination, so that the output of `docker/metadata-action` fits. */
function tag(text: string, image: Repository | undefined): { readonly value: string } | { readonly problem: string } {
  if (isTag(text)) return { value: text };
  const parsed = text.includes('/') ? parseReference(text) : undefined;
  if (parsed === undefined) return { problem: TAG_RULE };
  if (!parsed.ok) return { problem: parsed.problem };
  const { registry, path, tag: name, digest } = parsed.value;
  if (name === undefined || digest !== undefined) return { problem: 'is a reference without a tag of its own' };
  const isOurs = image === undefined || (sameRegistry(registry, image.registry) && path === image.path);
  return isOurs ? { value: name } : { problem: `is not of the destination ${repositoryName(image)}` };
}

const shaTag: Parser<string> = (text) => {
  if (!/\{(?:short-)?sha\}/.test(text))
    return { problem: 'has neither {sha} nor {short-sha}, so it could not name a commit' };
  const sample = text.replaceAll('{sha}', SAMPLE_SHA).replaceAll('{short-sha}', SAMPLE_SHA.slice(0, 12));
  return isTag(sample) ? { value: text } : { problem: `does not make a tag; a tag ${TAG_RULE}` };
};

const username: Parser<string> = (text) =>
  /\p{Cc}/u.test(text) ? { problem: 'has a control character' } : { value: text };

const path: Parser<string> = (text) => (text.includes('\0') ? { problem: 'is not a path' } : { value: text });

const host: Parser<string> = (text) => {
  const url = URL.parse(`https://${text}`);
  const isHost = url !== null && url.host === text.toLowerCase() && url.host !== '';
  return isHost ? { value: url.host } : { problem: 'is not a host name, with or without a port' };
};

function minutesFrom(least: number): Parser<number> {
  return (text) => {
    const isNumber = /^[0-9]{1,3}$/.test(text) && Number(text) >= least && Number(text) <= LONGEST_TIMEOUT;
    const problem = `is not a whole number of minutes from ${least} to ${LONGEST_TIMEOUT}`;
    return isNumber ? { value: Number(text) } : { problem };
  };
}

/** A wait that the whole step has no time for would end as a TIMEOUT, and not with what is missing. */
function waitWithin(timeout: string): Parser<number> {
  return (text) => {
    const parsed = minutesFrom(0)(text);
    if ('problem' in parsed || 'problem' in minutesFrom(1)(timeout) || parsed.value < Number(timeout)) return parsed;
    return { problem: `is not below "timeout", which is ${timeout}` };
  };
}

/** Names of jobs and checks are whatever people call them; commas and newlines end them. */
const anyName: Parser<string> = (text) => ({ value: text });

const checkRunId: Parser<number> = (text) =>
  /^[1-9][0-9]{0,15}$/.test(text) && Number.isSafeInteger(Number(text))
    ? { value: Number(text) }
    : { problem: 'is not the id of a check run' };

const imageId: Parser<Digest> = (text) => {
  const digest = parseDigest(/^[0-9a-f]{64}$/.test(text) ? `sha256:${text}` : text);
  return digest === undefined ? { problem: 'is not "sha256:" and 64 lower-case hex digits' } : { value: digest };
};

/** The `needs` context: an object with a result for each job. */
const needs: Parser<Readonly<Record<string, string>>> = (text) => {
  const problem = 'is not the JSON of the "needs" context';
  try {
    const jobs: unknown = JSON.parse(text);
    if (typeof jobs !== 'object' || jobs === null || Array.isArray(jobs)) return { problem };
    const results = Object.entries(jobs).map(([job, of]) => [
      job,
      (of as { readonly result?: unknown } | null)?.result,
    ]);
    if (!results.every(([, result]) => typeof result === 'string')) return { problem };
    return { value: Object.fromEntries(results) };
  } catch {
    return { problem };
  }
};

/** The runner's own reading of a boolean (YAML 1.2, core schema); `yes` is an error, not false. */
const boolean: Parser<boolean> = (text) => {
  if (['true', 'True', 'TRUE'].includes(text)) return { value: true };
  if (['false', 'False', 'FALSE'].includes(text)) return { value: false };
  return { problem: 'is neither true nor false' };
};

function oneOf<const T extends string>(words: readonly T[]): Parser<T> {
  return (text) => {
    const word = words.find((each) => each === text);
    return word === undefined ? { problem: `is none of ${words.join(', ')}` } : { value: word };
  };
}
