import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { Runner } from '../../doubles/runner.ts';
import type { Ended } from './docker-client.ts';
import { PATIENCE } from './until.ts';

const folder = resolve(import.meta.dirname, '../../../examples');

type Workflow = {
  readonly jobs: Readonly<
    // A job that calls a workflow has no steps.
    Record<string, { readonly steps?: readonly { readonly name?: string; readonly run?: string }[] }>
  >;
};

/** scriptOf reads the script of a step out of one of the examples, so that what is tested is what people copy. */
export function scriptOf(example: string, step: string): string {
  const { jobs } = parse(readFileSync(resolve(folder, example), 'utf8')) as Workflow;
  const script = Object.values(jobs)
    .flatMap(({ steps = [] }) => steps)
    .find(({ name }) => name === step)?.run;
  if (script === undefined) throw new Error(`examples/${example} has no step "${step}" with a script`);
  return script;
}

/** runScript runs a script as the runner does, in a job. */
export function runScript(script: string, job: Runner, env: Readonly<Record<string, string>>): Promise<Ended> {
  const { promise, resolve: end } = Promise.withResolvers<Ended>();
  const options = {
    cwd: job.path('workspace'),
    env: { PATH: process.env.PATH, HOME: job.path('home'), RUNNER_TEMP: job.path('temp'), ...env },
    timeout: PATIENCE,
  };
  const child = execFile('bash', ['-e', '-c', script], options, (_error, stdout, stderr) =>
    end({ exitCode: child.exitCode, stdout, stderr }),
  );
  return promise;
}

/** printed tells what a script has printed that must have gone well; if it has not, that is the error. */
export function printed({ exitCode, stdout, stderr }: Ended): string {
  if (exitCode !== 0) throw new Error(`the script ended with ${exitCode}: ${stderr || stdout}`);
  return stdout;
}
