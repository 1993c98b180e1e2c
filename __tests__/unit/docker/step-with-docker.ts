/** A step that runs docker until it is killed: a program of its own. "badly" is one whose code throws meanwhile. */
import { runDocker } from '../../../src/docker/child.ts';

const [how] = process.argv.slice(2);
const { PATH = '', HOME = '' } = process.env;
const running = runDocker({ args: ['image', 'push', 'app:test'], env: { PATH, HOME } }, new AbortController().signal);
if (how === 'badly') {
  setTimeout(() => {
    throw new Error('a mistake of ours');
  }, 500);
}
await running;
