/** The package reads the event when it is loaded, which happens once in a process: so this test has a file of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ApiProblem } from '../../../src/github/github.ts';
import { restHistory } from '../../../src/github/rest-history.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { ON_GITHUB } from '../../doubles/on-github.ts';

it('an event that is damaged by the time the API is asked is a problem of the API, and no crash', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'event-'));
  const before = process.env.GITHUB_EVENT_PATH;
  process.env.GITHUB_EVENT_PATH = join(folder, 'event.json');
  writeFileSync(process.env.GITHUB_EVENT_PATH, '{"ref":');
  try {
    const { signal } = new AbortController();
    const history = restHistory({
      signal,
      repository: 'octocat/app',
      server: { ...ON_GITHUB.server, api: 'http://127.0.0.1:1' },
    });
    await expect(history.gitTags({ token: new Secret('ghs_token') })).rejects.toBeInstanceOf(ApiProblem);
  } finally {
    if (before === undefined) delete process.env.GITHUB_EVENT_PATH;
    else process.env.GITHUB_EVENT_PATH = before;
    rmSync(folder, { recursive: true });
  }
});
