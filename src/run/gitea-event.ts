/**
 * The events of Gitea and Forgejo in GitHub's words. If these servers do not send a field, it stays missing, and the
 * gate stays closed.
 */
import { type Facts, field, text } from './facts.ts';

const NOTHING = /^0+$/;

type Sent = Pick<Facts, 'eventName' | 'payload'>;

/** inGitHubsWords returns a payload as GitHub would have sent it. */
export function inGitHubsWords({ eventName, payload }: Sent): unknown {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return payload;
  if (eventName === 'push') return pushInWords(payload);
  if (eventName === 'pull_request' && field(payload, 'action') === 'synchronized')
    return { ...payload, action: 'synchronize' };
  return eventName === 'workflow_run' ? workflowRunInWords(payload) : payload;
}

/** The new commit of a push shows whether the push deletes a branch or tag. */
function pushInWords(payload: object): object {
  const after = text(payload, 'after');
  return after === undefined ? withoutField(payload, 'deleted') : { ...payload, deleted: NOTHING.test(after) };
}

/**
 * A run for a pull request, also of a fork, is reported as one of this repository. Only a push to a branch, if both the
 * branch and the path of the workflow name it, is certainly our own: a fork's pushes run in the fork.
 */
function workflowRunInWords(payload: object): object {
  const run = field(payload, 'workflow_run');
  if (typeof run !== 'object' || run === null) return payload;
  const branch = text(run, 'head_branch');
  const isOwnPush =
    text(run, 'event') === 'push' &&
    branch !== undefined &&
    text(run, 'path') === `${text(payload, 'workflow.id')}@refs/heads/${branch}`;
  const others = withoutField(run, 'head_repository');
  const home = field(run, 'repository');
  const isHome = isOwnPush && home !== undefined;
  return { ...payload, workflow_run: isHome ? { ...others, head_repository: home } : others };
}

function withoutField(object: object, name: string): object {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** `instead`: fields that these servers replace by others, so that a missing one is no doubt; and the doubts. */
type Doubts = { readonly instead: readonly string[]; readonly doubts: readonly string[] };

/** giteaDoubts finds the fields that GitHub sends and these servers do not, and values that contradict the run. */
export function giteaDoubts({ eventName, sha, payload }: Sent & Pick<Facts, 'sha'>, server: string): Doubts {
  if (eventName === 'push') {
    const after = text(payload, 'after');
    if (after === undefined)
      return { instead: ['deleted'], doubts: [`the field after is missing in the event that ${server} has sent`] };
    const isOther = after !== sha && !NOTHING.test(after);
    return { instead: [], doubts: isOther ? [`the push is to ${after}, and GITHUB_SHA is ${sha || 'missing'}`] : [] };
  }
  if (eventName === 'pull_request') {
    const own = field(payload, 'repository.id');
    const isOwn = own !== undefined && field(payload, 'pull_request.head.repo.id') === own;
    const instead = ['pull_request.user.type', 'sender.type'];
    // For a fork it does not matter who opened the pull request.
    const doubts = isOwn ? [`${server} does not say whether a person or a program opened the pull request`] : [];
    return { instead, doubts };
  }
  return { instead: [], doubts: [] };
}
