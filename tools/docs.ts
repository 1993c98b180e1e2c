import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** Writes the tables of inputs and outputs into README.md from action.yml; with `--check` it only compares. */
type Field = { readonly description: string; readonly required?: boolean; readonly default?: string };
type Action = { readonly inputs: Record<string, Field>; readonly outputs: Record<string, Field> };

const root = resolve(import.meta.dirname, '..');
const readmePath = resolve(root, 'README.md');

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
  if (head === undefined || tail === undefined) throw new Error(`README.md has no place for the ${name}`);
  return `${head}${start}\n\n${content}\n\n${end}${tail}`;
}

const action = parse(readFileSync(resolve(root, 'action.yml'), 'utf8')) as Action;
const readme = readFileSync(readmePath, 'utf8');
const written = between(between(readme, 'inputs', inputTable(action.inputs)), 'outputs', outputTable(action.outputs));

if (!process.argv.includes('--check')) writeFileSync(readmePath, written);
else if (written !== readme) {
  console.error('The tables in README.md are not those of action.yml: run "npm run docs".');
  process.exitCode = 1;
}
