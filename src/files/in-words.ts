import { ActionError } from '../errors.ts';
import { ImageProblem } from '../image/content.ts';
import { DAMAGED, FileProblem } from '../tar/file-problem.ts';

/** The file is complete, but its image cannot be read here: saving it again would not help. */
const NOT_AS_WRITTEN =
  'The file may be complete, but its tool wrote it wrongly. Write it with "docker save", "podman save" or "docker buildx build ' +
  '--output type=oci,dest=image.tar", and pass it on unchanged.';

const INCOMPLETE =
  'Save the whole image again. If an engine does not have all platforms of an image, it saves only some: pull or build the ' +
  'others, or save one with "docker save --platform".';

/** inWords turns a problem of a file into an ActionError that names the file. */
export async function inWords<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw invalid(name, thrown);
  }
}

/** streamInWords is `inWords` for a stream. */
export async function* streamInWords(
  name: string,
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* stream;
  } catch (thrown) {
    throw invalid(name, thrown);
  }
}

function invalid(name: string, thrown: unknown): unknown {
  if (thrown instanceof ActionError) return thrown;
  const isProblem = thrown instanceof FileProblem || thrown instanceof ImageProblem;
  const code = isProblem ? undefined : (thrown as NodeJS.ErrnoException).code;
  if (!isProblem && code === undefined) return thrown;
  const problem = isProblem ? thrown.message : `it cannot be read (${code})`;
  const hint = isProblem
    ? hintOf(thrown)
    : 'Check that this step may read it, and that nothing moves it during the step.';
  return new ActionError('SOURCE_INVALID', `No image can be read from ${name}: ${problem}.`, { hint, cause: thrown });
}

function hintOf(problem: FileProblem | ImageProblem): string {
  const isIncomplete = problem instanceof ImageProblem && problem.missing.length > 0;
  if (problem.hint !== undefined) return problem.hint;
  if (isIncomplete) return INCOMPLETE;
  return problem instanceof ImageProblem && problem.isDamage ? DAMAGED.hint : NOT_AS_WRITTEN;
}
