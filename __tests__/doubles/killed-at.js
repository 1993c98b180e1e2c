/**
 * Kills a step before its so many-th change below a folder, as KILLED_AT ("7 /home/job") has it: a moment that no signal
 * from outside can be aimed at.
 */
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [, number, folder] = /^(\d+) (.+)$/.exec(process.env.KILLED_AT ?? '') ?? [];
let changes = 0;

for (const name of ['mkdir', 'writeFile', 'rename', 'rm', 'rmdir', 'chown']) {
  const change = promises[name];
  promises[name] = async (path, ...more) => {
    if (folder !== undefined && String(path).startsWith(folder)) changes += 1;
    if (changes === Number(number)) process.kill(process.pid, 'SIGKILL');
    return change(path, ...more);
  };
}
syncBuiltinESMExports();
