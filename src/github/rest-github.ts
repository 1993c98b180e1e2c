import { type HttpClient, httpClient } from '../http/http.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { branchHas, checksRequiredOn } from './branches.ts';
import { reportsOn } from './commit-reports.ts';
import type { GitHub } from './github.ts';
import { pullRequestsOf, squashedHead } from './pull-requests.ts';
import { Rest } from './rest.ts';

/** Between two looks at the checks, in milliseconds: from the first to the longest, half as much more each time. */
const PAUSE = { first: 10_000, longest: 60_000, growth: 1.5 };

export type RestGitHubOptions = {
  readonly signal: AbortSignal;
  /** `owner/name` of this repository, and the address of the API, as the runner names them. */
  readonly repository: string;
  readonly api: string;
  readonly http?: HttpClient;
  readonly clock?: Clock;
};

/** openRest makes a client of the REST API when it is first asked for. */
export function openRest({ signal, repository, api, clock = systemClock, http }: RestGitHubOptions): () => Rest {
  let rest: Rest | undefined;
  return () => {
    rest ??= new Rest({ http: http ?? httpClient({ signal }), clock, signal, api, repository });
    return rest;
  };
}

/** restGitHub is GitHub by its REST API. */
export function restGitHub(options: RestGitHubOptions): GitHub {
  const { clock = systemClock, signal } = options;
  const open = openRest(options);

  return {
    awaitReports: async ({ token }, commits, { isSettled, minutes, onProgress }) => {
      const deadline = clock.now() + minutes * 60_000;
      for (let pause = PAUSE.first; ; pause = Math.min(pause * PAUSE.growth, PAUSE.longest)) {
        const reports = await Promise.all(commits.map((commit) => reportsOn(open(), token, commit)));
        const left = deadline - clock.now();
        if (isSettled(reports) || left <= 0) return reports;
        onProgress(reports, Math.round(left / 1000));
        await clock.sleep(Math.min(pause, left), signal);
      }
    },
    requiredChecks: ({ token }, branch) => checksRequiredOn(open(), token, branch),
    squashedHead: ({ token }, commit) => squashedHead(open(), token, commit),
    branchHas: ({ token }, place) => branchHas(open(), token, place),
    pullRequestsOf: ({ token }, head) => pullRequestsOf(open(), token, head),
  };
}
