/** Where verify/ finds proofs, on real registries and at GitHub, and what it does where somebody keeps it from that. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, it, jest } from '@jest/globals';
import { indexOf } from '../doubles/registry/images.ts';
import { attachedTo } from '../doubles/registry/referrers.ts';
import { startRegistry } from '../doubles/registry/start-registry.ts';
import { Runner, type Step } from '../doubles/runner.ts';
import { assertSigstore, describeWithServices, type Registry, type Sigstore } from '../doubles/services.ts';
import { signStatement } from '../doubles/sigstore/sign-statement.ts';
import { snappy } from '../doubles/sigstore/snappy.ts';
import { annotations, FAST_CLOCK, unique } from './support/job.ts';
import {
  changedRoot,
  deployment,
  freshStatement,
  IMAGE,
  OTHER_IMAGE,
  proof,
  putProved,
  SIGNER,
} from './support/proved-image.ts';
import { Repository } from './support/push-by-hand.ts';
import { signingStep } from './support/signing-job.ts';

jest.setTimeout(300_000);

const WORKFLOW_OF_JOBS = 'octocat/app/.github/workflows/publish.yml@refs/heads/main';
const codes = (step: Step) => annotations(step.log, 'error').map(({ title }) => title);
const FAILED = {
  change: ({ predicate }: { predicate: object }) => Object.assign(predicate, { verificationResult: 'FAILED' }),
};

/** GitHub's store, as its documentation has it; `asked`: each path, with what was shown there. */
async function startStore(
  answer: (path: string, origin: string) => { status: number; type?: string; body: string | Buffer },
) {
  const asked: { path: string; authorization: string | undefined }[] = [];
  const server: Server = createServer(({ url = '', headers }, response) => {
    asked.push({ path: url, authorization: headers.authorization });
    const { status, type = 'application/json', body } = answer(url, origin);
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    asked,
    [Symbol.asyncDispose]: async () => void (await new Promise((done) => server.close(done))),
  };
}

describeWithServices('a proof', (services) => {
  const { sigstore, registries } = services;
  beforeAll(() => assertSigstore(services));

  it.each([
    ['with the list of referrers', () => registries.cue],
    ['without it', () => registries.plain],
  ])('is found at a real registry %s, and cosign agrees about who has signed', async (_what, registryOf) => {
    const registry = registryOf();
    using job = new Runner();
    const path = unique('team/app');
    const repository = new Repository(registry, path);
    await repository.pushImage(IMAGE, 'v1');
    await repository.attach([await proof(sigstore, FAILED), await proof(sigstore)], IMAGE);
    const image = `${registry.host}/${path}@${IMAGE.digest}`;
    const login = { username: registry.username, password: registry.password };
    for (const ref of ['refs/heads/main', 'refs/heads/main-evil', 'refs/tags/main']) {
      const wanted = { ...login, 'signer-workflow': `${SIGNER}@${ref}` };
      const step = await job.main(deployment(sigstore, image, { inputs: wanted }));
      const isRight = ref === 'refs/heads/main';
      expect([ref, codes(step)]).toEqual([ref, isRight ? [] : ['PROOF_SIGNER']]);
      expect([ref, cosign(sigstore, registry, image, job, { ref }) === 0]).toEqual([ref, isRight]);
    }
    for (const repository of ['octo-org/app', 'octo-org/app2', 'octo-org/ap']) {
      const isRight = repository === 'octo-org/app';
      const status = cosign(sigstore, registry, image, job, { ref: 'refs/heads/main', repository });
      expect([repository, status === 0]).toEqual([repository, isRight]);
      const step = await job.main(
        deployment(sigstore, image, { inputs: { ...login, repository: `${repository}#74`, branches: 'main' } }),
      );
      expect([repository, codes(step)]).toEqual([repository, isRight ? [] : ['PROOF_REPOSITORY']]);
    }
  });

  it.each([
    ['with the list of referrers', () => registries.cue],
    ['without it', () => registries.plain],
  ])('that the root action has made is taken, at a registry %s', async (_what, registryOf) => {
    const registry = registryOf();
    using job = new Runner();
    const numbers = { repository_id: '1296269', repository_owner_id: '583231' };
    const step = signingStep(job, { sigstore, registries: [registry], claims: numbers });
    const { outputs } = await job.main(step);
    const { event, env = {} } = step;
    const { username, password } = registry;
    const asked = deployment(sigstore, outputs.image ?? '', {
      inputs: { 'signer-workflow': WORKFLOW_OF_JOBS, username, password, tags: '1.0.0', 'max-age': '1h' },
    });
    const own = {
      GITHUB_REPOSITORY: 'octocat/app',
      GITHUB_REPOSITORY_ID: '1296269',
      GITHUB_REPOSITORY_OWNER_ID: '583231',
    };
    const verified = await job.main({ ...asked, event, env: { ...env, ...asked.env, ...own } });
    expect([codes(verified), verified.outputs.image]).toEqual([[], outputs.image]);
    // Somebody else's repository of this name.
    const other = { ...env, ...asked.env, ...own, GITHUB_REPOSITORY_ID: '7' };
    expect(codes(await job.main({ ...asked, event, env: other }))).toEqual(['PROOF_REPOSITORY']);
  });

  it('that is good is found among fifty bad ones, and not behind two hundred', async () => {
    await using registry = await startRegistry();
    using job = new Runner();
    const bad = JSON.parse(await proof(sigstore, FAILED)) as object;
    const many = (count: number) =>
      Array.from({ length: count }, (_, number) => JSON.stringify({ ...bad, [`x${number}`]: 1 }));
    const good = await proof(sigstore);
    const among = putProved(registry, 'team/among', [...many(50), good]);
    const step = await job.main(deployment(sigstore, among));
    expect([codes(step), step.outputs.verified]).toEqual([[], 'true']);
    const behind = putProved(registry, 'team/behind', many(201));
    expect(codes(await job.main(deployment(sigstore, behind)))).toEqual(['PROOF_TOO_MANY']);
  });

  it('that is shadowed by thousands of other things is not found, and that is said', async () => {
    await using registry = await startRegistry();
    using job = new Runner();
    const image = putProved(registry, 'team/app', []);
    const repository = registry.repository('team/app');
    for (let number = 0; number < 2_001; number++) {
      const { bytes, mediaType } = attachedTo(IMAGE, { annotations: { number: String(number) } });
      repository.putManifest(bytes, mediaType);
    }
    const step = await job.main(deployment(sigstore, image));
    expect([codes(step), step.outputs]).toEqual([['PROOF_TOO_MANY'], { verified: 'false' }]);
  });

  it('that was removed is missing, and one whose blob is gone counts for nothing', async () => {
    await using registry = await startRegistry();
    using job = new Runner();
    const bundle = await proof(sigstore);
    const image = putProved(registry, 'team/gone', [bundle]);
    for (const [digest, bytes] of registry.repository('team/gone').blobs)
      if (bytes.toString() === bundle) registry.repository('team/gone').blobs.delete(digest);
    expect(codes(await job.main(deployment(sigstore, image)))).toEqual(['PROOF_INVALID']);
  });

  it('behind a fallback tag that is garbage is unreadable, and not missing', async () => {
    await using registry = await startRegistry({ personality: 'distribution' });
    using job = new Runner();
    const image = putProved(registry, 'team/app', [await proof(sigstore)]);
    const garbage = Buffer.from('{"schemaVersion":2,"manifests":"none"}');
    registry
      .repository('team/app')
      .putManifest(garbage, 'application/vnd.oci.image.index.v1+json', IMAGE.digest.replace(':', '-'));
    expect(codes(await job.main(deployment(sigstore, image)))).toEqual(['PROOF_UNREADABLE']);
  });

  it('is found by the list of the registry, whatever somebody has written under the fallback tag', async () => {
    await using registry = await startRegistry();
    using job = new Runner();
    const image = putProved(registry, 'team/app', [await proof(sigstore)]);
    const garbage = Buffer.from('{"schemaVersion":2,"manifests":"none"}');
    registry
      .repository('team/app')
      .putManifest(garbage, 'application/vnd.oci.image.index.v1+json', IMAGE.digest.replace(':', '-'));
    const step = await job.main(deployment(sigstore, image));
    expect([codes(step), step.outputs.verified]).toEqual([[], 'true']);
  });

  it('at GitHub is found, in the list or compressed at another address, which is not shown the token', async () => {
    await using registry = await startRegistry();
    using job = new Runner();
    const bundle = await proof(sigstore);
    const image = putProved(registry, 'team/app', []);
    const inputs = { 'github-token': 'ghs_tokenOfTheJob' };
    await using inList = await startStore(() => ({
      status: 200,
      body: JSON.stringify({ attestations: [{ repository_id: 74, bundle: JSON.parse(bundle) as object }] }),
    }));
    const step = await job.main(deployment(sigstore, image, { inputs, api: inList.origin }));
    expect([codes(step), step.outputs.verified]).toEqual([[], 'true']);
    expect(inList.asked.map(({ path }) => decodeURIComponent(path.split('?')[0] ?? ''))).toEqual([
      `/repos/octo-org/app/attestations/${IMAGE.digest}`,
    ]);

    await using elsewhere = await startStore((path, origin) =>
      path.startsWith('/repos')
        ? {
            status: 200,
            body: JSON.stringify({ attestations: [{ bundle: null, bundle_url: `${origin}/blob?sig=key` }] }),
          }
        : { status: 200, type: 'application/x-snappy', body: snappy(Buffer.from(bundle)) },
    );
    const other = await job.main(deployment(sigstore, image, { inputs, api: elsewhere.origin }));
    expect([codes(other), other.outputs.verified]).toEqual([[], 'true']);
    expect(elsewhere.asked.map(({ authorization }) => authorization !== undefined)).toEqual([true, false]);
  });

  it.each([
    ['has none', 404, [], 'PROOF_MISSING'],
    ['refuses the token', 403, [], 'PROOF_UNREADABLE'],
    ['refuses the token, and the registry has a good one', 403, [{}], undefined],
  ] as const)('where GitHub %s', async (_what, status, proofs, code) => {
    await using registry = await startRegistry();
    await using store = await startStore(() => ({
      status,
      body: '{"message":"Resource not accessible by integration"}',
    }));
    using job = new Runner();
    const image = putProved(registry, 'team/app', await Promise.all(proofs.map((each) => proof(sigstore, each))));
    const inputs = { 'github-token': 'ghs_tokenOfTheJob' };
    const step = await job.main(deployment(sigstore, image, { inputs, api: store.origin }));
    expect(codes(step)).toEqual(code === undefined ? [] : [code]);
  });

  it('does not help an image that its registry does not serve whole, or tags that show another one', async () => {
    await using registry = await startRegistry();
    using job = new Runner();
    const bundle = await proof(sigstore);
    const broken = putProved(registry, 'team/broken', [bundle]);
    registry.repository('team/broken').blobs.delete(IMAGE.layers[0]?.digest ?? '');
    const { env, ...asked } = deployment(sigstore, broken);
    // What is not there is looked for a minute long.
    const step = await job.main({ ...asked, env: { ...env, ...FAST_CLOCK } });
    expect([codes(step), step.outputs]).toEqual([['CONTENT_MISSING'], { verified: 'false' }]);
    const moved = putProved(registry, 'team/moved', [bundle]);
    registry.repository('team/moved').putImage({ content: 'other', tag: 'latest' });
    const drifted = await job.main(deployment(sigstore, moved, { inputs: { tags: 'v1\nlatest' } }));
    expect([codes(drifted), drifted.outputs]).toEqual([['TAG_DRIFT'], { verified: 'false' }]);
    const missing = await job.main(deployment(sigstore, moved, { inputs: { tags: 'v9' } }));
    expect(codes(missing)).toEqual(['TAG_DRIFT']);
  });

  it('does not help where a registry shows the tag differently to the second look', async () => {
    await using registry = await startRegistry();
    using job = new Runner();
    const image = putProved(registry, 'team/app', [await proof(sigstore)]);
    registry.repository('team/app').putImage({ content: 'other', tag: 'other' });
    const layer = IMAGE.layers[0]?.digest ?? '';
    // The tag moves while the layers are looked at.
    const when = ({ path }: { readonly path: string }) => {
      if (path.includes(layer)) registry.repository('team/app').tags.set('v1', OTHER_IMAGE.digest);
      return false;
    };
    registry.fault({ match: { when }, act: { kind: 'delay', ms: 0 } });
    expect(codes(await job.main(deployment(sigstore, image, { inputs: { tags: 'v1' } })))).toEqual(['TAG_DRIFT']);
  });

  it('is verified by one trusted root or the other, and never by the certificates of one and the log of another', async () => {
    await using registry = await startRegistry();
    using job = new Runner();
    const image = putProved(registry, 'team/app', [await proof(sigstore)]);
    const nobody = { keyId: Buffer.alloc(32).toString('base64') };
    const otherLog = changedRoot(sigstore, (root) =>
      Object.assign(root, { tlogs: (root.tlogs as object[]).map((log) => ({ ...log, logId: nobody })) }),
    );
    const otherCertificates = changedRoot(sigstore, (root) =>
      Object.assign(root, { certificateAuthorities: root.timestampAuthorities }),
    );
    const right = changedRoot(sigstore, (root) => root);
    const file = job.path('files', 'roots.jsonl');
    const run = (...roots: readonly string[]) => {
      writeFileSync(file, `${roots.join('\n')}\n`);
      return job.main(deployment(sigstore, image, { inputs: { 'trusted-root': file } }));
    };
    expect(codes(await run(otherLog, otherCertificates))).toEqual(['PROOF_INVALID']);
    expect(codes(await run(otherLog, otherCertificates, right))).toEqual([]);
  });

  it('of an index is one of its image only where that is allowed', async () => {
    await using registry = await startRegistry();
    using job = new Runner();
    const index = indexOf([IMAGE]);
    const repository = registry.repository('team/app');
    repository.putImage({ contents: ['one', 'two'] });
    const document = freshStatement();
    Object.assign(document, { subject: [{ name: 'x', digest: { sha256: index.digest.slice(7) } }] });
    const bundle = JSON.stringify(await signStatement(sigstore, document));
    putProved(registry, 'team/app', []);
    repository.putManifest(index.bytes, index.mediaType, 'all');
    const { attachedBundle } = await import('../doubles/sigstore/attached-bundle.ts');
    const { blobs, bytes, mediaType } = attachedBundle(bundle, index);
    for (const blob of blobs) repository.blobs.set(blob.digest, blob.bytes);
    repository.putManifest(bytes, mediaType);
    const child = `${registry.host}/team/app:all@${IMAGE.digest}`;
    const step = await job.main(deployment(sigstore, child, { inputs: { 'allow-child': 'true' } }));
    expect([codes(step), step.outputs.digest]).toEqual([[], IMAGE.digest]);
    expect(codes(await job.main(deployment(sigstore, child)))).toEqual(['TAG_DRIFT']);
    const alone = `${registry.host}/team/app@${IMAGE.digest}`;
    expect(codes(await job.main(deployment(sigstore, alone)))).toEqual(['PROOF_MISSING']);
    const other = `${registry.host}/team/app:all@${OTHER_IMAGE.digest}`;
    expect(codes(await job.main(deployment(sigstore, other, { inputs: { 'allow-child': 'true' } })))).toEqual([
      'TAG_DRIFT',
    ]);
  });
});

/** How cosign ends that is asked for the same, as docs/verify.md shows it. */
function cosign(
  { cosign: program, issuer, trustedRoot }: Sigstore,
  registry: Registry,
  image: string,
  job: Runner,
  { ref, repository = 'octo-org/app' }: { readonly ref: string; readonly repository?: string },
) {
  const config = job.path('files', 'docker');
  mkdirSync(config, { recursive: true });
  const auth = Buffer.from(`${registry.username}:${registry.password}`).toString('base64');
  writeFileSync(`${config}/config.json`, JSON.stringify({ auths: { [registry.host]: { auth } } }));
  const flags = [
    '--type=https://slsa.dev/verification_summary/v1',
    `--certificate-identity=https://github.com/${SIGNER}@${ref}`,
    `--certificate-oidc-issuer=${issuer}`,
    `--certificate-github-workflow-repository=${repository}`,
    `--trusted-root=${trustedRoot}`,
    '--use-signed-timestamps',
    '--insecure-ignore-sct',
    '--allow-http-registry',
    '--new-bundle-format',
  ];
  const env = { PATH: process.env.PATH, HOME: job.path('home'), DOCKER_CONFIG: config };
  return spawnSync(program, ['verify-attestation', ...flags, image], { encoding: 'utf8', env }).status;
}
