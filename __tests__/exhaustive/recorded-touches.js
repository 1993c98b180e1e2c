/**
 * Loaded into a step with `--import`: writes down every variable of the environment that is read, every file that is
 * opened, every process that is started and every connection that is made, in the file that TOUCHES names.
 */
import childProcess from 'node:child_process';
import fs, { appendFileSync } from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const path = process.env.TOUCHES;
const append = appendFileSync;
let isNoting = false;
const note = (text) => {
  // Writing it down touches a file, too.
  if (isNoting) return;
  isNoting = true;
  append(path, `${text}\n`);
  isNoting = false;
};

/** Whatever asks for a variable, or for all of them. */
const environment = process.env;
process.env = new Proxy(environment, {
  get: (target, name) => {
    if (typeof name === 'string') note(`reads ${name}`);
    return target[name];
  },
  has: (target, name) => {
    note(`reads ${String(name)}`);
    return name in target;
  },
  // Asked for by whatever lists the names; the value does not come along.
  getOwnPropertyDescriptor: (target, name) => {
    const descriptor = Reflect.getOwnPropertyDescriptor(target, name);
    return descriptor && { ...descriptor, value: '' };
  },
  ownKeys: (target) => {
    note('reads the names of all variables');
    return Reflect.ownKeys(target);
  },
});

for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  const start = childProcess[name];
  childProcess[name] = (command, ...rest) => {
    note(`starts ${command}`);
    return start(command, ...rest);
  };
}

const OPENING = ['readFileSync', 'readFile', 'openSync', 'open', 'createReadStream', 'opendirSync', 'readdirSync'];
for (const module of [fs, fsPromises]) {
  for (const name of OPENING.filter((each) => typeof module[each] === 'function')) {
    const open = module[name];
    module[name] = (file, ...rest) => {
      note(`opens ${file}`);
      return open(file, ...rest);
    };
  }
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  note(`connects to ${options?.host ?? options?.path}:${options?.port}`);
  return connect.apply(this, args);
};

syncBuiltinESMExports();
