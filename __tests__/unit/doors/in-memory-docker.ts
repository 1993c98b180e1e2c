import type {
  Docker,
  Engine,
  EngineAccount,
  EngineImage,
  EngineLogin,
  Forgotten,
  KeepPlan,
  OwnLogin,
  PodmanImage,
  PodmanStore,
  PrivateConfig,
  SavedContent,
  SavedImage,
  Store,
} from '../../../src/docker/docker.ts';
import { ActionError } from '../../../src/errors.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { type Descriptor, parseManifest } from '../../../src/image/manifest.ts';
import type { Tested } from '../../../src/image/tested.ts';
import { testedByEngine } from '../../../src/push/engine-image.ts';
import type { Credential } from '../../../src/secret/credential.ts';
import type { Image, ImageIndex } from '../../doubles/registry/images.ts';
import type { InMemoryRegistry } from './in-memory-registry.ts';

type Kept = { readonly image: Omit<EngineImage, 'names'>; readonly pushed: Image | ImageIndex };

/** An engine that is two maps: images by ID, and names that point at them. An image goes with its last name. */
export class InMemoryDocker implements Docker {
  readonly store: Store;
  readonly images = new Map<string, Kept>();
  readonly names = new Map<string, string>();
  readonly configs = new Set<string>();
  readonly journal: string[];
  /** Every secret that was handed to a login. */
  readonly logins: LoginSeen[] = [];
  /** Logins that docker has by itself, by registry. */
  readonly ownLogins = new Map<string, OwnLogin>();
  /** Where pushes go to; without one the engine says that it pushed, and nothing is stored. */
  registry: InMemoryRegistry | undefined;
  /** Which registry a name is on, where there is more than one. */
  registryOf: (name: string) => InMemoryRegistry | undefined = () => this.registry;
  /** What happens instead of, or right after, a step. */
  failsAt: string | undefined;
  afterPush: (name: string) => void = () => {};
  /** Puts what it has saved where it can be opened. */
  afterSave: (path: string, image: Image | ImageIndex) => void = () => {};
  behavesAsPodman = false;
  /** What Podman has, by name, and what it saves of it. */
  readonly podmans = new Map<string, PodmanImage & { readonly saves: Image }>();
  readonly podman: PodmanStore = {
    findImage: async (name) => {
      this.#at(`podman.find ${name}`);
      return this.podmans.get(name);
    },
    imageNames: async () => [...this.podmans.keys()],
    save: async ({ folder }, { id, form }) => {
      this.configs.add(folder);
      this.#at(`podman.save ${form}`);
      const image = [...this.podmans.values()].find((each) => each.id === id);
      const path = `${folder}/image.tar`;
      if (image !== undefined) this.afterSave(path, image.saves);
      return { path, size: 3 << 20 };
    },
  };
  #planned = 0;

  constructor(store: Store = 'graph-driver', journal: string[] = []) {
    this.store = store;
    this.journal = journal;
  }

  /** Puts an image into the store as a build does; `pushed` is what a push of it sends, the image itself by default. */
  build(image: Image, names: readonly string[], pushed: Image | ImageIndex = image): EngineImage {
    const kept = { image: engineImage(image, this.store, pushed.digest), pushed };
    this.images.set(kept.image.id, kept);
    for (const name of names) this.names.set(name, kept.image.id);
    return { ...kept.image, names };
  }

  namesOf(id: string): readonly string[] {
    return [...this.names].flatMap(([name, target]) => (target === id ? [name] : []));
  }

  async isPodman(): Promise<boolean> {
    return this.behavesAsPodman;
  }

  async engine(): Promise<Engine> {
    return { version: '28.2.2', store: this.store };
  }

  async findImage(nameOrId: string): Promise<EngineImage | undefined> {
    this.#at(`docker.find ${nameOrId}`);
    const kept = this.images.get(this.names.get(nameOrId) ?? nameOrId);
    return kept === undefined ? undefined : { ...kept.image, names: this.namesOf(kept.image.id) };
  }

  /** What it was asked to save, to tell what an image is made of. */
  readonly examined: string[] = [];

  async contentOf(id: Digest): Promise<SavedContent | undefined> {
    this.examined.push(id);
    const { pushed } = this.images.get(id) ?? {};
    if (pushed === undefined) return undefined;
    const leaves = 'children' in pushed ? pushed.children : [pushed];
    const documents = new Map([pushed, ...leaves].map((document) => [document.digest, document]));
    const blobs = new Map(
      leaves.flatMap(({ config, layers }) => [config, ...layers]).map((blob) => [blob.digest, blob]),
    );
    const content = {
      manifest: async ({ digest }: Descriptor) => documents.get(digest),
      config: async ({ digest }: Descriptor) => blobs.get(digest)?.bytes,
      sizeOf: async ({ digest }: Descriptor) => blobs.get(digest)?.size,
    };
    return { root: parseManifest(pushed.bytes, pushed.mediaType), content };
  }

  async imageNames(): Promise<readonly string[]> {
    return [...this.names.keys()];
  }

  async tag(nameOrId: string, name: string): Promise<void> {
    this.#at(`docker.tag ${name}`);
    const id = this.names.get(nameOrId) ?? nameOrId;
    if (!this.images.has(id)) throw failed(`no such image: ${id}`);
    this.names.set(name, id);
  }

