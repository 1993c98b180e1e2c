import { type Repository, repositoryName } from '../image/reference.ts';
import type { Runner } from '../runner/runner.ts';

/** tellPush tells of the progress of a push; where several go on side by side, of which one. */
export function tellPush({ info }: Pick<Runner, 'info'>, to: Repository, isOneOfMany: boolean): (line: string) => void {
  return isOneOfMany ? (line) => info(`${repositoryName(to)}: ${line}`) : info;
}
