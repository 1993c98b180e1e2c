import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Registry as Door } from '../../../src/registry/registry.ts';
import type { Registry } from '../../doubles/registry/start-registry.ts';
import { tell } from '../step/figures.ts';
import { REPOSITORY, SECRETS, USERS } from '../step/run-step.ts';
import { openClient } from './client.ts';
import { type Internet, startInternet } from './fake-internet.ts';

const REGISTRY = '198.51.100.7';
const OTHERS = ['203.0.113.9', '203.0.113.66', `${REGISTRY}:8443`] as const;
/** Where nobody should ever be sent. */
const INSIDE = ['10.0.0.1', '127.0.0.1', '169.254.169.254', '192.168.1.1', '[::1]'] as const;
const STATUSES = [301, 302, 303, 307, 308] as const;

type Node = { readonly place: number; readonly status: (typeof STATUSES)[number]; readonly next: number };
const graphs = fc.array(fc.record({ place: fc.nat(11), status: fc.constantFrom(...STATUSES), next: fc.nat(7) }), {
  minLength: 1,
  maxLength: 8,
});

let internet: Internet;
let registry: Registry;
let door: Door;
let graph: readonly Node[] = [];
/** Who was asked, one after the other, and whether with a credential. */
let asked: { readonly isHome: boolean; readonly isSigned: boolean }[] = [];

beforeAll(async () => {
  internet = await startInternet([REGISTRY, ...OTHERS, ...INSIDE.map((host) => host.replace(/[[\]]/g, ''))]);
  registry = await internet.startRegistry(REGISTRY, { auth: { kind: 'token', users: USERS } });
  door = await openClient(internet, registry);
  for (const status of STATUSES) {
    registry.fault({
      times: 'always',
      match: {
        method: 'GET',
        kind: 'tag',
        when: ({ path, authorization }) => {
          if (nodeAt(path)?.status !== status) return false;
          asked.push({ isHome: true, isSigned: authorization !== undefined });
          return true;
        },
      },
      act: { kind: 'redirect', status, to: ({ path }) => locationAfter(path) },
    });
  }
  internet.answer(({ target, headers }) => {
    asked.push({ isHome: false, isSigned: headers.authorization !== undefined });
    return { status: nodeAt(target)?.status ?? 404, headers: { location: locationAfter(target) } };
  });
});
afterAll(async () => {
  door.close();
  await registry.close();
  await internet[Symbol.asyncDispose]();
});

function nodeAt(path: string): Node | undefined {
  return graph[Number(path.slice(path.lastIndexOf('/n') + 2))];
}

/** Places: half of them the registry, the others elsewhere, inside, or without TLS. */
function locationAfter(path: string): string {
  const at = (nodeAt(path)?.next ?? 0) % graph.length;
  const place = graph[at]?.place ?? 0;
  if (place < 5) return `${registry.origin}/v2/${REPOSITORY}/manifests/n${at}`;
  if (place < 9) return `https://${OTHERS[place % OTHERS.length]}/n${at}`;
  if (place < 11) return `https://${INSIDE[at % INSIDE.length]}/n${at}`;
  return `http://${OTHERS[0]}/n${at}`;
}

test('random redirects over real connections send nothing of the credential to another origin', async () => {
  let chains = 0;
  const property = fc.asyncProperty(graphs, async (nodes) => {
    graph = nodes.map((node, at) => (at === 0 ? { ...node, place: 0 } : node));
    asked = [];
    await expect(door.readManifest('n0')).rejects.toMatchObject({ code: expect.any(String) });
    chains += 1;
    const firstAway = asked.findIndex(({ isHome }) => !isHome);
    const afterwards = firstAway < 0 ? [] : asked.slice(firstAway);
    expect(asked[0]).toEqual({ isHome: true, isSigned: true });
    expect(afterwards.filter(({ isSigned }) => isSigned)).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(11);
  });
  await fc.assert(property, { numRuns: 300 });
  expect(internet.leaks([...SECRETS, ...registry.tokens.map(({ value }) => value)])).toEqual([]);
  const hosts = new Set(internet.contacted);
  expect(
    [...hosts].filter((host) => INSIDE.some((inside) => host.includes(inside)) || host.startsWith('http:')),
  ).toEqual([]);
  // Without this the property would hold for a client that goes nowhere.
  expect(hosts.size).toBeGreaterThan(2);
  tell('Random redirect graphs over real connections, no byte of a credential at another origin', chains);
});
