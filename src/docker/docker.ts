import type { Config } from '../image/config.ts';
import type { Content } from '../image/content.ts';
import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import type { Credential } from '../secret/credential.ts';

/** Which of its two stores the engine keeps images in; the store decides what an image ID is the digest of. */
export type Store = 'graph-driver' | 'containerd';

export type Engine = { readonly version: string; readonly store: Store };

/**
 * An image that the engine has, as it shows one platform of it. Its ID is one of two digests: of the config
 * (graph-driver store), or of the root (containerd store). The root is a manifest, or an index of which it may have
 * only a part.
 */
export type EngineImage = Config & {
  readonly id: Digest;
  readonly idOf: 'config' | 'root';
  /** Every name that points at it: tags, and digests from registries. */
  readonly names: readonly string[];
};

/** The parts of an image in the containerd store. Only its documents are kept. */
export type SavedContent = { readonly root: Manifest; readonly content: Content };

/** The folder for our logins and for images that the engine saves, existing or planned. No one else uses it. */
export type PrivateConfig = { readonly folder: string };

/** One login of the engine's CLI: a separate configuration folder inside the private one. */
export type EngineLogin = { readonly folder: string };

/** An image that the engine has saved, in a file that is removed with the private folder. `size` is in bytes. */
export type SavedImage = { readonly path: string; readonly size: number };

/**
 * An image of Podman's store: its ID, which is the digest of its config, and the format that keeps the ID when it is
 * saved.
 */
export type PodmanImage = { readonly id: Digest; readonly form: 'oci-archive' | 'docker-archive' };

/**
 * PodmanStore is the store of Podman, through its own command. It is only read: nothing in it is named, changed or
 * removed. Every method throws an `ActionError`.
 */
export interface PodmanStore {
  /** findImage finds an image by name or ID; undefined if there is none. Throws SOURCE_INVALID for a manifest list. */
  findImage(nameOrId: string): Promise<PodmanImage | undefined>;
  /** imageNames lists the names of its images. */
  imageNames(): Promise<readonly string[]>;
  /** save has Podman write an image into the private folder; once for each folder. */
  save(config: PrivateConfig, image: PodmanImage): Promise<SavedImage>;
}

/** The credential that the engine shows, and the registry for it. */
export type EngineAccount = { readonly registry: string; readonly credential: Credential };

/** A login that existed before us, and where it was found, as a part of a sentence. */
export type OwnLogin = { readonly credential: Credential; readonly from: string };

/** Where a step leaves logins for later steps of its job, and the id by which it finds its own among others. */
export type KeepPlan = { readonly id: string; readonly files: readonly string[] };

/** The result for such logins: how many were removed, and how many had been replaced by others. */
export type Forgotten = { readonly removed: number; readonly replaced: number };

/**
 * Docker is the door to the engine, through the docker CLI. Children get an allow-list of our environment, no shell,
 * and are killed when the step's signal fires. Every method throws an `ActionError`.
 */
export interface Docker {
  /** Images of Podman, which need no Docker engine. */
  readonly podman: PodmanStore;
  /** engine tells which engine answers; throws ENGINE_UNAVAILABLE if none does. */
  engine(): Promise<Engine>;
  /** isPodman tells whether Podman answers. It deletes an image together with the name that a push gave it. */
  isPodman(): Promise<boolean>;
  /** findImage looks an image up by name or ID; undefined if the engine does not have it. */
  findImage(nameOrId: string): Promise<EngineImage | undefined>;
  /**
   * contentOf tells what an image of the containerd store is made of. The engine shows that only by saving it, so the
   * whole image is read. Undefined if it could not be.
   */
  contentOf(id: Digest): Promise<SavedContent | undefined>;
  /** imageNames lists the names of the images that the engine has. */
  imageNames(): Promise<readonly string[]>;
  tag(nameOrId: string, name: string): Promise<void>;
  /** untag removes a name. With its last name an image is removed, too, so keep that one. */
  untag(name: string): Promise<void>;

  /**
   * planConfig names the private folder without creating it, so that it can be remembered first; the same one each
   * time.
   */
  planConfig(): PrivateConfig;
  /** findLogin looks for docker's own login at a registry, without changing anything; undefined if there is none. */
  findLogin(registry: string): Promise<OwnLogin | undefined>;
  /**
   * login gives the CLI a credential for one registry, in a separate folder inside the private one. A password goes to
   * the stdin of `docker login`, a token into docker's file for tokens.
   */
  login(config: PrivateConfig, account: EngineAccount): Promise<EngineLogin>;
  /**
   * removeConfig deletes the folder and all that is in it, and tells whether it was there. With `afterKill`, a `docker
   * login` that outlived its parent process cannot create it again.
   */
  removeConfig(config: PrivateConfig, options?: { readonly afterKill: boolean }): Promise<boolean>;

  /**
   * removeOutlived deletes the private folders that are older than a moment (milliseconds since 1970), next to where
   * ours would be, and returns how many. It follows no link, and touches only folders with our name.
   */
  removeOutlived(before: number): Promise<number>;

  /**
   * endOrphans ends what docker still does for killed steps of ours on this machine, and returns the number of
   * processes. Steps that are still running keep their processes.
   */
  endOrphans(): number;

  /** save has the engine write an image into the private folder; once for each folder. */
  save(config: PrivateConfig, id: Digest): Promise<SavedImage>;

  /**
   * planKeeping finds the files in which later steps look for logins, and writes nothing. Throws INPUT_INVALID if a
   * login at one of these registries could not be left, or docker would not find it.
   */
  planKeeping(registries: readonly string[]): Promise<KeepPlan>;
  /** keepLogins writes logins into the user's own configuration, with a note beside it of what to restore. */
  keepLogins(plan: KeepPlan, logins: readonly EngineAccount[]): Promise<void>;
  /** forgetLogins removes these logins unless somebody has replaced them, and logins that jobs left there days ago. */
  forgetLogins(plan: KeepPlan | undefined): Promise<Forgotten>;

  /** push pushes a name and returns the engine's output; `onProgress` gets a line whenever there is news. */
  push(login: EngineLogin, name: string, onProgress: (line: string) => void): Promise<string>;
}
