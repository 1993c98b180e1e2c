import { type Givers, openSources } from '../../credentials/credential-source.ts';
import { ActionError } from '../../errors.ts';
import type { Open } from '../../gate/verdict.ts';
import type { OwnList } from '../../image/own-list.ts';
import { repositoryName, sameRepository } from '../../image/reference.ts';
import { overBrakes } from '../../prune/brakes.ts';
import { type Deployed, parseDeployed } from '../../prune/deployed.ts';
import type { Fate } from '../../prune/execute.ts';
import {
  assertFound,
  assertWithin,
  carryOut,
  failedOf,
  type Pruned,
  planAll,
  type Wanted,
} from '../../prune/prune-all.ts';
import type { PruneRules } from '../../prune/prune-rules.ts';
import { withOwnList } from '../../prune/with-own-list.ts';
import type { Catalogue, OpenCatalogue } from '../../registry/catalogue.ts';
import { failure } from '../../report/failed.ts';
import type { PruneOutcome } from '../../report/prune-outcome.ts';
import { tellPlanned } from '../../report/tell-prune.ts';
import type { Lifetime } from '../../runner/lifetime.ts';
import type { ReportFiles, UndoFile } from '../../workspace/workspace.ts';
import { type DeployedInput, type Inputs, NO_IMAGE } from './inputs.ts';
import type { OwnListOptions } from './own-lists.ts';

/** The doors that the step uses once the gate is open. */
export type Beyond = Givers & {
  readonly lifetime: Lifetime;
  readonly openCatalogue: OpenCatalogue;
  /** openOwnList opens a registry's own list of manifests, outside the specification; undefined if there is none. */
  readonly openOwnList: (options: OwnListOptions) => OwnList | undefined;
  readonly files: ReportFiles;
  readonly undo: UndoFile;
};

/**
 * pruneOpen is the story after the gate: learn what is deployed, plan every repository, and delete what the plans
 * allow. It takes an open verdict, so no secret is read before the gate has opened.
 */
export async function pruneOpen(verdict: Open, inputs: Inputs, world: Beyond): Promise<PruneOutcome> {
  const { runner, lifetime, undo } = world;
  const catalogues: Catalogue[] = [];
  let pruned: readonly Pruned[] = [];
  try {
    const deployed = await readDeployed(inputs.deployed, world);
    const wanted = await openAll(inputs, { deployed, world, catalogues });
    pruned = await planAll(wanted, runner.now);
    assertFound(
      pruned,
      wanted.map(({ rules }) => rules),
    );
    const over = pruned.flatMap(({ plan }) => overBrakes(plan, inputs));
    const ignored = ignoredOf(deployed, inputs);
    for (const line of tellPlanned(pruned, { over: inputs.dryRun ? over : [], ignored }))
      runner.warning('Worth a look', line);
    if (inputs.dryRun) return { kind: 'planned', verdict, pruned };
    assertWithin(pruned, inputs);
    const keep: Parameters<typeof carryOut>[2]['terms']['keep'] = (
      { bytes, mediaType },
      { digest, tags },
      { repository },
    ) =>
      undo.append({
        repository: repositoryName(repository),
        digest,
        tags,
        mediaType,
        manifest: Buffer.from(bytes).toString('base64'),
      });
    const terms = { keep, now: runner.now, signal: lifetime.signal, brakes: inputs };
    for (const [at, each] of wanted.entries()) {
      const note = (now: Pruned) => {
        pruned = pruned.with(at, { ...now, fates: now.fates.map((fate) => redactedFate(fate, runner.redacted)) });
      };
      await carryOut(pruned[at] as Pruned, each, { note, terms });
    }
    const failed = failedOf(pruned);
    if (failed !== undefined) throw failed;
    return { kind: 'pruned', verdict, pruned, undo: undo.path };
  } catch (thrown) {
    const { error } = failure(lifetime.signal.aborted ? lifetime.signal.reason : thrown, runner.redacted);
    return { kind: 'failed', verdict, error, pruned, undo: undo.path };
  } finally {
    for (const catalogue of catalogues) catalogue.close();
  }
}

