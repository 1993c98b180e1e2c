import { oneLine, shortened } from '../text/printable.ts';
import { linesToMask, masksOf, withoutMasked } from './runner-masks.ts';

/** Everything that was masked in this process, with the forms that the runner masks: one job has one log. */
const masked = new Set<string>();

/** remember stores a form of a secret for `redacted`, with all forms that the runner makes from it. */
export function remember(form: string): void {
  if (form.trim() === '') return;
  masked.add(form);
  for (const line of linesToMask(form)) for (const mask of masksOf(line)) masked.add(mask);
}

/** Lines of the workflow's secrets, which GitHub masked when the job began, even short ones. */
const ofWorkflow = new Set<string>();

/** rememberSecret stores a text that the step got from a secret of the workflow. */
export function rememberSecret(text: string): void {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  for (const line of lines) for (const mask of masksOf(line)) ofWorkflow.add(mask);
}

/** isWithheld tells whether GitHub withholds an output with this value from later jobs. */
export function isWithheld(output: string): boolean {
  return [masked, ofWorkflow].some((masks) => [...masks].some((mask) => output.includes(mask)));
}

/** redacted returns a text without masked values, as the runner would show it. */
export function redacted(text: string): string {
  return withoutMasked(text, masked);
}

/**
 * excerpt returns the beginning of an outside text on one line, to quote it in a sentence. It is masked before it is
 * cut, because half of a secret would not be recognised. It is made printable when it is printed.
 */
export function excerpt(text: string, longest: number): string {
  return shortened(oneLine(redacted(text)), longest);
}
