/** Registries whose garbage can be collected beside them while they run, each for one test alone. */
import { startRegistry } from '../../doubles/registry/start-registry.ts';
import type { Services } from '../../doubles/services.ts';
import { type OwnDistribution, startDistribution } from './own-distribution.ts';

export type Collected = {
  readonly name: string;
  /** Keeps descriptors of blobs in memory, and believes them. */
  readonly caches: boolean;
  open(): Promise<OwnDistribution>;
};

const CACHES = [true, false] as const;

export const collectedDoubles: readonly Collected[] = CACHES.map((caches) => ({
  name: `our distribution ${caches ? 'with' : 'without'} its cache`,
  caches,
  open: async () => {
    const opened = await startRegistry({ personality: 'distribution', cachesDescriptors: caches });
    const collect = async () => opened.repository('team/app').collectGarbage();
    return { host: opened.host, collect, [Symbol.asyncDispose]: () => opened.close() };
  },
}));

export function realCollected({ programs }: Services): readonly Collected[] {
  return (['distribution-2', 'distribution-3'] as const).flatMap((name) =>
    CACHES.map((caches) => ({
      name: `${name} ${caches ? 'with' : 'without'} its cache`,
      caches,
      open: () => startDistribution(programs[name], caches),
    })),
  );
}
