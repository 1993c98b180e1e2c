import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { basic, send } from '../../conformance/support/raw-client.ts';
import { makeCertificates } from '../../doubles/registry/certificates.ts';
import { leaksIn, startListener } from '../../doubles/registry/listener.ts';
import { startRegistry } from '../../doubles/registry/start-registry.ts';

describe('a foreign origin', () => {
  test('answers as it is told and keeps what came', async () => {
    await using listener = await startListener({ answer: { status: 307, headers: { location: '/next' } } });
    const reply = await send('PUT', `${listener.origin}/a?b=c`, { body: 'payload', headers: { 'x-own': '1' } });
    expect([reply.status, reply.headers.location]).toEqual([307, '/next']);
    expect(listener.requests[0]).toMatchObject({ method: 'PUT', target: '/a?b=c', body: Buffer.from('payload') });
    expect(listener.requests[0]?.headers['x-own']).toBe('1');
    listener.answer(({ target }) => ({ body: target }));
    expect((await send('GET', `${listener.origin}/again`)).body.toString()).toBe('/again');
  });

  test('counts connections that never ask', async () => {
    await using listener = await startListener();
    const socket = connect(Number(new URL(listener.origin).port), '127.0.0.1');
    socket.end('not http\r\n\r\n');
    socket.resume();
    await once(socket, 'close');
    expect([listener.connections, listener.requests.length]).toEqual([1, 0]);
    expect(listener.leaks(['not http'])).toEqual(['not http']);
  });

  test('finds a secret in whatever form it came', async () => {
    await using listener = await startListener();
    await send('GET', listener.origin, { headers: basic('ci-bot', 'pa/ss wörd') });
    await send('GET', `${listener.origin}/?q=${encodeURIComponent('tok en+/=')}`);
    expect(listener.leaks(['pa/ss wörd', 'tok en+/=', 'never sent'])).toEqual(['pa/ss wörd', 'tok en+/=']);
  });

  test.each(['', 'u:', 'us:', 'use:'])('finds it in base64 behind "%s", whatever stands after it', (before) => {
    for (const after of ['', '!', '!!', '!!!']) {
      const text = Buffer.from(`${before}s3cret-value${after}`).toString('base64url');
      expect(leaksIn(Buffer.from(text), ['s3cret-value'])).toEqual(['s3cret-value']);
    }
  });

  test('sees through its own TLS', async () => {
    const { ca, key, cert } = makeCertificates();
    await using listener = await startListener({ tls: { key, cert } });
    await send('GET', listener.origin, { ca, headers: basic('ci-bot', 'pass-word') });
    expect(listener.leaks(['pass-word'])).toEqual(['pass-word']);
  });
});

describe('certificates', () => {
  const ping = async (options: Parameters<typeof makeCertificates>[0], ca?: string): Promise<number> => {
    const made = makeCertificates(options);
    await using registry = await startRegistry({ tls: made });
    return (await send('GET', `${registry.origin}/v2/`, { ca: ca ?? made.ca })).status;
  };

  test('a client that trusts the authority gets through', async () => {
    expect(await ping({ names: ['127.0.0.1'] })).toBe(200);
  });

  test.each([
    ['another authority', {}, makeCertificates().ca, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    [
      'another name',
      { names: ['registry.test', '192.0.2.1', '2001:db8::1'] },
      undefined,
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    ['a time that is over', { expired: true }, undefined, 'CERT_HAS_EXPIRED'],
  ])('%s stops it', async (_, options, ca, code) => {
    await expect(ping(options, ca)).rejects.toMatchObject({ code });
  });

  test('locations and realms of a TLS registry are https', async () => {
    const made = makeCertificates();
    await using registry = await startRegistry({ tls: made, auth: { kind: 'token', users: {} } });
    const reply = await send('GET', `${registry.origin}/v2/`, { ca: made.ca });
    expect(reply.headers['www-authenticate']).toContain(`realm="https://${registry.host}/token"`);
  });
});

describe('a client that speaks something else', () => {
  async function say(bytes: Buffer): Promise<{ answer: string; rules: string[] }> {
    await using registry = await startRegistry();
    const socket = connect(Number(new URL(registry.origin).port), '127.0.0.1');
    socket.write(bytes);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return { answer: answer.toString().split('\r\n')[0] ?? '', rules: registry.violations.map(({ rule }) => rule) };
  }

  test('TLS on a plain port is a try, as Docker makes it', async () => {
    expect(await say(Buffer.from('16030100050100000100', 'hex'))).toEqual({
      answer: 'HTTP/1.1 400 Bad Request',
      rules: [],
    });
  });

  test('broken HTTP is noted', async () => {
    const both = 'POST /v2/a/blobs/uploads/ HTTP/1.1\r\nHost: x\r\nContent-Length: a\r\n\r\n';
    expect(await say(Buffer.from(both))).toEqual({ answer: 'HTTP/1.1 400 Bad Request', rules: ['http'] });
  });
});
