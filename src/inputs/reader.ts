import { ActionError } from '../errors.ts';
import type { Runner } from '../runner/runner.ts';
import { type FilterPattern, isInVain, leavesNothing, parseFilterPattern } from '../text/filter-pattern.ts';
import { misspeltNames } from './misspelt.ts';

/** Problem is what is wrong with one input, and an example of a correct one, unless `problem` says what is correct. */
export type Problem = {
  readonly input: string;
  readonly value: string;
  readonly problem: string;
  readonly example?: string;
};

/** Where inputs come from. */
export type Given = Pick<Runner, 'input' | 'givenInputs'>;

/** The value of an evidence input that requires nothing; its default in action.yml. */
const NONE = 'none';
/** GitHub passes an empty expression like an input that is not set, unless the input has a default. */
const CAME_OUT_EMPTY =
  'is empty, so nothing would be checked: the job or step that its expression names was skipped, failed, or has no ' +
  'such output; GitHub withholds an output with a secret in it; or the caller has not set it. To check nothing, write "none"';

/** trimmed removes only ASCII white space: other white space is valid in a git ref, and must stay. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/**
 * The text between commas. A comma in parentheses belongs to a name: `test (ubuntu-latest, 20)` is a job of a matrix.
 */
const ENTRY = /(?:\([^()]*\)|[^,])+/g;

/** Some workflows write lists with `toJSON`. No entry of a list can look like a JSON array. */
function isJsonArray(text: string): boolean {
  if (!text.startsWith('[')) return false;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  } catch {
    return false;
  }
}

/** Parser returns the value, or what is wrong with the text, as the end of a sentence. */
export type Parser<T> = (text: string) => { readonly value: T } | { readonly problem: string };

/** Reader parses inputs and collects every problem, so that a user can fix all of them together. */
export class Reader {
  readonly #runner: Given;
  readonly #given: readonly string[];
  readonly #defaults: Readonly<Record<string, string>>;
  readonly #asked = new Set<string>();
  readonly #problems: Problem[] = [];

  /** `defaults`: the value of an input that is not set, for runners that do not pass defaults. */
  constructor(runner: Given, defaults: Readonly<Record<string, string>> = {}) {
    this.#runner = runner;
    this.#defaults = defaults;
    this.#given = runner.givenInputs();
  }

  /** read parses an input; undefined if it is not set or is wrong. */
  read<T>(input: string, example: string, parse: Parser<T>): T | undefined {
    const text = this.#text(input);
    return text === '' ? undefined : this.#parse(input, text, example, parse);
  }

  /**
   * strict is `read` for an input that can only make the gate stricter than its default. An empty value is a problem,
   * and not the default.
   */
  strict<T>(input: string, example: string, parse: Parser<T>): T | undefined {
    if (this.#text(input) === '' && this.#given.includes(input)) {
      this.refuse({ input, value: '', problem: 'is empty: its expression has no value', example });
    }
    return this.read(input, example, parse);
  }

