import type { ErrorCode, GateCode } from '../errors.ts';
import type { Server } from './server.ts';

/** Addresses of pages about a run that people may want to open; undefined if unknown. */
export type Pages = {
  /** This run, this attempt. */
  readonly run: string | undefined;
  /** The file of the workflow, as it ran. */
  readonly workflow: string | undefined;
  readonly commit: (sha: string) => string | undefined;
  /** The changes between two commits. */
  readonly compare: (from: string, to: string) => string | undefined;
  /** The entry of a code in docs/troubleshooting.md, at the version of the action that runs. */
  readonly help: (code: ErrorCode | GateCode) => string | undefined;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Owner and name, as every server allows them. */
const REPOSITORY = /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/;
/** Git refs in an address: without characters that would end a path. */
const REF = /^[A-Za-z0-9_.+@/-]+$/;
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const NUMBER = /^\d+$/;
/** `owner/name/.github/workflows/file.yml@refs/heads/main` */
const WORKFLOW = /^([^/]+\/[^/]+)\/(\.[A-Za-z0-9_.-]+\/workflows\/[A-Za-z0-9_.+-]+)@/;

/** pagesOf reads the addresses from the runner's variables. A value with an unexpected form gives no address. */
export function pagesOf(environment: Environment, server: Pick<Server, 'url'>): Pages {
  const {
    GITHUB_REPOSITORY: repository = '',
    GITHUB_RUN_ID: run = '',
    GITHUB_RUN_ATTEMPT: attempt = '',
    GITHUB_WORKFLOW_REF: workflow = '',
    GITHUB_WORKFLOW_SHA: workflowSha = '',
    GITHUB_ACTION_REPOSITORY: action = '',
    GITHUB_ACTION_REF: actionRef = '',
  } = environment;
  const isServer = URL.parse(server.url)?.protocol === 'https:';
  const at = (owner: string, ...parts: readonly string[]) =>
    isServer && REPOSITORY.test(owner) ? [server.url.replace(/\/+$/, ''), owner, ...parts].join('/') : undefined;
  const [, workflowRepository = '', file = ''] = WORKFLOW.exec(workflow) ?? [];
  const runs = NUMBER.test(run) ? ['actions', 'runs', run] : undefined;
  const attempts = NUMBER.test(attempt) ? ['attempts', attempt] : [];
  return {
    run: runs && at(repository, ...runs, ...attempts),
    workflow: file !== '' && COMMIT.test(workflowSha) ? at(workflowRepository, 'blob', workflowSha, file) : undefined,
    commit: (sha) => (COMMIT.test(sha) ? at(repository, 'commit', sha) : undefined),
    compare: (from, to) =>
      COMMIT.test(from) && COMMIT.test(to) && from !== to ? at(repository, 'compare', `${from}...${to}`) : undefined,
    help: (code) =>
      REF.test(actionRef) ? at(action, 'blob', actionRef, `docs/troubleshooting.md#${code.toLowerCase()}`) : undefined,
  };
}

/** A run without known values: no page can be opened. */
export const NO_PAGES: Pages = pagesOf({}, { url: '' });
