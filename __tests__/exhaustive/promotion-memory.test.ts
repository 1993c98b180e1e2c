/** However large a layer is that goes from one registry to another: memory is that of a few pieces of it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';
import { pushToMain, Runner } from '../doubles/runner.ts';
import { EndlessRegistry, repeated } from './endless-registry.ts';

/** Of the one large layer, in MiB; LAYER_MIB=4096 has the size that is promised. */
const LAYER = Number(process.env.LAYER_MIB ?? 512);
/** In MiB. */
const BOUND = 160;
const TELL_PEAK = pathToFileURL(resolve(import.meta.dirname, '../doubles/tell-peak.js')).href;
const TYPE = 'application/vnd.oci.image';

it(`a layer of ${LAYER} MiB is promoted in less than ${BOUND} MiB of memory, and nothing is written to disk`, async () => {
  await using source = await new EndlessRegistry().start();
  await using destination = await new EndlessRegistry().start();
  using job = new Runner();
  const large = repeated(LAYER);
  source.blobs.set(large.digest, {
    size: large.size,
    open: function* () {
      for (let at = 0; at < large.times; at++) yield large.piece;
    },
  });
  const config = source.put(
    Buffer.from(
      JSON.stringify({ os: 'linux', architecture: 'amd64', rootfs: { type: 'layers', diff_ids: [large.digest] } }),
    ),
  );
  const document = {
    schemaVersion: 2,
    mediaType: `${TYPE}.manifest.v1+json`,
    config: { mediaType: `${TYPE}.config.v1+json`, ...config },
    layers: [{ mediaType: `${TYPE}.layer.v1.tar`, digest: large.digest, size: large.size }],
  };
  source.manifests.set('tested', { bytes: Buffer.from(JSON.stringify(document)), mediaType: document.mediaType });

  const peak = job.path('temp', 'peak');
  const step = await job.main({
    inputs: {
      image: `${destination.host}/team/app`,
      source: `docker://${source.host}/staging/app:tested`,
      username: 'ci-bot',
      password: 'password-of-ci-bot',
      compression: 'none',
    },
    event: pushToMain,
    env: { DOCKER_HOST: 'unix:///nonexistent/docker.sock', NODE_OPTIONS: `--import ${TELL_PEAK}`, PEAK_FILE: peak },
  });
  expect([step.outputs.reason, destination.blobs.get(large.digest)?.size]).toEqual(['published', large.size]);
  expect(Number(readFileSync(peak, 'utf8'))).toBeLessThan(BOUND);
}, 600_000);
