import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FOR_LATER, pushToMain, type Runner, type Step, type StepOptions } from '../../doubles/runner.ts';
import { readLog } from '../../doubles/runner-log.ts';
import type { Credential, Engine, Registry } from '../../doubles/services.ts';

export type Publication = {
  readonly engine: Engine;
  readonly registry: Pick<Registry, 'host'> & Credential & { readonly ca?: string | null };
  readonly inputs: Readonly<Record<string, string>>;
};

/** The only repository that the credential of the token registry may push to. */
export const REPOSITORY = 'team/app';

/** Added to a step's environment, this lets what it waits for in vain come a hundred times as soon. */
export const FAST_CLOCK = {
  NODE_OPTIONS: `--import ${pathToFileURL(resolve(import.meta.dirname, '../../doubles/fast-clock.js')).href}`,
};

/** publication is a step that may publish, for a commit of its own, so that no test meets another one's SHA tag. */
export function publication({ engine, registry, inputs }: Publication): StepOptions {
  const { host, username, password, ca } = registry;
  return {
    inputs: { image: `${host}/${REPOSITORY}`, username, password, ...(ca ? { 'ca-file': ca } : {}), ...inputs },
    event: { ...pushToMain, sha: randomBytes(20).toString('hex') },
    env: { DOCKER_HOST: engine.host },
  };
}

/** unique makes a name or a tag that no other test uses. */
export function unique(name: string): string {
  return `${name}-${randomBytes(6).toString('hex')}`;
}

export type Annotation = { readonly title: string; readonly lines: readonly string[] };

/** The last line of an error, which is the address of the page about it: the same for every one of a code. */
const PAGE = /\nMore: https:\/\/\S+$/;

/** The annotations of one kind that a log makes, with or without a title. */
export function annotations(log: string, kind: 'error' | 'warning'): readonly Annotation[] {
  return readLog(log)
    .commands.filter(({ name }) => name === kind)
    .map(({ properties, data }) => ({ title: properties.title ?? '', lines: data.replace(PAGE, '').split('\n') }));
}

/** What is left of a job where nothing may be: names of files in HOME and RUNNER_TEMP. */
export function leftovers(job: Runner): readonly string[] {
  const names = ['home', 'temp'].flatMap((folder) => readdirSync(job.path(folder), { recursive: true }).map(String));
  return names.filter((name) => !FOR_LATER.test(name));
}

/** What tells of an image among the outputs; a step that fails must have none of it. */
export function imageOutputs({ outputs }: Step): readonly string[] {
  const names = ['digest', 'image', 'image-id', 'tags', 'media-type', 'platforms', 'verification', 'subject-name'];
  return names.filter((name) => Object.hasOwn(outputs, name));
}

/** The outputs of a step that must have gone well; if it has not, its log is the error. */
export function outputsOf({ exitCode, log, outputs }: Step): Step['outputs'] {
  if (exitCode !== 0) throw new Error(`the step ended with ${exitCode}:\n${log}`);
  return outputs;
}
