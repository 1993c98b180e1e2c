import { sha256 } from '../../doubles/registry/digest.ts';
import type { Random } from '../random.ts';

/** How a part was made: what its config says, and how it is wrapped. */
export type Made = {
  readonly name: string;
  readonly os: string;
  readonly architecture: string;
  readonly variant: string | undefined;
  readonly osVersion: string | undefined;
  readonly osFeatures: readonly string[] | undefined;
  readonly revision: string | undefined;
  readonly isDocker: boolean;
  /** How many indexes stand around it. */
  readonly wraps: number;
  /** Whether another platform is beside it in its index. */
  readonly isSeveral: boolean;
  readonly image: Bytes;
  readonly attestations: readonly { readonly part: Bytes; readonly annotations: Readonly<Record<string, string>> }[];
  readonly root: Bytes;
  /** Everything, by its digest. */
  readonly all: ReadonlyMap<string, Bytes>;
};
export type Bytes = { readonly digest: string; readonly mediaType: string; readonly bytes: Buffer };

/** What a set of parts is to be joined for: the run's commit, or any one. */
export type Asked = { readonly parts: readonly Made[]; readonly commit: string | undefined };

const PLATFORMS = [
  ['linux', 'amd64', undefined],
  ['linux', 'amd64', 'v1'],
  ['linux', 'amd64', 'v3'],
  ['linux', 'arm64', undefined],
  ['linux', 'arm64', 'v8'],
  ['linux', 'arm', undefined],
  ['linux', 'arm', 'v6'],
  ['linux', 'arm', 'v7'],
  ['linux', 's390x', undefined],
  ['windows', 'amd64', undefined],
] as const;
const VERSIONS = ['10.0.17763.1', '10.0.20348.1', '10.0.20348.9', undefined] as const;
const OCI = 'application/vnd.oci.image.';
const DOCKER = 'application/vnd.docker.';
export const COMMITS = ['a'.repeat(40), 'b'.repeat(40)] as const;

/** nextSet makes parts that mostly fit together: all of one commit, each for its own platform. */
export function nextSet(random: Random): Asked {
  const count = 1 + random.below(4);
  const labelled = random.pick([undefined, undefined, ...COMMITS]);
  const parts = Array.from({ length: count }, (_, at) => {
    const platform = random.chance(0.1) ? random.pick(PLATFORMS) : PLATFORMS[(at * 3 + random.below(3)) % 10];
    return nextPart(random, { at, platform: platform ?? PLATFORMS[0], labelled });
  });
  return { parts, commit: random.pick([undefined, labelled ?? COMMITS[0], labelled ?? COMMITS[0], COMMITS[1]]) };
}

type Plan = {
  readonly at: number;
  readonly platform: readonly [string, string, string | undefined];
  readonly labelled: string | undefined;
};

function nextPart(random: Random, { at, platform: [os, architecture, variant], labelled }: Plan): Made {
  const all = new Map<string, Bytes>();
  const put = (mediaType: string, text: string): Bytes => {
    const bytes = Buffer.from(text);
    const part = { digest: sha256(bytes), mediaType, bytes };
    all.set(part.digest, part);
    return part;
  };
  const isDocker = random.chance(0.3);
  const type = (oci: string, docker: string) => (isDocker ? `${DOCKER}${docker}` : `${OCI}${oci}`);
  const osVersion = os === 'windows' ? random.pick(VERSIONS) : undefined;
  const osFeatures = random.chance(0.1) ? random.pick([['win32k'], [], ['a', 'b']]) : undefined;
  const revision = random.chance(0.06) ? random.pick([undefined, ...COMMITS]) : labelled;
  const layer = put(type('layer.v1.tar', 'image.rootfs.diff.tar'), `layer ${random.below(3)}`);
  const manifest = (config: Bytes, layers: readonly Bytes[]) =>
    put(
      type('manifest.v1+json', 'distribution.manifest.v2+json'),
      JSON.stringify({ schemaVersion: 2, config: said(config), layers: layers.map(said) }),
    );
  const image = (machine: object) => {
    const config = {
      ...machine,
      'os.version': osVersion,
      'os.features': osFeatures,
      config: { Labels: revision === undefined ? {} : { 'org.opencontainers.image.revision': revision } },
      rootfs: { type: 'layers', diff_ids: [layer.digest] },
      created: `${at} ${random.below(1000)}`,
    };
    return manifest(put(type('config.v1+json', 'container.image.v1+json'), JSON.stringify(config)), [layer]);
  };
  const own = image({ architecture, os, variant });
  const isSeveral = random.chance(0.04);
  const wraps = isSeveral ? 1 : random.below(3);
  const count = wraps === 0 ? 0 : random.below(3);
  const attestations = Array.from({ length: count }, (_, number) => {
    const annotations = {
      'vnd.docker.reference.type': 'attestation-manifest',
      ...(random.chance(0.2) ? { another: 'ä "quoted"' } : {}),
      'vnd.docker.reference.digest': own.digest,
    };
    const statement = put('application/vnd.in-toto+json', `{"of":"${own.digest}","number":${number}}`);
    const config = put(`${OCI}config.v1+json`, `{"os":"unknown","architecture":"unknown","number":${number}}`);
    return { part: manifest(config, [statement]), annotations };
  });
  const isNowhereSaid = random.chance(0.8);
  const nowhere = isNowhereSaid ? { platform: { architecture: 'unknown', os: 'unknown' } } : {};
  const beside = isSeveral ? [{ ...said(image({ architecture: 'ppc64le', os: 'linux' })) }] : [];
  let root = own;
  for (let wrap = 0; wrap < wraps; wrap++) {
    // An index may say the variant that its config leaves out, or nothing of the platform.
    const platform = wrap === 0 && random.chance(0.5) ? { platform: { os, architecture, variant } } : {};
    const here = wrap === 0 ? attestations : [];
    const manifests = [
      { ...said(root), ...platform },
      ...(wrap === 0 ? beside : []),
      ...here.map(({ part, annotations }) => ({ ...said(part), annotations, ...nowhere })),
    ];
    root = put(`${OCI}index.v1+json`, JSON.stringify({ schemaVersion: 2, manifests }));
  }
  const name = `part-${random.chance(0.03) ? 0 : at}`;
  const config = { os, architecture, variant, osVersion, osFeatures, revision };
  return { name, ...config, isDocker, wraps, isSeveral, image: own, attestations, root, all };
}

function said({ mediaType, digest, bytes }: Bytes): { mediaType: string; digest: string; size: number } {
  return { mediaType, digest, size: bytes.length };
}
