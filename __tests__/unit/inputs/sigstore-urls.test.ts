import { describe, expect, it } from '@jest/globals';
import { readSigstoreUrls } from '../../../src/inputs/sigstore-urls.ts';

const problemsOf = async (text: string) => {
  const read = await readSigstoreUrls(text);
  return read.ok ? [] : read.problems;
};

describe('the addresses of a Sigstore', () => {
  it('are read from YAML, with comments and empty lines', async () => {
    const text = `
      # ours
      fulcio: https://fulcio.example.com/
      rekor: https://rekor.example.com
      rekor-version: 2
      timestamp: https://timestamp.example.com/api/v1/timestamp
      trusted-root: trust/root.json`;
    expect(await readSigstoreUrls(text)).toEqual({
      ok: true,
      value: {
        servers: {
          fulcio: 'https://fulcio.example.com',
          rekor: { url: 'https://rekor.example.com', version: 2 },
          timestamp: 'https://timestamp.example.com/api/v1/timestamp',
        },
        tuf: undefined,
        trustedRoot: 'trust/root.json',
        audience: 'sigstore',
      },
    });
    expect(await readSigstoreUrls(' \n')).toEqual({ ok: true, value: undefined });
  });

  it('may be those that its TUF repository announces', async () => {
    expect(await readSigstoreUrls('tuf-url: https://tuf.example.com/\ntuf-root: trust/root.json')).toEqual({
      ok: true,
      value: {
        servers: undefined,
        tuf: { url: 'https://tuf.example.com', root: 'trust/root.json' },
        trustedRoot: undefined,
        audience: 'sigstore',
      },
    });
  });

  it.each([
    ['a repository without its first root', 'tuf-url: https://tuf.example.com', /only one of "tuf-url" and "tuf-root"/],
    [
      'a first root without its repository',
      'fulcio: https://f.example.com\nrekor: https://r.example.com\ntuf-root: root.json',
      /only one of "tuf-url" and "tuf-root"/,
    ],
    [
      'a repository by plain HTTP',
      'tuf-url: http://tuf.example.com\ntuf-root: root.json',
      /"tuf-url" that is not an HTTPS address/,
    ],
    [
      'two that say what is trusted',
      'tuf-url: https://tuf.example.com\ntuf-root: root.json\ntrusted-root: a.json',
      /"trusted-root" and a "tuf-url"/,
    ],
    [
      'half of the servers',
      'tuf-url: https://tuf.example.com\ntuf-root: root.json\nrekor: https://r.example.com',
      /"rekor" without a "fulcio"/,
    ],
    ['no authority', 'rekor: https://rekor.example.com', /no "fulcio"/],
    [
      'plain HTTP',
      'fulcio: http://fulcio.example.com\nrekor: https://r.example.com',
      /"fulcio" that is not an HTTPS address/,
    ],
    [
      'a user in an address',
      'fulcio: https://a:b@fulcio.example.com\nrekor: https://r.example.com',
      /"fulcio" that is not an HTTPS/,
    ],
    [
      'a log of version 2 without a clock',
      'fulcio: https://f.example.com\nrekor: https://r.example.com\nrekor-version: 2',
      /without a "timestamp"/,
    ],
    [
      'another version',
      'fulcio: https://f.example.com\nrekor: https://r.example.com\nrekor-version: 3',
      /neither 1 nor 2/,
    ],
    ['neither a log nor a clock', 'fulcio: https://f.example.com', /neither a "rekor" nor a "timestamp"/],
    [
      'a field that is none',
      'fulcio: https://f.example.com\nrekor: https://r.example.com\ntsa: x',
      /"tsa", which is not one of/,
    ],
    ['a list', '- fulcio: https://f.example.com', /./],
    ['no YAML', 'fulcio: [', /./],
  ])('are a problem with %s', async (_what, text, problem) => {
    expect((await problemsOf(text)).join('\n')).toMatch(problem);
  });

  it('may be plain HTTP on this machine alone', async () => {
    expect(await problemsOf('fulcio: http://127.0.0.1:8080\nrekor: http://localhost:8081')).toEqual([]);
    expect(await problemsOf('fulcio: http://127.0.0.1.example.com\nrekor: http://localhost:8081')).not.toEqual([]);
  });
});
