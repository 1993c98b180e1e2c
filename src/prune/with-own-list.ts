import type { OwnList } from '../image/own-list.ts';
import type { Catalogue } from '../registry/catalogue.ts';

/** withOwnList reads by the specification, but lists manifests and deletes by the registry's own API. */
export function withOwnList(catalogue: Catalogue, own: OwnList): Catalogue {
  return {
    ...catalogue,
    mayDelete: own.mayDelete,
    listManifests: own.listManifests,
    remove: own.remove,
    close: () => {
      catalogue.close();
      own.close();
    },
  };
}
