import type { Inputs } from '../../src/actions/publish/inputs.ts';
import { NO_YAML, readInputs } from '../../src/actions/publish/read-inputs.ts';
import { metadata } from '../doubles/runner.ts';

const read = new Map<string, Inputs>();

/** inputsOf reads inputs as the step does: what is not given has the default of action.yml. They are never changed. */
export function inputsOf(given: Readonly<Record<string, string>>): Inputs {
  const key = JSON.stringify(given);
  const inputs = read.get(key) ?? readGiven(given);
  read.set(key, inputs);
  return inputs;
}

function readGiven(given: Readonly<Record<string, string>>): Inputs {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(metadata.inputs, name)) throw new Error(`action.yml has no input "${name}"`);
  }
  const all: Readonly<Record<string, string>> = { image: 'ghcr.io/octocat/app', ...given };
  // Expressions are for a test to fill in.
  const usual = (name: string) => (metadata.inputs[name]?.default ?? '').replace(/^\$\{\{.*\}\}$/, '');
  const runner = { input: (name: string) => all[name] ?? usual(name), givenInputs: () => Object.keys(metadata.inputs) };
  return readInputs(runner, NO_YAML);
}
