import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layout, writeLayout } from '../__tests__/support/archives/layouts.ts';
import { buildImage } from '../__tests__/support/registry/images.ts';
import { startRegistry } from '../__tests__/support/registry/start-registry.ts';
import { pushToMain, Runner, SHA } from '../__tests__/support/runner.ts';

/**
 * Shows the main job for real, and needs nothing but Node: the built bundle, started as the runner starts it, publishes
 * a small image from a file to a small registry in this process that wants a password.
 */
const PASSWORD = randomBytes(12).toString('base64url');
/** Its time makes every demo publish an image of its own. */
const image = buildImage({
  contents: ['a base layer\n', `Hello from ${new Date().toISOString()}\n`],
  labels: { 'org.opencontainers.image.revision': SHA },
});

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
using runner = new Runner();
await using registry = await startRegistry({ auth: { kind: 'basic', users: { 'ci-bot': PASSWORD } } });
try {
  writeLayout(folder, layout(image));

  console.log(`\n1. An image is in ${folder}, as an OCI layout: ${image.digest}`);
  console.log(`2. A registry with a password listens on ${registry.host}`);
  console.log('3. The action runs as in a workflow, on a push to main:\n');
  const options = {
    inputs: {
      image: `${registry.host}/team/app`,
      source: folder,
      'expected-image-id': image.digest,
      username: 'ci-bot',
      password: PASSWORD,
      tags: '1.0.0',
    },
    event: pushToMain,
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
  const isProved = main.exitCode === 0 && held === image.digest && held === main.outputs.digest;
  console.log(isProved ? `The registry holds ${held} under the tag ${SHA}.` : 'The demo went wrong.');
  process.exitCode = isProved ? 0 : 1;
} finally {
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
