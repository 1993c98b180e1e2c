import { expect } from '@jest/globals';
import type { Place } from './places.ts';
import { failed, freshImage, freshIndex, newCommit, published, REPOSITORY, type Scene, transferOf } from './scene.ts';

/** What a registry must be able to live through with us, whoever made it. */
export type Story = {
  readonly name: string;
  /** Whether it can be played at a place at all. */
  readonly fits?: (place: Place) => boolean;
  readonly about?: 'tags';
  readonly play: (scene: Scene) => Promise<void>;
};

const WRONG = 'not the p@ssword';

const STORIES: readonly Story[] = [
  {
    name: 'a file is published byte for byte, read back, and found again by the next run',
    play: async (scene) => {
      const image = freshImage({ contents: ['one', newCommit(), 'one'] });
      const inputs = { source: scene.file(image), tags: scene.commit.slice(0, 7), verify: 'content' };
      const outputs = published(await scene.publish(inputs));
      expect(outputs).toMatchObject({
        digest: image.digest,
        image: `${scene.registry.host}/${REPOSITORY}@${image.digest}`,
        'image-id': image.config.digest,
        'media-type': image.mediaType,
        platforms: 'linux/amd64',
        verification: 'content',
      });
      const tags = [scene.commit, scene.commit.slice(0, 7)];
      expect(await Promise.all(tags.map((tag) => scene.digestOf(tag)))).toEqual([image.digest, image.digest]);

      const again = await scene.publish(inputs);
      expect(published(again, 'already-published').digest).toBe(image.digest);
      expect(transferOf(again)?.sent ?? 0).toBe(0);
    },
  },
  {
    name: 'an index is published with its platforms and their attestations',
    play: async (scene) => {
      const index = freshIndex();
      const outputs = published(await scene.publish({ source: scene.file(index) }));
      expect(outputs).toMatchObject({ digest: index.digest, platforms: 'linux/amd64,linux/arm64' });
      for (const { digest } of [index, ...index.children]) expect((await scene.shown(digest))?.digest).toBe(digest);
    },
  },
  {
    name: 'a layer of another repository is mounted, and not sent',
    play: async (scene) => {
      const shared = newCommit();
      const base = freshImage({ contents: [shared] });
      const { host } = scene.registry;
      const toBase = { image: `${host}/team/base`, source: scene.file(base) };
      published(await scene.publish(toBase, { as: scene.admin }));

      const image = freshImage({ contents: [shared, newCommit()] });
      const inputs = { source: scene.file(image), 'mount-from': 'team/base' };
      const step = await scene.publish(inputs, { as: scene.admin });
      expect(published(step).digest).toBe(image.digest);
      const [mounted, own] = image.layers;
      expect(transferOf(step)).toEqual({ sent: (own?.size ?? 0) + image.config.size, skipped: mounted?.size });
    },
  },
  {
    name: 'an image of another repository is promoted by its digest, and not a byte of its blobs is sent',
    play: async (scene) => {
      const index = freshIndex();
      const { host } = scene.registry;
      const staging = { image: `${host}/team/base`, source: scene.file(index) };
      published(await scene.publish(staging, { as: scene.admin }));

      const step = await scene.publish({ source: `docker://${host}/team/base@${index.digest}` }, { as: scene.admin });
      expect(published(step)).toMatchObject({ digest: index.digest, platforms: 'linux/amd64,linux/arm64' });
      for (const { digest } of [index, ...index.children]) expect((await scene.shown(digest))?.digest).toBe(digest);
      expect(transferOf(step)?.sent).toBe(0);
    },
  },
  {
    name: 'another image for the same commit is refused, and the first one stays',
    about: 'tags',
    play: async (scene) => {
      const [image, other] = [freshImage(), freshImage()];
      published(await scene.publish({ source: scene.file(image) }));
      failed(await scene.publish({ source: scene.file(other) }), 'TAG_EXISTS', scene);
      expect(await scene.digestOf(scene.commit)).toBe(image.digest);
    },
  },
  {
    name: 'another image for the same commit takes its place where that is asked for',
    about: 'tags',
    fits: ({ movesTags }) => movesTags,
    play: async (scene) => {
      const other = freshImage();
      published(await scene.publish({ source: scene.file(freshImage()) }));
      const step = await scene.publish({ source: scene.file(other), 'if-exists': 'overwrite' });
      expect(published(step).digest).toBe(other.digest);
      expect(await scene.digestOf(scene.commit)).toBe(other.digest);
    },
  },
  {
    name: 'where no tag ever moves, another image does not take its place even then, and the reason is told',
    about: 'tags',
    fits: ({ movesTags }) => !movesTags,
    play: async (scene) => {
      const image = freshImage();
      published(await scene.publish({ source: scene.file(image) }));
      const step = await scene.publish({ source: scene.file(freshImage()), 'if-exists': 'overwrite' });
      failed(step, 'TAG_EXISTS', scene);
      expect(await scene.digestOf(scene.commit)).toBe(image.digest);
    },
  },
  {
    name: 'a moving tag follows newer commits, and stays where it is for an older one',
    about: 'tags',
    fits: ({ movesTags }) => movesTags,
    play: async (scene) => {
      const [first, second, third] = [scene.commit, newCommit(), newCommit()];
      const moving = `line-${third.slice(0, 12)}`;
      scene.history([third, second, first]);
      const run = async (commit: string) => {
        const image = freshImage({ labels: { 'org.opencontainers.image.revision': commit } });
        scene.commit = commit;
        const outputs = published(await scene.publish({ source: scene.file(image), 'moving-tags': moving }));
        return { digest: image.digest, previous: outputs['previous-digest'] };
      };
      const one = await run(first);
      expect(one.previous).toBeUndefined();
      const three = await run(third);
      expect([three.previous, await scene.digestOf(moving)]).toEqual([one.digest, three.digest]);
      await run(second);
      expect(await scene.digestOf(moving)).toBe(three.digest);
    },
  },
  {
    name: 'a wrong password is told as one, and nothing is written',
    fits: ({ asksForPassword }) => asksForPassword,
    play: async (scene) => {
      const as = { username: scene.registry.username, password: WRONG };
      failed(await scene.publish({ source: scene.file(freshImage()) }, { as }), 'LOGIN_FAILED', scene);
      expect(await scene.shown(scene.commit)).toBeUndefined();
    },
  },
  {
    name: 'who may not push is told so, and nothing is written',
    fits: ({ tellsRights }) => tellsRights,
    play: async (scene) => {
      const step = await scene.publish({ source: scene.file(freshImage()) }, { as: scene.reader });
      failed(step, 'REGISTRY_DENIED', scene);
      expect(await scene.shown(scene.commit)).toBeUndefined();
    },
  },
  {
    name: 'a repository that has to be made first is told as missing',
    fits: ({ makesRepositories }) => !makesRepositories,
    play: async (scene) => {
      const image = `${scene.registry.host}/team/nosuch`;
      const step = await scene.publish({ image, source: scene.file(freshImage()) }, { as: scene.admin });
      failed(step, 'REPOSITORY_MISSING', scene);
    },
  },
];

/** storiesAt are those that can be played at a place, and have something to tell there. */
export function storiesAt(place: Place): readonly Story[] {
  return STORIES.filter(
    ({ fits, about }) => (fits?.(place) ?? true) && (place.only === undefined || about === place.only),
  );
}
