import type { Held } from '../../doubles/engine/image-store.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import type { Registry } from '../../doubles/registry/start-registry.ts';
import { PASSWORD, REPOSITORY, SHA_TAG, type Step, VERSION_TAG } from './run-step.ts';

/** What must be so at the end of every step, whatever has happened: a list of what is not. */
export function judgeStep(step: Step, registry: Registry, image: Held): readonly string[] {
  const problems = step.isWell ? judgeSuccess(step, registry, image) : judgeFailure(step);
  if (step.took > step.deadline) problems.push(`it took ${step.took} ms and had ${step.deadline}`);
  if ([...step.log, ...Object.values(step.outputs)].some((text) => text.includes(PASSWORD))) {
    problems.push('the password was printed');
  }
  return problems;
}

/** A success is judged by what the registry holds, not by what anyone says. */
function judgeSuccess({ outputs, errors, wantsVersion }: Step, registry: Registry, image: Held): string[] {
  const problems: string[] = [];
  if (outputs.digest !== image.digest) problems.push(`wrong digest ${outputs.digest}`);
  if (outputs.pushed !== 'true' || errors.length > 0) problems.push('a success with an error');
  const { tags, manifests, blobs } = registry.repository(REPOSITORY);
  for (const tag of wantsVersion ? [SHA_TAG, VERSION_TAG] : [SHA_TAG]) {
    const held = manifests.get(tags.get(tag) ?? '');
    if (held === undefined || sha256(held.bytes) !== image.digest) problems.push(`false success: ${tag} is not there`);
  }
  const images = 'children' in image ? image.children : [image];
  for (const { digest } of images) {
    if (!manifests.has(digest)) problems.push(`false success: ${digest} is not there`);
  }
  for (const { digest } of images.flatMap(({ config, layers }) => [config, ...layers])) {
    const held = blobs.get(digest);
    if (held === undefined || sha256(held) !== digest) problems.push(`false success: ${digest} is not there`);
  }
  return problems;
}

function judgeFailure({ outputs, errors }: Step): string[] {
  const problems: string[] = [];
  const [error, ...more] = errors;
  if (error === undefined || more.length > 0) problems.push(`${errors.length} errors were told of`);
  if (error?.code === 'UNEXPECTED') problems.push(`nobody expected this: ${error.text}`);
  if (outputs.pushed !== 'false') problems.push('a failure that says it has pushed');
  for (const name of ['digest', 'image', 'tags']) {
    if (outputs[name] !== undefined) problems.push(`a failure with the output ${name}`);
  }
  return problems;
}
