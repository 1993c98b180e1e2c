import type { Judgement } from '../gate/verdict.ts';
import { repositoryName } from '../image/reference.ts';
import type { CredentialPolicy } from './advice.ts';
import type { CredentialUse } from './sign-in.ts';

/** judgeCredentials makes a rule of the advice if the policy is `strict`: a finding closes the gate. */
export function judgeCredentials(uses: readonly CredentialUse[], policy: CredentialPolicy): readonly Judgement[] {
  if (policy !== 'strict') return [];
  return uses.map(({ repository, advice }): Judgement => {
    const rule = `the credential for ${repositoryName(repository)} must be limited to this repository, not expired, and not personal`;
    const findings = advice?.findings ?? [];
    const [first] = findings;
    if (first === undefined) return { rule, seen: `it is ${advice?.kind ?? 'not checked'}, and no risk was found` };
    const seen = findings.map(({ says }) => says.replace(/\.$/, '')).join('; ');
    const opens = findings.map(({ remedy }) => remedy.replace(/\.$/, '')).join('; ');
    return { code: 'GATE_CREDENTIAL', rule, seen, opens };
  });
}
