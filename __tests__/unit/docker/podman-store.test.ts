/** Podman's store against a podman that is a script; the engine tests ask the real one. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PodmanStore } from '../../../src/docker/docker.ts';
import { dockerCli } from '../../../src/docker/docker-cli.ts';
import type { Digest } from '../../../src/image/digest.ts';

const ID = `sha256:${'f2735a01'.repeat(8)}` as Digest;
const inspected = (type: string) => `[{"Id":"${ID.slice(7)}","ManifestType":"${type}"}]`;
const OCI = inspected('application/vnd.oci.image.manifest.v1+json');

const before = { ...process.env };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podman-'));
  process.env.INPUT_PASSWORD = 'canary-input';
  process.env.CONTAINERS_CONF = '/etc/containers.conf';
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  rmSync(folder, { recursive: true, force: true });
});

/** A podman that answers by its first two words, and notes what it was called with and given. */
function start(answers: Readonly<Record<string, string>>): PodmanStore {
  const cases = Object.entries(answers).map(([words, script]) => `"${words}") ${script};;`);
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const program = join(bin, 'podman');
  const lines = [
    '#!/bin/sh',
    `env > ${folder}/env`,
    `echo "$@" >> ${folder}/calls`,
    `case "$1 $2" in ${cases.join('\n')} esac`,
  ];
  writeFileSync(program, lines.join('\n'));
  chmodSync(program, 0o755);
  Object.assign(process.env, { PATH: `${bin}${delimiter}${before.PATH}`, RUNNER_TEMP: folder });
  return dockerCli(new AbortController().signal).podman;
}
const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trimEnd().split('\n');
const PLAIN = { 'manifest exists': 'echo "image is not a manifest list" >&2; exit 125' };

describe('an image of Podman', () => {
  it.each([
    ['application/vnd.oci.image.manifest.v1+json', 'oci-archive'],
    // Saved in the form of OCI it would have another config, and so another ID.
    ['application/vnd.docker.distribution.manifest.v2+json', 'docker-archive'],
    ['', 'docker-archive'],
  ])('of the type "%s" is saved as %s', async (type, form) => {
    const podman = start({ ...PLAIN, 'image inspect': `echo '${inspected(type)}'` });
    expect(await podman.findImage('app:test')).toEqual({ id: ID, form });
    expect(calls()).toEqual(['image inspect --format {{json .}} app:test', 'manifest exists app:test']);
  });

  it('is not there if Podman says so, and unknown if it says anything else', async () => {
    const gone = start({
      'image inspect': 'echo "[]"; echo "Error: inspecting object: x: image not known" >&2; exit 125',
    });
    expect(await gone.findImage('x')).toBeUndefined();
    rmSync(join(folder, 'bin'), { recursive: true });
    const broken = start({ 'image inspect': 'echo "Error: database is locked" >&2; exit 125' });
    await expect(broken.findImage('x')).rejects.toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
      message: expect.stringContaining('database is locked'),
      hint: expect.stringContaining('podman info'),
    });
  });

  it('that is a list of several is refused, with how to publish all of it', async () => {
    const podman = start({ 'manifest exists': 'exit 0', 'image inspect': `echo '${OCI}'` });
    await expect(podman.findImage('app:all')).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      hint: expect.stringContaining('podman manifest push --all app:all oci:image'),
    });
  });

  it('is given Podman’s own settings, and nothing of ours', async () => {
    const podman = start({ ...PLAIN, 'image inspect': `echo '${OCI}'` });
    await podman.findImage('app:test');
    const env = readFileSync(join(folder, 'env'), 'utf8');
    expect(env).toContain('CONTAINERS_CONF=/etc/containers.conf');
    expect(env).not.toContain('canary');
  });

  it('is saved by its ID into the private folder, which goes with what is in it', async () => {
    const podman = start({ 'image save': 'while [ "$1" != --output ]; do shift; done; printf archive > "$2"' });
    const docker = dockerCli(new AbortController().signal);
    const config = docker.planConfig();
    expect(docker.planConfig()).toEqual(config);
    const saved = await podman.save(config, { id: ID, form: 'oci-archive' });
    expect(saved).toEqual({ path: join(config.folder, 'image.tar'), size: 7 });
    expect(calls()).toEqual([`image save --quiet --format oci-archive --output ${saved.path} ${ID.slice(7)}`]);
    await docker.removeConfig(config);
    expect(existsSync(saved.path)).toBe(false);
  });

  it.each([
    ['write /tmp/x: no space left on device', 'PUSH_FAILED', /Free as much space/],
    ['x: image not known', 'SOURCE_NOT_FOUND', /removed the image/],
    ['something else', 'PUSH_FAILED', /podman info/],
  ])('that cannot be saved, since %s, is %s', async (words, code, hint) => {
    const podman = start({ 'image save': `echo "Error: ${words}" >&2; exit 125` });
    const saving = podman.save({ folder: join(folder, 'private') }, { id: ID, form: 'oci-archive' });
    await expect(saving).rejects.toMatchObject({ code, hint: expect.stringMatching(hint) });
  });

  it('needs the command podman, and says so', async () => {
    process.env.PATH = folder;
    await expect(dockerCli(new AbortController().signal).podman.findImage('x')).rejects.toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
      message: expect.stringContaining('The command podman could not be started'),
      hint: expect.stringContaining('a runner with Podman'),
    });
  });
});
