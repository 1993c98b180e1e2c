/** What is deployed, as clusters print it (rule 4). */
import { expect, it } from '@jest/globals';
import { parseDeployed } from '../../../src/prune/deployed.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;

it.each([
  DIGEST,
  `app@${DIGEST}`,
  `mirror.example:5000/other/name@${DIGEST}`,
  `app:1.2@${DIGEST}`,
  `docker-pullable://registry.example/app@${DIGEST}`,
  `docker://${DIGEST}`,
])('%s is a digest, whatever stands before it', (line) => {
  expect(parseDeployed(line)).toEqual({ kind: 'digest', digest: DIGEST });
});

it('a tag is of its own repository', () => {
  expect(parseDeployed('docker-pullable://registry.example/team/app:1.2')).toEqual({
    kind: 'tag',
    reference: { registry: 'registry.example', path: 'team/app', tag: '1.2' },
  });
});

it.each([
  '',
  'app',
  'null',
  'registry.example:5000/app',
  '<none>',
  'app@sha256:abc',
  `app@${DIGEST}x`,
  'error: no such host',
])('"%s" is neither', (line) => {
  expect(parseDeployed(line)).toBeUndefined();
});
