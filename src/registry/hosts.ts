import type { HttpOptions } from '../http/http.ts';
import { addressOf } from './address-of-registry.ts';
import { Network } from './network.ts';
import type { Greeting } from './session.ts';

/** The way to a registry: where it is, the connections to it, and what it answers to the first question. */
export type Way = { readonly registry: URL; readonly network: Network; readonly greeting: Greeting };

/** A way that somebody uses, until they leave it. */
export type Entered = { readonly way: Promise<Way>; readonly leave: () => void };

type Shared = { readonly way: Promise<Way>; users: number };

/**
 * Hosts are the registries that are spoken with. All who speak with one share its connections and its first answer, which
 * is the same for everybody; a login is never shared.
 */
export class Hosts {
  readonly #shared = new Map<string, Shared>();

  /** enter finds the way to a host, by its name and what is trusted there. */
  enter(host: string, trusted: string | undefined, options: HttpOptions): Entered {
    const key = JSON.stringify([host, trusted]);
    const shared = this.#shared.get(key) ?? this.#open(key, host, options);
    shared.users += 1;
    let isIn = true;
    const leave = () => {
      if (!isIn) return;
      isIn = false;
      shared.users -= 1;
      if (shared.users > 0) return;
      this.#shared.delete(key);
      // If opening failed, there is nothing to close, and the caller already has the error.
      void shared.way.then(
        ({ network }) => network.close(),
        () => undefined,
      );
    };
    return { way: shared.way, leave };
  }

  #open(key: string, host: string, options: HttpOptions): Shared {
    const ofAll = { ...options, users: () => this.#shared.get(key)?.users ?? 1 };
    const way = addressOf(host, ofAll).then(({ registry, greeting, client }): Way => {
      return { registry, greeting: { answer: greeting }, network: new Network(registry, ofAll, { own: client }) };
    });
    const shared = { way, users: 0 };
    this.#shared.set(key, shared);
    return shared;
  }
}
