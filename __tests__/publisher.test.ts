/** The publisher signs in a job in which nothing of the caller runs: what makes that so is held here, line by line. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { fencedBlocks } from '../tools/pages/fenced.ts';

type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
};
type Job = Readonly<Record<string, unknown>> & { readonly steps: readonly Step[] };
type Called = {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly default?: string }>>;
  readonly secrets: Readonly<Record<string, { readonly required: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
};
type Workflow = {
  readonly on: { readonly workflow_call: Called };
  readonly permissions: unknown;
  readonly env?: unknown;
  readonly defaults?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
};

const root = resolve(import.meta.dirname, '..');
const yaml = (file: string) => parse(readFileSync(resolve(root, file), 'utf8'));
const workflow: Workflow = yaml('.github/workflows/publish.yml');
const { inputs, secrets, outputs } = workflow.on.workflow_call;
const [[, job], ...others] = Object.entries(workflow.jobs) as [[string, Job], ...[string, Job][]];
const EXPRESSION = /\$\{\{(.*?)\}\}/gs;
/** Contexts of which the caller decides what is in them. */
const OF_CALLER = /\b(?:inputs|secrets|vars|github|needs|matrix|env|steps)\b/;

describe('the publisher', () => {
  it('is one job, on a fixed runner, without anything that a caller could put into it', () => {
    expect([others, Object.keys(workflow.on)]).toEqual([[], ['workflow_call']]);
    expect(job['runs-on']).toMatch(/^ubuntu-\d\d\.\d\d$/);
    for (const name of ['container', 'services', 'strategy', 'env', 'defaults', 'if', 'concurrency', 'uses'])
      expect(Object.keys(job)).not.toContain(name);
    expect([workflow.env, workflow.defaults, workflow.permissions]).toEqual([undefined, undefined, {}]);
  });

  it('has the permissions that it needs, and writes nothing else', () => {
    expect(job.permissions).toEqual({
      contents: 'read',
      packages: 'write',
      checks: 'read',
      statuses: 'read',
      actions: 'read',
      'pull-requests': 'read',
      'id-token': 'write',
      attestations: 'write',
    });
  });

  it('runs no script with a string of the caller, in it or in its environment', () => {
    const scripts = job.steps.filter(({ run }) => run !== undefined);
    // What is on the disk after the first step is the caller's, and no script is to do anything with it.
    expect(scripts).toEqual([job.steps[0]]);
    for (const { run = '', env = {} } of scripts) {
      expect(run).not.toMatch(EXPRESSION);
      for (const value of Object.values(env))
        for (const [, expression = ''] of value.matchAll(EXPRESSION)) expect(expression).not.toMatch(OF_CALLER);
    }
  });

  it.each([
    ['owner/verified-image-push', 'a'.repeat(40), 0],
    ['owner/verified-image-push', 'b'.repeat(64), 0],
    ['', '', 1],
    ['null', 'null', 1],
    ['owner/verified-image-push', '', 1],
    ['owner/verified-image-push', 'main', 1],
    ['', 'a'.repeat(40), 1],
    ['owner/one/two', 'a'.repeat(40), 1],
  ])('stops where it is not told which workflow it is: "%s" at "%s"', (REPOSITORY, SHA, status) => {
    const [{ run = '' } = {}] = job.steps;
    expect(spawnSync('bash', ['-e', '-c', run], { env: { PATH: process.env.PATH, REPOSITORY, SHA } }).status).toBe(
      status,
    );
  });

  it('runs actions that are pinned, and the one that it checks out at its own commit', () => {
    const used = job.steps.flatMap(({ uses }) => uses ?? []);
    const own = used.filter((name) => !/^actions\/(?:checkout|download-artifact)@[0-9a-f]{40}$/.test(name));
    expect(own).toEqual(['./.publisher']);
    const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.map((step) => step.with)).toEqual([
      {
        repository: '${{ fromJSON(toJSON(job)).workflow_repository }}',
        ref: '${{ fromJSON(toJSON(job)).workflow_sha }}',
        path: '.publisher',
        'persist-credentials': false,
      },
    ]);
  });

  it('puts what it downloads beside the action, never into it, and takes it as an image alone', () => {
    const downloads = job.steps.filter(({ uses }) => uses?.startsWith('actions/download-artifact@'));
    // No token and no other run: the artifact is one of this very run.
    expect(downloads.map((step) => step.with)).toEqual([{ name: '${{ inputs.artifact }}', path: '.image' }]);
    const push = job.steps.at(-1);
    expect(push?.with).toMatchObject({
      source: '.image/${{ inputs.file }}',
      engine: 'direct',
      'expected-image-id': '${{ inputs.expected-image-id }}',
      'require-revision-label': true,
    });
    expect(inputs['expected-image-id']).toMatchObject({ required: true });
  });

  it('hands every input on, under its own name, to an input that the action has', () => {
    const known = Object.keys(yaml('action.yml').inputs);
    const push = job.steps.at(-1)?.with ?? {};
    expect(Object.keys(push).filter((name) => !known.includes(name))).toEqual([]);
    // The account comes from either: a name is masked in every output if it comes from a secret.
    const elsewhere = ['artifact', 'file', 'environment', 'username'];
    expect(push.username).toBe('${{ inputs.username || secrets.username }}');
    for (const name of Object.keys(inputs).filter((each) => !elsewhere.includes(each)))
      expect([name, push[name]]).toEqual([name, `\${{ inputs.${name} }}`]);
  });

  it('hands the secrets that it declares to the inputs of their names, and gives the action nothing else', () => {
    const given = Object.entries(job.steps.at(-1)?.with ?? {});
    for (const name of Object.keys(secrets)) {
      const secret = `secrets.${name}`;
      // The account comes from either.
      const from = name === 'username' ? `inputs.${name} || ${secret}` : secret;
      expect(given).toContainEqual([name, `\${{ ${from} }}`]);
    }
    const rest = given.filter(([name]) => !(name in secrets));
    const own = ['source', 'engine', 'require-revision-label', 'wait-for-checks'];
    expect(rest.filter(([name]) => !(name in inputs) && !own.includes(name))).toEqual([]);
    expect(JSON.stringify(rest)).not.toMatch(/secrets|github\./);
  });

  it('outputs what the action has said, and nothing of the caller', () => {
    const names = ['pushed', 'image', 'digest', 'reason'];
    expect(Object.keys(outputs)).toEqual(names);
    expect(names.map((name) => outputs[name]?.value)).toEqual(
      names.map((name) => `\${{ jobs.publish.outputs.${name} }}`),
    );
    expect(job.outputs).toEqual(Object.fromEntries(names.map((name) => [name, `\${{ steps.push.outputs.${name} }}`])));
    expect(job.steps.filter((step) => (step as { readonly id?: string }).id !== undefined)).toEqual([job.steps.at(-1)]);
  });

  it('lets no caller say who gets the token of the job, or what signatures are verified with', () => {
    // A token for Fulcio is good at every Fulcio that takes its audience: the server that gets one can sign as the publisher.
    const ofCaller = ['sigstore-urls', 'trusted-root', 'ca-file', 'auth-hosts', 'github-token', 'public-log'];
    const given = [...Object.keys(inputs), ...job.steps.flatMap((step) => Object.keys(step.with ?? {}))];
    expect(given.filter((name) => ofCaller.includes(name))).toEqual([]);
  });

  it('declares its secrets, so that none is inherited, and none has to be given', () => {
    expect(Object.entries(secrets).map(([name, { required }]) => [name, required])).toEqual([
      ['username', false],
      ['password', false],
      ['registry-auth', false],
    ]);
    const push = job.steps.at(-1)?.with ?? {};
    for (const name of ['password', 'registry-auth'])
      expect([name, push[name]]).toEqual([name, `\${{ secrets.${name} }}`]);
  });

  it('is in no environment unless one is given', () => {
    expect([job.environment, inputs.environment?.default]).toEqual(['${{ inputs.environment }}', '']);
  });
});

