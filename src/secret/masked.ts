import { oneLine, shortened } from '../text/printable.ts';

/** What was masked in this process: one job has one log. */
const masked = new Set<string>();

/** remember keeps a form of a secret, so that `redacted` knows it. */
export function remember(form: string): void {
  masked.add(form);
}

/** redacted is a text without what was masked, as the runner would show it. */
export function redacted(text: string): string {
  const longestFirst = [...masked].sort((one, other) => other.length - one.length);
  return longestFirst.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}

/**
 * excerpt is the beginning of what somebody outside says, on one line, to be quoted in a sentence. It is masked before
 * it is cut: half of a secret would be recognised by nobody. It is made printable where it is printed.
 */
export function excerpt(text: string, longest: number): string {
  return shortened(oneLine(redacted(text)), longest);
}
