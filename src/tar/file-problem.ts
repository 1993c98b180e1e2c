/** What is wrong with a file that should hold an image, as a sentence without its full stop, and what helps. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly hint: string | undefined;

  constructor(message: string, details: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.hint = details.hint;
  }
}

/** DAMAGED is what helps with a file that is not what was written, or not all of it. */
export const DAMAGED = {
  hint: 'Save the image again, and pass the file on unchanged. To find where it changed, compare checksums in both jobs.',
} as const;

/** Longest name from a file that an error repeats. */
const LONGEST_QUOTE = 160;

/** quoted writes a name from a file as text that cannot be taken for ours. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > LONGEST_QUOTE ? `${name.slice(0, LONGEST_QUOTE)}…` : name);
}
