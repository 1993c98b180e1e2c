import { describe, expect } from '@jest/globals';
import { makeCertificates } from '../doubles/registry/certificates.ts';
import { sha256 } from '../doubles/registry/digest.ts';
import { SHA } from '../doubles/runner.ts';
import { annotationsOf, expectNothingLeft } from './failure.ts';
import { builtImage, FAST_CLOCK, type Stage, scenario, USERNAME } from './stage.ts';
import { readable } from './summary.ts';

const certificates = makeCertificates();

/** Outputs that agree with what the registry holds, byte for byte, and with what the engine had. */
function expectedOutputs(stage: Stage): Record<string, string> {
  const held = stage.heldUnder(SHA) ?? Buffer.alloc(0);
  const digest = sha256(held);
  const { mediaType, config } = JSON.parse(held.toString());
  return {
    pushed: 'true',
    reason: 'published',
    digest,
    image: `${stage.name}@${digest}`,
    'image-id': config.digest,
    tags: `${stage.name}:${SHA}`,
    'media-type': mediaType,
    platforms: 'linux/amd64',
    'subject-name': stage.name,
  };
}

describe('a push to the default branch', () => {
  scenario('publishes the tested image and outputs what the registry was seen to hold', {}, async (stage) => {
    const step = await stage.publish();
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject(expectedOutputs(stage));
    expect(step.outputs['image-id']).toBe(stage.imageId);
    expect(annotationsOf(step, 'error')).toEqual([]);
  });

  scenario('writes a summary with the digest, the tag and the command to pull it by digest', {}, async (stage) => {
    const step = await stage.publish();
    const { outputs } = step;
    // actions/attest takes it from there when it is given no subject.
    expect(step.artifacts).toBe(`oci://${stage.name}:${SHA}@${outputs.digest}\n`);
    const summary = readable(step);
    expect(summary).toContain(`docker pull ${outputs.image}`);
    expect(summary).toContain(`✓\u00a0<code>${SHA}</code> written`);
    expect(summary).toContain(`<code>${outputs['image-id']}</code>`);
  });

  scenario('leaves the summary alone when it is not wanted', {}, async (stage) => {
    const step = await stage.publish({ inputs: { summary: 'false' } });
    expect(step).toMatchObject({ exitCode: 0, summary: '' });
  });

  scenario('leaves no login behind, and the engine with the names it had', {}, async (stage) => {
    const main = await stage.publish();
    expectNothingLeft(stage);
    expect(stage.engine.names).toEqual(['app:test']);
    const post = await stage.post(main);
    expect(post.exitCode).toBe(0);
    expectNothingLeft(stage);
  });

  scenario('finds the image by itself under the name that builds give it', { image: builtImage() }, async (stage) => {
    stage.engine.load(builtImage('by the full name'), [`${stage.name}:${SHA}`]);
    const step = await stage.publish({ inputs: { source: '' } });
    expect(step.outputs).toMatchObject(expectedOutputs(stage));
    expect(stage.engine.names).toEqual([`${stage.name}:${SHA}`, 'app:test']);
  });

  scenario('publishes an image that has no name but its ID, and does not lose it', {}, async (stage) => {
    const id = stage.engine.load(builtImage('nameless'), []);
    const step = await stage.publish({ inputs: { source: id } });
    expect(step.outputs).toMatchObject({ ...expectedOutputs(stage), 'image-id': id });
    expect(stage.engine.idOf(id)).toBe(id);
  });

  scenario(
    'publishes to a registry with a token service, with tokens for this repository alone',
    { registry: ({ password }) => ({ auth: { kind: 'token', users: { [USERNAME]: password } } }) },
    async (stage) => {
      const step = await stage.publish({ inputs: { tags: '1.2.3' } });
      expect(step).toMatchObject({ exitCode: 0, outputs: { pushed: 'true', reason: 'published' } });
      const granted = stage.registry.tokens.flatMap(({ grants }) => grants);
      expect(new Set(granted.map(({ name }) => name))).toEqual(new Set(['team/app']));
      const log = step.log;
      // The token of the engine is never seen by us; ours is masked before it is used.
      expect(stage.registry.tokens.some(({ value }) => log.includes(`::add-mask::${value}\n`))).toBe(true);
    },
  );

  scenario(
    'publishes over TLS to a registry with a CA of its own',
    {
      registry: ({ password }) => ({ tls: certificates, auth: { kind: 'basic', users: { [USERNAME]: password } } }),
      engine: { ca: certificates.ca },
    },
    async (stage) => {
      stage.write('registry-ca.pem', certificates.ca);
      const step = await stage.publish({ inputs: { 'ca-file': 'registry-ca.pem' } });
      expect(step.outputs).toMatchObject(expectedOutputs(stage));
      expect(stage.registry.requests.map(({ origin }) => origin)).toContain(`https://${stage.registry.host}`);
    },
  );

  scenario('waits until a slow registry shows what it has accepted', {}, async (stage) => {
    stage.registry.fault({ match: { kind: 'tag', method: 'PUT' }, act: { kind: 'stale-tag', reads: 2 } });
    const step = await stage.publish();
    expect(step.outputs).toMatchObject(expectedOutputs(stage));
  });

  scenario('asks again when the registry is busy', {}, async (stage) => {
    stage.registry.fault({ match: { kind: 'tag', method: 'GET' }, act: { kind: 'rate-limit', retryAfter: '20' } });
    stage.registry.fault({ match: { kind: 'digest', method: 'GET' }, act: { kind: 'login-page', status: 503 } });
    const step = await stage.publish({ env: FAST_CLOCK });
    expect(step.outputs).toMatchObject(expectedOutputs(stage));
  });

  scenario('takes a password with a line end behind it, as secrets often have one', {}, async (stage) => {
    const step = await stage.publish({ inputs: { password: `${stage.canary.password}\n` } });
    expect(step.outputs).toMatchObject({ pushed: 'true', reason: 'published' });
  });

  scenario('needs no digest header to prove a digest', {}, async (stage) => {
    stage.registry.fault({
      match: { kind: 'manifest', method: 'GET' },
      times: 'always',
      act: { kind: 'digest-header', value: 'missing' },
    });
    const step = await stage.publish();
    expect(step.outputs).toMatchObject(expectedOutputs(stage));
  });
});
