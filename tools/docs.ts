import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** Writes the tables of inputs and outputs from each action.yml into its page; with `--check` it only compares. */
type Field = { readonly description: string; readonly required?: boolean; readonly default?: string };
type Action = { readonly inputs: Record<string, Field>; readonly outputs: Record<string, Field> };

const root = resolve(import.meta.dirname, '..');
/** Each action with the page that has its tables. */
const PAGES = { 'action.yml': 'README.md', 'prune/action.yml': 'docs/prune.md' } as const;

/** The runner evaluates every text of action.yml, so an example there stands without the braces that a workflow needs. */
function cell(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');
  return line.replace(/The value is an expression\. Example: `([^`]+)`/, 'Example: `${{ $1 }}`');
}

function inputTable(inputs: Action['inputs']): string {
  const rows = Object.entries(inputs).map(([name, input]) => {
    const fallback = input.required ? '**required**' : input.default === undefined ? '' : `\`${input.default}\``;
    return `| \`${name}\` | ${fallback} | ${cell(input.description)} |`;
  });
  return ['| Input | Default | Meaning |', '|---|---|---|', ...rows].join('\n');
}

function outputTable(outputs: Action['outputs']): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`);
  return ['| Output | Value |', '|---|---|', ...rows].join('\n');
}

function between(text: string, name: string, content: string): string {
  const start = `<!-- ${name}:start (made by "npm run docs" from action.yml) -->`;
  const end = `<!-- ${name}:end -->`;
  const [head, rest] = text.split(start);
  const tail = rest?.split(end)[1];
  if (head === undefined || tail === undefined) throw new Error(`a page has no place for the ${name}`);
  return `${head}${start}\n\n${content}\n\n${end}${tail}`;
}

for (const [file, page] of Object.entries(PAGES)) {
  const { inputs, outputs } = parse(readFileSync(resolve(root, file), 'utf8')) as Action;
  const path = resolve(root, page);
  const text = readFileSync(path, 'utf8');
  const written = between(between(text, 'inputs', inputTable(inputs)), 'outputs', outputTable(outputs));
  if (!process.argv.includes('--check')) writeFileSync(path, written);
  else if (written !== text) {
    console.error(`The tables in ${page} are not those of ${file}: run "npm run docs".`);
    process.exitCode = 1;
  }
}
