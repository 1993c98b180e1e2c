import { sha256 } from '../../doubles/registry/digest.ts';
import type { Random } from '../random.ts';

/** Bytes under their own digest. */
export type Part = { readonly digest: string; readonly bytes: Buffer; readonly mediaType: string };

/** What an index says of a child, right or wrong. */
export type Said = {
  readonly platform: string | undefined;
  readonly osVersion: string | undefined;
  readonly isCalledAttestation: boolean;
  /** What it says of the size, and of the media type, that is not so. */
  readonly lies: 'size' | 'type' | undefined;
};

export type Leaf = {
  readonly kind: 'leaf';
  readonly part: Part;
  readonly config: Part & { readonly platform: string | undefined; readonly osVersion: string | undefined };
  /** What the config's bytes are: that of an image, of nothing, or none that can be read. */
  readonly reads: 'image' | 'nothing' | 'broken' | 'misspelt';
  readonly diffIds: number;
  readonly layers: readonly (Part & { readonly lies: boolean })[];
};
export type Index = { readonly kind: 'index'; readonly part: Part; readonly children: readonly Child[] };
export type Child = { readonly said: Said; readonly node: Leaf | Index };

/** An image or what looks like one, and the parts of it that are not there. */
export type Made = {
  readonly root: Leaf | Index;
  readonly parts: ReadonlyMap<string, Part>;
  readonly gone: ReadonlySet<string>;
};

const MANIFESTS = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const;
const INDEX = 'application/vnd.oci.image.index.v1+json';
const CONFIGS = ['application/vnd.oci.image.config.v1+json', 'application/vnd.docker.container.image.v1+json'] as const;
const ODD_CONFIGS = ['application/octet-stream', 'application/vnd.oci.empty.v1+json'] as const;
const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip';
const FOREIGN = 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip';
export const MACHINES = ['linux/amd64', 'linux/arm64', 'linux/arm', 'windows/amd64'] as const;
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  'linux/amd64': ['linux/amd64', 'linux/amd64', 'linux/amd64/v1', 'linux/amd64/v3'],
  'linux/arm64': ['linux/arm64', 'linux/arm64/v8'],
  'linux/arm': ['linux/arm', 'linux/arm/v7', 'linux/arm/v6'],
  'windows/amd64': ['windows/amd64'],
};
const VERSIONS = ['10.0.17763.1', '10.0.20348.1', '10.0.20348.2'] as const;

/** How often something odd is made of a thing: seldom, so that many images are good. */
const ODD = 0.03;

