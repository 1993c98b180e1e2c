import type { Config } from '../image/config.ts';
import type { Content } from '../image/content.ts';
import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import type { Credential } from '../secret/credential.ts';

/** Which of its two stores the engine keeps images in; it decides what an image ID is the digest of. */
export type Store = 'graph-driver' | 'containerd';

export type Engine = { readonly version: string; readonly store: Store };

/**
 * An image that the engine has, as it shows one platform of it. Its ID is one of two digests: that of the config
 * (graph-driver store), or that of the root, a manifest or an index of which it may have a part only (containerd
 * store).
 */
export type EngineImage = Config & {
  readonly id: Digest;
  readonly idOf: 'config' | 'root';
  /** Every name that points at it: tags, and digests that registries gave it. */
  readonly names: readonly string[];
};

/** What an image of the containerd store is made of, read without keeping more of it than its documents. */
export type SavedContent = { readonly root: Manifest; readonly content: Content };

/** Where our logins are, or will be, and what the engine saves for us: a folder that no one else uses. */
export type PrivateConfig = { readonly folder: string };

/** One login of the engine's CLI: a separate configuration folder inside the private one. */
export type EngineLogin = { readonly folder: string };

/** An image as the engine has saved it, in a file that goes with the private folder. `size` is in bytes. */
export type SavedImage = { readonly path: string; readonly size: number };

/** An image of Podman's store: its ID, the digest of its config, and the form in which saving it keeps that. */
export type PodmanImage = { readonly id: Digest; readonly form: 'oci-archive' | 'docker-archive' };

/**
 * PodmanStore is the store of Podman, through its own command. It is read alone: nothing in it is named, changed or
 * removed. Every method throws an `ActionError`.
 */
export interface PodmanStore {
  /** findImage looks an image up by name or ID; undefined if there is none. Throws SOURCE_INVALID for a manifest list. */
  findImage(nameOrId: string): Promise<PodmanImage | undefined>;
  /** imageNames lists the names of its images. */
  imageNames(): Promise<readonly string[]>;
  /** save has Podman write an image into the private folder; once for each folder. */
  save(config: PrivateConfig, image: PodmanImage): Promise<SavedImage>;
}

/** What the engine is to show, and where. */
export type EngineAccount = { readonly registry: string; readonly credential: Credential };

/** A login that was there before us, and where it was found, as a part of a sentence. */
export type OwnLogin = { readonly credential: Credential; readonly from: string };

/** Where a step leaves logins for later steps of its job, and the name by which it finds its own among others. */
export type KeepPlan = { readonly id: string; readonly files: readonly string[] };

/** The result for such logins: how many were removed, and how many had been replaced by others. */
export type Forgotten = { readonly removed: number; readonly replaced: number };

/**
 * Docker is the door to the engine, through the docker CLI. Children get an allow-list of our environment, no shell,
 * and are killed when the step's signal fires. Every method throws an `ActionError`.
 */
export interface Docker {
  /** Images that Podman has, which needs no engine of Docker's. */
  readonly podman: PodmanStore;
  /** engine tells what answers; throws ENGINE_UNAVAILABLE if nothing does. */
  engine(): Promise<Engine>;
  /** isPodman tells whether what answers is Podman, which deletes an image with the name that a push has given it. */
  isPodman(): Promise<boolean>;
  /** findImage looks an image up by name or ID; undefined if the engine does not have it. */
  findImage(nameOrId: string): Promise<EngineImage | undefined>;
  /**
   * contentOf tells what an image of the containerd store is made of, which the engine shows only by saving it: the
   * whole image is read. Undefined if it could not be.
   */
  contentOf(id: Digest): Promise<SavedContent | undefined>;
  /** imageNames lists the names of the images that the engine has. */
  imageNames(): Promise<readonly string[]>;
  tag(nameOrId: string, name: string): Promise<void>;
  /** untag removes a name; with its last name an image goes too, so keep that one. */
  untag(name: string): Promise<void>;

  /** planConfig names the private folder without making it, so that it can be remembered first; the same one each time. */
  planConfig(): PrivateConfig;
  /** findLogin looks for a login of docker's own at a registry, without changing anything; undefined if there is none. */
  findLogin(registry: string): Promise<OwnLogin | undefined>;
  /**
   * login gives the CLI a credential for one registry, in a separate folder inside the private one. A password goes to
   * the stdin of `docker login`, a token into docker's file for tokens.
   */
  login(config: PrivateConfig, account: EngineAccount): Promise<EngineLogin>;
  /**
   * removeConfig deletes the folder with all that is in it, whether or not it was made, and tells whether it was there.
   * `afterKill` also keeps it from being made again by a `docker login` that outlived the process that started it.
   */
  removeConfig(config: PrivateConfig, options?: { readonly afterKill: boolean }): Promise<boolean>;

  /**
   * removeOutlived deletes the private folders that are older than a moment (milliseconds since 1970), next to where
   * ours would be, and tells how many there were. It follows no link, and touches nothing that has not our name.
   */
  removeOutlived(before: number): Promise<number>;

  /**
   * endOrphans ends what docker still does for steps of ours that were killed, on this machine, and tells how many
   * processes that were. Another step that is still there keeps its own.
   */
  endOrphans(): number;

  /** save has the engine write an image into the private folder; once for each folder. */
  save(config: PrivateConfig, id: Digest): Promise<SavedImage>;

  /**
   * planKeeping finds where later steps look for logins, and writes nothing. Throws INPUT_INVALID where a login at one
   * of these registries could not be left, or docker would not find it.
   */
  planKeeping(registries: readonly string[]): Promise<KeepPlan>;
  /** keepLogins writes logins into the user's own configuration, with a note beside it of what to put back. */
  keepLogins(plan: KeepPlan, logins: readonly EngineAccount[]): Promise<void>;
  /** forgetLogins removes these logins if nobody has replaced them, and logins that jobs left there days ago. */
  forgetLogins(plan: KeepPlan | undefined): Promise<Forgotten>;

  /** push pushes a name and returns what the engine printed; `onProgress` gets a line whenever there is news. */
  push(login: EngineLogin, name: string, onProgress: (line: string) => void): Promise<string>;
}
