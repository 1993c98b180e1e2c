import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { Workflow } from './fenced.ts';

// The language service imports JSON as bundlers take it; Node wants to be told the type.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice/validate');
const { validateAction } = await import('@actions/languageservice/validate-action');
const { TextDocument } = await import('vscode-languageserver-textdocument');

const root = resolve(import.meta.dirname, '../..');
/** A reusable workflow of another repository cannot be read here. */
const FOREIGN = 'on: workflow_call\njobs:\n  called:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: true\n';

/** The name of the action in every page and example. OWNER stands for its publisher. */
export const OWN_NAME = 'OWNER/verified-image-push';

/**
 * complaintsOfAction asks GitHub's own language service about an action.yml, as the runner reads it when it loads the
 * action: every text in it is evaluated, and only the default of an input has contexts. An expression anywhere else is
 * named even where the service would take it.
 */
export async function complaintsOfAction({ where, text }: Workflow): Promise<readonly string[]> {
  const found = await validateAction(TextDocument.create(`file:///${where}`, 'yaml', 1, text));
  return [
    ...found.map(({ message, range }) => `${where}:${range.start.line + 1}: ${wordsOf(message)}`),
    ...misplacedExpressions(parse(text), []).map((path) => `${where}: an expression stands in ${path}`),
  ];
}

function misplacedExpressions(value: unknown, path: readonly string[]): readonly string[] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => misplacedExpressions(inner, [...path, key]));
  }
  const isDefault = path.length === 3 && path[0] === 'inputs' && path[2] === 'default';
  return typeof value === 'string' && value.includes('${{') && !isDefault ? [path.join('.')] : [];
}

function wordsOf(message: string | { readonly value: string }): string {
  return typeof message === 'string' ? message : message.value;
}

/**
 * complaints asks GitHub's own language service about a workflow. It knows of our action what action.yml says; of other
 * people's actions only that they are there.
 */
export async function complaints({ where, text }: Workflow, actionYml: string): Promise<readonly string[]> {
  const own = parse(actionYml) as { readonly name: string; readonly description: string };
  const document = TextDocument.create(`file:///${where.replaceAll(':', '-')}.yml`, 'yaml', 1, text);
  const found = await validate(document, {
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ owner, name, path }) => {
        if (`${owner}/${name}` !== OWN_NAME) return undefined;
        return path === undefined ? own : parse(readFileSync(resolve(root, path, 'action.yml'), 'utf8'));
      },
    },
    fileProvider: {
      getFileContent: async (reference) => {
        const isForeign = 'owner' in reference && `${reference.owner}/${reference.repository}` !== OWN_NAME;
        const content = isForeign ? FOREIGN : readFileSync(resolve(root, reference.path), 'utf8');
        return { name: reference.path, content };
      },
    },
  });
  return found
    .map(({ message, range }) => `${where}+${range.start.line}: ${wordsOf(message)}`)
    .filter((line) => !/Unable to (?:find|resolve) action/.test(line));
}