/** A registry may repeat in its error what we sent. */
function redactedFate(fate: Fate, redacted: (text: string) => string): Fate {
  return 'says' in fate ? { ...fate, says: redacted(fate.says) } : fate;
}

type Opening = { readonly deployed: readonly Deployed[]; readonly world: Beyond; readonly catalogues: Catalogue[] };

/** Signs in to every repository, and finds out what the credential may do before anything is planned. */
async function openAll(inputs: Inputs, { deployed, world, catalogues }: Opening): Promise<readonly Wanted[]> {
  const sourceFor = await openSources(inputs, world);
  const wanted: Wanted[] = [];
  for (const repository of inputs.destinations) {
    const { authHosts, caFile, dryRun } = inputs;
    const trusted = caFile === undefined ? {} : { caFile };
    const credential = sourceFor(repository).current;
    const own = world.openOwnList({ repository, credential, identities: inputs.identities, deletes: !dryRun });
    // If another API deletes, we ask the registry only for pull access.
    const deletes = !dryRun && own === undefined;
    const opened = await world.openCatalogue({ repository, credential, authHosts, deletes, ...trusted });
    const catalogue = own === undefined ? opened : withOwnList(opened, own);
    catalogues.push(catalogue);
    await catalogue.authenticate();
    if (!dryRun && (await catalogue.mayDelete()) === false) throw mayNot(repositoryName(repository));
    const tags = deployed.flatMap((each) =>
      each.kind === 'tag' && sameRepository(each.reference, repository) ? [each.reference.tag] : [],
    );
    const keepDigests = new Set(deployed.flatMap((each) => (each.kind === 'digest' ? [each.digest] : [])));
    const rules: PruneRules = { ...inputs, keepDigests, deployedTags: new Set(tags), now: world.runner.now() };
    wanted.push({ repository, catalogue, rules });
  }
  return wanted;
}

function mayNot(name: string): ActionError {
  return new ActionError('REGISTRY_DENIED', `The credential may not delete in ${name}.`, {
    hint: 'Use a separate account for this job, which may only pull and delete here. Nothing was deleted.',
  });
}

/** A file that is missing, empty, or has only comments would keep nothing. It is an error, also in a dry run. */
async function readDeployed(input: DeployedInput | undefined, { files }: Beyond): Promise<readonly Deployed[]> {
  const deployed = [...(input?.lines ?? [])];
  for (const name of input?.files ?? []) {
    const lines = (await textOf(name, files)).split('\n').map((line) => line.trim());
    const said = lines.filter((line) => line !== '' && !line.startsWith('#'));
    if (said.length === 0) throw wrong(`the file "${name}" has only empty lines and comments`);
    for (const line of said) {
      const parsed = parseDeployed(line);
      if (parsed === undefined) throw wrong(`"${line}" in the file "${name}" ${NO_IMAGE}`);
      deployed.push(parsed);
    }
  }
  return deployed;
}

async function textOf(name: string, files: ReportFiles): Promise<string> {
  try {
    const chunks: Uint8Array[] = [];
    for (const file of await files.find(name)) for await (const chunk of file.read()) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  } catch (error) {
    // This door's own errors are about scan reports.
    throw error instanceof ActionError && error.code === 'GATE_SCAN' ? wrong(error.message) : error;
  }
}

function wrong(problem: string): ActionError {
  return new ActionError('INPUT_INVALID', `keep-digests: ${problem}.`, {
    hint: 'A failed query can leave such a file: let its step fail ("set -euo pipefail"). If nothing is deployed from here, write "none". Nothing was deleted.',
  });
}

/** A tag keeps images only in its own repository. */
function ignoredOf(deployed: readonly Deployed[], { destinations }: Inputs): readonly string[] {
  return deployed.flatMap((each) =>
    each.kind === 'tag' && !destinations.some((one) => sameRepository(one, each.reference))
      ? [`${repositoryName(each.reference)}:${each.reference.tag}`]
      : [],
  );
}
