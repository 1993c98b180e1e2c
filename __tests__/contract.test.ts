import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readInputs as readPruneInputs, readYaml } from '../src/actions/prune/inputs.ts';
import { NO_YAML, readInputs, readYamlInputs } from '../src/actions/publish/read-inputs.ts';
import { readInputs as readVerifyInputs, readYaml as readVerifyYaml } from '../src/actions/verify/inputs.ts';
import { OUTPUT_NAMES } from '../src/report/outputs.ts';
import { DEPLOYMENT_OUTPUTS } from '../src/report/report-deployment.ts';
import { PRUNE_OUTPUTS } from '../src/report/report-prune.ts';
import { metadata, pruneMetadata, verifyMetadata } from './doubles/runner.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');
const readme = read('README.md');

/** The names in the first column of the table that follows a heading. */
function tableOf(markdown: string, heading: string): readonly string[] {
  return namesIn(markdown.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '');
}

/** The names in the first columns of all tables. */
function namesIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
}

describe('the contract', () => {
  it('has one list of inputs: action.yml, the parser and docs/inputs.md', async () => {
    // Secrets are read later, where they are needed.
    const asked = new Set(['password', 'registry-auth', 'github-token']);
    const input = (name: string) => {
      asked.add(name);
      const fallback = metadata.inputs[name]?.default ?? '';
      return name === 'image' ? 'ghcr.io/owner/app' : fallback.replace(/^\$\{\{.*\}\}$/, '');
    };
    readInputs({ input, givenInputs: () => Object.keys(metadata.inputs) }, await readYamlInputs({ input }));
    const declared = Object.keys(metadata.inputs);
    expect([...asked].sort()).toEqual([...declared].sort());
    expect(namesIn(read('docs/inputs.md'))).toEqual(declared);
  });

  it('has one set of defaults: a runner that hands none over is told by the parser what action.yml says', () => {
    const image = 'ghcr.io/owner/app';
    const usual = (name: string) => (metadata.inputs[name]?.default ?? '').replace(/^\$\{\{.*\}\}$/, '');
    const all = {
      input: (name: string) => (name === 'image' ? image : usual(name)),
      givenInputs: () => Object.keys(metadata.inputs),
    };
    const none = { input: (name: string) => (name === 'image' ? image : ''), givenInputs: () => ['image'] };
    expect(JSON.stringify(readInputs(none, NO_YAML))).toBe(JSON.stringify(readInputs(all, NO_YAML)));
  });

  it('has one list of outputs: action.yml, the report and the README', () => {
    const declared = Object.keys(metadata.outputs);
    expect(declared).toEqual([...OUTPUT_NAMES]);
    expect(tableOf(readme, 'Outputs')).toEqual(declared);
  });

  it('has a README with the inputs that most workflows need, in at most 2,000 words', () => {
    const essential = tableOf(readme, 'Inputs');
    expect(essential).toHaveLength(8);
    expect(Object.keys(metadata.inputs)).toEqual(expect.arrayContaining([...essential]));
    expect(readme.trim().split(/\s+/).length).toBeLessThanOrEqual(2000);
  });

  it.each(Object.entries(metadata.inputs))(
    'describes the input %s in sentences, with an example',
    (_name, { description }) => {
      expect(description).toMatch(/^[A-Z`].*\. Example: `.+`\.\s*$/s);
    },
  );

  it.each(Object.entries(metadata.outputs))('says when the output %s is set', (_name, { description }) => {
    expect(description).toMatch(/^(?:Always set|Set when verified|Set when a moving tag has moved)\. /);
  });

  it('has an entry for every error code, and no others, in docs/troubleshooting.md', () => {
    const codes = [...read('src/errors.ts').matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g)].map(([, code = '']) => code);
    const entries = [...read('docs/troubleshooting.md').matchAll(/^### (\S+)$/gm)].map(([, code = '']) => code);
    expect(entries.sort()).toEqual(codes.filter((code) => code === code.toUpperCase()).sort());
  });

  it('runs the two bundles on Node 24', () => {
    expect(metadata.runs).toEqual({ using: 'node24', main: 'dist/main/index.js', post: 'dist/post/index.js' });
  });
});

describe('the contract of prune/', () => {
  const page = read('docs/prune.md');

  it('has one list of inputs: action.yml, the parser and docs/prune.md', async () => {
    const asked = new Set(['password', 'registry-auth']);
    const input = (name: string) => {
      asked.add(name);
      return name === 'image' ? 'registry.example/app' : (pruneMetadata.inputs[name]?.default ?? '');
    };
    const declared = Object.keys(pruneMetadata.inputs);
    readPruneInputs({ input, givenInputs: () => declared }, await readYaml({ input }));
    expect([...asked].sort()).toEqual([...declared].sort());
    expect(tableOf(page, 'Inputs')).toEqual(declared);
  });

  it('has one list of outputs: action.yml, the report and docs/prune.md', () => {
    const declared = Object.keys(pruneMetadata.outputs);
    expect(declared).toEqual([...PRUNE_OUTPUTS]);
    expect(tableOf(page, 'Outputs')).toEqual(declared);
  });

  it.each(Object.entries(pruneMetadata.inputs))(
    'describes the input %s in sentences, with an example',
    (_name, { description }) => {
      expect(description).toMatch(/^[A-Z`].*\. Example: `.+`\.\s*$/s);
    },
  );

  it('runs its bundle on Node 24', () => {
    expect(pruneMetadata.runs).toEqual({ using: 'node24', main: '../dist/prune/index.js' });
  });

  it('is the only one that can delete: nothing of the root action asks for a manifest to be deleted', () => {
    const bundle = (name: string) => globSync(`dist/${name}/*.js`, { cwd: root }).map(read).join('\n');
    const deletes = /method: 'DELETE'|asPrunable|awaitGone/;
    expect(bundle('prune')).toMatch(deletes);
    expect(bundle('main')).not.toMatch(deletes);
    expect(bundle('post')).not.toMatch(deletes);
  });
});

