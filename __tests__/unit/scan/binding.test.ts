import { describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/image/digest.ts';
import { bind, type KnownImage, unnamedPlatforms } from '../../../src/scan/binding.ts';
import {
  cleanReportOf,
  decide,
  IMAGE_ID,
  isOpen,
  LAYER,
  MANIFEST,
  OTHER_IMAGE,
  read,
  reportOf,
} from '../../doubles/sarif/reports.ts';

const digest = (digit: string) => `sha256:${digit.repeat(64)}` as Digest;
const AMD = { platform: 'linux/amd64', digests: [digest('a'), digest('b')] };
const ARM = { platform: 'linux/arm64', digests: [digest('c'), digest('d')] };
const SINGLE: KnownImage = { whole: [IMAGE_ID], platforms: [], layers: [LAYER] };
const INDEX: KnownImage = { whole: [digest('e')], platforms: [AMD, ARM], layers: undefined };

/** A clean report of Trivy that names an image like this. */
function trivy(properties: object | undefined): unknown {
  const log = JSON.parse(cleanReportOf('trivy'));
  log.runs[0].properties = properties;
  return log;
}

async function bindingOf(report: unknown, image: KnownImage) {
  const parsed = await read(report);
  if ('problem' in parsed) throw new Error(parsed.problem);
  const [run] = parsed.runs;
  if (run === undefined) throw new Error('no run');
  return bind(run, image);
}

describe('a report', () => {
  it.each([
    ['the ID', { imageID: IMAGE_ID }, SINGLE, IMAGE_ID],
    [
      'the ID, whatever name it has',
      { imageID: IMAGE_ID, imageName: 'other:name', repoTags: ['x:y'] },
      SINGLE,
      IMAGE_ID,
    ],
    [
      'the ID, and other digests at registries',
      { imageID: IMAGE_ID, repoDigests: [`a@${OTHER_IMAGE}`] },
      SINGLE,
      IMAGE_ID,
    ],
    ['a digest at a registry', { imageID: OTHER_IMAGE, repoDigests: [`a@${IMAGE_ID}`] }, SINGLE, IMAGE_ID],
    ['a name with its digest', { imageName: `ghcr.io/o/app:1@${IMAGE_ID}` }, SINGLE, IMAGE_ID],
    ['the index', { imageID: digest('e') }, INDEX, digest('e')],
  ] as readonly (readonly [string, object, KnownImage, Digest])[])(
    'that names %s is about the image',
    async (_name, properties, image, named) => {
      expect(await bindingOf(trivy(properties), image)).toEqual({ kind: 'named', digest: named, platform: undefined });
    },
  );

  it.each([
    ['manifest', digest('c')],
    ['config', digest('d')],
  ])("that names the %s of an index's second platform is about that platform", async (_name, named) => {
    const binding = await bindingOf(trivy({ imageID: named }), INDEX);
    expect(binding).toEqual({ kind: 'named', digest: named, platform: 'linux/arm64' });
  });

  it.each([
    ['another image of the same name', { imageID: OTHER_IMAGE, imageName: 'app:test' }],
    ['another image at registries', { repoDigests: [`ghcr.io/owner/app@${OTHER_IMAGE}`, `b@${MANIFEST}`] }],
    ['nothing, by a tool that always does', undefined],
    ['what is no digest', { imageID: '', imageName: 'app:test', repoDigests: null }],
    ['a short digest', { imageID: IMAGE_ID.slice(0, 19) }],
    ['one in capitals', { imageID: IMAGE_ID.toUpperCase() }],
  ])('that names %s is not', async (_name, properties) => {
    expect(await bindingOf(trivy(properties), SINGLE)).toMatchObject({ kind: 'other' });
  });

  it('of Grype is about the image by trust, as far as its findings are in layers of the image', async () => {
    expect(await bindingOf(reportOf('grype'), SINGLE)).toEqual({ kind: 'trusted' });
    expect(await bindingOf(cleanReportOf('grype'), SINGLE)).toEqual({ kind: 'trusted' });
    const other = reportOf('grype').replaceAll(LAYER, OTHER_IMAGE);
    expect(await bindingOf(other, SINGLE)).toMatchObject({ kind: 'other', why: expect.stringContaining(OTHER_IMAGE) });
    expect(await bindingOf(other, { ...SINGLE, layers: undefined })).toEqual({ kind: 'trusted' });
  });

  it('of Grype that was given a digest is about another image if it is another', async () => {
    const given = (name: string) => reportOf('grype').replaceAll('app:test', name);
    expect(await bindingOf(given(`app@${OTHER_IMAGE}`), SINGLE)).toMatchObject({ kind: 'other' });
    expect(await bindingOf(given(`app:test@${IMAGE_ID}`), SINGLE)).toEqual({ kind: 'trusted' });
  });

  it.each(['docker-scout', 'snyk-container', 'codeql'] as const)('of %s names no image', async (tool) => {
    expect(await bindingOf(reportOf(tool), SINGLE)).toEqual({ kind: 'trusted' });
  });
});

describe('the platforms that no report names', () => {
  const named = (digit: string, platform?: string) => ({ kind: 'named', digest: digest(digit), platform }) as const;
  it.each([
    ['all, if there is no report', [], ['linux/amd64', 'linux/arm64']],
    ['the others', [named('c', 'linux/arm64')], ['linux/amd64']],
    ['none, with a report for each', [named('d', 'linux/arm64'), named('a', 'linux/amd64')], []],
    ['none, with one on the whole', [named('e')], []],
    ['all, by trust', [{ kind: 'trusted' } as const], ['linux/amd64', 'linux/arm64']],
  ])('are %s', (_name, bindings, unnamed) => {
    expect(unnamedPlatforms(bindings, INDEX)).toEqual(unnamed);
  });
});

describe('with scan-binding', () => {
  const facts = { image: { ...INDEX, created: '' } };
  const second = trivy({ imageID: digest('c') });
  const first = trivy({ imageID: digest('a') });

  it("when-named, a report on an index's second platform alone opens, and says what it is not about", async () => {
    const { reasons, evidence } = await decide([second], { facts });
    expect(reasons).toEqual([]);
    expect(evidence.unnamed).toEqual(['linux/amd64']);
  });

  it('required, each platform must be named', async () => {
    const policy = { binding: 'required' } as const;
    expect((await decide([second], { facts, policy })).reasons.map(({ seen }) => seen)).toEqual([
      'none names linux/amd64',
    ]);
    expect(await isOpen([second, first], { facts, policy })).toBe(true);
    expect(await isOpen([trivy({ imageID: digest('e') })], { facts, policy })).toBe(true);
  });

  it('required, each of two images for one platform must be named, as Windows has them for its versions', async () => {
    const twice = { ...INDEX, platforms: [AMD, { ...AMD, digests: [digest('6'), digest('7')] }] };
    const asked = { facts: { image: { ...twice, created: '' } }, policy: { binding: 'required' } } as const;
    const other = trivy({ imageID: digest('7') });
    expect((await decide([first], asked)).reasons.map(({ seen }) => seen)).toEqual(['none names linux/amd64']);
    expect(await isOpen([first, other], asked)).toBe(true);
  });

  it('required, each report must name the image', async () => {
    const clean = cleanReportOf('grype');
    expect(await isOpen([clean])).toBe(true);
    const { reasons } = await decide([clean], { policy: { binding: 'required' } });
    expect(reasons.map(({ seen }) => seen)).toEqual([expect.stringContaining('names none')]);
    expect(await isOpen([cleanReportOf('trivy')], { policy: { binding: 'required' } })).toBe(true);
  });
});
