import { readFileSync } from 'node:fs';
import type { Event } from '../runner.ts';

export const RECORDED = [
  'push-branch',
  'push-tag',
  'release-published',
  'workflow-dispatch',
  'pull-request-own',
  'pull-request-own-synchronized',
  'pull-request-fork',
  'workflow-run-push',
  'workflow-run-pull-request',
] as const;
export type Recorded = (typeof RECORDED)[number];

type Environment = Readonly<Record<string, string>>;

/** A run as a Gitea told an action of it: the event file, and the variables of the job. */
export type Recording = { readonly payload: Readonly<Record<string, unknown>>; readonly env: Environment };

/** recording reads what Gitea 1.26 has handed over; what it does not set is empty. */
export function recording(name: Recorded): Recording {
  const file = new URL(`events/${name}.json`, import.meta.url);
  const { env, not_set, payload } = JSON.parse(readFileSync(file, 'utf8')) as Recording & { not_set: string[] };
  return { payload, env: { ...env, ...Object.fromEntries(not_set.map((variable) => [variable, ''])) } };
}

/** eventOf is the same as a step is given it. */
export function eventOf({ payload, env }: Recording): Event {
  const { GITHUB_EVENT_NAME: name = '', GITHUB_REF: ref = '', GITHUB_SHA: sha = '' } = env;
  return { name, ref, sha, payload };
}

/** forged is a recording with another value at a path of its payload; without one the field is missing. */
export function forged(recorded: Recording, path: string, value?: unknown): Recording {
  const payload = structuredClone(recorded.payload) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const object = keys.reduce<Record<string, unknown>>((each, key) => each[key] as Record<string, unknown>, payload);
  if (value === undefined) delete object[last];
  else object[last] = value;
  return { ...recorded, payload };
}

/** elsewhere is a recording with other variables. */
export function elsewhere(recorded: Recording, env: Environment): Recording {
  return { ...recorded, env: { ...recorded.env, ...env } };
}
