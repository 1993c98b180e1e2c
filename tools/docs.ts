import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isScalar, parseDocument, type YAMLMap } from 'yaml';
import { drawRooms } from './pages/rooms.ts';

/**
 * Writes what pages say of inputs and outputs from each action.yml, and the picture of the rooms from the imports; with
 * `--check` it only compares.
 */
type Field = { readonly description: string; readonly required?: boolean; readonly default?: string };
type Fields = Readonly<Record<string, Field>>;
/** Inputs that belong together, under the comment that is above the first of them in action.yml. */
type Group = { readonly title: string; readonly inputs: Fields };

const root = resolve(import.meta.dirname, '..');
/** The inputs that most workflows need. */
const ESSENTIAL = ['image', 'source', 'tags', 'moving-tags', 'branches', 'username', 'password', 'identity'];
const EXPRESSION = /The value is an expression\. Example: `([^`]+)`/;

/** The runner evaluates every text of action.yml, so an example there stands without the braces that a workflow needs. */
function withBraces(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replace(EXPRESSION, 'Example: `${{ $1 }}`');
}

function cell(text: string): string {
  return withBraces(text).replaceAll('|', '\\|');
}

function firstSentence(text: string): string {
  return withBraces(text).split(/(?<=\.) (?=[A-Z`])/)[0] ?? '';
}

function fallbackOf(input: Field): string {
  if (input.required) return '**required**';
  return input.default === undefined ? '' : `\`${input.default}\``;
}

function inputTable(inputs: Fields, told = cell): string {
  const rows = Object.entries(inputs).map(
    ([name, input]) => `| \`${name}\` | ${fallbackOf(input)} | ${told(input.description)} |`,
  );
  return ['| Input | Default | Meaning |', '|---|---|---|', ...rows].join('\n');
}

function outputTable(outputs: Fields): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`);
  return ['| Output | Value |', '|---|---|', ...rows].join('\n');
}

function groupedTables(groups: readonly Group[]): string {
  return groups.map(({ title, inputs }) => `## ${title}\n\n${inputTable(inputs)}`).join('\n\n');
}

/** A step with every input as a comment: what is needed is uncommented. */
function blockOf(groups: readonly Group[]): string {
  const lines = groups.flatMap(({ title, inputs }, at) => [
    ...(at === 0 ? [] : ['']),
    `    # ${title.toUpperCase()}`,
    ...Object.entries(inputs).flatMap(([name, input]) => [
      `    # ${firstSentence(input.description)}`,
      `    ${input.required ? '' : '# '}${name}: ${exampleOf(input)}`,
    ]),
  ]);
  return ['```yaml', '- uses: OWNER/verified-image-push@v1', '  with:', ...lines, '```'].join('\n');
}

/** What is no plain scalar of YAML as it stands is put in quotes, with what is in quotes within it doubled. */
function exampleOf({ description }: Field): string {
  const [, example = ''] = /.*Example: `([^`]+)`/s.exec(withBraces(description)) ?? [];
  return /^[[{\d!&*]|: | #/.test(example) && !example.startsWith('${{')
    ? `'${example.replaceAll("'", "''")}'`
    : example;
}

function between(text: string, name: string, content: string): string {
  const start = `<!-- ${name}:start (made by "npm run docs" from action.yml) -->`;
  const end = `<!-- ${name}:end -->`;
  const [head, rest] = text.split(start);
  const tail = rest?.split(end)[1];
  if (head === undefined || tail === undefined) throw new Error(`a page has no place for the ${name}`);
  return `${head}${start}\n\n${content}\n\n${end}${tail}`;
}

function readAction(file: string): {
  readonly inputs: Fields;
  readonly outputs: Fields;
  readonly groups: readonly Group[];
} {
  const document = parseDocument(readFileSync(resolve(root, file), 'utf8'));
  const { inputs, outputs } = document.toJS() as { readonly inputs: Fields; readonly outputs: Fields };
  const map = document.get('inputs') as YAMLMap;
  const groups: Group[] = [];
  for (const { key } of map.items) {
    // The comment above the first key of a map is that of the map.
    const above = isScalar(key) && (key.commentBefore ?? (groups.length === 0 ? map.commentBefore : undefined));
    if (above) groups.push({ title: above.trim(), inputs: {} });
    const last = groups.at(-1);
    const name = String(key);
    const field = inputs[name];
    if (last !== undefined && field !== undefined) Object.assign(last.inputs, { [name]: field });
  }
  return { inputs, outputs, groups };
}

const action = readAction('action.yml');
const prune = readAction('prune/action.yml');
const verify = readAction('verify/action.yml');
const essential = Object.fromEntries(
  Object.entries(action.inputs).filter(([name]) => ESSENTIAL.includes(name)),
) satisfies Fields;

/** Each page, and what it says in each of its places. */
const PAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': { 'essential-inputs': inputTable(essential, firstSentence), outputs: outputTable(action.outputs) },
  'docs/inputs.md': { inputs: groupedTables(action.groups), block: blockOf(action.groups) },
  'docs/prune.md': { inputs: inputTable(prune.inputs), outputs: outputTable(prune.outputs) },
  'docs/verify.md': { inputs: inputTable(verify.inputs), outputs: outputTable(verify.outputs) },
};

for (const [page, places] of Object.entries(PAGES)) {
  const text = readFileSync(resolve(root, page), 'utf8');
  write(
    page,
    Object.entries(places).reduce((before, [name, content]) => between(before, name, content), text),
  );
}
write('docs/images/rooms.svg', drawRooms(resolve(root, 'src')));

function write(page: string, text: string): void {
  const path = resolve(root, page);
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${page} is not what action.yml and the imports say: run "npm run docs".`);
    process.exitCode = 1;
  }
}
