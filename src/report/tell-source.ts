import { platformNames } from '../image/platform.ts';
import type { Verified } from '../image/verified.ts';
import type { Source } from '../push/source.ts';
import { inUnits } from '../text/quantities.ts';
import { code, prose, table } from './markdown.ts';

const PLACES: Readonly<Record<Source['kind'], string>> = {
  engine: "the engine's",
  podman: "Podman's",
  file: 'that in the file',
  registry: 'that on a registry,',
  joined: 'joined of',
};

/**
 * whoseIs tells where the image is: in an engine's store, in a file, on a registry, or joined from several of these.
 */
export function whoseIs({ kind }: Pick<Source, 'kind'>): string {
  return PLACES[kind];
}

/** sourceLine says what will be published. */
export function sourceLine(source: Pick<Source, 'kind' | 'name' | 'tested'>): string {
  const { name, tested } = source;
  return `The image is ${whoseIs(source)} ${name} (${tested.id}, ${platformNames(tested.platforms).join(', ')}).`;
}

type Told = Pick<Source, 'kind' | 'name' | 'tested'>;

/** isFromRegistries tells whether this job did not build the image, but read it from a registry. */
export function isFromRegistries(source: Told | undefined): source is Told {
  return source?.kind === 'registry' || source?.kind === 'joined';
}

/** sourceItem names the source in the summary. */
export function sourceItem(source: Told): string {
  return `**From** ${code(source.name)}`;
}

/** imageItem is the image in one line of the summary, if it is for one platform. */
export function imageItem(verified: Verified, source: Told | undefined): string {
  const { platforms, manifest } = verified;
  const [only] = source?.tested.platforms ?? [];
  const stored = manifest.kind === 'manifest' ? manifest.layers : undefined;
  const layers = stored?.length ?? only?.diffIds.length;
  const bytes = stored?.reduce((sum, { size }) => sum + size, 0);
  const parts = [
    prose(platforms.join(', ')),
    ...(platforms.length > 1 || layers === undefined ? [] : [layers === 1 ? '1 layer' : `${layers} layers`]),
    ...(bytes === undefined ? [] : [inUnits(bytes)]),
  ];
  return `**Image** ${parts.join(', ')}`;
}

/** platformTable shows an image for several platforms, a row each; it fits a phone. */
export function platformTable({ tested: { platforms } }: Told): string {
  const rows = platforms.map(({ platform, diffIds, layerBytes }) => [
    prose(platform),
    String(diffIds.length),
    layerBytes === undefined ? '–' : inUnits(layerBytes),
  ]);
  return table(['Platform', 'Layers', 'Size'], rows);
}

/** sourceData is the source for machines. */
export function sourceData({ kind, name, tested }: Told): object {
  return { kind, name, id: tested.id };
}
