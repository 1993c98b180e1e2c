/** `require-revision-label`: the commit that the image says it was built from, and the one that the run is for. */
import { describe, expect, it } from '@jest/globals';
import { parseImage } from '../../src/docker/inspect.ts';
import { decideGate } from '../../src/gate/decide-gate.ts';
import { askRevision } from '../../src/gate/image-rules.ts';
import { factsOf, HEAD, TIP } from './event-facts.ts';
import { inputsOf } from './gate-inputs.ts';

const LABEL = 'org.opencontainers.image.revision';

/** What `docker image inspect` shows of an image with these labels. */
function inspected(Labels: unknown): string {
  return JSON.stringify({
    Id: `sha256:${'a'.repeat(64)}`,
    RepoTags: ['app:test'],
    Os: 'linux',
    Architecture: 'amd64',
    Created: '2026-11-20T12:00:00Z',
    RootFS: { Type: 'layers', Layers: [`sha256:${'b'.repeat(64)}`] },
    Config: { Labels },
  });
}

function verdictOn(...platforms: readonly unknown[]): { readonly kind: string; readonly reasons: string } {
  const open = decideGate(inputsOf({}), factsOf('push', 'own', 'default'));
  if (open.kind !== 'open') throw new Error('the gate is closed without the label');
  const images = platforms.map((labels) => {
    const image = parseImage(inspected(labels), 'graph-driver');
    if (image === undefined) throw new Error('the image cannot be read');
    return image;
  });
  const verdict = askRevision(open, images);
  const reasons = verdict.kind === 'closed' ? verdict.reasons : [];
  return {
    kind: verdict.kind,
    reasons: reasons.map(({ code, rule, seen, opens }) => `${code} ${rule}; ${seen}; ${opens}`).join('\n'),
  };
}

it('the full SHA of the commit opens the gate', () => {
  expect(verdictOn({ [LABEL]: HEAD })).toEqual({ kind: 'open', reasons: '' });
  expect(verdictOn({ [LABEL]: HEAD, maintainer: 'Codertocat', [`${LABEL}.short`]: HEAD.slice(0, 7) }).kind).toBe(
    'open',
  );
});

describe('the gate is closed for', () => {
  it.each([
    ['an image without labels', null],
    ['an image with an empty list of labels', {}],
    ['labels that are no object', 'revision'],
    ['labels that are a list', [HEAD]],
    ['other labels alone', { 'org.opencontainers.image.version': '1.2.3' }],
    ['the label of another standard', { 'org.label-schema.vcs-ref': HEAD }],
    ['the label in capitals', { [LABEL.toUpperCase()]: HEAD }],
    ['a label that begins like it', { [`${LABEL}s`]: HEAD }],
    ['an empty label', { [LABEL]: '' }],
    ['another commit', { [LABEL]: TIP }],
    ['a short SHA', { [LABEL]: HEAD.slice(0, 7) }],
    ['a SHA of twelve digits', { [LABEL]: HEAD.slice(0, 12) }],
    ['a SHA that lacks its last digit', { [LABEL]: HEAD.slice(0, -1) }],
    ['a SHA in capitals', { [LABEL]: HEAD.toUpperCase() }],
    ['a working copy that was not clean', { [LABEL]: `${HEAD}-dirty` }],
    ['a SHA with a plus', { [LABEL]: `${HEAD}+` }],
    ['a SHA with a blank before it', { [LABEL]: ` ${HEAD}` }],
    ['a SHA with a line feed behind it', { [LABEL]: `${HEAD}\n` }],
    ['two commits', { [LABEL]: `${TIP},${HEAD}` }],
    ['a branch', { [LABEL]: 'main' }],
    ['a full ref', { [LABEL]: 'refs/heads/main' }],
    ['a git tag', { [LABEL]: 'v1.2.3' }],
    ['the output of git describe', { [LABEL]: `v1.2.3-4-g${HEAD.slice(0, 7)}` }],
    ['an address', { [LABEL]: `https://github.com/Codertocat/Hello-World/commit/${HEAD}` }],
    ['a prefix', { [LABEL]: `git-${HEAD}` }],
    ['the merge commit of a pull request, as metadata-action has it', { [LABEL]: 'b'.repeat(40) }],
    ['nothing but zeros', { [LABEL]: '0'.repeat(40) }],
    ['an expression that nobody evaluated', { [LABEL]: '$GITHUB_SHA' }],
    ['a build argument that was not given', { [LABEL]: 'unknown' }],
    ['a number', { [LABEL]: 1 }],
    ['null', { [LABEL]: null }],
    ['a list with the commit', { [LABEL]: [HEAD] }],
  ])('%s', (_name, labels) => {
    const { kind, reasons } = verdictOn(labels);
    expect(kind).toBe('closed');
    expect(reasons).toMatch(/^GATE_REVISION /);
    expect(reasons).toContain(HEAD);
  });
});

it('a label that is not the commit is shown, and how to build it right', () => {
  expect(verdictOn({ [LABEL]: 'v1.2.3' }).reasons).toMatch(/; it is "v1\.2\.3"; build .*--label org\.opencontainers/);
  expect(verdictOn({}).reasons).toMatch(/; it has no such label; /);
});

it('every platform of an image must be of the commit', () => {
  expect(verdictOn({ [LABEL]: HEAD }, { [LABEL]: HEAD }).kind).toBe('open');
  expect(verdictOn({ [LABEL]: HEAD }, { [LABEL]: TIP }).reasons).toContain(`it is "${TIP}"`);
  expect(verdictOn({ [LABEL]: HEAD }, {}, { [LABEL]: HEAD }).reasons).toContain('no such label');
  expect(verdictOn().kind).toBe('closed');
});
