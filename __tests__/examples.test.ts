import { globSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readInputs as readPruneInputs, readYaml } from '../src/actions/prune/inputs.ts';
import { readInputs, readYamlInputs } from '../src/actions/publish/read-inputs.ts';
import { readInputs as readVerifyInputs, readYaml as readVerifyYaml } from '../src/actions/verify/inputs.ts';

import { fencedBlocks } from '../tools/pages/fenced.ts';
import { metadata, pruneMetadata, verifyMetadata } from './doubles/runner.ts';

const root = resolve(import.meta.dirname, '..');
/** This action, by its name and in its own repository. */
const ACTION = ['OWNER/verified-image-push@v1', './'];
/** The sibling that deletes. */
const PRUNE = ['OWNER/verified-image-push/prune@v1', './prune'];
const isPrune = ({ uses = '' }: Step) => PRUNE.includes(uses);
/** The sibling that deployments ask. */
const VERIFY = ['OWNER/verified-image-push/verify@v1', './verify'];
const isVerify = ({ uses = '' }: Step) => VERIFY.includes(uses);

/** The workflow that others call to publish. */
const PUBLISHER = 'OWNER/verified-image-push/.github/workflows/publish.yml@v1';

type Step = {
  readonly id?: string;
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly 'continue-on-error'?: unknown;
};
type Job = {
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
};
type Workflow = {
  readonly on: { readonly push?: { readonly branches?: unknown; readonly tags?: unknown } };
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
};

const read = (file: string) => readFileSync(resolve(root, file), 'utf8');

/** The steps of a workflow that are this action, each with its inputs. */
function ownSteps({ jobs }: Workflow): readonly Step[] {
  return Object.values(jobs).flatMap(({ steps = [] }) =>
    steps.filter(({ uses = '' }) => [...ACTION, ...PRUNE, ...VERIFY].includes(uses)),
  );
}

const DIGEST = `sha256:${'0'.repeat(64)}`;

/** What the expressions of these inputs come out as where all goes well. An evidence input that came out empty is an error. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  image: 'ghcr.io/owner/app',
  needs: '{"build":{"result":"success","outputs":{}}}',
  'required-checks': 'test',
  'dry-run': 'true',
  'expected-image-id': DIGEST,
};

/** Reads the inputs of a step as the action does; throws if one of them is wrong. */
async function take(step: Step): Promise<void> {
  if (isVerify(step)) return takeVerify(step);
  const declared = isPrune(step) ? pruneMetadata.inputs : metadata.inputs;
  const given = Object.entries(step.with ?? {}).map(([name, value]) => [name, String(value)] as const);
  expect(Object.keys(declared)).toEqual(expect.arrayContaining(given.map(([name]) => name)));
  const inputs = new Map(given);
  // Expressions are what the runner puts in; names in capitals what the reader does.
  const valued = (name: string, text: string) =>
    text
      .replace(/^\$\{\{.*\}\}$/, EXPRESSIONS[name] ?? '')
      .replaceAll(/docker:\/\/\$\{\{[^}]*\}\}/g, `docker://ghcr.io/owner/app@${DIGEST}`)
      .replaceAll(/@\$\{\{[^}]*\}\}/g, `@${DIGEST}`)
      .replaceAll(/\$\{\{[^}]*\}\}/g, 'x')
      .replaceAll('OWNER', 'owner');
  const input = (name: string) => valued(name, inputs.get(name) ?? declared[name]?.default ?? '');
  const givenInputs = () => [...inputs.keys(), ...Object.keys(declared)];
  const runner = { input, givenInputs };
  if (isPrune(step)) expect(readPruneInputs(runner, await readYaml(runner))).toBeDefined();
  else expect(readInputs(runner, await readYamlInputs(runner))).toBeDefined();
}

/** An image to deploy is a digest that somebody hands over. */
async function takeVerify(step: Step): Promise<void> {
  const given = Object.entries(step.with ?? {}).map(([name, value]) => [name, String(value)] as const);
  expect(Object.keys(verifyMetadata.inputs)).toEqual(expect.arrayContaining(given.map(([name]) => name)));
  const digest = `sha256:${'0'.repeat(64)}`;
  const inputs = new Map(
    given.map(([name, value]) => {
      const whole = name === 'image' ? value.replace(/^\$\{\{[^}]*\}\}$/, `ghcr.io/o/a@${digest}`) : value;
      return [name, whole.replaceAll(/\$\{\{[^}]*\}\}/g, name === 'image' ? digest : 'x')];
    }),
  );
  const input = (name: string) => inputs.get(name) ?? verifyMetadata.inputs[name]?.default ?? '';
  const origin = () => ({ server: 'https://github.com', repository: 'o/a', repositoryId: '1', ownerId: '2' }) as never;
  const context = () => ({ payload: { repository: { default_branch: 'main' } } }) as never;
  const asked = { input, givenInputs: () => [...inputs.keys()], origin, context };
  expect(readVerifyInputs(asked, await readVerifyYaml(asked))).toBeDefined();
}

