import { buildImage, buildIndex, type Image, type ImageIndex } from '../registry/images.ts';
import { commitAt } from './place.ts';

/** So much text that the bytes of a layer can be seen in a picture. */
const LIBRARY = noise(700_000, 1);

const labels = (place: number) => ({ 'org.opencontainers.image.revision': commitAt(place) });

/** The image of a commit, by its place on the branch main; `text` makes it another build of that. */
export const imageOf = (place: number, text = ''): Image =>
  buildImage({
    contents: [LIBRARY, noise(200_000, place + 2), `of commit ${place}${text}`],
    format: 'docker',
    labels: labels(place),
  });
/** The image of a commit for one platform, as a file has it. */
export const imageFor = (platform: string, place: number): Image =>
  buildImage({ platform, contents: [LIBRARY, noise(200_000, place + 2), `for ${platform}`], labels: labels(place) });
/** The image for two platforms. */
export const indexOf = (place: number): ImageIndex =>
  buildIndex({
    contents: [LIBRARY, noise(200_000, place + 2), `of commit ${place}`],
    labels: labels(place),
    attestations: true,
  });

/** Text that does not compress to nothing, the same every time. */
function noise(length: number, seed: number): string {
  let state = seed;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(33 + (state % 90));
  };
  return Array.from({ length }, next).join('');
}
