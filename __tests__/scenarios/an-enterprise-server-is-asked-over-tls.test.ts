/** An Enterprise Server has a certificate of an authority of its own: the runner knows it, or nothing is taken from there. */
import { describe, expect } from '@jest/globals';
import { Repository } from '../doubles/github/repository.ts';
import { RestApi } from '../doubles/github/rest-api.ts';
import { type GitHub, serve } from '../doubles/github/start-github.ts';
import { type Event, pushToMain, REPOSITORY_ID, SHA, type Step } from '../doubles/runner.ts';
import { factsOf, HEAD } from '../exhaustive/event-facts.ts';
import { expectNothingLeft } from './failure.ts';
import { FAST_CLOCK, type Stage, scenario } from './stage.ts';
import { readable } from './summary.ts';

const { ref, sha, payload } = factsOf('workflow_run', 'own', 'default');
const following: Event = { name: 'workflow_run', ref, sha, payload: payload as Record<string, unknown> };

/** What has the server be asked, and the code of a gate that is closed since it could not be. */
const ASKING = [
  ['checks', pushToMain, { 'required-checks': 'test' }, 'GATE_CHECKS'],
  ['the rules of a branch', pushToMain, { 'required-checks': 'branch-rules' }, 'GATE_CHECKS'],
  ['the branch of a run', following, { events: 'push, workflow_run' }, 'GATE_SERVER'],
] as const;

function known(): Repository {
  const repository = new Repository({ id: REPOSITORY_ID });
  repository.requireChecks('main', [['test']]);
  repository.commits.set('main', [HEAD]);
  repository.run(SHA).job('test', 'success');
  return repository;
}

type Env = Readonly<Record<string, string>>;

for (const [what, event, inputs, code] of ASKING) {
  describe(`an Enterprise Server that is asked for ${what}`, () => {
    const asked = async (
      stage: Stage,
      play: (github: GitHub, publish: (env: Env) => Promise<Step>) => Promise<void>,
    ) => {
      await using github = await serve(new RestApi(known()), true);
      await play(github, (env) => stage.publish({ event, inputs, env: { ...FAST_CLOCK, ...env } }));
      expectNothingLeft(stage);
    };

    scenario('is believed where the runner knows its authority', {}, (stage) =>
      asked(stage, async (github, publish) => {
        const step = await publish(github.env);
        expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
        expect(github.requests).not.toEqual([]);
        github.assertClean();
      }),
    );

    scenario('is not asked with a token where the runner does not: red, with the way out', {}, (stage) =>
      asked(stage, async (github, publish) => {
        const { NODE_EXTRA_CA_CERTS: _, ...env } = github.env as Env;
        const step = await publish(env);
        expect(step).toMatchObject({ exitCode: 1, outputs: { pushed: 'false', reason: code } });
        const { verdict } = JSON.parse(step.outputs.results ?? '');
        expect(verdict.reasons).toEqual([
          expect.objectContaining({
            code,
            seen: expect.stringMatching(
              /the certificate of the API is not trusted \(\w+\): the certificate of its authority is missing/,
            ),
            opens: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
          }),
        ]);
        expect(readable(step)).toContain('GitHub Enterprise Server');
        // What was not trusted got nothing to read, the token least of all.
        expect([github.requests, stage.registry.requests]).toEqual([[], []]);
      }),
    );
  });
}