/**
 * Tells whether a workflow would build a commit once for its branch and once more for its git tag. The SHA tag shows
 * the first image by then, so that the second would be an error: it has to take what is published.
 */
function buildsTwice({ on: { push = {} } }: Workflow, text: string): boolean {
  return push.branches !== undefined && push.tags !== undefined && !text.includes('docker pull');
}

/** What tells of an image: GitHub keeps it from an earlier attempt, and drops it if it has a secret in it. */
const OF_IMAGE = /^(?!pushed$|reason$|results$)/;

/** The outputs that a text takes of a step or of a job, which stands before `.outputs.`. */
function taken(from: string, value: unknown): readonly string[] {
  const text = JSON.stringify(value) ?? '';
  return text
    .split(`${from}.outputs.`)
    .slice(1)
    .map((rest) => /^[\w-]*/.exec(rest)?.[0] ?? '');
}

/** Whatever uses an image that was published asks first whether this very run has published it. */
function unasked({ jobs }: Workflow): readonly string[] {
  return Object.entries(jobs).flatMap(([name, job]) => {
    const steps = job.steps ?? [];
    const ids = steps.flatMap(({ id, uses }) =>
      ACTION.includes(uses ?? '') && id !== undefined ? [`steps.${id}`] : [],
    );
    const ofSteps = ids.flatMap((from) => [
      ...steps
        .filter((step) => taken(from, step).some((output) => OF_IMAGE.test(output)))
        .filter((step) => step.if !== `${from}.outputs.pushed == 'true'`)
        .map((step) => `a step of ${name}: ${JSON.stringify(step)}`),
      ...(taken(from, job.outputs).some((output) => OF_IMAGE.test(output)) &&
      !taken(from, job.outputs).includes('pushed')
        ? [`the outputs of ${name}`]
        : []),
    ]);
    const publishers = Object.entries(jobs).filter(
      ([, { steps: all = [], uses: called }]) =>
        called === PUBLISHER || all.some(({ uses }) => ACTION.includes(uses ?? '')),
    );
    const ofJobs = publishers.filter(
      ([publisher]) =>
        taken(`needs.${publisher}`, job).some((output) => OF_IMAGE.test(output)) &&
        job.if !== `needs.${publisher}.outputs.pushed == 'true'`,
    );
    return [...ofSteps, ...ofJobs.map(([publisher]) => `the job ${name}, of ${publisher}`)];
  });
}

/** What changes what runs somewhere. */
const DEPLOYS =
  /\bkubectl (?:set|apply|rollout)\b|\bdocker (?:service update|stack deploy)\b|\bgcloud run deploy\b|\baws ecs update-service\b|\bDeploying\b/;

