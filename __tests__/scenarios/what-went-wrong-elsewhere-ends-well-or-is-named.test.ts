/** What people have reported of other ways to publish an image, by the names of their reports, and what becomes of it here. */
import { writeFileSync } from 'node:fs';
import { describe, expect } from '@jest/globals';
import { type FileTree, layout, ociArchive } from '../doubles/archives/layouts.ts';
import { sha256 } from '../doubles/registry/digest.ts';
import type { FaultRule } from '../doubles/registry/fault-script.ts';
import { buildImage } from '../doubles/registry/images.ts';
import type { RegistryOptions } from '../doubles/registry/start-registry.ts';
import { SHA, type Step } from '../doubles/runner.ts';
import { expectFailed, expectNothingLeft } from './failure.ts';
import { FAST_CLOCK, type Stage, scenario, USERNAME } from './stage.ts';

const image = buildImage({ contents: ['one', 'two'] });

const WAYS = {
  'by the engine': (stage: Stage) => stage.publish({ env: FAST_CLOCK }),
  'from a file': (stage: Stage) => publishFile(stage, layout(image)),
};

function publishFile(stage: Stage, files: FileTree): Promise<Step> {
  writeFileSync(stage.runner.path('workspace', 'image.tar'), ociArchive(files));
  const env = { ...FAST_CLOCK, DOCKER_HOST: 'unix:///nonexistent/docker.sock' };
  return stage.publish({ inputs: { source: 'image.tar' }, env });
}

type Told = readonly [report: string, fault: FaultRule, code: string, named: RegExp];
const denied = (message: string) => ({ kind: 'error', status: 403, code: 'DENIED', message }) as const;
const BODIES = { kind: 'upload', method: ['PATCH', 'PUT'] } as const;

const NAMED: readonly Told[] = [
  [
    'docker/build-push-action#1214: Azure’s firewall',
    {
      match: { kind: 'ping' },
      act: denied(
        "client with IP '172.214.169.102' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.",
      ),
    },
    'REGISTRY_DENIED',
    /firewall[^.]* to grant access\.\s.*az acr network-rule add/s,
  ],
  [
    'an allow list that says nothing of itself',
    { match: { kind: 'ping' }, act: denied('access denied') },
    'REGISTRY_DENIED',
    /allow list of addresses/,
  ],
  [
    'docker/build-push-action#606: an organization where no packages are made',
    { match: { kind: 'upload' }, act: denied('installation not allowed to Create organization package') },
    'REGISTRY_DENIED',
    /packages: write".*the organization may not allow/s,
  ],
  [
    'docker/build-push-action#586: DigitalOcean’s smallest plan',
    { match: { kind: 'upload' }, act: denied('registry contains 1 repositories, limit is 1') },
    'REGISTRY_DENIED',
    /plan of this registry/,
  ],
  [
    'distribution/distribution#2225: several machines without a storage in common',
    {
      match: BODIES,
      act: { kind: 'error', status: 404, code: 'BLOB_UPLOAD_UNKNOWN', message: 'blob upload unknown to registry' },
    },
    'PUSH_FAILED',
    /one storage that shows writes immediately/,
  ],
  [
    'docker/docs#158: a proxy that knows no such request',
    { match: BODIES, act: { kind: 'answer', status: 501, body: '<html><title>501 Not Implemented</title></html>' } },
    'REGISTRY_ANSWER',
    /does not know this kind of request/,
  ],
];

const token = ({ password }: { readonly password: string }): RegistryOptions => ({
  personality: 'distribution',
  auth: { kind: 'token', users: { [USERNAME]: { password, access: { 'team/app': ['pull', 'push'] } } } },
});

