/**
 * Loaded into a step with `--import`: writes down every secret that is read, every process that is started and every
 * connection that is made, in the file that TOUCHES names.
 */
import childProcess from 'node:child_process';
import fs, { appendFileSync } from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const path = process.env.TOUCHES;
const note = (text) => appendFileSync(path, `${text}\n`);

const SECRETS = ['INPUT_PASSWORD', 'INPUT_GITHUB-TOKEN', 'DOCKER_AUTH_CONFIG'];
process.env = new Proxy(process.env, {
  get: (target, name) => {
    if (SECRETS.includes(name)) note(`reads ${name}`);
    return target[name];
  },
});

for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  const start = childProcess[name];
  childProcess[name] = (command, ...rest) => {
    note(`starts ${command}`);
    return start(command, ...rest);
  };
}

/** Where docker keeps passwords. */
for (const [module, name] of [
  [fs, 'readFileSync'],
  [fsPromises, 'readFile'],
]) {
  const read = module[name];
  module[name] = (file, ...rest) => {
    if (String(file).endsWith('config.json')) note('reads config.json');
    return read(file, ...rest);
  };
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  note(`connects to ${options?.host ?? options?.path}:${options?.port}`);
  return connect.apply(this, args);
};

syncBuiltinESMExports();
