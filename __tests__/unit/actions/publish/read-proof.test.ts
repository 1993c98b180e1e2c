import { describe, expect, it } from '@jest/globals';
import { readProof } from '../../../../src/actions/publish/read-inputs.ts';
import { Reader } from '../../../../src/inputs/reader.ts';
import { readSigstoreUrls } from '../../../../src/inputs/sigstore-urls.ts';

type Given = Readonly<Record<string, string>>;
const URLS = 'fulcio: https://fulcio.example.com\nrekor: https://rekor.example.com';
const FILE = 'trusted-root: of-urls.json';
const TUF = 'tuf-url: https://tuf.example.com\ntuf-root: root.json';

/** What is read of the inputs, and what is said against them. */
async function read(given: Given): Promise<{ readonly proof: object; readonly problems: string }> {
  const reader = new Reader({ input: (name) => given[name] ?? '', givenInputs: () => Object.keys(given) });
  const proof = readProof(reader, await readSigstoreUrls(given['sigstore-urls'] ?? ''), 'ca.pem');
  try {
    reader.throwProblems();
    return { proof, problems: '' };
  } catch (error) {
    return { proof, problems: (error as Error).message };
  }
}

describe('the inputs of the proof', () => {
  it.each<[Given, object]>([
    [{}, { proof: 'none', proofStore: 'auto', publicLog: false, trustedRoot: undefined, sigstoreUrls: undefined }],
    [
      { proof: 'github', 'trusted-root': 'a.jsonl' },
      { proof: 'github', trustedRoot: { kind: 'file', path: 'a.jsonl' } },
    ],
    [{ proof: 'github' }, { trustedRoot: { kind: 'known', caFile: 'ca.pem' } }],
    [{ proof: 'github', 'trusted-root': 'auto' }, { trustedRoot: { kind: 'known', caFile: 'ca.pem' } }],
    [{ 'trusted-root': 'auto' }, { proof: 'none', trustedRoot: undefined }],
    [
      { proof: 'sigstore', 'sigstore-urls': `${URLS}\n${FILE}` },
      { trustedRoot: { kind: 'file', path: 'of-urls.json' } },
    ],
    [
      { proof: 'sigstore', 'sigstore-urls': `${URLS}\n${FILE}`, 'trusted-root': 'a.jsonl' },
      { trustedRoot: { kind: 'file', path: 'a.jsonl' } },
    ],
    // Nobody knows what somebody else's Sigstore is verified with.
    [{ proof: 'sigstore', 'sigstore-urls': URLS, 'trusted-root': 'auto' }, { trustedRoot: undefined }],
    [
      { proof: 'sigstore', 'sigstore-urls': `${URLS}\n${TUF}` },
      { trustedRoot: { kind: 'own', url: 'https://tuf.example.com', root: 'root.json', caFile: 'ca.pem' } },
    ],
    [
      { proof: 'sigstore', 'sigstore-urls': TUF, 'trusted-root': 'a.jsonl' },
      { trustedRoot: { kind: 'file', path: 'a.jsonl' } },
    ],
  ])('%p are %p', async (given, asked) => {
    expect(await read(given)).toEqual({ proof: expect.objectContaining(asked), problems: '' });
  });

  it.each<[Given, RegExp]>([
    [{ proof: 'cosign' }, /^proof: "cosign" is not one of/],
    [{ 'trusted-root': 'a.jsonl' }, /^trusted-root: .*has no effect without "proof"/],
    [{ proof: 'github', 'trusted-root': 'a\0b' }, /^trusted-root: .*is not a path/],
    [{ proof: '' }, /^proof: /],
    [{ proof: 'sigstore', 'sigstore-urls': 'rekor: https://r.example.com' }, /^sigstore-urls: .*has no "fulcio"/],
    [{ 'sigstore-urls': URLS }, /^sigstore-urls: .*has no effect without "proof: sigstore"/s],
    [{ 'public-log': 'true' }, /^public-log: "true" has no effect without "proof: sigstore"/],
    [
      { proof: 'sigstore', 'sigstore-urls': URLS, 'proof-store': 'github' },
      /^sigstore-urls: .*a Sigstore that GitHub does not know/s,
    ],
    [{ 'proof-store': 'github' }, /^proof-store: "github" has no effect without "proof"/],
    [{ proof: 'github', 'public-log': 'true' }, /^public-log: "true" has no effect without "proof: sigstore"/],
    [{ proof: 'github', 'sigstore-urls': URLS }, /^sigstore-urls: .*has no effect without "proof: sigstore"/s],
    [
      { proof: 'sigstore', 'sigstore-urls': URLS, 'proof-store': 'both' },
      /^sigstore-urls: .*a Sigstore that GitHub does not know/s,
    ],
  ])('%p are refused', async (given, problem) => {
    expect((await read(given)).problems).toMatch(problem);
  });
});
