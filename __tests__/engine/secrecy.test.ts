import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { startRegistry } from '../doubles/registry/start-registry.ts';
import { metadata, Runner } from '../doubles/runner.ts';
import { describeWithServices, type Engine } from '../doubles/services.ts';
import { DockerClient } from './support/docker-client.ts';
import { contentOf } from './support/folder-content.ts';
import { outputsOf, publication, unique } from './support/job.ts';
import { watchProcesses } from './support/process-watch.ts';
import { filesHolding, formsOf, holdsOneOf } from './support/secret-traces.ts';
import { PATIENCE } from './support/until.ts';

describeWithServices('the password', ({ engines }) => {
  it.each(engines.flatMap((engine) => (['basic', 'token'] as const).map((kind) => ({ engine, kind }))))(
    'of a $kind login from $engine.name is nowhere but in the input of the action',
    async ({ engine, kind }) => {
      await using docker = new DockerClient(engine);
      using job = new Runner();
      // Of its own, so that no other test's process is taken for one of this.
      const credential = { username: 'ci-bot', password: `pu$h "t0ken' ${randomUUID()}%0A` };
      await using double = await startRegistry({ auth: { kind, users: { 'ci-bot': credential.password } } });
      const source = `${unique('app')}:test`;
      await docker.build(source);
      writeUsersConfiguration(job.path('home', '.docker'), engine);
      const home = contentOf(job.path('home'));
      const { inputs, event } = publication({
        engine,
        registry: { ...credential, host: double.host },
        inputs: { source },
      });
      // The engine is found through the user's own context alone.
      const step = { inputs, event };

      const forms = formsOf(credential);
      const watch = watchProcesses(forms);
      const main = await job.main(step);
      const left = filesHolding(job.folder, forms);
      const post = await job.post(step, main.state);
      const sightings = await watch.stop();

      expect(outputsOf(main).pushed).toBe('true');
      const commands = [...watch.commands];
      for (const part of [/^docker login .*--password-stdin/, /^docker image push /, metadata.runs.main]) {
        expect(commands).toContainEqual(expect.stringMatching(part));
      }
      // The input is in the environment of both entries, as the runner gives it to them.
      expect(sightings.filter(({ command }) => !/ \S+\/dist\/(?:main|post)\/index\.js$/.test(command))).toEqual([]);
      expect(new Set(sightings.map(({ where }) => where))).toEqual(new Set(['INPUT_PASSWORD']));

      const secrets = [...forms, ...double.tokens.map(({ value }) => value)];
      if (kind === 'token') expect(double.tokens).not.toEqual([]);
      expect([left, filesHolding(job.folder, secrets)]).toEqual([[], []]);
      for (const text of [
        unmasked(main.log),
        unmasked(post.log),
        main.summary,
        JSON.stringify([main.outputs, main.state]),
      ]) {
        expect(holdsOneOf(text, secrets)).toBe(false);
      }
      expect(contentOf(job.path('home'))).toEqual(home);
    },
    PATIENCE,
  );
});

/** A log without the lines that tell the runner what to mask; nothing in the rest may need that. */
function unmasked(log: string): string {
  return log.replace(/^::add-mask::.*$/gm, '');
}

/** What a user's `~/.docker` may hold: another login, a helper that does not exist, and the context of the engine. */
function writeUsersConfiguration(folder: string, { host }: Engine): void {
  const context = 'ci-engine';
  const endpoint = { Name: context, Metadata: {}, Endpoints: { docker: { Host: host, SkipTLSVerify: false } } };
  const config = {
    auths: { 'ghcr.io': { auth: Buffer.from('octocat:another-password').toString('base64') } },
    credHelpers: { 'registry.example': 'no-such-helper' },
    credsStore: 'no-such-helper',
    currentContext: context,
  };
  const files = {
    'config.json': JSON.stringify(config, undefined, '\t'),
    [join('contexts', 'meta', createHash('sha256').update(context).digest('hex'), 'meta.json')]:
      JSON.stringify(endpoint),
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content, { mode: 0o600 });
  }
}
