import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type Block, fencedBlocks, type Workflow } from './pages/fenced.ts';
import { complaints, complaintsOfAction } from './pages/language-service.ts';
import { brokenLinks } from './pages/links.ts';
import { phrasesIn } from './pages/phrases.ts';
import { longSentencesIn } from './pages/sentences.ts';
import { commentsIn, literalsIn } from './pages/typescript-text.ts';

/**
 * Checks what people read and copy: every workflow in examples/, .github/ and between the fences of a page, by GitHub's
 * own language service and, where they are installed, by actionlint and zizmor; every action.yml by that service; every
 * link inside the repository; the words that we do not use, in pages, in the texts of src/, and in the comments of
 * src/ and tools/; and the length of sentences.
 */
const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = globSync(['*.md', 'docs/**/*.md', '.github/**/*.md', 'examples/**/*.md'], { cwd: root }).sort();
const files = globSync(['examples/**/*.yml', '.github/workflows/*.yml'], { cwd: root }).sort();

const sources = globSync('src/**/*.ts', { cwd: root }).sort();
const commented = [...sources, ...globSync('tools/**/*.ts', { cwd: root }).sort()];

const blocks: readonly Block[] = pages.flatMap((page) => fencedBlocks(page, read(page)));
const workflows: readonly Workflow[] = [
  ...files.map((file) => ({ where: `${file}:0`, text: read(file) })),
  ...blocks.filter(({ kind }) => kind === 'workflow'),
];

const actions = globSync(['action.yml', '*/action.yml'], { cwd: root }).filter(
  (file) => !file.startsWith('node_modules'),
);

const problems = [
  ...(await Promise.all(actions.map((file) => complaintsOfAction({ where: file, text: read(file) })))).flat(),
  ...(await Promise.all(workflows.map((workflow) => complaints(workflow, read('action.yml'))))).flat(),
  ...pages.flatMap((page) => brokenLinks(root, page, read(page))),
  // That page shows how not to write.
  ...[...pages.filter((page) => page !== 'docs/style.md'), ...files, ...actions].flatMap((page) =>
    phrasesIn(page, read(page)),
  ),
  ...pages.flatMap((page) => longSentencesIn(page, read(page))),
  ...actions.flatMap((file) => longDescriptionsIn(file)),
  ...sources.flatMap((file) => phrasesIn(file, literalsIn(read(file)))),
  ...commented.flatMap((file) => phrasesIn(file, commentsIn(read(file)))),
  ...linted(workflows),
  ...unshown(),
];
for (const problem of problems) console.error(problem);
console.log(`${workflows.length} workflows, ${pages.length} pages: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** The descriptions of an action.yml, each as a page by itself. */
function longDescriptionsIn(file: string): readonly string[] {
  type Described = { readonly description?: string };
  const { description, inputs, outputs } = parse(read(file)) as Described &
    Readonly<Record<'inputs' | 'outputs', Readonly<Record<string, Described>>>>;
  const texts = Object.entries({ description: { description }, ...inputs, ...outputs });
  return texts.flatMap(([name, each]) => longSentencesIn(`${file}, ${name}`, each.description ?? ''));
}

/** Every input and output must be seen at work somewhere, in an example or between fences. */
function unshown(): readonly string[] {
  const { inputs, outputs } = parse(read('action.yml')) as Readonly<Record<'inputs' | 'outputs', object>>;
  const text = [...workflows, ...blocks].map((block) => block.text).join('\n');
  const isSet = (input: string) => new RegExp(`^\\s*${input}:`, 'm').test(text);
  return [
    ...Object.keys(inputs).flatMap((name) => (isSet(name) ? [] : [`the input "${name}" is in no recipe`])),
    ...Object.keys(outputs).flatMap((name) =>
      text.includes(`outputs.${name}`) ? [] : [`the output "${name}" is in no recipe`],
    ),
  ];
}

/** The linters read files, so each workflow is written as a file into a temporary repository. */
function linted(all: readonly Workflow[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
  const workflowFolder = join(folder, '.github', 'workflows');
  mkdirSync(workflowFolder, { recursive: true });
  const names = all.map(({ where }) => `${where.replaceAll(/[^A-Za-z0-9]+/g, '-')}.yml`);
  for (const [index, { text }] of all.entries()) writeFileSync(join(workflowFolder, names[index] ?? ''), text);
  try {
    const paths = names.map((name) => join('.github', 'workflows', name));
    return [
      // actionlint does not know yet that a queue may be longer than one.
      ...run(folder, 'actionlint', ['-no-color', '-oneline', '-ignore', 'unexpected key "queue"', ...paths]),
      ...run(folder, 'zizmor', [
        '--offline',
        '--no-progress',
        '--color=never',
        '--format=plain',
        `--config=${join(root, 'zizmor.yml')}`,
        ...paths,
      ]),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(cwd: string, linter: string, args: readonly string[]): readonly string[] {
  const { error, status, stdout, stderr } = spawnSync(linter, args, { cwd, encoding: 'utf8' });
  if (error !== undefined) {
    const missing = `${linter} is not installed here`;
    if (process.env.CI) return [missing];
    console.log(`${missing}: left out`);
    return [];
  }
  return status === 0 ? [] : [`${linter}:\n${stdout}${stderr}`];
}
