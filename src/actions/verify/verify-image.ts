import { type OpenReadAccess, readAccess } from '../../credentials/read-access.ts';
import type { Doors } from '../../credentials/sign-in.ts';
import { ActionError } from '../../errors.ts';
import { openToVerify } from '../../gate/verifying.ts';
import type { AttestedBundles } from '../../github/attested-bundles.ts';
import { repositoryName } from '../../image/reference.ts';
import { type BundleStore, githubStore, registryStore } from '../../proof/bundle-stores.ts';
import { failureOf, findProof, type Search } from '../../proof/find-proof.ts';
import type { ReadableRegistry } from '../../registry/registry.ts';
import type { DeploymentOutcome } from '../../report/deployment-outcome.ts';
import type { Lifetime } from '../../runner/lifetime.ts';
import type { OpenTrust } from '../../trust/trust.ts';
import { type Asked, resolveImage, seeTags, seeWhole } from '../../verify/served-image.ts';
import type { Inputs } from './inputs.ts';

/** The doors that the step uses once its inputs are read. */
export type Beyond = Doors & {
  readonly lifetime: Lifetime;
  readonly attested: AttestedBundles;
  readonly openTrust: OpenTrust;
};

/**
 * verifyImage is the story after the inputs. A tag is read once, and from then on the image is its digest. The tags
 * that must show the image are read when it is proved, and once more at the end.
 */
export async function verifyImage(inputs: Inputs, world: Beyond): Promise<DeploymentOutcome> {
  const { runner } = world;
  const { image, demands, tags, allowChild } = inputs;
  const trust = await world.openTrust(inputs.trustedRoot, inputs.authorities);
  const open: OpenReadAccess = readAccess(openToVerify(runner.context()), inputs, world);
  const { registry, whose, close } = await open(image);
  let search: Search | undefined;
  try {
    runner.info(`Reading ${repositoryName(image)} ${whose}.`);
    const asked = await resolveImage(registry, image, allowChild);
    if (image.digest === undefined)
      runner.info(`${image.tag} shows ${asked.digest}: this digest is verified, even if the tag moves later.`);
    const stores = storesOf(registry, inputs, world);
    search = await findProof(asked.root.digest, stores, { trust, demands, now: runner.now() });
    const failed = failureOf(search);
    if (failed !== undefined) throw failed;
    const at = { registry, repository: image };
    await seeTags(at, tags, asked);
    await seeWhole(at, asked);
    await seeTags(at, tags, asked);
    return { kind: 'verified', ...told(inputs, asked), search };
  } catch (error) {
    return { kind: 'failed', error: asAction(error), demands, ...(search === undefined ? {} : { search }) };
  } finally {
    close();
  }
}

/** The caller distinguishes errors that are not an ActionError. */
function asAction(error: unknown): ActionError {
  if (error instanceof ActionError) return error;
  throw error;
}

function told({ image, demands, tags }: Inputs, { digest, root }: Asked) {
  const { registry, path } = image;
  return { image: { registry, path, digest }, digest, root: root.digest, demands, tags };
}

/** GitHub stores statements only for its own repositories. */
function storesOf(registry: ReadableRegistry, { image, demands }: Inputs, world: Beyond): readonly BundleStore[] {
  const { runner, attested } = world;
  const atRegistry = registryStore(registry, image.registry);
  const token = runner.secretInput('github-token');
  if (token.isEmpty || runner.context().server.kind !== 'github') return [atRegistry];
  return [atRegistry, githubStore(attested, { token }, demands.repository.name)];
}
