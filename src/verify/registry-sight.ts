import type { Sight } from '../push/sight.ts';
import type { Registry } from '../registry/registry.ts';
import { keyOf } from './registry-content.ts';

/** registrySight asks a registry for each blob only once. */
export function registrySight(registry: Pick<Registry, 'hasBlob'>): Sight {
  const looks = new Map<string, Promise<boolean>>();
  return {
    has: (blob) => {
      const look = looks.get(keyOf(blob)) ?? registry.hasBlob(blob);
      looks.set(keyOf(blob), look);
      return look;
    },
    looked: (blob) => looks.get(keyOf(blob)),
  };
}
