/**
 * Loaded into a step with `--import`: when the step gets SIGUSR2, something is thrown that nobody waits for, as STRAY says:
 * in a listener, or by a promise. Where it says "lost", the removal of the private folder never comes to an end.
 */
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { STRAY } = process.env;
const secret = process.env.INPUT_PASSWORD;

process.on('SIGUSR2', () => {
  const error = new Error(`strayed, with ${secret}`);
  if (STRAY === 'rejection') void Promise.reject(error);
  else throw error;
});

if (STRAY === 'lost') {
  promises.rm = () => new Promise(() => {});
  syncBuiltinESMExports();
}
