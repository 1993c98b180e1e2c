import type * as Yaml from 'yaml';

/** Longest text that is read, in characters. */
const LONGEST = 64 * 1024;
/** Parts of YAML that hide or change a value. */
const SPECIAL: Readonly<Record<string, string>> = {
  alias: 'an alias',
  anchor: 'an anchor',
  tag: 'a tag',
  'directive-line': 'a directive',
};

/** Which list: if it has secrets, nothing that could be the rest of a value may be read as a comment. */
export type YamlListOptions = { readonly hasSecrets: boolean };

/** An entry of a list: its fields, each with its text, and the line in which it begins. */
export type YamlEntry = { readonly line: number; readonly fields: ReadonlyMap<string, string> };

export type YamlList =
  | { readonly ok: true; readonly value: readonly YamlEntry[] }
  | { readonly ok: false; readonly problem: string };

/**
 * readYamlList reads a YAML list of mappings from names to texts, and no other YAML: no anchors, aliases, tags,
 * directives, several documents or nested values. Every scalar is the text that was written: a number keeps its zeros.
 * Only a null is empty: `toJSON` makes one of a missing secret.
 * A problem never quotes the text, which may hold a secret. The parser takes as long to load as the rest of the step,
 * so it is loaded only if there is something to read.
 */
export async function readYamlList(text: string, options?: YamlListOptions): Promise<YamlList> {
  if (text.length > LONGEST) return bad(`is longer than ${LONGEST} characters`);
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'failsafe' });
  const special = specialIn(text, yaml, options?.hasSecrets ?? false);
  if (special !== undefined) return bad(special);
  const [error] = [...document.errors, ...document.warnings];
  if (error !== undefined) return bad(`is not YAML in line ${lines.linePos(error.pos[0]).line} (${error.code})`);
  if (!yaml.isSeq(document.contents)) return bad('is not a list; begin each entry with "- "');

  const entries: YamlEntry[] = [];
  for (const item of document.contents.items) {
    const line = lines.linePos((item as Yaml.Node).range?.[0] ?? 0).line;
    if (!yaml.isMap(item)) return bad(`has an entry without fields in line ${line}`);
    const fields = item.items.map(({ key, value }) => [textOf(key, yaml), textOf(value, yaml)] as const);
    if (!fields.every(isOfTexts)) return bad(`has a field in the entry of line ${line} that is not plain text`);
    entries.push({ line, fields: new Map(fields) });
  }
  return { ok: true, value: entries };
}

function bad(problem: string): YamlList {
  return { ok: false, problem };
}

function specialIn(text: string, { CST, Lexer }: typeof Yaml, hasSecrets: boolean): string | undefined {
  let line = 1;
  let isScalar = false;
  let lineOfScalar = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const type = CST.tokenType(lexeme) ?? '';
    const kind = isScalar ? undefined : SPECIAL[type];
    if (kind !== undefined) return `has ${kind} in line ${line}; write each value out as plain text`;
    if (hasSecrets && type === 'comment' && lineOfScalar === line) {
      return `has a "#" behind a value in line ${line}, which would end it; write a secret as \${{ toJSON(secrets.NAME) }}`;
    }
    if (isScalar) lineOfScalar = line;
    isScalar = lexeme === CST.SCALAR;
    line += lexeme.split('\n').length - 1;
  }
  return undefined;
}

/** How YAML writes a null without quotes (1.2, core schema). */
const NULL = /^(?:null|Null|NULL|~)$/;

function textOf(node: unknown, { isScalar }: typeof Yaml): string | undefined {
  if (!isScalar(node) || typeof node.value !== 'string') return undefined;
  return node.type === 'PLAIN' && NULL.test(node.value) ? '' : node.value;
}

function isOfTexts(field: readonly [string | undefined, string | undefined]): field is readonly [string, string] {
  return field[0] !== undefined && field[1] !== undefined;
}
