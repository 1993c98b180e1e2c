/**
 * Loaded into a step with `--import`: when the step gets SIGUSR2, or when it removes something (STRAY_AT "rm"), an error is
 * thrown that nobody waits for, as STRAY says: in a listener, or by a promise. Where it says "lost", nothing that is to be
 * removed is ever gone, and nothing goes on either.
 */
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { STRAY, STRAY_AT } = process.env;
const secret = process.env.INPUT_PASSWORD;

function stray() {
  const error = new Error(`strayed, with ${secret}`);
  if (STRAY === 'rejection') void Promise.reject(error);
  else throw error;
}
process.on('SIGUSR2', stray);

const { rm } = promises;
promises.rm = (...asked) => {
  if (STRAY === 'lost') return new Promise(() => {});
  if (STRAY_AT === 'rm') setImmediate(stray);
  return rm(...asked);
};
syncBuiltinESMExports();
