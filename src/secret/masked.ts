import { oneLine, shortened } from '../text/printable.ts';
import { linesToMask, masksOf, withoutMasked } from './runner-masks.ts';

/** What was masked in this process, and what the runner masks with it: one job has one log. */
const masked = new Set<string>();

/** remember keeps a form of a secret, so that `redacted` knows it, and all that the runner makes of it. */
export function remember(form: string): void {
  if (form.trim() === '') return;
  masked.add(form);
  for (const line of linesToMask(form)) for (const mask of masksOf(line)) masked.add(mask);
}

/** Lines of the workflow's secrets, which GitHub has masked when the job began, however short they are. */
const ofWorkflow = new Set<string>();

/** rememberSecret keeps a text that was handed to the step from a secret of the workflow. */
export function rememberSecret(text: string): void {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  for (const line of lines) for (const mask of masksOf(line)) ofWorkflow.add(mask);
}

/** isWithheld tells whether GitHub hands an output with this value on to no later job. */
export function isWithheld(output: string): boolean {
  return [masked, ofWorkflow].some((masks) => [...masks].some((mask) => output.includes(mask)));
}

/** redacted is a text without what was masked, as the runner would show it. */
export function redacted(text: string): string {
  return withoutMasked(text, masked);
}

/**
 * excerpt is the beginning of what somebody outside says, on one line, to be quoted in a sentence. It is masked before
 * it is cut: half of a secret would be recognised by nobody. It is made printable where it is printed.
 */
export function excerpt(text: string, longest: number): string {
  return shortened(oneLine(redacted(text)), longest);
}
