/** Where a signature is made: what an instance announces, by the rules of the signing configuration. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { chooseServices } from '../../../src/proof/choose-services.ts';
import { readAnnounced } from '../../../src/trust/signing-configuration.ts';
import type { Announced, AnnouncedCount, AnnouncedServer } from '../../../src/trust/trust.ts';

const NOW = Date.UTC(2026, 10, 30);
const DAY = 86_400_000;
const recorded = (name: string) =>
  readFileSync(resolve(import.meta.dirname, '../../doubles/sigstore/recorded', name), 'utf8');

const server = (name: string, more: Partial<AnnouncedServer> = {}): AnnouncedServer => ({
  url: `https://${name}.example.com`,
  version: 1,
  operator: name.replace(/\d+$/, ''),
  start: NOW - 100 * DAY,
  end: undefined,
  ...more,
});
type Given = {
  readonly authorities?: readonly AnnouncedServer[];
  readonly logs?: readonly AnnouncedServer[];
  readonly clocks?: readonly AnnouncedServer[];
  readonly count?: AnnouncedCount;
};
const announced = ({
  authorities = [server('ca')],
  logs = [server('log')],
  clocks = [server('tsa')],
  count = 'any',
}: Given) =>
  ({ authorities, logs: { servers: logs, count }, clocks: { servers: clocks, count: 'any' } }) satisfies Announced;
/** The names of what was chosen. */
const chosen = (given: Given) => {
  const { fulcio, logs, clocks } = chooseServices(announced(given), NOW);
  const name = (url: string) => new URL(url).hostname.replace('.example.com', '');
  return [name(fulcio), logs.map(({ url, version }) => `${name(url)} ${version}`), clocks.map(name)];
};

describe('the servers of the public instance', () => {
  it('are those that it announces: a log of version 1, and a clock', () => {
    expect(chooseServices(readAnnounced(recorded('signing_config.v0.2.json')), NOW)).toEqual({
      fulcio: 'https://fulcio.sigstore.dev',
      logs: [{ url: 'https://rekor.sigstore.dev', version: 1 }],
      clocks: ['https://timestamp.sigstore.dev/api/v1/timestamp'],
    });
  });

  it('are a log of version 2 as soon as it announces that, from the day on from which it is valid', () => {
    const both = readAnnounced(recorded('signing_config_rekor_v2.v0.2.json'));
    expect(chooseServices(both, NOW).logs).toEqual([{ url: 'https://log2025-1.rekor.sigstore.dev', version: 2 }]);
    const before = Date.UTC(2025, 11, 31);
    expect(chooseServices(both, before).logs).toEqual([{ url: 'https://rekor.sigstore.dev', version: 1 }]);
  });
});

describe('the servers to sign at', () => {
  it.each<[string, Given, unknown]>([
    ['one of each kind', {}, ['ca', ['log 1'], ['tsa']]],
    [
      'the newest of those that are valid',
      { authorities: [server('old'), server('new', { start: NOW - DAY }), server('next', { start: NOW + 1 })] },
      ['new', ['log 1'], ['tsa']],
    ],
    [
      'none that is no longer valid; the last moment counts',
      { logs: [server('gone', { start: NOW - DAY, end: NOW - 1 }), server('last', { end: NOW })] },
      ['ca', ['last 1'], ['tsa']],
    ],
    [
      'valid from the first moment on',
      { logs: [server('now', { start: NOW }), server('log')] },
      ['ca', ['now 1'], ['tsa']],
    ],
    [
      'of the highest version that is known',
      { logs: [server('a', { start: NOW - DAY }), server('b', { version: 2 }), server('c', { version: 3 })] },
      ['ca', ['b 2'], ['tsa']],
    ],
    [
      'one of each operator, if all are asked for, and none of a lower version',
      {
        count: 'all',
        logs: [
          server('a1', { version: 2 }),
          server('a2', { version: 2, start: NOW - DAY }),
          server('b', { version: 2, start: NOW - 2 * DAY }),
          server('c'),
        ],
      },
      ['ca', ['a2 2', 'b 2'], ['tsa']],
    ],
    [
      'as many as are asked for',
      { count: 2, logs: [server('a'), server('b'), server('c')] },
      ['ca', ['a 1', 'b 1'], ['tsa']],
    ],
    ['a clock alone', { logs: [] }, ['ca', [], ['tsa']]],
    ['a log of version 1 alone', { clocks: [] }, ['ca', ['log 1'], []]],
  ])('are %s', (_what, given, expected) => {
    expect(chosen(given)).toEqual(expected);
  });

  it.each<[string, Given, RegExp]>([
    ['no authority', { authorities: [] }, /no authority/],
    ['none that is valid', { authorities: [server('ca', { end: NOW - 1 })] }, /"authority" is valid now/],
    ['none of a version that is known', { logs: [server('log', { version: 3 })] }, /"log" is valid now and of a known/],
    ['none that has been released', { logs: [server('log', { version: 0 })] }, /"log" is valid now and of a known/],
    ['fewer operators than are asked for', { count: 2, logs: [server('a1'), server('a2')] }, /asks for 2 .* only 1/],
    [
      'a log of version 2, and no clock',
      { logs: [server('log', { version: 2 })], clocks: [] },
      /when something was signed/,
    ],
    ['neither a log nor a clock', { logs: [], clocks: [] }, /when something was signed/],
    ['an address without TLS', { authorities: [server('ca', { url: 'http://ca.example.com' })] }, /no HTTPS address/],
    ['an address with a user', { clocks: [server('tsa', { url: 'https://a:b@tsa.example.com' })] }, /no HTTPS address/],
  ])('are an error with %s', (_what, given, message) => {
    expect(() => chosen(given)).toThrow(
      expect.objectContaining({ code: 'PROOF_SIGNING', message: expect.stringMatching(message) }),
    );
  });
});

describe('a signing configuration', () => {
  const changed = (change: (document: Record<string, unknown>) => unknown) => {
    const document = JSON.parse(recorded('signing_config.v0.2.json'));
    change(document);
    return JSON.stringify(document);
  };

  it.each<[string, AnnouncedCount]>([
    ['{"selector":"ALL"}', 'all'],
    ['{"selector":"ANY"}', 'any'],
    ['{"selector":"EXACT","count":2}', 2],
  ])('says how many are to be used: %s', (config, count) => {
    const text = changed((document) => Object.assign(document, { rekorTlogConfig: JSON.parse(config) }));
    expect(readAnnounced(text).logs.count).toBe(count);
  });

  it.each<[string, string]>([
    ['no JSON', '<html>'],
    [
      'another version',
      changed((document) =>
        Object.assign(document, { mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.1+json' }),
      ),
    ],
    ['no number with "exact"', changed((document) => Object.assign(document, { tsaConfig: { selector: 'EXACT' } }))],
    ['a selector that is none', changed((document) => Object.assign(document, { tsaConfig: { selector: 'SOME' } }))],
    ['no selector', changed((document) => Object.assign(document, { tsaConfig: {} }))],
    [
      'a server without a beginning',
      changed((document) => Object.assign(document, { caUrls: [{ url: 'https://a.example', majorApiVersion: 1 }] })),
    ],
    [
      'a date that is none',
      changed((document) =>
        Object.assign(document, { caUrls: [{ url: 'https://a.example', validFor: { start: 'soon' } }] }),
      ),
    ],
  ])('is none with %s', (_what, text) => {
    expect(() => readAnnounced(text)).toThrow(expect.objectContaining({ code: 'PROOF_NO_TRUST_ROOT' }));
  });
});
