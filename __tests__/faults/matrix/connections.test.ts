import type { LookupFunction } from 'node:net';
import { createSecureContext } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import { httpClient } from '../../../src/http/client.ts';
import { DEADLINES, type HttpOptions, type HttpRequest } from '../../../src/http/http.ts';
import { transienceOfError } from '../../../src/http/transient-answers.ts';
import { noAnswer } from '../../../src/registry/answers.ts';
import { makeCertificates } from '../../doubles/registry/certificates.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { startListener } from '../../doubles/registry/listener.ts';
import { startRegistry } from '../../doubles/registry/start-registry.ts';
import { judgeStep } from '../step/judge-step.ts';
import { runStep, SECRETS, USERS } from '../step/run-step.ts';
import { VirtualClock } from '../step/virtual-clock.ts';

const image = buildImage();

describe('a connection that cannot be made', () => {
  test('to a port where nobody listens ends the step at once', async () => {
    const registry = await startRegistry();
    await registry.close();
    const step = await runStep({ registry, image });
    expect(judgeStep(step, registry, image)).toEqual([]);
    expect([step.errors[0]?.code, step.took, step.engine.logins]).toEqual(['REGISTRY_UNREACHABLE', 0, []]);
  });

  test.each([
    ['a name that nobody knows', 'ENOTFOUND', 'final'],
    ['a name server that is too busy', 'EAI_AGAIN', 'transient'],
  ])('for %s is told as that', async (_, code, kind) => {
    const lookup: LookupFunction = (_host, _options, done) => done(Object.assign(new Error(code), { code }), []);
    const error = await failureOf({ lookup });
    expect(transienceOfError(error).kind).toBe(kind);
    expect(told(error)).toEqual({ code: 'REGISTRY_UNREACHABLE', names: code });
  });

  test('because nothing comes back is given up after a while, and tried again', async () => {
    const clock = new VirtualClock();
    const lookup: LookupFunction = () => setImmediate(() => clock.fallSilent(DEADLINES.headers));
    const error = await failureOf({ lookup, timer: clock.timer });
    expect(transienceOfError(error).kind).toBe('transient');
    expect(told(error).code).toBe('REGISTRY_UNREACHABLE');
  });
});

describe('a certificate that cannot be trusted', () => {
  const known = makeCertificates();
  test.each([
    ['of an authority that nobody knows', makeCertificates(), undefined],
    ['that has run out', makeCertificates({ expired: true }), 'own'],
    ['for another host', makeCertificates({ names: ['elsewhere.test'] }), 'own'],
  ])('ends the step before a credential is sent: one %s', async (_, tls, trusted) => {
    await using registry = await startRegistry({ tls, auth: { kind: 'basic', users: USERS } });
    const trust = createSecureContext({ ca: trusted === 'own' ? tls.ca : known.ca });
    const step = await runStep({ registry, image, trust });
    expect(judgeStep(step, registry, image)).toEqual([]);
    expect([step.errors[0]?.code, step.took]).toEqual(['REGISTRY_UNTRUSTED', 0]);
    expect([registry.requests, step.engine.logins]).toEqual([[], []]);
  });

  test('stands out against one that can', async () => {
    await using registry = await startRegistry({ tls: known, auth: { kind: 'basic', users: USERS } });
    const step = await runStep({ registry, image, trust: createSecureContext({ ca: known.ca }) });
    expect(step.errors).toEqual([]);
    registry.assertClean();
  });
});

describe('a proxy that the environment names', () => {
  test('is never shown the credential for a registry on this machine', async () => {
    await using proxy = await startListener({ answer: { status: 502 } });
    await using registry = await startRegistry({ auth: { kind: 'basic', users: USERS } });
    const before = { ...process.env };
    try {
      Object.assign(process.env, { HTTP_PROXY: proxy.origin, http_proxy: proxy.origin, HTTPS_PROXY: proxy.origin });
      const step = await runStep({ registry, image });
      expect([step.errors, proxy.connections, proxy.leaks(SECRETS)]).toEqual([[], 0, []]);
    } finally {
      for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY']) delete process.env[name];
      Object.assign(process.env, before);
    }
  });
});

/** A host that no name server is asked about: its name is looked up by the test. */
const ASKED: HttpRequest = { method: 'GET', url: new URL('http://registry.test/v2/'), headers: {}, limit: 0 };

async function failureOf(options: Pick<HttpOptions, 'lookup' | 'timer'>): Promise<unknown> {
  const client = httpClient({ ...options, signal: new AbortController().signal });
  try {
    return await client.open(ASKED).then(
      () => 'it was opened',
      (error) => error,
    );
  } finally {
    client.close();
  }
}

function told(error: unknown): { readonly code: string; readonly names: string } {
  const { code, message } = noAnswer(ASKED, error);
  return { code, names: /\((\w+)\)/.exec(message)?.[1] ?? '' };
}