  async untag(name: string): Promise<void> {
    this.#at(`docker.untag ${name}`);
    const id = this.names.get(name);
    if (id === undefined) throw failed(`no such name: ${name}`);
    this.names.delete(name);
    if (this.namesOf(id).length === 0) this.images.delete(id);
  }

  planConfig(): PrivateConfig {
    this.#planned += 1;
    return { folder: `/runner/verified-image-push-${this.#planned}` };
  }

  async findLogin(registry: string): Promise<OwnLogin | undefined> {
    this.#at(`docker.findLogin ${registry}`);
    return this.ownLogins.get(registry);
  }

  async login({ folder }: PrivateConfig, { registry, credential }: EngineAccount): Promise<EngineLogin> {
    // The folder is there before the password is known to be wrong, as with docker.
    this.configs.add(folder);
    this.#at('docker.login');
    this.logins.push({ registry, ...revealed(credential) });
    return { folder: `${folder}/${this.logins.length}` };
  }

  async removeConfig({ folder }: PrivateConfig): Promise<boolean> {
    this.#at('docker.removeConfig');
    return this.configs.delete(folder);
  }

  /** How many processes docker has left running. */
  orphans = 0;

  endOrphans(): number {
    this.#at('docker.endOrphans');
    return this.orphans;
  }

  /** How many logins others have left, and up to when they were asked for. */
  outlived = 0;
  outlivedBefore: number | undefined;

  async removeOutlived(before: number): Promise<number> {
    this.#at('docker.removeOutlived');
    this.outlivedBefore = before;
    return this.outlived;
  }

  async save({ folder }: PrivateConfig, id: Digest): Promise<SavedImage> {
    this.configs.add(folder);
    this.#at(`docker.save ${id}`);
    const { pushed } = this.images.get(id) ?? {};
    if (pushed === undefined) throw failed(`no such image: ${id}`);
    const path = `${folder}/image.tar`;
    this.afterSave(path, pushed);
    return { path, size: 3 << 20 };
  }

  /** What is left for later steps, by the plan that it was left under. */
  readonly kept = new Map<string, readonly LoginSeen[]>();
  forgotten: Forgotten = { removed: 0, replaced: 0 };

  async planKeeping(registries: readonly string[]): Promise<KeepPlan> {
    this.#at(`docker.planKeeping ${registries.join(' ')}`.trim());
    return { id: `plan-${registries.length}`, files: ['/home/.docker/config.json'] };
  }

  async keepLogins({ id }: KeepPlan, logins: readonly EngineAccount[]): Promise<void> {
    this.#at('docker.keepLogins');
    const seen = logins.map(({ registry, credential }) => ({ registry, ...revealed(credential) }));
    this.kept.set(id, seen);
  }

  async forgetLogins(plan: KeepPlan | undefined): Promise<Forgotten> {
    this.#at('docker.forgetLogins');
    if (plan !== undefined) this.kept.delete(plan.id);
    return this.forgotten;
  }

  async push(_login: EngineLogin, name: string, onProgress: (line: string) => void): Promise<string> {
    const kept = this.images.get(this.names.get(name) ?? '');
    if (kept === undefined) throw failed(`An image does not exist locally with the tag: ${name}`);
    this.#at(`docker.push ${name}`);
    onProgress('099806ca5cbe: Pushed');
    const tag = name.slice(name.lastIndexOf(':') + 1);
    const { digest, bytes } = kept.pushed;
    this.registryOf(name)?.seed(kept.pushed, tag);
    this.afterPush(name);
    return `The push refers to repository [${name}]\n${tag}: digest: ${digest} size: ${bytes.length}\n`;
  }

  #at(step: string): void {
    this.journal.push(step);
    if (this.failsAt !== undefined && step.startsWith(this.failsAt)) throw failed(`${step} failed`);
  }
}

/** A login, its secrets in the open. */
type LoginSeen = { readonly registry: string } & Readonly<Partial<Record<string, string>>>;

function revealed(credential: Credential): Record<string, string> {
  if ('password' in credential) return { username: credential.username, password: credential.password.reveal() };
  return 'identityToken' in credential
    ? { identityToken: credential.identityToken.reveal() }
    : { registryToken: credential.registryToken.reveal() };
}

/** What `docker image inspect` shows of an image that buildImage has built. */
export function engineImage(image: Image, store: Store, root: string = image.digest): Omit<EngineImage, 'names'> {
  const { architecture, os, variant, created, config } = JSON.parse(image.config.bytes.toString());
  const labels = Object.keys(config.Labels).length > 0 ? { Labels: config.Labels } : {};
  return {
    id: (store === 'graph-driver' ? image.config.digest : root) as Digest,
    idOf: store === 'graph-driver' ? 'config' : 'root',
    diffIds: image.diffIds as readonly Digest[],
    platform: [os, architecture, ...(variant === undefined ? [] : [variant])].join('/'),
    osVersion: undefined,
    created,
    runConfig: JSON.stringify({ Cmd: config.Cmd, ...labels }),
    revision: config.Labels['org.opencontainers.image.revision'],
  };
}

/** What an engine shows of such an image, as a source tells it. */
export function engineTested(image: Image, store: Store, root?: string): Tested {
  return testedByEngine({ ...engineImage(image, store, root), names: [] });
}

function failed(message: string): ActionError {
  return new ActionError('PUSH_FAILED', message, { hint: '-' });
}
