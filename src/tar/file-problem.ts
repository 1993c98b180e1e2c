/** What is wrong with a file that should hold an image, as a sentence without its full stop, and what helps. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly hint: string | undefined;

  constructor(message: string, details: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.hint = details.hint;
  }
}

/** DAMAGED is what helps if a file is changed or not complete. */
export const DAMAGED = {
  hint: 'Save the image again, and pass the file on unchanged. To find where it changed, compare checksums in both jobs.',
} as const;

/** Longest name from a file that an error quotes. */
const LONGEST_QUOTE = 160;

/** quoted writes a name from a file so that it cannot be taken for our own text. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > LONGEST_QUOTE ? `${name.slice(0, LONGEST_QUOTE)}…` : name);
}
