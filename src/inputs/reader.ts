import { ActionError } from '../errors.ts';
import type { Runner } from '../runner/runner.ts';
import { type FilterPattern, isInVain, leavesNothing, parseFilterPattern } from '../text/filter-pattern.ts';

/** Problem is what is wrong with one input, and what a right one looks like. */
export type Problem = {
  readonly input: string;
  readonly value: string;
  readonly problem: string;
  readonly example: string;
};

/** trimmed drops ASCII white space only: other white space is valid in a git ref and must not vanish from one. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** What is between commas. Those in parentheses belong to a name: `test (ubuntu-latest, 20)` is a job of a matrix. */
const ENTRY = /(?:\([^()]*\)|[^,])+/g;

/** Parser returns the value, or what is wrong with the text as the end of a sentence. */
export type Parser<T> = (text: string) => { readonly value: T } | { readonly problem: string };

/** Reader parses input by input and remembers every problem, so that a user can mend them all at once. */
export class Reader {
  readonly #runner: Pick<Runner, 'input'>;
  readonly #problems: Problem[] = [];

  constructor(runner: Pick<Runner, 'input'>) {
    this.#runner = runner;
  }

  /** read parses an input; undefined if it is not set or is wrong. */
  read<T>(input: string, example: string, parse: Parser<T>): T | undefined {
    const text = trimmed(this.#runner.input(input));
    return text === '' ? undefined : this.#parse(input, text, example, parse);
  }

  /**
   * list parses each entry of a list: entries are ended by newlines, or by commas outside parentheses, blanks and `#`
   * comments dropped.
   */
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

  /** isSet tells whether an input has a text, right or wrong. */
  isSet(input: string): boolean {
    return trimmed(this.#runner.input(input)) !== '';
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

  #entries(input: string): readonly string[] {
    const lines = this.#runner.input(input).split('\n');
    const uncommented = lines.map((line) => trimmed(line).replace(/^#.*$|\s#.*$/, ''));
    return uncommented
      .flatMap((line) => line.match(ENTRY) ?? [])
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