export class RandomImages {
  readonly #random: Random;
  #parts = new Map<string, Part>();
  #leaves: Leaf[] = [];
  #made = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  next(): Made {
    this.#parts = new Map();
    this.#leaves = [];
    const root = this.#random.chance(0.25) ? this.#leaf(this.#random.chance(0.1)) : this.#index(0);
    const gone = [...this.#parts.keys()].filter((digest) => digest !== root.part.digest && this.#random.chance(0.015));
    return { root, parts: this.#parts, gone: new Set(gone) };
  }

  #index(depth: number): Index {
    const count = this.#random.chance(ODD) ? 0 : 1 + this.#random.below(4);
    const children = Array.from({ length: count }, () => this.#child(depth));
    const manifests = children.map(({ said, node: { part } }) => ({
      mediaType: said.lies === 'type' ? this.#random.pick(MANIFESTS) : part.mediaType,
      digest: part.digest,
      size: part.bytes.length + (said.lies === 'size' ? 1 : 0),
      ...platformOf(said),
      ...(said.isCalledAttestation ? { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } } : {}),
    }));
    // What was meant as a lie about the type may be the truth.
    const told = children.map((child, at) =>
      child.said.lies === 'type' && manifests[at]?.mediaType === child.node.part.mediaType
        ? { ...child, said: { ...child.said, lies: undefined } }
        : child,
    );
    const document = { schemaVersion: 2, mediaType: INDEX, manifests };
    return { kind: 'index', part: this.#put(INDEX, JSON.stringify(document)), children: told };
  }

  #child(depth: number): Child {
    const isIndex = depth < 3 && this.#random.chance(depth === 0 ? 0.12 : 0.25);
    const lies = this.#random.chance(ODD / 2) ? this.#random.pick(['size', 'type'] as const) : undefined;
    if (isIndex) {
      const said = { platform: undefined, osVersion: undefined, isCalledAttestation: this.#random.chance(ODD), lies };
      return { said, node: this.#index(depth + 1) };
    }
    const isAttestation = this.#random.chance(0.2);
    const isKnown = this.#leaves.length > 0 && this.#random.chance(0.1);
    const node = isKnown ? this.#random.pick(this.#leaves) : this.#leaf(isAttestation);
    const { platform, osVersion } = node.config;
    const isSilent = this.#random.chance(0.15);
    const machine = this.#random.chance(ODD) ? this.#random.pick(MACHINES) : (platform ?? 'unknown/unknown');
    const said = this.#random.pick(VARIANTS[machine] ?? [machine]);
    const isForNothing = isAttestation ? !this.#random.chance(ODD) : this.#random.chance(ODD / 2);
    return {
      node,
      said: {
        platform: isForNothing ? (isSilent ? undefined : 'unknown/unknown') : isSilent ? undefined : said,
        osVersion: osVersion !== undefined && this.#random.chance(0.7) ? osVersion : undefined,
        isCalledAttestation: isAttestation ? !this.#random.chance(ODD) : this.#random.chance(ODD),
        lies,
      },
    };
  }

  #leaf(isAttestation: boolean): Leaf {
    this.#made += 1;
    const mediaType = this.#random.pick(MANIFESTS);
    const layers = Array.from({ length: this.#random.below(4) }, () => {
      const type = this.#random.chance(ODD / 2) ? FOREIGN : LAYER;
      return {
        ...this.#put(type, `layer ${this.#random.below(12)}`),
        mediaType: type,
        lies: this.#random.chance(ODD / 3),
      };
    });
    const reads = isAttestation
      ? this.#random.chance(ODD)
        ? this.#random.pick(['image', 'broken', 'misspelt'] as const)
        : 'nothing'
      : this.#random.chance(ODD)
        ? this.#random.pick(['nothing', 'broken', 'misspelt'] as const)
        : 'image';
    const diffIds = layers.length + (this.#random.chance(ODD / 2) ? 1 : 0);
    const machine = this.#random.pick(MACHINES);
    const osVersion = machine === 'windows/amd64' && this.#random.chance(0.8) ? this.#random.pick(VERSIONS) : undefined;
    const isOdd = isAttestation ? this.#random.chance(0.5) : this.#random.chance(ODD);
    const config = this.#put(
      this.#random.pick(isOdd ? ODD_CONFIGS : CONFIGS),
      this.#configText({ reads, machine, osVersion, diffIds }),
    );
    const descriptor = ({ mediaType: type, digest, bytes }: Part, more = 0) => ({
      mediaType: type,
      digest,
      size: bytes.length + more,
    });
    const document = {
      schemaVersion: 2,
      mediaType,
      config: descriptor(config),
      layers: layers.map((layer) => descriptor(layer, layer.lies ? 1 : 0)),
      annotations: { number: String(this.#made) },
    };
    const leaf: Leaf = {
      kind: 'leaf',
      part: this.#put(mediaType, JSON.stringify(document)),
      config: { ...config, platform: reads === 'image' ? machine : undefined, osVersion },
      reads,
      diffIds,
      layers,
    };
    this.#leaves.push(leaf);
    return leaf;
  }

  #configText({
    reads,
    machine,
    osVersion,
    diffIds,
  }: Pick<Leaf, 'reads' | 'diffIds'> & { machine: string; osVersion: string | undefined }): string {
    const [os, architecture] = machine.split('/');
    const number = this.#made;
    switch (reads) {
      case 'nothing':
        return JSON.stringify({ number, ...(number % 2 === 0 ? {} : { os: 'unknown', architecture: 'unknown' }) });
      case 'broken':
        return `{"number":${number}`;
      case 'misspelt':
        return JSON.stringify({ number, OS: os, Architecture: architecture });
      case 'image': {
        const diff_ids = Array.from({ length: diffIds }, (_, at) => sha256(Buffer.from(`diff ${at}`)));
        const version = osVersion === undefined ? {} : { 'os.version': osVersion };
        return JSON.stringify({ number, os, architecture, ...version, rootfs: { type: 'layers', diff_ids } });
      }
    }
  }

  #put(mediaType: string, text: string): Part {
    const bytes = Buffer.from(text);
    const part = { digest: sha256(bytes), bytes, mediaType };
    this.#parts.set(part.digest, part);
    return part;
  }
}

function platformOf({ platform, osVersion }: Said): object {
  if (platform === undefined) return {};
  const [os, architecture, variant] = platform.split('/');
  const version = osVersion === undefined ? {} : { 'os.version': osVersion };
  return { platform: { os, architecture, ...(variant === undefined ? {} : { variant }), ...version } };
}
