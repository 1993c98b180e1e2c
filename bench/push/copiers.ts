import { action, type Command, exists } from './contestants.ts';

/** From where to where: the hosts of both registries, the references that are copied or joined, and the repository. */
export type Way = {
  readonly hosts: readonly [string, string];
  readonly from: readonly string[];
  readonly to: string;
};

/** A program that copies an image between registries, or joins several to an index, or both. */
export type Copier = {
  readonly name: string;
  readonly isThere: () => boolean;
  readonly copy?: (way: Way) => readonly Command[];
  readonly join?: (way: Way) => readonly Command[];
};

export function copiers(folder: string): readonly Copier[] {
  const ours = (lines: readonly string[], { hosts, to }: Way) => {
    const logins = [...new Set(hosts)].map(
      (host) => `- { registry: '${host}', username: a, password: anything-at-all }`,
    );
    const source = lines.map((line) => `docker://${line}`).join('\n');
    return [action({ image: to, source, 'sha-tag': '{sha}', 'registry-auth': logins.join('\n') }, folder)];
  };
  const regctl = ({ hosts }: Way) => [
    'regctl',
    ...[...new Set(hosts)].flatMap((host) => ['--host', `reg=${host},tls=disabled`]),
  ];
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
      copy: ({ from, to }) => {
        const plain = ['--src-tls-verify=false', '--dest-tls-verify=false'];
        const places = [`docker://${from[0]}`, `docker://${to}:copy`];
        return [{ argv: ['skopeo', 'copy', '-q', '--all', '--preserve-digests', ...plain, ...places] }];
      },
    },
    {
      name: 'crane',
      isThere: () => exists('crane'),
      copy: ({ from, to }) => [{ argv: ['crane', 'copy', '--insecure', from[0] ?? '', `${to}:copy`] }],
    },
    {
      name: 'regctl',
      isThere: () => exists('regctl'),
      copy: (way) => [{ argv: [...regctl(way), 'image', 'copy', '--referrers', way.from[0] ?? '', `${way.to}:copy`] }],
      join: (way) => [
        { argv: [...regctl(way), 'index', 'create', `${way.to}:copy`, ...way.from.flatMap((ref) => ['--ref', ref])] },
      ],
    },
    {
      name: 'oras',
      isThere: () => exists('oras'),
      copy: ({ from, to }) => [
        { argv: ['oras', 'cp', '-r', '--from-plain-http', '--to-plain-http', from[0] ?? '', `${to}:copy`] },
      ],
    },
  ];
}