describe('the contract of verify/', () => {
  const page = read('docs/verify.md');

  it('has one list of inputs: action.yml, the parser and docs/verify.md', async () => {
    const asked = new Set(['password', 'registry-auth', 'github-token']);
    const given: Readonly<Record<string, string>> = {
      image: 'registry.example/app:v1',
      'signer-workflow': 'octo-org/app/.github/workflows/publish.yml@refs/tags/v1',
      branches: 'main',
    };
    const defaults = verifyMetadata.inputs;
    const input = (name: string) => {
      asked.add(name);
      return given[name] ?? defaults[name]?.default ?? '';
    };
    const declared = Object.keys(defaults);
    const set = declared.filter((name) => name in given || defaults[name]?.default !== undefined);
    const context = () => ({ payload: {} }) as never;
    const origin = () =>
      ({ server: 'https://github.com', repository: 'octo-org/app', repositoryId: '74', ownerId: '65' }) as never;
    const askedOf = { input, givenInputs: () => set, context, origin };
    readVerifyInputs({ ...askedOf }, await readVerifyYaml({ input }));
    // What is not given is not even looked at.
    const read = new Set([...asked, ...declared.filter((name) => !set.includes(name))]);
    expect([...read].sort()).toEqual([...declared].sort());
    expect([...asked].filter((name) => !declared.includes(name))).toEqual([]);
    expect(tableOf(page, 'Inputs')).toEqual(declared);
  });

  it('has one list of outputs: action.yml, the report and docs/verify.md', () => {
    const declared = Object.keys(verifyMetadata.outputs);
    expect(declared).toEqual([...DEPLOYMENT_OUTPUTS]);
    expect(tableOf(page, 'Outputs')).toEqual(declared);
  });

  it.each(Object.entries(verifyMetadata.inputs))(
    'describes the input %s in sentences, with an example',
    (_name, { description }) => {
      expect(description).toMatch(/^[A-Z`].*\. Example: `.+`\.\s*$/s);
    },
  );

  it('runs its bundle on Node 24', () => {
    expect(verifyMetadata.runs).toEqual({ using: 'node24', main: '../dist/verify/index.js' });
  });
});
