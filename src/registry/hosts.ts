import type { HttpOptions } from '../http/http.ts';
import { addressOf } from './address-of-registry.ts';
import { Network } from './network.ts';
import type { Greeting } from './session.ts';

/** The access to a registry: its address, the connections to it, and its answer to the first request. */
export type Way = { readonly registry: URL; readonly network: Network; readonly greeting: Greeting };

/** An access that a user holds until `leave`. */
export type Entered = { readonly way: Promise<Way>; readonly leave: () => void };

type Shared = { readonly way: Promise<Way>; users: number };

/**
 * Hosts are the registries in use. All users of a registry share its connections and its first answer, which is the
 * same for everybody; they never share a login.
 */
export class Hosts {
  readonly #shared = new Map<string, Shared>();

  /** enter returns the access to a host, by its name and what is trusted there. */
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
