import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A registry of the distribution project that one test has for itself: what is collected here is missed by nobody
 * else. Plain HTTP on loopback, no password, deletion allowed.
 */
export type OwnDistribution = AsyncDisposable & {
  /** `address:port` */
  readonly host: string;
  /** collect takes away, beside the running registry, every blob that no manifest leads to. */
  collect(): Promise<void>;
};

/** startDistribution runs this program, which may keep descriptors of blobs in memory, as it does by default. */
export async function startDistribution(program: string, cache: boolean): Promise<OwnDistribution> {
  const folder = mkdtempSync(join(tmpdir(), 'distribution-'));
  const config = join(folder, 'config.yml');
  const storage = {
    filesystem: { rootdirectory: join(folder, 'data') },
    delete: { enabled: true },
    ...(cache ? { cache: { blobdescriptor: 'inmemory' } } : {}),
  };
  writeFileSync(config, JSON.stringify({ version: 0.1, storage, http: { addr: '127.0.0.1:0' } }));
  const env = { ...process.env, OTEL_TRACES_EXPORTER: 'none' };
  const child = spawn(program, ['serve', config], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  const { promise: host, resolve, reject } = Promise.withResolvers<string>();
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      const found = /listening on (127\.0\.0\.1:\d+)/.exec(log)?.[1];
      if (found !== undefined) resolve(found);
    });
  }
  ended.then(() => reject(new Error(`${program} has ended:\n${log}`)), reject);
  return {
    host: await host,
    collect: async () => {
      await run(program, ['garbage-collect', config], { env });
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
