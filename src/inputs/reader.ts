import { ActionError } from '../errors.ts';
import type { Runner } from '../runner/runner.ts';
import { type FilterPattern, isInVain, leavesNothing, parseFilterPattern } from '../text/filter-pattern.ts';
import { misspeltNames } from './misspelt.ts';

/** Problem is what is wrong with one input, and what a right one looks like. */
export type Problem = {
  readonly input: string;
  readonly value: string;
  readonly problem: string;
  readonly example: string;
};

/** Where inputs come from. */
export type Given = Pick<Runner, 'input' | 'givenInputs'>;

/** What an evidence input says that asks for nothing; its default in action.yml. */
const NONE = 'none';
/** GitHub hands an expression that came out empty over like an input that is not set, unless the input has a default. */
const CAME_OUT_EMPTY =
  'is empty, and would ask for nothing: the job or step that its expression names was skipped or has failed, or has no ' +
  'such output; GitHub withholds an output with a secret in it; or the caller has not set it. Write "none" to ask for nothing';

/** trimmed drops ASCII white space only: other white space is valid in a git ref and must not vanish from one. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** What is between commas. Those in parentheses belong to a name: `test (ubuntu-latest, 20)` is a job of a matrix. */
const ENTRY = /(?:\([^()]*\)|[^,])+/g;

/** Lists come from `toJSON` now and then. No entry of a list can look like a whole one. */
function isJsonArray(text: string): boolean {
  if (!text.startsWith('[')) return false;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  } catch {
    return false;
  }
}

/** Parser returns the value, or what is wrong with the text as the end of a sentence. */
export type Parser<T> = (text: string) => { readonly value: T } | { readonly problem: string };

/** Reader parses input by input and remembers every problem, so that a user can fix them all together. */
export class Reader {
  readonly #runner: Given;
  readonly #given: readonly string[];
  readonly #defaults: Readonly<Record<string, string>>;
  readonly #asked = new Set<string>();
  readonly #problems: Problem[] = [];

  /** `defaults`: what an input that is not given says, for runners that hand no defaults over. */
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
   * strict is `read` for an input that can only make the gate stricter than its default: what is given and empty is a
   * problem, and not the default.
   */
  strict<T>(input: string, example: string, parse: Parser<T>): T | undefined {
    if (this.#text(input) === '' && this.#given.includes(input)) {
      this.refuse({ input, value: '', problem: 'is empty: its expression came out empty', example });
    }
    return this.read(input, example, parse);
  }

  /** evidence is `read` for an input that asks for evidence; undefined if it asks for none, or is wrong. */
  evidence<T>(input: string, example: string, parse: Parser<T>): T | undefined {
    if (!this.asks(input)) return undefined;
    if (this.#text(input) === '') this.refuse({ input, value: '', problem: CAME_OUT_EMPTY, example });
    return this.read(input, example, parse);
  }

  /** evidenceList is `list` for an input that asks for evidence; empty if it asks for none, or is wrong. */
  evidenceList<T>(input: string, example: string, parse: Parser<T>): readonly T[] {
    if (!this.asks(input)) return [];
    const entries = this.#entries(input);
    if (entries.length === 0) this.refuse({ input, value: '', problem: CAME_OUT_EMPTY, example });
    if (entries.includes(NONE))
      this.refuse({ input, value: NONE, problem: 'stands beside others, and asks for nothing', example });
    return this.list(input, example, parse);
  }

  /** asks tells whether an input asks for evidence, rightly or wrongly: neither unset nor `none`. */
  asks(input: string): boolean {
    const text = this.#text(input);
    return text === '' ? this.#given.includes(input) : text !== NONE;
  }

  /** refuseVain remembers companions that are set though nothing is asked of what they go with. */
  refuseVain(
    companions: Readonly<Record<string, boolean>>,
    without: { readonly problem: string; readonly example: string },
  ): void {
    for (const [input, isSet] of Object.entries(companions)) {
      if (isSet) this.refuse({ input, value: this.#text(input), ...without });
    }
  }

  /** refuseMisspelt remembers each given name that is no input, and like one. `others` are read elsewhere. */
  refuseMisspelt(others: readonly string[]): void {
    for (const { given, meant } of misspeltNames(this.#given, [...this.#asked, ...others])) {
      // Its value may be a secret.
      this.refuse({
        input: given,
        value: '',
        problem: `is no input of this action; is "${meant}" meant?`,
        example: meant,
      });
    }
  }

  /**
   * list parses each entry of a list: entries are ended by newlines, or by commas outside parentheses; blank ones are
   * dropped, and lines that begin with `#`. Within a line a `#` belongs to a name: `e2e #2` is a check.
   */
  list<T>(input: string, example: string, parse: Parser<T>): readonly T[] {
    if (isJsonArray(this.#text(input))) {
      this.refuse({ input, value: '', problem: 'is a JSON array; write one entry a line instead', example });
      return [];
    }
    const entries = this.#entries(input).map((text) => this.#parse(input, text, example, parse));
    return entries.filter((entry) => entry !== undefined);
  }

  /** lines is `list` for entries that may have commas in them: they are ended by newlines alone. */
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
      if (parsed.ok && isInVain(parsed.value)) return { problem: 'has something in it that no branch or tag can have' };
      return parsed.ok ? { value: parsed.value } : { problem: parsed.problem };
    });
    if (patterns.length > 0 && leavesNothing(patterns)) {
      this.#problems.push({ input, value: texts.join(', '), problem: 'only excludes, so nothing can match', example });
    }
    return patterns;
  }

  /** isSet tells whether an input has a text, right or wrong. */
  isSet(input: string): boolean {
    return this.#text(input) !== '';
  }

  /** require remembers that an input is not set which must be. */
  require(input: string, example: string): void {
    if (this.#entries(input).length === 0) this.refuse({ input, value: '', problem: 'is required', example });
  }

  /** refuse remembers a problem that is not in the text of one input alone. */
  refuse(problem: Problem): void {
    this.#problems.push(problem);
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