/** What calls the publisher, and what requires its proofs, in the examples and on the pages. */
const shown = [
  ...globSync('examples/*.yml', { cwd: root }).map((where) => ({
    where,
    text: readFileSync(resolve(root, where), 'utf8'),
  })),
  ...globSync(['README.md', 'docs/**/*.md'], { cwd: root })
    .flatMap((page) => fencedBlocks(page, readFileSync(resolve(root, page), 'utf8')))
    .filter(({ kind }) => kind === 'workflow'),
].map(({ where, text }) => ({ where, jobs: Object.values((parse(text) as Shown).jobs) }));
type Shown = { readonly jobs: Readonly<Record<string, ShownJob>> };
type ShownJob = {
  readonly uses?: string;
  readonly permissions?: unknown;
  readonly steps?: readonly Step[];
};
const PUBLISHER = 'OWNER/verified-image-push/.github/workflows/publish.yml@';

it.each(
  shown.flatMap(({ where, jobs }) =>
    jobs.filter(({ uses }) => uses?.startsWith(PUBLISHER)).map(({ permissions }) => ({ where, permissions })),
  ),
)('what $where lets the publisher do is what it needs', ({ permissions }) => {
  expect(permissions).toEqual(job.permissions);
});

/** The input of the publisher by which a proof gets what a deployment requires. */
const PROVED_BY: Readonly<Record<string, string>> = {
  'require-checks': 'required-checks',
  'require-scan': 'scan-report',
};

it.each(
  shown
    .map(({ where, jobs }) => ({
      where,
      demands: jobs
        .flatMap(({ steps = [] }) => steps.map((step) => step.with ?? {}))
        .filter((given) => String(given['signer-workflow']).startsWith(PUBLISHER))
        .flatMap((given) => Object.keys(given).filter((name) => name in PROVED_BY)),
    }))
    .filter(({ demands }) => demands.length > 0),
)('what $where requires of a proof by the publisher is what the publisher can prove', ({ demands }) => {
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(demands.map((name) => PROVED_BY[name])));
});
