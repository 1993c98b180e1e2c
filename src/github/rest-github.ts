import { httpClient } from '../http/client.ts';
import type { HttpClient } from '../http/http.ts';
import { isOfGitea, type Server } from '../run/server.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { branchHas, branchNames, checksRequiredOn } from './branches.ts';
import { reportsOn } from './commit-reports.ts';
import * as gitea from './gitea.ts';
import type { Access, GitHub } from './github.ts';
import { mannerOf } from './manner.ts';
import { pullRequestsOf, squashedHead } from './pull-requests.ts';
import { Rest } from './rest.ts';

/** Pauses between two reads of the checks, in milliseconds: the first, the longest, and the factor of growth. */
const PAUSE = { first: 10_000, longest: 60_000, growth: 1.5 };

export type RestGitHubOptions = {
  readonly signal: AbortSignal;
  /** `owner/name` of this repository, as the runner names it, and its server. */
  readonly repository: string;
  readonly server: Server;
  readonly http?: HttpClient;
  readonly clock?: Clock;
};

/** openRest creates a client of the REST API at the first request; a step has one token. */
export function openRest({ http, clock = systemClock, server, ...more }: RestGitHubOptions): (access: Access) => Rest {
  const options = { ...more, api: server.api, manner: mannerOf(server) };
  let rest: Rest | undefined;
  return ({ token }) => {
    rest ??= new Rest({ ...options, http: http ?? httpClient(options), clock, token });
    return rest;
  };
}

/** The requests, in the dialect of a server. */
const DIALECTS = {
  github: { reportsOn, checksRequiredOn, squashedHead, branchHas, branchNames, pullRequestsOf },
  gitea,
} as const;

/** restGitHub is GitHub, or a server with a similar API, by its REST API. */
export function restGitHub(options: RestGitHubOptions): GitHub {
  const { clock = systemClock, signal } = options;
  const open = openRest(options);
  const dialect = DIALECTS[isOfGitea(options.server) ? 'gitea' : 'github'];

  return {
    awaitReports: async (access, commits, { isSettled, minutes, onProgress }) => {
      const deadline = clock.now() + minutes * 60_000;
      for (let pause = PAUSE.first; ; pause = Math.min(pause * PAUSE.growth, PAUSE.longest)) {
        const reports = await Promise.all(commits.map((commit) => dialect.reportsOn(open(access), commit)));
        const left = deadline - clock.now();
        if (isSettled(reports) || left <= 0) return reports;
        onProgress(reports, Math.round(left / 1000));
        await clock.sleep(Math.min(pause, left), signal);
      }
    },
    requiredChecks: (access, branch) => dialect.checksRequiredOn(open(access), branch),
    squashedHead: (access, commit) => dialect.squashedHead(open(access), commit),
    branchHas: (access, place) => dialect.branchHas(open(access), place),
    branchNames: (access) => dialect.branchNames(open(access)),
    pullRequestsOf: (access, head) => dialect.pullRequestsOf(open(access), head),
  };
}
