import { type Facts, id, isSaid } from './facts.ts';
import { giteaDoubts, inGitHubsWords } from './gitea-event.ts';
import { isOfGitea, type Server, serverOf } from './server.ts';

/** The variables of the job, and the event file; undefined if it is missing or is not JSON. */
export type Job = { readonly environment: Readonly<Record<string, string | undefined>>; readonly payload: unknown };

/** Fields that the gate needs, and that GitHub always sends with an event that may publish; they may be null. */
const ALWAYS_SENT: Readonly<Record<string, readonly string[]>> = {
  push: ['deleted'],
  release: ['action', 'release.tag_name', 'release.draft'],
  workflow_dispatch: [],
  repository_dispatch: [],
  merge_group: ['action', 'merge_group.head_sha', 'merge_group.base_ref'],
  workflow_run: [
    'action',
    ...['conclusion', 'event', 'head_sha', 'head_branch', 'head_repository.id'].map((name) => `workflow_run.${name}`),
  ],
  pull_request: [
    'action',
    ...['head.sha', 'head.ref', 'head.repo.id', 'user.type'].map((name) => `pull_request.${name}`),
    'sender.type',
  ],
};

/** readFacts reads what any server says about a run into the same facts. */
export function readFacts({ environment, payload: sent }: Job): Facts {
  const { GITHUB_EVENT_NAME: eventName = '', GITHUB_REF: ref = '', GITHUB_SHA: sha = '' } = environment;
  const server = serverOf(environment);
  const payload = isOfGitea(server) ? inGitHubsWords({ eventName, payload: sent }) : sent;
  // Older Enterprise Servers do not set the variable, and Gitea never does.
  const ofPayload = server.kind === 'github' ? undefined : id(sent, 'repository.id');
  const repositoryId = environment.GITHUB_REPOSITORY_ID || (ofPayload ?? '');
  const event = { eventName, sha, payload };
  const doubts = server.kind === 'unknown' ? [unknown(server)] : doubtsOf(event, server);
  return { server, doubts, eventName, ref, sha, repositoryId, payload };
}

type Event = Pick<Facts, 'eventName' | 'sha' | 'payload'>;

function doubtsOf(event: Event, server: Server): readonly string[] {
  const always = Object.hasOwn(ALWAYS_SENT, event.eventName) ? ALWAYS_SENT[event.eventName] : undefined;
  if (always === undefined) return [];
  if (event.payload === undefined) return ['there is no event file, or it is no JSON'];
  const gitea = isOfGitea(server) ? giteaDoubts(event, server.name) : { instead: [], doubts: [] };
  return [
    ...['repository.default_branch', ...always]
      .filter((path) => !gitea.instead.includes(path) && !isSaid(event.payload, path))
      .map((path) => `the field ${path} is missing in the event that ${server.name} has sent`),
    ...gitea.doubts,
  ];
}

function unknown({ url, api }: Server): string {
  return `the server ${url || 'without GITHUB_SERVER_URL'} with the API ${api || 'without GITHUB_API_URL'}, which is not known`;
}
