import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { httpClient } from '../../../src/http/client.ts';
import { readAnswer, type Trust } from '../../../src/http/http.ts';
import { trustFor } from '../../../src/registry/certificates.ts';
import { type Certificates, makeCertificates } from '../../doubles/registry/certificates.ts';
import { startListener } from '../../doubles/registry/listener.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trust-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (text: string) => {
  const path = join(folder, 'ca.pem');
  writeFileSync(path, text);
  return path;
};
const [ours, others] = [makeCertificates(), makeCertificates()];

async function isTrusted(caFile: string | undefined): Promise<boolean> {
  await using server = await startListener({ tls: ours, answer: {} });
  const client = httpClient({ ...(await trustFor('r.example', caFile)), signal: new AbortController().signal });
  const asked = client.open({ method: 'GET', url: new URL(server.origin), headers: {}, limit: 10 });
  const answer = await asked.then(
    (stream) => {
      stream.cancel();
      return true;
    },
    () => false,
  );
  client.close();
  return answer;
}

describe('what is trusted in the second place', () => {
  const NOBODY = createSecureContext({ ca: [others.ca] });

  async function ask(tls: Certificates, options: Trust, times = 1) {
    await using server = await startListener({ tls, answer: {} });
    const client = httpClient({ ...options, signal: new AbortController().signal });
    const request = { method: 'GET', url: new URL(server.origin), headers: {}, limit: 10 } as const;
    const answers = await Promise.allSettled(
      Array.from({ length: times }, () => client.open(request).then(readAnswer)),
    );
    client.close();
    return answers.map(({ status }) => status);
  }

  it('is made once, for everybody who needs it, and only then', async () => {
    let made = 0;
    const wider = () => {
      made += 1;
      return createSecureContext({ ca: [ours.ca] });
    };
    expect(await ask(others, { trust: NOBODY, wider })).toEqual(['fulfilled']);
    expect(made).toBe(0);
    expect(await ask(ours, { trust: NOBODY, wider }, 3)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect(made).toBe(1);
  });

  it('does not trust just anybody, either', async () => {
    expect(await ask(ours, { trust: NOBODY, wider: () => NOBODY }, 2)).toEqual(['rejected', 'rejected']);
  });
});

describe('trustFor', () => {
  it('waits for no pipe, reads no device and no folder', async () => {
    const pipe = join(folder, 'pipe.pem');
    execFileSync('mkfifo', [pipe]);
    for (const path of [pipe, '/dev/zero', folder])
      await expect(trustFor('r.example', path)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('does not trust just anybody', async () => {
    expect(await isTrusted(undefined)).toBe(false);
    expect(await isTrusted(file(others.ca))).toBe(false);
  });

  it.each([
    ['one certificate', ours.ca],
    ['several', `${others.ca}\n# ours\n${ours.ca}`],
    ['words around it', `Subject: CN=test\n${ours.ca}\nend`],
    ['lines of Windows', ours.ca.replaceAll('\n', '\r\n')],
  ])('trusts a bundle with %s', async (_name, text) => {
    expect(await isTrusted(file(text))).toBe(true);
  });

  it.each([
    ['is not there', undefined, 'could not be read'],
    ['is empty', '', 'has no certificate'],
    ['holds a key alone', ours.key, 'has no certificate'],
    ['holds DER', '\u0030\u0082', 'has no certificate'],
    [
      'holds what only looks like one',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
      'cannot be read',
    ],
    ['holds one that is cut off', ours.ca.slice(0, 200), 'has no certificate'],
    [
      'holds a good one and a bad one',
      `${ours.ca}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
      'cannot be read',
    ],
  ])('says what is wrong with a file that %s', async (_name, text, problem) => {
    const path = text === undefined ? join(folder, 'nothing.pem') : file(text);
    await expect(trustFor('r.example', path)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(new RegExp(`^ca-file: ${path} .*${problem}`)),
    });
  });
});
