/**
 * Whether a deployment may be let through by a proof, written apart from `judgeProof`: from what must be written in a proof
 * for the demands, as texts that are put together, and not by rules one after the other.
 */
export type World = {
  /** What is written in the certificate. */
  readonly certificate: Readonly<Record<string, string>>;
  readonly names: readonly string[];
  /** What is written in the statement. */
  readonly type: string;
  readonly subjects: readonly string[];
  readonly result: string;
  readonly verifier: string;
  readonly minutesOff: number;
  readonly run: Readonly<Record<string, string>>;
  readonly checks: readonly { readonly name: string; readonly state: string; readonly app: number | undefined }[];
  readonly scans: readonly {
    readonly tool: string;
    readonly critical: number;
    readonly high: number;
    readonly unknown: number;
  }[];
  readonly cut: readonly string[];
  readonly minutesOld: number;
};

/** The demands of the tests, in words of their own. */
export const DEMANDED = {
  server: 'https://github.com',
  issuer: 'https://token.actions.githubusercontent.com',
  repository: 'octo-org/app',
  id: '74',
  owner: '65',
  workflow: 'OWNER/verified-image-push/.github/workflows/publish.yml',
  /** Names of tags of it that fit the pattern `v1*`: no slash. */
  tags: /^v1[^/]*$/,
  digest: 'a'.repeat(64),
  verifier: 'https://github.com/OWNER/verified-image-push',
  type: 'https://slsa.dev/verification_summary/v1',
  minutes: 60,
};

export function letsThrough(world: World): boolean {
  const { certificate: c, run: r } = world;
  const site = `${DEMANDED.server}/${DEMANDED.repository}`;
  const prefix = `${DEMANDED.server}/${DEMANDED.workflow}@refs/tags/`;
  const [name = '', another] = world.names;
  const must: readonly (readonly [string | undefined, string | undefined])[] = [
    [c.issuer, DEMANDED.issuer],
    [c.signerUri, name],
    [c.runner, 'github-hosted'],
    [c.repositoryUri, site],
    [c.repositoryId, DEMANDED.id],
    [c.ownerId, DEMANDED.owner],
    [c.runUri, `${site}/actions/runs/${r.id}/attempts/${r.attempt}`],
    [c.workflowUri, `${DEMANDED.server}/${r.workflow}`],
    [r.server, DEMANDED.server],
    [r.repository, DEMANDED.repository],
    [r.repositoryId, DEMANDED.id],
    [r.ownerId, DEMANDED.owner],
    [r.event, c.event],
    [world.type, DEMANDED.type],
    [world.result, 'PASSED'],
    [world.verifier, DEMANDED.verifier],
  ];
  const isSaid = must.every(([found, wanted]) => found !== undefined && found === wanted);
  const isSigner = another === undefined && name.startsWith(prefix) && DEMANDED.tags.test(name.slice(prefix.length));
  const isPinned =
    c.signerDigest?.length === 40 && [...(c.signerDigest ?? '')].every((one) => '0123456789abcdef'.includes(one));
  const isTimely = world.minutesOld <= DEMANDED.minutes && world.minutesOld >= -10 && Math.abs(world.minutesOff) <= 10;
  return (
    isSaid &&
    isSigner &&
    isPinned &&
    isTimely &&
    isOfRef(c, r) &&
    world.subjects.includes(DEMANDED.digest) &&
    hasFacts(world)
  );
}

/** Pairs of refs, of the run and of what it is about, that go together, for branches `main` and tags `v*`. */
function isOfRef(c: World['certificate'], r: World['run']): boolean {
  const about = r.ref === 'refs/heads/main' || /^refs\/tags\/v[^/]*$/.test(r.ref ?? '');
  if (!about) return false;
  switch (c.event) {
    case 'push':
      return c.ref === r.ref && c.commit === r.commit;
    case 'merge_group':
      return (
        c.commit === r.commit &&
        /^refs\/heads\/gh-readonly-queue\/main\/pr-[1-9][0-9]*-[0-9a-f]{40}$/.test(c.ref ?? '') &&
        r.ref === 'refs/heads/main'
      );
    case 'workflow_run':
      return /^refs\/heads\/./.test(c.ref ?? '');
    default:
      return false;
  }
}

/** Demanded: the check `test` of the app 15368, and a scan by Trivy with nothing critical. */
function hasFacts({ checks, scans, cut }: World): boolean {
  const isChecked =
    checks.filter(({ name, state, app }) => name === 'test' && state === 'passed' && app === 15_368).length > 0;
  const trivy = scans.filter(({ tool }) => tool === 'Trivy');
  const isClean = trivy.length > 0 && trivy.reduce((sum, { critical, unknown }) => sum + critical + unknown, 0) === 0;
  return isChecked && isClean && !cut.includes('scans') && !cut.includes('text');
}
