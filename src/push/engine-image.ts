import type { Docker, EngineImage, SavedContent } from '../docker/docker.ts';
import { ImageProblem } from '../image/content.ts';
import { parseDigest } from '../image/digest.ts';
import { imagesThere, readImage } from '../image/image.ts';
import { type Examined, type Name, namesOf, type Tested, testedIn } from '../image/tested.ts';

/**
 * examined is what an engine reports about its image. With the containerd store it shows only one platform. The others,
 * and the digests, need the saved image, which is read only on demand, and once.
 */
export function examined(docker: Docker, image: EngineImage): Examined {
  const tested = testedByEngine(image);
  let full: Promise<Tested> | undefined;
  return {
    tested,
    inFull: () => {
      full ??= tested.isComplete ? Promise.resolve(tested) : examine(docker, tested);
      return full;
    },
  };
}

/** testedByEngine is what an engine shows of its image. */
export function testedByEngine({ id, idOf, names, ...config }: EngineImage): Tested {
  const isConfig = idOf === 'config';
  const called = names.map((name) => parseDigest(name.slice(name.lastIndexOf('@') + 1)));
  return {
    id,
    root: isConfig ? undefined : id,
    names: [{ digest: id, of: 'whole' }],
    platforms: [{ ...config, configDigest: isConfig ? id : undefined, manifestDigest: undefined }],
    isComplete: isConfig,
    calledAs: called.filter((digest) => digest !== undefined),
    narrowedFrom: undefined,
  };
}

/** If the saved image cannot be read, what the engine has shown remains. */
async function examine(docker: Docker, tested: Tested): Promise<Tested> {
  const saved = await docker.contentOf(tested.id);
  try {
    return saved === undefined ? tested : { ...tested, ...(await namesIn(saved)) };
  } catch (error) {
    if (error instanceof ImageProblem) return tested;
    throw error;
  }
}

/**
 * If an engine lacks platforms of an index, it pushes those that it has. Of the others, we know only the digests of
 * their manifests.
 */
async function namesIn({ root, content }: SavedContent): Promise<Pick<Tested, 'names' | 'platforms' | 'isComplete'>> {
  if (root.kind === 'manifest') {
    const { names, platforms, isComplete } = testedIn(await readImage(content, root));
    return { names, platforms, isComplete };
  }
  const there = await Promise.all((await imagesThere(content, root)).map((each) => readImage(content, each)));
  const [first, ...others] = there.flatMap((each) => testedIn(each).platforms);
  if (first === undefined) throw new ImageProblem('it has none of its platforms');
  const platforms = [first, ...others] as const;
  const gone = root.children.filter(({ digest, isAttestation, platform }) => {
    return !isAttestation && platform !== undefined && there.every(({ root: each }) => each.digest !== digest);
  });
  const names: readonly Name[] = [
    { digest: root.digest, of: 'whole' },
    ...platforms.flatMap(namesOf),
    ...gone.flatMap(({ digest, platform }) => (platform === undefined ? [] : [{ digest, of: platform }])),
  ];
  return { names, platforms, isComplete: true };
}
