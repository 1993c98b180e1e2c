import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseEcrRegistry } from '../../../src/image/cloud-registry.ts';
import { readIdentities } from '../../../src/inputs/keyless-identities.ts';
import { sessionPolicy } from '../../../src/keyless/aws/session-policy.ts';
import { metadata } from '../../doubles/runner.ts';

const docs = resolve(import.meta.dirname, '../../../docs');
const text = readFileSync(join(docs, 'keyless.md'), 'utf8');
const blocks = (language: string, page = text) =>
  [...page.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\`$`, 'gm'))].map(
    ([, indent = '', block = '']) => block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );

/** Every `identity` that a document has in it, at any depth. */
function identitiesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'identity' && typeof inner === 'string' ? [inner] : identitiesIn(inner),
  );
}

describe('docs/keyless.md', () => {
  const examples = blocks('yaml').flatMap((block) => identitiesIn(parse(block)));

  it('has an example of every type, and each is taken as it stands', async () => {
    const read = await Promise.all(examples.map(readIdentities));
    const found = read.flatMap((each) =>
      each.ok ? each.value.map(({ type }): string => type) : each.problems.map(({ problem }) => problem),
    );
    expect(found).toEqual(['aws-ecr', 'aws-ecr', 'azure-acr', 'google-ar', 'dockerhub']);
  });

  it.each([
    ['keyless.md', 'pull,push', 1],
    ['registries/ecr.md', 'pull,delete', 1],
  ] as const)('%s asks for the rights that a session for %s is narrowed to, and no others', (page, actions, at) => {
    const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
    const ecr = parseEcrRegistry(registry);
    if (ecr === undefined) throw new Error('it is not of ECR');
    const narrowed = JSON.parse(
      sessionPolicy(ecr, { repository: { registry, path: 'team/app' }, actions, mountFrom: [] }),
    );
    const documented = blocks('json', readFileSync(join(docs, page), 'utf8'))[at] ?? '{}';
    const listed = (policy: { Statement: readonly { Action: string | readonly string[]; Resource: string }[] }) =>
      policy.Statement.map(({ Action, Resource }) => [[Action].flat().sort(), Resource]);
    expect(listed(JSON.parse(documented))).toEqual(listed(narrowed));
  });

  it('shows a trust policy with both forms of the subject', () => {
    expect(blocks('json')[0]).toMatch(
      /"repo:octo\/app:ref:refs\/heads\/main",\s+"repo:octo@\d+\/app@\d+:ref:refs\/heads\/main"/,
    );
  });
});

it('action.yml has an example of "identity" that is taken as it stands', async () => {
  const [, example = ''] = /Example: `(.+)`\.\s*$/s.exec(metadata.inputs.identity?.description ?? '') ?? [];
  expect(await readIdentities(example)).toMatchObject({ ok: true, value: [{ type: 'dockerhub' }] });
});

describe('what people copy from the other pages', () => {
  const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  const examples = pages.flatMap((page) =>
    blocks('yaml', readFileSync(join(docs, page), 'utf8')).flatMap((block) =>
      identitiesIn(parse(block)).map((identity) => [page, identity] as const),
    ),
  );

  it.each(examples)('%s has an "identity" that is taken as it stands', async (_page, identity) => {
    expect(await readIdentities(identity)).toMatchObject({ ok: true });
  });
});
