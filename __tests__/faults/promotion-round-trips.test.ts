import { describe, expect, test } from '@jest/globals';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../doubles/registry/images.ts';
import { attachedTo, seedAttached } from '../doubles/registry/referrers.ts';
import { type Registry, startRegistry } from '../doubles/registry/start-registry.ts';
import { roundsOf } from './step/rounds.ts';
import { PASSWORD, REPOSITORY, runStep, type Step, USER, USERS } from './step/run-step.ts';

const STAGING = 'team/staging';
const image = buildImage({ contents: ['a base', 'a library'.repeat(500), 'an application'] });
const index = buildIndex({ contents: ['a base', 'an application'], attestations: true });

function seed(registry: Registry, what: Image | ImageIndex): void {
  const repository = registry.repository(STAGING);
  const children = 'children' in what ? what.children : [];
  for (const { digest, bytes } of [what, ...children].flatMap((each) =>
    'config' in each ? [each.config, ...each.layers] : [],
  ))
    repository.blobs.set(digest, bytes);
  for (const { bytes, mediaType } of children) repository.putManifest(bytes, mediaType);
  repository.putManifest(what.bytes, what.mediaType, 'tested');
}

const login = ({ host }: Registry) => `- { registry: '${host}', username: ${USER}, password: ${PASSWORD} }\n`;
const start = () => startRegistry({ auth: { kind: 'token', users: USERS } });

type Promotion = {
  readonly what: Image | ImageIndex;
  /** Something is attached to it. */
  readonly isSigned?: boolean;
  readonly within?: boolean;
};

/** The round trips of a promotion, one after the other: `a` is the registry of the source, `b` that of the destination. */
async function promote({ what, isSigned = false, within = false }: Promotion): Promise<readonly (readonly string[])[]> {
  await using from = await start();
  await using other = await start();
  const to = within ? from : other;
  seed(from, what);
  if (isSigned) seedAttached(from.repository(STAGING), attachedTo(what, { content: 'signature' }));
  const inputs = {
    image: `${to.host}/${REPOSITORY}`,
    source: `docker://${from.host}/${STAGING}:tested`,
    username: '',
    password: '',
    'registry-auth': within ? login(from) : login(from) + login(to),
    tags: '',
  };
  let errors: Step['errors'] | undefined;
  const rounds = await roundsOf(within ? [from] : [from, to], async () => {
    ({ errors } = await runStep({ registry: to, image, inputs }));
  });
  expect(errors).toEqual([]);
  return rounds;
}

const kinds = (rounds: readonly (readonly string[])[]) => rounds.map((round) => [...new Set(round)].toSorted());

describe('a promotion from one registry to another one', () => {
  test('takes four round trips to read, and ten to publish', async () => {
    expect(kinds(await promote({ what: image }))).toEqual([
      ['a GET ping'],
      ['a GET token'],
      ['a GET tag'],
      // What is attached to the image is asked for while the image is read.
      ['a GET blob', 'a GET referrers', 'a GET tag'],
      // The destination is contacted when the source was read whole.
      ['b GET ping'],
      ['b GET token'],
      ['b GET blob', 'b GET tag'],
      // A blob is fetched while its upload is opened.
      ['a GET blob', 'b POST upload'],
      ['b PUT upload'],
      ['b PUT digest'],
      ['b GET blob', 'b GET digest'],
      // The tag is looked at right before it is written.
      ['b GET tag'],
      ['b PUT tag'],
      ['b GET tag'],
    ]);
  });

  test('of an index with attestations takes nine more, by the eight connections that there are', async () => {
    // Each of its five manifests is asked five times for what is attached to it: by a list, and by tags.
    expect((await promote({ what: index })).length).toBeLessThanOrEqual(23);
  });

  test('of a signed image takes seven more, for the signature', async () => {
    const rounds = kinds(await promote({ what: image, isSigned: true }));
    expect(rounds.slice(3, 5)).toEqual([
      ['a GET blob', 'a GET referrers', 'a GET tag'],
      // What may be attached to the signature is asked for while that is read.
      ['a GET digest', 'a GET referrers', 'a GET tag'],
    ]);
    expect(rounds.slice(11)).toEqual([
      // What the destination has of the signature is looked at together with the verification of the image.
      ['b GET blob', 'b GET digest', 'b GET referrers', 'b GET tag'],
      ['b GET blob'],
      ['a GET blob', 'b POST upload'],
      ['b PUT upload'],
      ['b PUT digest'],
      ['b GET referrers'],
      ['b GET blob', 'b GET digest', 'b GET referrers', 'b GET tag'],
      ['b GET tag'],
      ['b PUT tag'],
      ['b GET tag'],
    ]);
  });
});

describe('a promotion within one registry', () => {
  test('asks once how to sign in, and sends no blob', async () => {
    expect(kinds(await promote({ what: image, within: true }))).toEqual([
      ['GET ping'],
      ['GET token'],
      ['GET tag'],
      ['GET blob', 'GET referrers', 'GET tag'],
      ['GET token'],
      ['GET blob', 'GET tag'],
      ['POST upload'],
      // What is mounted may be as gone as what is there.
      ['GET blob'],
      ['PUT digest'],
      ['GET blob', 'GET digest'],
      ['GET tag'],
      ['PUT tag'],
      ['GET tag'],
    ]);
  });
});
