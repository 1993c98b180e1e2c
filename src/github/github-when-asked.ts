import type { GitHub } from './github.ts';
import type { RestGitHubOptions } from './rest-github.ts';

/**
 * githubWhenAsked loads the API's client at the first request: most closed gates do not need it, and its dependencies
 * (TLS, the proxy, Octokit) take longer to load than everything else they need.
 */
export function githubWhenAsked(options: RestGitHubOptions): GitHub {
  let loaded: Promise<GitHub> | undefined;
  const github = () => {
    loaded ??= import('./rest-github.ts').then(({ restGitHub }) => restGitHub(options));
    return loaded;
  };
  return {
    awaitReports: async (...asked) => (await github()).awaitReports(...asked),
    requiredChecks: async (...asked) => (await github()).requiredChecks(...asked),
    squashedHead: async (...asked) => (await github()).squashedHead(...asked),
    branchHas: async (...asked) => (await github()).branchHas(...asked),
    branchNames: async (...asked) => (await github()).branchNames(...asked),
    pullRequestsOf: async (...asked) => (await github()).pullRequestsOf(...asked),
  };
}
