import { expect } from '@jest/globals';
import { buildImage, type Image } from '../doubles/registry/images.ts';
import type { Step } from '../doubles/runner.ts';
import { annotationsOf } from './failure.ts';
import type { Stage } from './stage.ts';

export const commitAt = (place: number): string => (0xabc0000 + place).toString(16).padStart(40, '0');
/** The commit that staging has run; one on a branch that may not publish; and one of a fork. */
export const [STAGING, BRANCHED, FORKED] = [commitAt(5), 'b'.repeat(40), 'f'.repeat(40)];

/** labelled is an image that names a commit, or none. */
export function labelled(revision: string | undefined, platform = 'linux/amd64'): Image {
  const labels = revision === undefined ? {} : { 'org.opencontainers.image.revision': revision };
  return buildImage({ content: `of ${revision}`, platform, format: 'docker', labels });
}

/** expectClosed: red, with the reason, and neither signed in nor asked the registry anything. */
export function expectClosed(
  { stage }: { readonly stage: Stage },
  step: Step,
  seen: RegExp,
  reason = 'GATE_REVISION',
): void {
  expect(step).toMatchObject({ exitCode: 1, outputs: { pushed: 'false', reason } });
  expect(Object.keys(step.outputs).sort()).toEqual(['pushed', 'reason', 'results']);
  expect(annotationsOf(step, 'error')[0]?.data).toMatch(seen);
  expect(step.summary).toContain(reason);
  expect(stage.registry.requests).toEqual([]);
  expect(stage.commands).not.toContain('login');
  expect(stage.commands).not.toContain('push');
}

/** tagsOf are the tags of the output, without the repository. */
export const tagsOf = ({ outputs }: Step) =>
  outputs.tags?.split('\n').map((tag) => tag.slice(tag.lastIndexOf(':') + 1));
