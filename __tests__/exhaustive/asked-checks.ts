import { gatherEvidence } from '../../src/evidence/gather-evidence.ts';
import { judgeCommit } from '../../src/evidence/judge-commit.ts';
import { decideGate } from '../../src/gate/decide-gate.ts';
import type { Verdict } from '../../src/gate/verdict.ts';
import { restGitHub } from '../../src/github/rest-github.ts';
import { restHistory } from '../../src/github/rest-history.ts';
import type { Digest } from '../../src/image/digest.ts';
import type { Examined } from '../../src/image/tested.ts';
import { testedByEngine } from '../../src/push/engine-image.ts';
import type { Facts } from '../../src/run/facts.ts';
import { originOf } from '../../src/run/origin.ts';
import { NO_PAGES } from '../../src/run/pages.ts';
import type { Runner } from '../../src/runner/runner.ts';
import { Secret } from '../../src/secret/secret.ts';
import { inMemoryHttp } from '../doubles/github/in-memory-http.ts';
import { Repository } from '../doubles/github/repository.ts';
import { RestApi } from '../doubles/github/rest-api.ts';
import { VirtualClock } from '../doubles/github/virtual-clock.ts';
import { ON_GITHUB } from '../doubles/on-github.ts';
import { inputsOf } from './gate-inputs.ts';

/** The commit that was pushed to `main`. */
export const COMMIT = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
export const OTHER_COMMIT = 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e';

export type Asked = {
  readonly verdict: Verdict;
  /** The reasons against it: what was required or asked, and what was seen. */
  readonly reasons: readonly string[];
  /** What was logged while it waited. */
  readonly lines: readonly string[];
  /** How long it took, in seconds of the virtual clock. */
  readonly seconds: number;
};

/** Where a run is that asks: its repository, the server's API, and what the run is. */
export type Asking = {
  readonly repository: Repository;
  readonly api: Parameters<typeof inMemoryHttp>[0];
  readonly facts: Facts;
  readonly clock: VirtualClock;
  readonly signal?: AbortSignal;
  /** What the image says of its commit, where it is asked. */
  readonly label?: string | undefined;
};

/** askGate asks about the checks of a run's commit, as the step does, of an API without sockets. */
export async function askGate(
  given: Readonly<Record<string, string>>,
  { repository, api, facts, clock, label, signal = new AbortController().signal }: Asking,
): Promise<Asked> {
  const inputs = inputsOf(given);
  const lines: string[] = [];
  const runner = listener(lines, facts);
  const decision = decideGate(inputs, facts);
  if (decision.kind === 'closed') throw new Error('the gate was closed before any check was asked about');
  const http = inMemoryHttp(api, clock, signal);
  const options = { signal, repository: repository.name, server: facts.server, http, clock };
  const [github, history] = [restGitHub(options), restHistory(options)];
  const started = clock.now();
  const gathered = await gatherEvidence(decision, inputs, { runner, github });
  const verdict =
    gathered.kind === 'open-to-read'
      ? await judgeCommit(gathered, { policy: inputs, image: saying(label) }, { runner, github, history })
      : gathered;
  return { verdict, reasons: reasonsOf(verdict), lines, seconds: (clock.now() - started) / 1000 };
}

/** A repository, its API, and a run of this action for a push to `main`, which asks about the checks of its commit. */
export class Gate {
  readonly repository: Repository;
  readonly api: RestApi;
  readonly clock = new VirtualClock();
  /** What the runner says the repository's id is. */
  repositoryId: string;
  ref = 'refs/heads/main';
  /** What the image says of its commit, where it is asked. */
  label: string | undefined = COMMIT;
  /** What else the run is of than a push. */
  run: Partial<Facts> = {};

  constructor(repository = new Repository()) {
    this.repository = repository;
    this.api = new RestApi(repository);
    repository.trees.set(COMMIT, 'the tree of the commit');
    this.repositoryId = String(repository.id);
  }

  ask(given: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Asked> {
    const { ref, repositoryId, repository, api, clock } = this;
    const payload = { deleted: false, repository: { id: repository.id, default_branch: 'main' } };
    const facts = { ...ON_GITHUB, eventName: 'push', ref, sha: COMMIT, repositoryId, payload, ...this.run };
    const { label } = this;
    return askGate(given, { repository, api, facts, clock, label, ...(signal === undefined ? {} : { signal }) });
  }
}

/** An image, as far as what it says of its commit. */
function saying(revision: string | undefined): Examined {
  const tested = testedByEngine({
    id: `sha256:${'0'.repeat(64)}` as Digest,
    idOf: 'config',
    names: [],
    platform: 'linux/amd64',
    osVersion: undefined,
    created: '',
    runConfig: '{}',
    diffIds: [],
    revision,
  });
  return { tested, inFull: async () => tested };
}

/** A runner that has a token to read with, and keeps what is logged. */
function listener(lines: string[], facts: ReturnType<Runner['context']>): Runner {
  const nothing = () => {};
  return {
    assertNewEnough: nothing,
    input: () => '',
    givenInputs: () => [],
    secretInput: () => new Secret('ghs_tokenOfTheJob'),
    context: () => facts,
    pages: () => NO_PAGES,
    now: () => 0,
    mask: nothing,
    redacted: (text) => text,
    info: (text) => {
      lines.push(text);
    },
    debug: nothing,
    origin: () => originOf({}),
    publicAccounts: () => [],
    noteSecret: nothing,
    withholds: () => false,
    notice: nothing,
    warning: nothing,
    error: nothing,
    group: (_name, work) => work(),
    setOutputs: nothing,
    declareImage: nothing,
    summary: async () => {},
    saveState: nothing,
    state: () => '',
  };
}

function reasonsOf(verdict: Verdict): readonly string[] {
  if (verdict.kind === 'open') return [];
  return verdict.reasons.map(({ code, rule, seen, opens }) => `${code}: ${rule}; ${seen}; ${opens}`);
}
