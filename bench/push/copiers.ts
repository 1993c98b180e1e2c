import { action, type Command, exists } from './contestants.ts';
import { type Security, signedIn, USER } from './secure.ts';

/** From where to where: the hosts of both registries, the references that are copied or joined, and the repository. */
export type Way = {
  readonly hosts: readonly [string, string];
  readonly from: readonly string[];
  readonly to: string;
  /** If the registries have TLS and a login. */
  readonly security?: Security | undefined;
};

/** A program that copies an image between registries, or joins several to an index, or both. */
export type Copier = {
  readonly name: string;
  readonly isThere: () => boolean;
  readonly copy?: (way: Way) => readonly Command[];
  readonly join?: (way: Way) => readonly Command[];
};

export function copiers(folder: string): readonly Copier[] {
  const ours = (lines: readonly string[], { hosts, to, security }: Way): readonly Command[] => {
    const { username, password } = USER;
    const logins = [...new Set(hosts)].map((host) => `- ${JSON.stringify({ registry: host, username, password })}`);
    const source = lines.map((line) => `docker://${line}`).join('\n');
    const { argv, env } = action({ image: to, source, 'sha-tag': '{sha}', 'registry-auth': logins.join('\n') }, folder);
    return [
      { argv, env: { ...env, ...(security === undefined ? {} : { NODE_EXTRA_CA_CERTS: security.certificate }) } },
    ];
  };
  const regctl = ({ hosts, security }: Way) => [
    'regctl',
    ...[...new Set(security === undefined ? hosts : [])].flatMap((host) => ['--host', `reg=${host},tls=disabled`]),
  ];
  const theirs = ({ hosts, security }: Way, ...argv: readonly string[]): readonly Command[] => [
    { argv, env: security === undefined ? {} : signedIn(security, hosts) },
  ];
  /** What a program must be told about a registry without TLS. */
  const unlessTls = ({ security }: Way, ...options: readonly string[]) => (security === undefined ? options : []);
  return [
    {
      name: 'ours',
      isThere: () => true,
      copy: (way) => ours(way.from.slice(0, 1), way),
      join: (way) => ours(way.from, way),
    },
    {
      name: 'skopeo',
      isThere: () => exists('skopeo'),
      copy: (way) => {
        const plain = unlessTls(way, '--src-tls-verify=false', '--dest-tls-verify=false');
        const places = [`docker://${way.from[0]}`, `docker://${way.to}:copy`];
        return theirs(way, 'skopeo', 'copy', '-q', '--all', '--preserve-digests', ...plain, ...places);
      },
    },
    {
      name: 'crane',
      isThere: () => exists('crane'),
      copy: (way) => theirs(way, 'crane', 'copy', ...unlessTls(way, '--insecure'), way.from[0] ?? '', `${way.to}:copy`),
    },
    {
      name: 'regctl',
      isThere: () => exists('regctl'),
      copy: (way) => theirs(way, ...regctl(way), 'image', 'copy', '--referrers', way.from[0] ?? '', `${way.to}:copy`),
      join: (way) =>
        theirs(way, ...regctl(way), 'index', 'create', `${way.to}:copy`, ...way.from.flatMap((ref) => ['--ref', ref])),
    },
    {
      name: 'oras',
      isThere: () => exists('oras'),
      copy: (way) => {
        const plain = unlessTls(way, '--from-plain-http', '--to-plain-http');
        return theirs(way, 'oras', 'cp', '-r', ...plain, way.from[0] ?? '', `${way.to}:copy`);
      },
    },
  ];
}
