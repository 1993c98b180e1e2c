import type { Credential } from '../secret/credential.ts';

/** How a text looks that was not meant as a name or a password, and what has probably happened. */
const SLIPS: readonly (readonly [looks: RegExp, says: string])[] = [
  [/^\s|\s$/, 'it begins or ends with a blank or a line break, which may have been copied with the secret'],
  [
    /^(["']).*\1$/s,
    'it has quotes around it, which are sent with it: remove them from the secret, and do not use toJSON here',
  ],
  [
    /^\$(?:\w+|\{\w+\})$/,
    'it is the name of a variable with a "$", and not its value: "with:" does not expand shell variables',
  ],
  [
    /^\$?\{*\s*(?:secrets|vars|env|inputs|github)\.\w[\w-]*\s*\}*$/,
    'it is the text of an expression, and not its value: write the whole expression, with "${{" and "}}"',
  ],
];

/**
 * slipsIn tells what is odd about a user name and password that a registry rejects, in sentences that show none of it.
 * Valid ones may look the same, so nothing is rejected because of its looks.
 */
export function slipsIn(credential: Credential): readonly string[] {
  if (!('password' in credential)) return [];
  const texts = { 'user name': credential.username, password: credential.password.reveal() };
  return Object.entries(texts).flatMap(([what, text]) =>
    SLIPS.filter(([looks]) => looks.test(text)).map(([, says]) => `About the ${what}: ${says}.`),
  );
}
