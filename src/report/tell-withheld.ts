import type { Runner } from '../runner/runner.ts';
import { linesToMask, masksOf } from '../secret/runner-masks.ts';
import type { Outcome } from './outcome.ts';
import type { Outputs } from './outputs.ts';

const TITLE = 'Outputs withheld';

/**
 * tellWithheld reports the outputs that later jobs will find empty, because GitHub does not pass on an output with
 * masked text. A password may be a word of the image's name, and a token service may issue any text as a token.
 */
export function tellWithheld(runner: Runner, outcome: Outcome, outputs: Outputs): void {
  const withheld = namesOf(outputs, runner.withholds);
  if (withheld.length > 0) {
    runner.warning(
      TITLE,
      `GitHub does not pass ${quoted(withheld)} on to later jobs, because a password or token is a part of it. Use another credential. If the credential has several lines, such as a key in JSON, store it on one line. Otherwise check what the registry's token service issues.`,
    );
  }
  for (const username of userNames(runner, outcome)) tellOfName(runner, username, outputs);
}

/**
 * Only the runner knows whether a user name came from a secret. If it is only in `results`, that is by chance: it is a
 * word of a sentence.
 */
function tellOfName(runner: Runner, username: string, outputs: Outputs): void {
  const masks = linesToMask(username).flatMap((line) => [...masksOf(line)]);
  const withheld = namesOf(outputs, (value) => masks.some((mask) => value.includes(mask)));
  if (withheld.every((name) => name === 'results')) return;
  runner.notice(
    TITLE,
    `If the user name "${username}" comes from a secret, GitHub does not pass ${quoted(withheld)} on to later jobs, because that name is a part of it. Store the name as a variable instead ("vars"), or write it into the workflow.`,
  );
}

/** Each name once; names that every workflow knows are no secrets. */
function userNames(runner: Runner, { credentials = [] }: Outcome): readonly string[] {
  const known = runner.publicAccounts().map((name) => name.toLowerCase());
  const names = credentials.flatMap(({ username }) => (username === undefined ? [] : [username]));
  return [...new Set(names)].filter((name) => !known.includes(name.toLowerCase()));
}

function namesOf(outputs: Outputs, isWithheld: (value: string) => boolean): readonly string[] {
  return Object.entries(outputs).flatMap(([name, value]) => (isWithheld(value) ? [name] : []));
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
