import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Made } from './images.ts';

/** One program run, as it is timed. */
export type Command = { readonly argv: readonly string[]; readonly env?: Readonly<Record<string, string>> };

/** Where an image goes: `host/repository`, and the tags it gets. */
export type Goal = {
  readonly repositories: readonly string[];
  readonly host: string;
  readonly tags: readonly string[];
};

/** Where the image is that is to be pushed: in a folder, in a file, or in the engine already. */
export const SOURCES = ['layout', 'archive', 'engine'] as const;
export type SourceForm = (typeof SOURCES)[number];

/** A way to push. `source` is the form of the image that it takes. */
export type Contestant = {
  readonly name: string;
  readonly source: SourceForm;
  readonly isThere: () => boolean;
  /** What is done before each run, untimed. */
  readonly prepare?: (image: Made, goal: Goal) => readonly Command[];
  /** Commands that are run one after the other, and timed together. */
  readonly commands: (image: Made, goal: Goal) => readonly Command[];
  /** What is undone after each run, untimed. */
  readonly cleanup?: (image: Made, goal: Goal) => readonly Command[];
};

const root = resolve(import.meta.dirname, '../..');
const COMMIT = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';

/** What is called ours: where it takes the image from, and what else it is told. */
type Ours = {
  readonly name: string;
  readonly source: SourceForm;
  readonly from: (image: Made) => string;
  readonly engine?: 'docker' | 'direct';
};

function ours({ name, source, from, engine }: Ours, folder: string): Contestant {
  return {
    name,
    source,
    isThere: () => engine === undefined || hasEngine(),
    commands: (image, { repositories, tags }) => [
      action(
        {
          image: repositories.join('\n'),
          source: from(image),
          // As many tags as the others write, of which the first names the commit.
          'sha-tag': `${tags[0]}-{sha}`,
          tags: tags.slice(1).join('\n'),
          username: 'anyone',
          password: 'anything-at-all',
          ...(engine === undefined ? {} : { engine }),
        },
        folder,
      ),
    ],
  };
}

/** action is the action as a runner starts it: its bundle on Node, its inputs in the environment. */
export function action(given: Readonly<Record<string, string>>, folder: string): Command {
  const event = join(mkdtempSync(join(folder, 'event-')), 'event.json');
  writeFileSync(event, JSON.stringify({ deleted: false, repository: { id: 1, default_branch: 'main' } }));
  return {
    argv: [process.execPath, join(root, 'dist/main/index.js')],
    env: {
      ...inputs(given),
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: COMMIT,
      GITHUB_REPOSITORY_ID: '1',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_EVENT_PATH: event,
    },
  };
}

function inputs(given: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = {
    'git-tags': 'v*',
    events: 'push',
    'when-closed': 'fail',
    timeout: '30',
    summary: 'false',
  };
  return Object.fromEntries(
    Object.entries({ ...defaults, ...given }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

/** Every repository with every tag. */
const targets = ({ repositories, tags }: Goal) =>
  repositories.flatMap((repository) => tags.map((tag) => `${repository}:${tag}`));

export function contestants(folder: string): readonly Contestant[] {
  return [
    ours({ name: 'ours', source: 'layout', from: ({ layout }) => layout }, folder),
    {
      name: 'skopeo',
      source: 'layout',
      isThere: () => exists('skopeo'),
      commands: ({ layout }, goal) =>
        targets(goal).map((target) => ({
          argv: ['skopeo', 'copy', '-q', '--dest-tls-verify=false', `oci:${layout}:bench`, `docker://${target}`],
        })),
    },
    {
      name: 'crane',
      source: 'layout',
      isThere: () => exists('crane'),
      commands: ({ layout }, goal) =>
        targets(goal).map((target) => ({ argv: ['crane', 'push', '--insecure', layout, target] })),
    },
    {
      name: 'regctl',
      source: 'layout',
      isThere: () => exists('regctl'),
      commands: ({ layout }, goal) =>
        targets(goal).map((target) => ({
          argv: [
            'regctl',
            '--host',
            `reg=${goal.host},tls=disabled`,
            'image',
            'copy',
            `ocidir://${layout}:bench`,
            target,
          ],
        })),
    },
    {
      name: 'oras',
      source: 'layout',
      isThere: () => exists('oras'),
      commands: ({ layout }, goal) =>
        targets(goal).map((target) => ({
          argv: ['oras', 'cp', '--to-plain-http', '--from-oci-layout', `${layout}:bench`, target],
        })),
    },
    ours({ name: 'ours of docker save', source: 'archive', from: ({ archive }) => archive }, folder),
    {
      name: 'skopeo of docker save',
      source: 'archive',
      isThere: () => exists('skopeo'),
      commands: ({ archive }, goal) =>
        targets(goal).map((target) => ({
          argv: ['skopeo', 'copy', '-q', '--dest-tls-verify=false', `docker-archive:${archive}`, `docker://${target}`],
        })),
    },
    {
      name: 'docker load + push',
      source: 'archive',
      isThere: hasEngine,
      commands: ({ archive, name }, goal) => [
        { argv: ['docker', 'load', '-q', '-i', archive] },
        ...targets(goal).flatMap((target) => [
          { argv: ['docker', 'tag', name, target] },
          { argv: ['docker', 'push', '-q', target] },
        ]),
      ],
      cleanup: ({ name }, goal) => [{ argv: ['docker', 'rmi', '-f', name, ...targets(goal)] }],
    },
    ...[
      ours({ name: 'ours by engine: direct', source: 'engine', from: ({ name }) => name, engine: 'direct' }, folder),
      ours({ name: 'ours by engine: docker', source: 'engine', from: ({ name }) => name, engine: 'docker' }, folder),
    ].map((each) => ({ ...each, prepare: load, cleanup: unload })),
    {
      name: 'docker push',
      source: 'engine',
      isThere: hasEngine,
      prepare: (image, goal) => [
        ...load(image),
        ...targets(goal).map((target) => ({ argv: ['docker', 'tag', image.name, target] })),
      ],
      commands: (_, goal) => targets(goal).map((target) => ({ argv: ['docker', 'push', '-q', target] })),
      cleanup: (image, goal) => [...unload(image), { argv: ['docker', 'rmi', '-f', ...targets(goal)] }],
    },
  ];
}

/**
 * load gets an image into the engine that DOCKER_HOST names, as a build leaves it there: with the containerd store its
 * layers are compressed, with the graph driver they are not.
 */
function load({ layout, archive }: Made): readonly Command[] {
  if (storeOf() === 'graph-driver') return [{ argv: ['docker', 'load', '-q', '-i', archive] }];
  const packed = `${layout}.tar`;
  return [
    { argv: ['tar', '-C', layout, '-cf', packed, 'blobs', 'index.json', 'oci-layout'] },
    { argv: ['docker', 'load', '-q', '-i', packed] },
  ];
}

function unload({ name }: Made): readonly Command[] {
  return [{ argv: ['docker', 'rmi', '-f', name] }];
}

function storeOf(): 'graph-driver' | 'containerd' {
  const { stdout } = spawnSync('docker', ['info', '--format', '{{json .DriverStatus}}'], { encoding: 'utf8' });
  return stdout.includes('io.containerd.snapshotter') ? 'containerd' : 'graph-driver';
}

function hasEngine(): boolean {
  return exists('docker') && spawnSync('docker', ['info']).status === 0;
}

/** exists tells whether a program is on the PATH. */
export function exists(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}
