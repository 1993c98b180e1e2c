import type { CredentialUse } from '../credentials/sign-in.ts';
import { repositoryName } from '../image/reference.ts';
import type { Runner } from '../runner/runner.ts';
import { code, details, list, prose } from './markdown.ts';

/** tellAdvice writes one annotation with all findings about the credentials, and what to do about them. */
export function tellAdvice(runner: Pick<Runner, 'warning'>, uses: readonly CredentialUse[]): void {
  const lines = uses.flatMap(({ repository, advice }) =>
    (advice?.findings ?? []).map(({ says, remedy }) => `${repository.registry}: ${says} ${remedy}`),
  );
  if (lines.length > 0) runner.warning('Credential', [...new Set(lines)].join('\n'));
}

/** credentialParts tells in the summary which credentials were used, and which one the engine got. */
export function credentialParts(uses: readonly CredentialUse[]): readonly string[] {
  if (uses.length === 0) return [];
  const items = uses.map(({ repository, given, advice }) => {
    const known =
      advice === undefined
        ? []
        : [prose(advice.kind), `Permissions: ${prose(advice.width)}`, `Expires: ${prose(advice.ends)}`];
    return [code(repositoryName(repository)), ...known, `The engine got: ${prose(given)}`].join('<br>');
  });
  const findings = uses.flatMap(({ advice }) => advice?.findings ?? []);
  const lines = [...new Set(findings.map(({ says, remedy }) => prose(`${says} ${remedy}`)))];
  return [details('Credentials', list([...items, ...lines]))];
}

/** credentialData is the same for machines. It names no account: the runner drops outputs that contain secrets. */
export function credentialData(uses: readonly CredentialUse[]): readonly object[] {
  return uses.map(({ repository, given, advice }) => ({
    repository: repositoryName(repository),
    'engine-was-given': given,
    ...(advice === undefined ? {} : advice),
  }));
}
