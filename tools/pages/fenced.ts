import { parse } from 'yaml';

/** A workflow to be checked: a file, or a fenced block of a page. */
export type Workflow = {
  /** File, and line where it begins. */
  readonly where: string;
  readonly text: string;
};

/** What a fenced block of YAML is: a workflow, a part of one that was made whole, or neither. */
export type Block = Workflow & { readonly kind: 'workflow' | 'other' };

const FENCE = /^( *)```ya?ml[^\n]*\n(.*?)^\1```$/gms;
const RUNNER = 'runs-on: ubuntu-24.04';

/** fencedBlocks finds the YAML in a page of Markdown. A list of steps and a list of jobs are made workflows. */
export function fencedBlocks(file: string, markdown: string): readonly Block[] {
  return [...markdown.matchAll(FENCE)].map(({ 1: indent = '', 2: body = '', index }) => {
    const line = markdown.slice(0, index).split('\n').length + 1;
    const text = body.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    const whole = asWorkflow(text);
    return { where: `${file}:${line}`, text: whole ?? text, kind: whole === undefined ? 'other' : 'workflow' };
  });
}

function asWorkflow(text: string): string | undefined {
  const value: unknown = parse(text);
  if (Array.isArray(value)) {
    const isSteps = value.every((step) => isObject(step) && ('uses' in step || 'run' in step));
    return isSteps
      ? `${triggerOf(text)}permissions: {}\njobs:\n  job:\n    ${RUNNER}\n${matrixOf(text)}    steps:\n${indented(text, 6)}`
      : undefined;
  }
  if (!isObject(value)) return undefined;
  // YAML 1.1 would read the key "on" as true; the parser here is of 1.2.
  if (isJobs(value.jobs)) return 'on' in value ? text : `${triggerOf(text)}${text}`;
  return isJobs(value) ? `${triggerOf(text)}permissions: {}\njobs:\n${indented(text, 2)}` : undefined;
}

/** What a piece takes from the inputs of its workflow is declared where the piece is made whole. */
function triggerOf(text: string): string {
  const inputs = namesAfter('inputs', text).map((name) => `      ${name}: { type: string }\n`);
  return inputs.length === 0 ? 'on: push\n' : `on:\n  workflow_dispatch:\n    inputs:\n${inputs.join('')}`;
}

function matrixOf(text: string): string {
  const entries = namesAfter('matrix', text).map((name) => `        ${name}: [a]\n`);
  return entries.length === 0 ? '' : `    strategy:\n      matrix:\n${entries.join('')}`;
}

function namesAfter(context: string, text: string): readonly string[] {
  const found = text.matchAll(new RegExp(`\\$\\{\\{[^}]*\\b${context}\\.([a-z-]+)`, 'g'));
  return [...new Set([...found].map(([, name = '']) => name))];
}

/** A job without a runner, and without a workflow to call, is a piece that shows one thing. */
function isJobs(value: unknown): boolean {
  const jobs = isObject(value) ? Object.values(value) : [];
  return (
    jobs.length > 0 && jobs.every((job) => isObject(job) && ('runs-on' in job || ('uses' in job && !('run' in job))))
  );
}

function indented(text: string, by: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(by));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
