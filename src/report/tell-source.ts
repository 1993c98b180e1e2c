import { type Digest, shortDigest } from '../image/digest.ts';
import { platformNames } from '../image/platform.ts';
import type { Source } from '../push/source.ts';
import { code, prose, table } from './markdown.ts';

const PLACES: Readonly<Record<Source['kind'], string>> = {
  engine: "the engine's",
  podman: "Podman's",
  file: 'that in the file',
  registry: 'that on a registry,',
  joined: 'joined of',
};

/** whoseIs tells where the image is: in an engine's store, in a file, on a registry, or joined of several such ones. */
export function whoseIs({ kind }: Pick<Source, 'kind'>): string {
  return PLACES[kind];
}

/** sourceLine says what will be published. */
export function sourceLine(source: Pick<Source, 'kind' | 'name' | 'tested'>): string {
  const { name, tested } = source;
  return `The image is ${whoseIs(source)} ${name} (${tested.id}, ${platformNames(tested.platforms).join(', ')}).`;
}

type Told = Pick<Source, 'kind' | 'name' | 'tested'>;

/** isFromRegistries tells whether an image was not made by this job, but read from where others have published it. */
export function isFromRegistries(source: Told | undefined): source is Told {
  return source?.kind === 'registry' || source?.kind === 'joined';
}

/** sourceItem names the source in the summary. */
export function sourceItem(source: Told): string {
  return `**From** ${code(source.name)}`;
}

/** platformTable shows what an image is for each platform; digests are short, so that it fits a phone. */
export function platformTable({ tested: { platforms } }: Told): string {
  const short = (digest: Digest | undefined) => (digest === undefined ? '–' : code(shortDigest(digest)));
  const rows = platforms.map((each) => {
    const { platform, manifestDigest, configDigest, diffIds } = each;
    return [prose(platform), short(manifestDigest), short(configDigest), String(diffIds.length)];
  });
  return table(['Platform', 'Manifest', 'Config', 'Layers'], rows);
}

/** sourceData is the source for machines. */
export function sourceData({ kind, name, tested }: Told): object {
  return { kind, name, id: tested.id };
}
