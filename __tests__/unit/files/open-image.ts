/** Opens an image in a file, as the step does, and prints how that ended, and how much memory it took, in MiB. */
import { localFiles } from '../../../src/files/local-files.ts';
import { peakMiB } from '../../doubles/peak-memory.ts';

const [path = ''] = process.argv.slice(2);
const files = localFiles(new AbortController().signal);
const before = peakMiB();
const ended = await files.open({ form: undefined, text: path }).then(
  () => 'opened',
  (error: Error) => error.message,
);
process.stdout.write(JSON.stringify({ ended, grown: peakMiB() - before }));
