/**
 * The events of Gitea and Forgejo in GitHub's words. What these servers do not say is not made up: it stays missing,
 * and keeps the gate closed.
 */
import { type Facts, field, text } from './facts.ts';

const NOTHING = /^0+$/;

type Sent = Pick<Facts, 'eventName' | 'payload'>;

/** inGitHubsWords is a payload as GitHub would have sent it. */
export function inGitHubsWords({ eventName, payload }: Sent): unknown {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return payload;
  if (eventName === 'push') return pushInWords(payload);
  if (eventName === 'pull_request' && field(payload, 'action') === 'synchronized')
    return { ...payload, action: 'synchronize' };
  return eventName === 'workflow_run' ? workflowRunInWords(payload) : payload;
}

/** A push says by its new commit whether it deletes. */
function pushInWords(payload: object): object {
  const after = text(payload, 'after');
  return after === undefined ? withoutField(payload, 'deleted') : { ...payload, deleted: NOTHING.test(after) };
}

/**
 * A run for a pull request, of a fork, too, is told as one of this repository. Only a push to a branch, which both the
 * branch and the place of the workflow name, can be nobody else's: a fork's pushes run in the fork.
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

/** What these servers say in place of a field, so that it is no doubt by itself, and what there is to doubt. */
type Doubts = { readonly instead: readonly string[]; readonly doubts: readonly string[] };

/** giteaDoubts is what GitHub says and these servers do not, and what they say that does not agree with the run. */
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
