import { describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/image/digest.ts';
import { OUTPUT_NAMES, outputsOf } from '../../../src/report/outputs.ts';
import { closed, failed, image, planned, published } from './outcomes.ts';

const SHA = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';
const results = (outputs: { readonly results?: string }) => JSON.parse(outputs.results ?? '');

describe('the outputs of a published image', () => {
  it('are all there, each with what it stands for', async () => {
    const outputs = outputsOf(await published());
    expect(Object.keys(outputs).sort()).toEqual(OUTPUT_NAMES.filter((name) => name !== 'previous-digest').sort());
    expect(outputs).toMatchObject({
      pushed: 'true',
      reason: 'published',
      digest: image.digest,
      image: `ghcr.io/owner/app@${image.digest}`,
      'image-id': image.config.digest,
      tags: 'ghcr.io/owner/app:abc\nghcr.io/owner/app:1.2.3\nghcr.io/owner/app:1.2',
      'media-type': 'application/vnd.oci.image.manifest.v1+json',
      platforms: 'linux/amd64',
      verification: 'graph',
      'subject-name': 'ghcr.io/owner/app',
      'predicate-path': '/temp/predicate.json',
      'predicate-type': 'https://slsa.dev/verification_summary/v1',
    });
  });

  it('tell of each tag in the results, and why the gate was open', async () => {
    expect(results(outputsOf(await published()))).toMatchObject({
      verdict: { open: true, event: 'push', commit: SHA, ref: 'refs/heads/main' },
      destinations: [
        {
          repository: 'ghcr.io/owner/app',
          digest: image.digest,
          verification: 'graph',
          evidence: expect.arrayContaining([expect.stringContaining(image.digest)]),
          tags: [
            { tag: 'ghcr.io/owner/app:abc', state: 'written', digest: image.digest },
            { tag: 'ghcr.io/owner/app:1.2.3', state: 'written', digest: image.digest },
            { tag: 'ghcr.io/owner/app:1.2', state: 'already-there', digest: image.digest },
          ],
        },
      ],
    });
  });

  it('tell what a moving tag showed before, and leave out one that has stayed', async () => {
    const outcome = await published();
    const [delivered] = outcome.receipt.destinations;
    const at = (tag: string) => ({ registry: 'ghcr.io', path: 'owner/app', tag });
    const [from, shows] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`] as Digest[];
    const tags = [
      ...delivered.tags,
      { target: at('latest'), state: 'moved', from, because: 'it comes after' },
      { target: at('1'), state: 'kept', shows, because: 'it shows 1.9.0' },
    ] as const;
    const outputs = outputsOf({ ...outcome, receipt: { destinations: [{ ...delivered, tags }] } });
    expect(outputs['previous-digest']).toBe(from);
    expect(outputs.tags?.split('\n').slice(-2)).toEqual(['ghcr.io/owner/app:1.2', 'ghcr.io/owner/app:latest']);
    expect(results(outputs).destinations[0].tags.slice(-2)).toEqual([
      {
        tag: 'ghcr.io/owner/app:latest',
        state: 'moved',
        digest: image.digest,
        previous: from,
        because: 'it comes after',
      },
      { tag: 'ghcr.io/owner/app:1', state: 'kept', digest: shows, because: 'it shows 1.9.0' },
    ]);
  });

  it('say so when it was there already', async () => {
    expect(outputsOf(await published({ isThere: true }))).toMatchObject({
      pushed: 'true',
      reason: 'already-published',
    });
  });

  it('name Docker Hub as actions/attest does', async () => {
    const outputs = outputsOf(await published({ registry: 'docker.io', path: 'library/app' }));
    expect(outputs['subject-name']).toBe('index.docker.io/library/app');
    expect(outputs.image).toBe(`docker.io/library/app@${image.digest}`);
  });
});

describe('what was not published', () => {
  it.each([
    ['a closed gate', async () => closed(), 'GATE_EVENT'],
    ['a closed gate that fails', async () => closed('failed'), 'GATE_EVENT'],
    ['a failure', async () => failed(), 'PUSH_FAILED'],
    ['a dry run', planned, 'dry-run'],
  ])('has three outputs, and nothing of an image: %s', async (_name, outcome, reason) => {
    const outputs = outputsOf(await outcome());
    expect(Object.keys(outputs).sort()).toEqual(['pushed', 'reason', 'results']);
    expect(outputs).toMatchObject({ pushed: 'false', reason });
  });

  it('by a closed gate has every reason in the results', () => {
    const { verdict } = results(outputsOf(closed()));
    expect(verdict.open).toBe(false);
    expect(verdict.reasons.map(({ code }: { readonly code: string }) => code)).toEqual([
      'GATE_EVENT',
      'GATE_FORK',
      'GATE_REF',
    ]);
  });

  it('by a failure has code, message and hint in the results, and not what it came from', () => {
    const outputs = outputsOf(failed('It went wrong.', 'Mend it.', new Error('canary')));
    expect(results(outputs)).toEqual({ error: { code: 'PUSH_FAILED', message: 'It went wrong.', hint: 'Mend it.' } });
  });

  it('by a dry run has what would be written in the results', async () => {
    expect(results(outputsOf(await planned())).plan).toEqual({
      source: { kind: 'engine', name: 'app:test', id: image.config.digest, platform: 'linux/amd64' },
      verification: 'graph',
      tags: [
        { tag: 'ghcr.io/owner/app:abc', state: 'would-be-written' },
        { tag: 'ghcr.io/owner/app:1.2.3', state: 'would-be-written' },
        { tag: 'ghcr.io/owner/app:1.2', state: 'already-there', digest: image.digest },
      ],
    });
  });
});
