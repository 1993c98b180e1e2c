import type { Runner } from '../runner/runner.ts';
import { type Identities, readIdentities } from './identity.ts';

/** The inputs that are YAML. They are read before the others, because the parser of YAML is loaded when it is needed. */
export type YamlInputs = { readonly identities: Identities };

export const NO_YAML: YamlInputs = { identities: { ok: true, value: [] } };

/** readYamlInputs reads the inputs that are YAML; what is wrong with them is kept, to be told with all the rest. */
export async function readYamlInputs(runner: Pick<Runner, 'input'>): Promise<YamlInputs> {
  const text = runner.input('identity');
  return text.trim() === '' ? NO_YAML : { identities: await readIdentities(text) };
}
