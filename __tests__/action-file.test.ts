import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');
const actions = globSync(['action.yml', '*/action.yml'], { cwd: root }).filter(
  (file) => !file.startsWith('node_modules'),
);

/** Each text by GitHub's language service, in a process of its own: it imports as bundlers do, and Jest does not. */
function complaintsOf(texts: readonly string[]): readonly (readonly string[])[] {
  const program = `
    const { complaintsOfAction } = await import(${JSON.stringify(resolve(root, 'tools/pages/language-service.ts'))});
    const texts = JSON.parse(process.env.TEXTS);
    const found = await Promise.all(texts.map((text, at) => complaintsOfAction({ where: \`action-\${at}.yml\`, text })));
    console.log(JSON.stringify(found));
  `;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TEXTS: JSON.stringify(texts) },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly (readonly string[])[];
}

describe('what GitHub reads when it loads the action', () => {
  const own = read('action.yml');
  /** What GitHub refuses to load, and the words in which its service says so. */
  const broken: readonly { name: string; text: string; says: RegExp }[] = [
    {
      name: 'an expression in the description of an input',
      text: own.replace('Example: `toJSON(needs)`', 'Example: `${{ toJSON(needs) }}`'),
      says: /Unrecognized named-value: 'needs'/,
    },
    {
      name: 'an expression in the description of an output',
      text: own.replace(/^outputs:\n {2}(\w+):\n {4}description: .*$/m, '$&\n      See ${{ github.sha }}.'),
      says: /an expression stands in outputs\.\w+\.description/,
    },
    { name: 'an unknown key', text: `${own}\nbrand: none\n`, says: /Unexpected value 'brand'/ },
    { name: 'a wrong using', text: own.replace('using: node24', 'using: node99'), says: /node99|using/ },
    {
      name: 'a context that no default has',
      text: own.replace('default: ${{ github.token }}', 'default: ${{ secrets.GITHUB_TOKEN }}'),
      says: /Unrecognized named-value: 'secrets'/,
    },
  ];
  const found = complaintsOf([...actions.map(read), ...broken.map(({ text }) => text)]);

  it.each(actions.map((file, at) => [file, at] as const))('is in order in %s', (_file, at) => {
    expect(found[at]).toEqual([]);
  });

  it.each(broken.map((each, at) => [each.name, each, at + actions.length] as const))('finds %s', (_name, each, at) => {
    expect(each.text).not.toBe(own);
    expect(found[at]?.join('\n')).toMatch(each.says);
  });
});
