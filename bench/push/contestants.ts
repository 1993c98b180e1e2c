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

/** A way to push. `source` is the form of the image that it takes. */
export type Contestant = {
  readonly name: string;
  readonly source: 'layout' | 'archive';
  readonly isThere: () => boolean;
  /** Commands that are run one after the other, and timed together. */
  readonly commands: (image: Made, goal: Goal) => readonly Command[];
  /** What is undone after each run, untimed. */
  readonly cleanup?: (goal: Goal) => readonly Command[];
};

const root = resolve(import.meta.dirname, '../..');
const COMMIT = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';

/** The action as a runner starts it: its bundle on Node, its inputs in the environment. */
function ours(source: 'layout' | 'archive', folder: string): Contestant {
  const event = join(mkdtempSync(join(folder, 'event-')), 'event.json');
  writeFileSync(event, JSON.stringify({ deleted: false, repository: { id: 1, default_branch: 'main' } }));
  return {
    name: source === 'layout' ? 'ours' : 'ours of docker save',
    source,
    isThere: () => true,
    commands: (image, { repositories, tags }) => [
      {
        argv: [process.execPath, join(root, 'dist/main/index.js')],
        env: {
          ...inputs({
            image: repositories.join('\n'),
            source: source === 'layout' ? image.layout : image.archive,
            tags: tags.slice(1).join('\n'),
          }),
          GITHUB_EVENT_NAME: 'push',
          GITHUB_REF: 'refs/heads/main',
          GITHUB_SHA: COMMIT,
          GITHUB_REPOSITORY_ID: '1',
          GITHUB_EVENT_PATH: event,
        },
      },
    ],
  };
}

function inputs(given: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = {
    'sha-tag': '{sha}',
    'git-tags': 'v*',
    events: 'push',
    'when-closed': 'fail',
    timeout: '30',
    username: 'bench',
    password: 'bench',
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
    ours('layout', folder),
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
    ours('archive', folder),
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
      isThere: () => exists('docker') && spawnSync('docker', ['info']).status === 0,
      commands: ({ archive }, goal) => [
        { argv: ['docker', 'load', '-q', '-i', archive] },
        ...targets(goal).flatMap((target) => [
          { argv: ['docker', 'tag', 'bench:0', target] },
          { argv: ['docker', 'push', '-q', target] },
        ]),
      ],
      cleanup: (goal) => [{ argv: ['docker', 'rmi', '-f', 'bench:0', ...targets(goal)] }],
    },
  ];
}

function exists(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}
