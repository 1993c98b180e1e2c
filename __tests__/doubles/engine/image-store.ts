import type { Image, ImageIndex } from '../registry/images.ts';

export type StoreKind = 'graph-driver' | 'containerd';
export type Held = Image | ImageIndex;

/** The platform of the machine that the engine says it runs on. */
const HOST = 'linux/amd64';

/** The images that an engine has, and their names in the short form in which it shows them. */
export class ImageStore {
  readonly kind: StoreKind;
  readonly #images = new Map<string, Held>();
  readonly #names = new Map<string, string>();
  /** Platforms of an index whose content is here, where that is not all of them. */
  readonly #present = new Map<string, readonly string[]>();

  constructor(kind: StoreKind) {
    this.kind = kind;
  }

  get names(): readonly string[] {
    return [...this.#names.keys()].sort();
  }

  load(image: Held, names: readonly string[], present?: readonly string[]): string {
    const id = this.idOf(image);
    this.#images.set(id, image);
    if (present !== undefined) this.#present.set(id, present);
    for (const name of names) this.#names.set(familiar(name), id);
    return id;
  }

  /** The graph-driver store knows images by their config, the containerd store by their manifest or index. */
  idOf(image: Held): string {
    if (this.kind === 'containerd') return image.digest;
    if ('children' in image) throw new Error('a graph-driver store holds images, no indexes');
    return image.config.digest;
  }

  find(nameOrId: string): Held | undefined {
    const id = this.#names.get(familiar(nameOrId));
    if (id !== undefined) return this.#images.get(id);
    const hex = nameOrId.replace(/^sha256:/, '');
    if (!/^[0-9a-f]{12,64}$/.test(hex)) return undefined;
    return [...this.#images].find(([each]) => each.startsWith(`sha256:${hex}`))?.[1];
  }

  /** tag gives an image one more name; false if it is not here. */
  tag(nameOrId: string, name: string): boolean {
    const image = this.find(nameOrId);
    if (image !== undefined) this.#names.set(familiar(name), this.idOf(image));
    return image !== undefined;
  }

  /** What of an image a push can send: an index whose content is not all here shrinks to the one image that is. */
  pushable(image: Held): Held | undefined {
    const present = this.#present.get(this.idOf(image));
    if (present === undefined) return image;
    const images = imagesOf(image).filter((each) => present.includes(platformOf(each)));
    return images.length === 1 ? images[0] : undefined;
  }

  namesOf(image: Held): readonly string[] {
    const id = this.idOf(image);
    return this.names.filter((name) => this.#names.get(name) === id);
  }

  /** An image goes with its last name. What was taken away is told in docker's words. */
  remove(name: string): readonly string[] {
    const image = this.find(name);
    if (image === undefined) return [];
    this.#names.delete(familiar(name));
    const said = [`Untagged: ${familiar(name)}`];
    if (this.namesOf(image).length > 0) return said;
    this.#images.delete(this.idOf(image));
    return [...said, `Deleted: ${this.idOf(image)}`];
  }
}

/** familiar is a name as docker shows it: with a tag, without what stands for Docker Hub. */
export function familiar(name: string): string {
  const short = name.replace(/^docker\.io\/(?:library\/)?/, '');
  return short.lastIndexOf(':') > short.lastIndexOf('/') ? short : `${short}:latest`;
}

/** shownImage is the one image that an engine tells of: of an index, that for its own machine, or else the first. */
export function shownImage(held: Held): Image {
  const images = imagesOf(held);
  const shown = images.find((image) => platformOf(image) === HOST) ?? images[0];
  if (shown === undefined) throw new Error('an index without an image');
  return shown;
}

/** imagesOf lists the images of an index, without the attestations. */
export function imagesOf(held: Held): readonly Image[] {
  if (!('children' in held)) return [held];
  return held.children.filter((image) => platformOf(image) !== 'unknown/unknown');
}

function platformOf({ config }: Image): string {
  const { os, architecture, variant } = JSON.parse(config.bytes.toString()) as Record<string, string>;
  return [os, architecture, variant].filter((part) => part !== undefined).join('/');
}
