import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layout, writeLayout } from '../__tests__/doubles/archives/layouts.ts';
import { buildImage } from '../__tests__/doubles/registry/images.ts';
import { startRegistry } from '../__tests__/doubles/registry/start-registry.ts';
import { pushToMain, Runner, SHA } from '../__tests__/doubles/runner.ts';

/**
 * Shows the main job for real, and needs nothing but Node: the built bundle, started as the runner starts it, publishes
 * a small image from a file to a small registry in this process that wants a password.
 */
const PASSWORD = randomBytes(12).toString('base64url');
/** The time makes every demo publish a new image. */
const image = buildImage({
  contents: ['a base layer\n', `Hello from ${new Date().toISOString()}\n`],
  labels: { 'org.opencontainers.image.revision': SHA },
});

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
using runner = new Runner();
await using registry = await startRegistry({ auth: { kind: 'basic', users: { 'ci-bot': PASSWORD } } });
try {
  writeLayout(folder, layout(image));

  tell(`1. An image lies in a folder, as an OCI layout, and nowhere else:\n\n   ${image.digest}`);
  tell(`2. A registry that wants a password is at ${registry.host}.`);
  tell('3. The action runs as in a workflow, for a push to main, with these inputs:');
  const inputs = {
    image: `${registry.host}/team/app`,
    source: folder,
    'expected-image-id': image.digest,
    tags: '1.0.0',
    username: 'ci-bot',
    password: PASSWORD,
  };
  tell(columns({ ...inputs, password: '***' }));
  tell('   and says:');
  const main = await runner.main({ inputs, event: pushToMain });
  tell(shown(main.log));
  tell('4. Its outputs, for later jobs:');
  tell(
    columns({
      ...main.outputs,
      results: `(JSON of ${main.outputs.results?.length} characters: rules, tags, evidence)`,
    }),
  );
  const summary = join(tmpdir(), 'verified-image-push-demo-summary.md');
  writeFileSync(summary, main.summary);
  tell(`5. The job summary that GitHub would show is in ${summary}`);

  const held = registry.repository('team/app').tags.get(SHA);
  const isProved = main.exitCode === 0 && held === image.digest && held === main.outputs.digest;
  tell(
    isProved
      ? `✓ The registry was asked once more: team/app:${SHA} is\n\n   ${held}`
      : `✗ The demo went wrong: the registry holds ${held}.`,
  );
  process.exitCode = isProved ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function tell(text: string): void {
  console.log(`${text}\n`);
}

/** Names and their values, one under the other. */
function columns(values: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(values).map((name) => name.length)) + 2;
  const rows = Object.entries(values).map(
    ([name, value]) => `   ${name.padEnd(width)}${value.replaceAll('\n', `\n   ${' '.repeat(width)}`)}`,
  );
  return rows.join('\n');
}

/** The log as the runner shows it: commands are not printed, groups are headings. */
function shown(log: string): string {
  const lines = log
    .trimEnd()
    .split('\n')
    .filter((line) => !/^::(?:add-mask|endgroup|debug)/.test(line));
  return lines.map((line) => `   ${line.replace(/^::group::/, '▸ ')}`).join('\n');
}
