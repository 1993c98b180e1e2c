/** The run and its workflow, from the runner. Workflows cannot change variables that begin with `GITHUB_`. */
export type Origin = {
  /** Address of the server's pages: `https://github.com`. */
  readonly server: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Numeric ids, as text: unlike a name, nobody can take them over. */
  readonly repositoryId: string;
  readonly ownerId: string;
  /** `owner/name/.github/workflows/file.yml@refs/heads/main` of the workflow that was started. */
  readonly workflow: string;
  readonly runId: string;
  readonly attempt: string;
};

/** originOf reads the origin of a run from the environment of a job; missing values are empty. */
export function originOf(environment: Readonly<Record<string, string | undefined>>): Origin {
  const told = (name: string) => environment[`GITHUB_${name}`] ?? '';
  return {
    server: told('SERVER_URL').replace(/\/+$/, ''),
    repository: told('REPOSITORY'),
    repositoryId: told('REPOSITORY_ID'),
    ownerId: told('REPOSITORY_OWNER_ID'),
    workflow: told('WORKFLOW_REF'),
    runId: told('RUN_ID'),
    attempt: told('RUN_ATTEMPT'),
  };
}
