import { describe, expect, it } from '@jest/globals';
import { readProof } from '../../../../src/actions/publish/read-inputs.ts';
import { Reader } from '../../../../src/inputs/reader.ts';
import { readSigstoreUrls } from '../../../../src/inputs/sigstore-urls.ts';

type Given = Readonly<Record<string, string>>;
const URLS = 'fulcio: https://fulcio.example.com\nrekor: https://rekor.example.com\ntrusted-root: of-urls.json';

/** What is read of the inputs, and what is said against them. */
async function read(given: Given): Promise<{ readonly proof: object; readonly problems: string }> {
  const reader = new Reader({ input: (name) => given[name] ?? '', givenInputs: () => Object.keys(given) });
  const proof = readProof(reader, await readSigstoreUrls(given['sigstore-urls'] ?? ''));
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
      { proof: 'github', trustedRoot: 'a.jsonl' },
    ],
    [{ proof: 'sigstore', 'sigstore-urls': URLS }, { trustedRoot: 'of-urls.json' }],
    [{ proof: 'sigstore', 'sigstore-urls': URLS, 'trusted-root': 'a.jsonl' }, { trustedRoot: 'a.jsonl' }],
  ])('%p are %p', async (given, asked) => {
    expect(await read(given)).toEqual({ proof: expect.objectContaining(asked), problems: '' });
  });

  it.each<[Given, RegExp]>([
    [{ proof: 'cosign' }, /^proof: "cosign" is none of/],
    [{ 'trusted-root': 'a.jsonl' }, /^trusted-root: .*has no effect without "proof"/],
    [{ proof: 'github', 'trusted-root': 'a\0b' }, /^trusted-root: .*is not a path/],
    [{ 'proof-store': 'github' }, /^proof-store: "github" has no effect without "proof"/],
    [{ proof: 'github', 'public-log': 'true' }, /^public-log: "true" has no effect without "proof: sigstore"/],
    [{ proof: 'github', 'sigstore-urls': URLS }, /^sigstore-urls: .*has no effect without "proof: sigstore"/s],
    [
      { proof: 'sigstore', 'sigstore-urls': URLS, 'proof-store': 'both' },
      /^sigstore-urls: .*another Sigstore than GitHub/s,
    ],
  ])('%p are refused', async (given, problem) => {
    expect((await read(given)).problems).toMatch(problem);
  });
});