for (const [way, publish] of Object.entries(WAYS)) {
  describe(`pushed ${way}`, () => {
    for (const [report, fault, code, named] of NAMED) {
      scenario(`${report} is named`, {}, async (stage) => {
        stage.registry.fault({ ...fault, times: 'always' });
        const said = expectFailed(await publish(stage), code);
        expect(said).toMatch(named);
        expect(said).not.toMatch(/web page|\.\.\s/);
        expect([...stage.repository.tags.keys()]).toEqual([]);
        expectNothingLeft(stage);
      });
    }

    scenario(
      'distribution/distribution#2225: machines that see it a little later are waited for',
      {},
      async (stage) => {
        const act = { kind: 'error', status: 404, code: 'BLOB_UPLOAD_UNKNOWN' } as const;
        stage.registry.fault({ match: BODIES, times: 2, act });
        expect((await publish(stage)).outputs).toMatchObject({ pushed: 'true', reason: 'published' });
      },
    );

    scenario(
      'moby/moby#33558: a token that runs out while a layer goes up is renewed',
      { registry: token },
      async (stage) => {
        stage.registry.fault({ match: { ...BODIES, method: 'PUT' }, act: { kind: 'expire-tokens' } });
        expect((await publish(stage)).outputs).toMatchObject({ pushed: 'true', reason: 'published' });
      },
    );

    scenario(
      'docker/hub-feedback#2466: a tag that was written, and refused, is found to be there',
      {},
      async (stage) => {
        stage.registry.fault({ match: { kind: 'tag', method: 'PUT' }, act: { kind: 'alter', status: 403 } });
        const { outputs } = await publish(stage);
        expect(outputs).toMatchObject({ pushed: 'true', digest: sha256(stage.heldUnder(SHA) ?? '') });
      },
    );
  });
}

describe('in a file', () => {
  const described = JSON.parse(image.bytes.toString());
  const counted = { ...described, config: { ...described.config, size: 311 } };

  scenario(
    'google/go-containerregistry#1725: a config of another size than is said is no damage',
    {},
    async (stage) => {
      const said = expectFailed(await publishFile(stage, withRoot(counted, [])), 'SOURCE_INVALID');
      expect(said).toMatch(/its config sha256:\w+ has \d+ bytes, and the image says 311/);
      expect(said).not.toContain('checksums');
      expect(stage.registry.requests).toEqual([]);
    },
  );

  const nothing = Buffer.alloc(0);
  const config = Buffer.from(
    JSON.stringify({
      os: 'linux',
      architecture: 'amd64',
      config: {},
      rootfs: { type: 'layers', diff_ids: [sha256(nothing)] },
    }),
  );
  const emptied = {
    ...described,
    config: { ...described.config, digest: sha256(config), size: config.length },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar', digest: sha256(nothing), size: 0 }],
  };

  scenario('opencontainers/image-spec#1025: a layer of no bytes is published', {}, async (stage) => {
    const step = await publishFile(stage, withRoot(emptied, [config, nothing]));
    expect(step.outputs).toMatchObject({ reason: 'published', 'image-id': sha256(config) });
  });

  scenario('opencontainers/image-spec#1025: a registry that fails on one is told as that', {}, async (stage) => {
    stage.registry.fault({ match: BODIES, times: 'always', act: { kind: 'answer', status: 500, body: '' } });
    const said = expectFailed(await publishFile(stage, withRoot(emptied, [config, nothing])), 'REGISTRY_ANSWER');
    expect(said).toMatch(/status 500.*failed/s);
    expect(said).not.toContain('web page');
  });
});

/** withRoot is a layout of an image with another manifest, and what it needs besides. */
function withRoot(manifest: object, blobs: readonly Buffer[]): FileTree {
  const bytes = Buffer.from(JSON.stringify(manifest));
  const entry = { mediaType: image.mediaType, digest: sha256(bytes), size: bytes.length };
  const index = Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: [entry] }));
  const added = [...blobs, bytes].map((blob) => [`blobs/sha256/${sha256(blob).slice(7)}`, blob] as const);
  return new Map([...layout(image), ...added, ['index.json', index]]) as FileTree;
}
