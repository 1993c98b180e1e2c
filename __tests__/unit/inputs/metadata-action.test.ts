/**
 * What docker/metadata-action puts out fits into `tags` as it comes. The outputs are those of its own documentation and
 * tests, for the images that are the destinations here, by newline and with `sep-tags: ','`.
 */
import { describe, expect, it } from '@jest/globals';
import { planTags } from '../../../src/tags/plan-tags.ts';
import { inputsOf } from '../../exhaustive/gate-inputs.ts';

const COMMIT = '860c1904a1ce19322e91ac35af1ab07466440c37';
const GHCR = 'ghcr.io/user/app';

type Configuration = {
  /** Its input `tags`, by semicolon, and `flavor` behind a bar. */
  readonly asked: string;
  readonly ref: string;
  readonly tags: readonly string[];
};

const MAIN = 'refs/heads/master';
const V = 'refs/tags/v1.1.1';

const CONFIGURATIONS: readonly Configuration[] = [
  { asked: 'nothing, so by default', ref: MAIN, tags: ['master'] },
  { asked: 'nothing, so by default', ref: 'refs/heads/releases/v1', tags: ['releases-v1'] },
  { asked: 'nothing, so by default', ref: 'refs/tags/release1', tags: ['release1', 'latest'] },
  { asked: 'nothing, so by default', ref: 'refs/tags/20200110-RC2', tags: ['20200110-RC2', 'latest'] },
  { asked: 'type=ref,event=pr', ref: 'refs/pull/2/merge', tags: ['pr-2'] },
  { asked: 'type=schedule', ref: MAIN, tags: ['nightly'] },
  { asked: "type=schedule,pattern={{date 'YYYYMMDD-HHmmss' tz='Asia/Tokyo'}}", ref: MAIN, tags: ['20200110-093000'] },
  { asked: 'type=edge', ref: MAIN, tags: ['edge'] },
  { asked: 'type=edge;type=ref,event=branch', ref: MAIN, tags: ['edge', 'master'] },
  { asked: 'type=sha', ref: MAIN, tags: ['sha-860c190'] },
  { asked: 'type=sha,format=long', ref: MAIN, tags: [`sha-${COMMIT}`] },
  { asked: 'type=sha,prefix=,format=long: the SHA tag itself', ref: MAIN, tags: [COMMIT] },
  { asked: 'type=semver,pattern={{raw}}', ref: V, tags: ['v1.1.1', 'latest'] },
  {
    asked: 'type=semver,pattern={{version}};pattern={{major}}.{{minor}};pattern={{major}}',
    ref: V,
    tags: ['1.1.1', '1.1', '1', 'latest'],
  },
  {
    asked: 'type=semver,pattern={{version}};{{major}}.{{minor}}',
    ref: 'refs/tags/v2.0.8-beta.67',
    tags: ['2.0.8-beta.67'],
  },
  { asked: 'type=semver,pattern=v{{major}}', ref: V, tags: ['v1', 'latest'] },
  { asked: 'type=pep440,pattern={{raw}};{{major}}.{{minor}}', ref: V, tags: ['v1.1.1', '1.1', 'latest'] },
  { asked: 'type=pep440,pattern={{major}}.{{minor}}', ref: 'refs/tags/1.2.3rc2', tags: ['1.2.3rc2'] },
  { asked: 'type=pep440,pattern={{version}}', ref: 'refs/tags/1.2post1', tags: ['1.2.post1'] },
  { asked: 'type=pep440,pattern={{major}}.{{minor}}', ref: 'refs/tags/1.0dev4', tags: ['1.0.dev4'] },
  { asked: 'type=match,pattern=\\d{8} | latest=false', ref: 'refs/tags/20200110-RC2', tags: ['20200110'] },
  {
    asked: 'type=match,pattern=v(.*)-beta.(.*),group=1;group=2',
    ref: 'refs/tags/v2.0.8-beta.67',
    tags: ['2.0.8', '67', 'latest'],
  },
  { asked: 'type=match,pattern=p1/v(\\d.\\d.\\d),group=1', ref: 'refs/tags/p1/v1.0.0', tags: ['1.0.0', 'latest'] },
  { asked: 'type=raw,priority=2000,foo;type=ref,event=tag', ref: V, tags: ['foo', 'v1.1.1'] },
  {
    asked: 'type=raw,{{tag}}-{{sha}}-foo;type=raw,{{base_ref}}-foo',
    ref: V,
    tags: ['v1.1.1-860c190-foo', 'master-foo'],
  },
  {
    asked: 'type=raw,value=mytag-tag-{{tag}};type=raw,mytag-{{branch}}',
    ref: MAIN,
    tags: ['mytag-tag-', 'mytag-master'],
  },
  { asked: 'type=semver,pattern={{version}} | suffix=-dev,onlatest=true', ref: V, tags: ['1.1.1-dev', 'latest-dev'] },
  {
    asked: 'type=semver,pattern={{version}} | prefix=foo-,onlatest=true suffix=-dev,onlatest=true',
    ref: V,
    tags: ['foo-1.1.1-dev', 'foo-latest-dev'],
  },
  { asked: 'type=ref,event=branch | latest=true', ref: MAIN, tags: ['master', 'latest'] },
  {
    asked: 'type=semver,pattern={{version}};type=raw,value=latest, which names latest twice',
    ref: V,
    tags: ['1.1.1', 'latest', 'latest'],
  },
  { asked: 'type=raw,value=latest | latest=true, which names latest twice', ref: MAIN, tags: ['latest', 'latest'] },
  {
    asked: `type=ref,event=branch of a branch with a long name`,
    ref: `refs/heads/${'x'.repeat(128)}`,
    tags: ['x'.repeat(128)],
  },
];