  /** evidence is `read` for an input that requires evidence; undefined if it requires none, or is wrong. */
  evidence<T>(input: string, example: string, parse: Parser<T>): T | undefined {
    if (!this.asks(input)) return undefined;
    if (this.#text(input) === '') this.refuse({ input, value: '', problem: CAME_OUT_EMPTY, example });
    return this.read(input, example, parse);
  }

  /** evidenceList is `list` for an input that requires evidence; empty if it requires none, or is wrong. */
  evidenceList<T>(input: string, example: string, parse: Parser<T>): readonly T[] {
    if (!this.asks(input)) return [];
    const entries = this.#entries(input);
    if (entries.length === 0) this.refuse({ input, value: '', problem: CAME_OUT_EMPTY, example });
    if (entries.includes(NONE))
      this.refuse({ input, value: NONE, problem: 'is in a list with others, and means that there are none', example });
    return this.list(input, example, parse);
  }

  /** asks is true if an input requires evidence, even with a wrong value: it is set, and not `none`. */
  asks(input: string): boolean {
    const text = this.#text(input);
    return text === '' ? this.#given.includes(input) : text !== NONE;
  }

  /** refuseVain reports inputs that are set, but have no effect without another input. */
  refuseVain(
    companions: Readonly<Record<string, boolean>>,
    without: { readonly problem: string; readonly example: string },
  ): void {
    for (const [input, isSet] of Object.entries(companions)) {
      if (isSet) this.refuse({ input, value: this.#text(input), ...without });
    }
  }

  /** refuseMisspelt reports each given name that is no input, but similar to one. `others` are read elsewhere. */
  refuseMisspelt(others: readonly string[]): void {
    for (const { given, meant } of misspeltNames(this.#given, [...this.#asked, ...others])) {
      // The value may be a secret.
      this.refuse({
        input: given,
        value: '',
        problem: `is no input of this action; is "${meant}" meant?`,
      });
    }
  }

  /**
   * list parses each entry of a list. Entries end with a newline, or with a comma outside parentheses. Blank entries
   * are dropped, and so are lines that begin with `#`. Inside a line, a `#` belongs to a name: `e2e #2` is a check.
   */
  list<T>(input: string, example: string, parse: Parser<T>): readonly T[] {
    if (isJsonArray(this.#text(input))) {
      this.refuse({ input, value: '', problem: 'is a JSON array; write one entry a line instead', example });
      return [];
    }
    const entries = this.#entries(input).map((text) => this.#parse(input, text, example, parse));
    return entries.filter((entry) => entry !== undefined);
  }

  /** lines is `list` for entries that may have commas: only newlines end them. */
  lines<T>(input: string, example: string, parse: Parser<T>): readonly T[] {
    const entries = this.#lines(input).map((text) => this.#parse(input, text, example, parse));
    return entries.filter((entry) => entry !== undefined);
  }

  /** patterns is `list` for filter patterns; undefined if there are none. */
  patterns(input: string, example: string): readonly FilterPattern[] | undefined {
    const texts = this.#entries(input);
    if (texts.length === 0) return undefined;
    const patterns = this.list(input, example, (text) => {
      const parsed = parseFilterPattern(text);
      if (parsed.ok && isInVain(parsed.value)) return { problem: 'has characters that no branch or tag can have' };
      return parsed.ok ? { value: parsed.value } : { problem: parsed.problem };
    });
    if (patterns.length > 0 && leavesNothing(patterns)) {
      this.#problems.push({ input, value: texts.join(', '), problem: 'only excludes, so nothing can match', example });
    }
    return patterns;
  }

  /** isSet is true if an input has a text, right or wrong. */
  isSet(input: string): boolean {
    return this.#text(input) !== '';
  }

  /** require reports a required input that is not set. */
  require(input: string, example: string): void {
    if (this.#entries(input).length === 0) this.refuse({ input, value: '', problem: 'is required', example });
  }

  /** refuse reports a problem that depends on more than the text of one input. */
  refuse(problem: Problem): void {
    this.#problems.push(problem);
  }

  throwProblems(): void {
    if (this.#problems.length === 0) return;
    const lines = this.#problems.map(({ input, value, problem, example }) => {
      const shown = value === '' ? '' : ` "${value}"`;
      const said = `${input}:${shown} ${problem}`;
      return example === undefined ? said : `${said} (example: "${example}")`;
    });
    throw new ActionError('INPUT_INVALID', lines.join('\n'), {
      hint: 'Correct these inputs under "with:"; nothing was contacted.',
    });
  }

  #text(input: string): string {
    this.#asked.add(input);
    const isGiven = this.#given.includes(input);
    return isGiven ? trimmed(this.#runner.input(input)) : (this.#defaults[input] ?? '');
  }

  #entries(input: string): readonly string[] {
    return this.#lines(input)
      .flatMap((line) => line.match(ENTRY) ?? [])
      .map(trimmed)
      .filter((entry) => entry !== '');
  }

  #lines(input: string): readonly string[] {
    const lines = this.#text(input).split('\n').map(trimmed);
    return lines.filter((line) => line !== '' && !line.startsWith('#'));
  }

  #parse<T>(input: string, text: string, example: string, parse: Parser<T>): T | undefined {
    const parsed = parse(text);
    if ('value' in parsed) return parsed.value;
    this.#problems.push({ input, value: text, problem: parsed.problem, example });
    return undefined;
  }
}