/** Steps that deploy anything else than the image that verify/ has let through in the same job, whatever came before. */
function unverified({ jobs }: Workflow): readonly string[] {
  return Object.entries(jobs).flatMap(([name, { steps = [] }]) =>
    steps.flatMap(({ run = '', env = {}, if: guard }, index) => {
      if (!DEPLOYS.test(run)) return [];
      const verified = steps
        .slice(0, index)
        .filter((step) => isVerify(step) && step.if === undefined && step['continue-on-error'] === undefined)
        .map(({ id }) => `\${{ steps.${id}.outputs.image }}`);
      const isOurs = guard === undefined && verified.includes(String(env.IMAGE));
      return isOurs && !/\$\{\{/.test(run) ? [] : [`${name}: ${run.split('\n')[0]}`];
    }),
  );
}

/** What is wrong with how a workflow calls the publisher. */
function misCalled({ jobs }: Workflow): readonly string[] {
  const { on } = parse(read('.github/workflows/publish.yml')) as {
    readonly on: { readonly workflow_call: Record<'inputs' | 'secrets', Record<string, { required?: boolean }>> };
  };
  const { inputs, secrets } = on.workflow_call;
  return Object.values(jobs).flatMap(({ uses, with: given = {}, secrets: told = {} }) => {
    if (uses !== PUBLISHER) return [];
    const required = Object.keys(inputs).filter((name) => inputs[name]?.required === true);
    return [
      ...Object.keys(given).filter((name) => !Object.hasOwn(inputs, name)),
      ...Object.keys(told).filter((name) => !Object.hasOwn(secrets, name)),
      ...required.filter((name) => !Object.hasOwn(given, name)),
    ];
  });
}

describe.each(readdirSync(resolve(root, 'examples')))('the example %s', (file) => {
  const workflow = parse(read(`examples/${file}`)) as Workflow;
  const ours = ownSteps(workflow);

  it('uses this action with inputs that it takes', async () => {
    expect(ours.length).toBeGreaterThanOrEqual(1);
    for (const step of ours) await take(step);
  });

  it('makes one image of a commit', () => {
    expect(buildsTwice(workflow, read(`examples/${file}`))).toBe(false);
  });

  it('calls the publisher with what that declares', () => {
    expect(misCalled(workflow)).toEqual([]);
  });

  it('uses an image only where this run has published it', () => {
    expect(unasked(workflow)).toEqual([]);
  });

  it('gives no more rights than its jobs name', () => {
    // A job that names none has none.
    expect(workflow.permissions).toEqual({});
    for (const { permissions } of Object.values(workflow.jobs)) expect(typeof permissions).not.toBe('string');
  });
});

// The others show how to publish, and print the command that deploys.
it.each(globSync('examples/deploy-*.yml', { cwd: root }))('%s deploys only what verify/ has let through', (file) => {
  const workflow = parse(read(file)) as Workflow;
  expect(unverified(workflow)).toEqual([]);
  const all = Object.values(workflow.jobs).flatMap(({ steps = [] }) => steps);
  expect(all.some(({ run = '' }) => DEPLOYS.test(run))).toBe(true);
});

// Neither act nor a linter says a word about an input that action.yml does not declare.
it.each(globSync('.github/workflows/use*.yml', { cwd: root }))('%s has inputs that the action takes', async (file) => {
  const ours = ownSteps(parse(read(file)) as Workflow);
  expect(ours.length).toBeGreaterThan(0);
  for (const step of ours) await take(step);
});

const shown = globSync(['README.md', 'docs/**/*.md'], { cwd: root })
  .flatMap((page) => fencedBlocks(page, read(page)))
  .filter(({ kind }) => kind === 'workflow')
  .map(({ where, text }) => ({ where, text, workflow: parse(text) as Workflow }))
  .map((each) => ({ ...each, ours: ownSteps(each.workflow) }));

it.each(shown.filter(({ ours }) => ours.length > 0))(
  'what is shown at $where has inputs that it takes',
  async ({ ours }) => {
    for (const step of ours) await take(step);
  },
);

it.each(shown)('what is shown at $where uses an image only where this run has published it', ({ workflow }) => {
  expect(unasked(workflow)).toEqual([]);
});

it('whoever deploys without verify/, or whatever it says, is found', () => {
  const job = (steps: string) => unverified(parse(`jobs: { a: { steps: [${steps}] } }`) as Workflow);
  const verify = (more = '') => `{ id: v, uses: ${VERIFY[0]}${more} }`;
  const deploy = (image: string, more = '') =>
    `{ run: "kubectl set image deployment/app app=$IMAGE", env: { IMAGE: "\${{ ${image} }}" }${more} }`;
  const good = [verify(), deploy('steps.v.outputs.image')];
  expect(job(good.join(', '))).toEqual([]);
  for (const bad of [
    [deploy('needs.publish.outputs.image')],
    [verify(), deploy('needs.publish.outputs.image')],
    [deploy('steps.v.outputs.image'), verify()],
    [verify(', if: false'), deploy('steps.v.outputs.image')],
    [verify(', continue-on-error: true'), deploy('steps.v.outputs.image')],
    [verify(), deploy('steps.v.outputs.image', ', if: always()')],
  ])
    expect(job(bad.join(', '))).toHaveLength(1);
});

it('whoever uses an image without asking for that is found', () => {
  const job = (text: string) => unasked(parse(`jobs: { a: { ${text} } }`) as Workflow);
  const ours = `{ id: p, uses: ${ACTION[0]} }`;
  expect(job(`steps: [${ours}, { run: "x \${{ steps.p.outputs.image }}" }]`)).toHaveLength(1);
  expect(job(`steps: [${ours}], outputs: { image: "\${{ steps.p.outputs.image }}" }`)).toHaveLength(1);
  const needing = (guard: string) =>
    unasked(
      parse(
        `jobs: { a: { steps: [${ours}] }, b: { if: "${guard}", steps: [{ run: "\${{ needs.a.outputs.image }}" }] } }`,
      ) as Workflow,
    );
  expect(needing("needs.a.outputs.image != ''")).toHaveLength(1);
  expect(needing("needs.a.outputs.pushed == 'true'")).toEqual([]);
});

it.each(shown)('what is shown at $where makes one image of a commit', ({ workflow, text }) => {
  expect(buildsTwice(workflow, text)).toBe(false);
});
