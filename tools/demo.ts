import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRegistry } from '../__tests__/support/registry/start-registry.ts';
import { pushToMain, Runner, SHA } from '../__tests__/support/runner.ts';

/**
 * Shows the main job for real: the built bundle, started as the runner starts it, publishes an image that the Docker
 * engine of this machine has just built to a small registry in this process that wants a password.
 */
const docker = (args: readonly string[], cwd?: string) => spawnSync('docker', args, { encoding: 'utf8', cwd });
const PASSWORD = randomBytes(12).toString('base64url');
/** What the image is built from; its time makes every demo publish an image of its own. */
const FILES = {
  Dockerfile: `FROM scratch\nCOPY hello.txt /\nLABEL org.opencontainers.image.revision=${SHA}\nCMD ["/hello"]\n`,
  'hello.txt': `Hello from ${new Date().toISOString()}\n`,
};

const engine = docker(['info', '--format', '{{.ServerVersion}}']);
if (engine.status !== 0 || engine.stdout.trim() === '') {
  console.log('The demo publishes an image of a Docker engine, and no engine answers on this machine:');
  console.log(`  ${(engine.error?.message ?? engine.stderr.trim()) || '"docker info" names no server'}`);
  console.log('Start one (or set DOCKER_HOST) and run "npm run demo" again.');
  process.exit(0);
}

const name = `verified-image-push-demo:${SHA}`;
const folder = mkdtempSync(join(tmpdir(), 'demo-'));
using runner = new Runner();
await using registry = await startRegistry({ auth: { kind: 'basic', users: { 'ci-bot': PASSWORD } } });
try {
  for (const [file, content] of Object.entries(FILES)) writeFileSync(join(folder, file), content);
  const built = docker(['build', '--quiet', '--tag', name, '.'], folder);
  if (built.status !== 0) throw new Error(`docker build failed: ${built.stderr}`);

  console.log(`\n1. Docker engine ${engine.stdout.trim()} has built ${name}`);
  console.log(`2. A registry with a password listens on ${registry.host}`);
  console.log('3. The action runs as in a workflow, on a push to main:\n');
  const options = {
    inputs: { image: `${registry.host}/team/app`, source: name, username: 'ci-bot', password: PASSWORD, tags: '1.0.0' },
    event: pushToMain,
    env: { ...(process.env.DOCKER_HOST ? { DOCKER_HOST: process.env.DOCKER_HOST } : {}) },
  };
  const main = await runner.main(options);
  const post = await runner.post(options, main.state);
  console.log(indented(main.log + post.log));
  console.log('4. Its outputs, for later jobs:\n');
  console.log(
    indented(
      Object.entries(main.outputs)
        .map(([output, value]) => `${output}: ${value}`)
        .join('\n'),
    ),
  );
  const summary = join(tmpdir(), 'verified-image-push-demo-summary.md');
  writeFileSync(summary, main.summary);
  console.log(`5. The job summary it wrote is in ${summary}\n`);

  const held = registry.repository('team/app').tags.get(SHA);
  const isProved = main.exitCode === 0 && held !== undefined && held === main.outputs.digest;
  console.log(isProved ? `The registry holds ${held} under the tag ${SHA}.` : 'The demo went wrong.');
  process.exitCode = isProved ? 0 : 1;
} finally {
  docker(['image', 'rm', '--force', name]);
  rmSync(folder, { recursive: true, force: true });
}

/** The log as the runner shows it: commands are not printed, groups are headings. */
function indented(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^::(?:add-mask|endgroup|debug)/.test(line))
    .map((line) => `   ${line.replace(/^::group::/, '▸ ')}`)
    .join('\n');
}
