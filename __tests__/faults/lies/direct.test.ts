import { expect, test } from '@jest/globals';
import { buildImage } from '../../doubles/registry/images.ts';
import { startRegistry } from '../../doubles/registry/start-registry.ts';
import { judgeStep } from '../step/judge-step.ts';
import { REPOSITORY, runStep, USERS } from '../step/run-step.ts';

const image = buildImage({ content: 'lied about' });
const LIES = [
  ['keeps nothing of a manifest', { method: 'PUT', kind: 'digest' }, { kind: 'store-nothing' }],
  ['keeps a manifest written anew', { method: 'PUT', kind: 'digest' }, { kind: 'store-other' }],
  ['keeps nothing of a blob', { method: 'PUT', kind: 'upload' }, { kind: 'store-nothing' }],
  ['has a login page for a manifest', { method: 'PUT', kind: 'digest' }, { kind: 'login-page', status: 201 }],
  ['forgets a layer', { method: 'PUT', kind: 'digest' }, { kind: 'forget', what: 'layer' }],
  ['moves the tag elsewhere', { method: 'PUT', kind: 'tag' }, { kind: 'tag-moved' }],
] as const;

test.each(LIES)('a registry that %s is found out, and no tag leads to the image', async (_name, match, act) => {
  await using registry = await startRegistry({ auth: { kind: 'token', users: USERS } });
  registry.fault({ match, act, times: 'always' });
  const step = await runStep({ registry, image, isInFile: true });
  expect([step.isWell, judgeStep(step, registry, image)]).toEqual([false, []]);
  expect([...registry.repository(REPOSITORY).tags.values()]).not.toContain(image.digest);
});