/** The output `tags`: every tag for the first image, then for the second. Without images the tags are bare. */
function outputOf({ tags }: Configuration, images: readonly string[], separator: string): string {
  const named = images.length === 0 ? tags : images.flatMap((image) => tags.map((tag) => `${image}:${tag}`));
  return named.join(separator);
}

/** The tags that are written at each destination, besides the one that the ref makes. */
function written(image: string, output: string, ref: string): readonly (readonly string[])[] {
  const inputs = inputsOf({ image, tags: output, 'version-tags': 'none' });
  return inputs.destinations.map((destination) => {
    const { sha, versions } = planTags(inputs, { commit: COMMIT, ref }, destination);
    return [...new Set([sha, ...versions].map(({ tag }) => tag))];
  });
}

describe('the output of docker/metadata-action', () => {
  it.each(CONFIGURATIONS)('for $asked on $ref is taken as it comes', (configuration) => {
    const expected = [...new Set([COMMIT, ...configuration.tags])];
    for (const images of [[GHCR], []]) {
      for (const separator of ['\n', ',']) {
        const output = outputOf(configuration, images, separator);
        // As an expression hands it on, and as a block of YAML with a newline behind it.
        for (const text of [output, `${output}\n`]) expect(written(GHCR, text, configuration.ref)).toEqual([expected]);
      }
    }
  });

  it('of two images gives each of two destinations its own', () => {
    const images = ['ghcr.io/org/app', GHCR];
    for (const configuration of CONFIGURATIONS) {
      const output = outputOf(configuration, images, '\n');
      const expected = [...new Set([COMMIT, ...configuration.tags])];
      expect([configuration.asked, written(images.join('\n'), output, configuration.ref)]).toEqual([
        configuration.asked,
        [expected, expected],
      ]);
    }
  });

  it('of Docker Hub needs no registry in its names', () => {
    expect(written('docker.io/org/app', 'org/app:1.1.1\norg/app:latest', V)).toEqual([[COMMIT, '1.1.1', 'latest']]);
    expect(written('org/app', 'docker.io/org/app:1.1.1', V)).toEqual([[COMMIT, '1.1.1']]);
  });

  it('may name nothing at all', () => {
    expect(written(GHCR, '', MAIN)).toEqual([[COMMIT]]);
  });
});
