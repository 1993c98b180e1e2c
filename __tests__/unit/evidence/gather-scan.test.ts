import { describe, expect, it } from '@jest/globals';
import type { EngineImage } from '../../../src/docker/docker.ts';
import { askScan } from '../../../src/evidence/gather-scan.ts';
import { openFor } from '../../../src/gate/verdict.ts';
import { examined } from '../../../src/push/engine-image.ts';
import type { ScanInputs } from '../../../src/scan/evidence.ts';
import { buildImage, buildIndex } from '../../doubles/registry/images.ts';
import { cleanReportOf, reportOf } from '../../doubles/sarif/reports.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';
import { InMemoryReports } from '../doors/in-memory-reports.ts';
import { SHA } from '../gate/runs.ts';

const image = buildImage({ content: 'the image that was scanned' });
const open = openFor({ event: 'push', whose: 'run', subject: { commit: SHA, ref: 'refs/heads/main' } }, []);
const ASKED: ScanInputs = {
  reports: ['scan.sarif'],
  failOn: 'critical',
  tools: [],
  ignoreFile: undefined,
  binding: 'when-named',
};

type Start = { readonly store?: 'graph-driver' | 'containerd'; readonly names?: readonly string[] };

function start({ store = 'graph-driver', names = ['app:test'] }: Start = {}) {
  const docker = new InMemoryDocker(store);
  const built = docker.build(image, names);
  const reports = new InMemoryReports(docker.journal);
  const ask = async (scan: Partial<ScanInputs> = {}, of: EngineImage = built) => {
    const { verdict } = await askScan(open, { scan: { ...ASKED, ...scan }, image: examined(docker, of) }, { reports });
    return verdict.kind === 'open' ? 'open' : verdict.reasons.map(({ seen }) => seen).join('\n');
  };
  return { docker, reports, built, ask };
}

/** A clean report of Trivy on the image with this digest. */
function about(digest: string): string {
  const log = JSON.parse(cleanReportOf('trivy'));
  log.runs[0].properties = { imageID: digest };
  return JSON.stringify(log);
}

describe('a report', () => {
  it('is not looked for if none is asked for, or the gate is closed', async () => {
    const { docker, reports, built } = start();
    const doors = { reports };
    const image = examined(docker, built);
    expect(await askScan(open, { scan: undefined, image }, doors)).toEqual({ verdict: open });
    const reason = { code: 'GATE_REF', rule: '-', seen: '-', opens: '-' } as const;
    const closed = { kind: 'closed', event: 'push', reasons: [reason], held: [], checks: [] } as const;
    expect(await askScan(closed, { scan: ASKED, image }, doors)).toEqual({ verdict: closed });
    expect(docker.journal).toEqual([]);
  });

  it('names the image by its config', async () => {
    const { reports, ask } = start();
    reports.files.set('scan.sarif', about(image.config.digest));
    expect(await ask()).toBe('open');
  });

  it('names the image by a digest that a registry gave it', async () => {
    const { reports, ask, built } = start();
    reports.files.set('scan.sarif', about(image.digest));
    expect(await ask()).toContain(image.digest);
    expect(await ask({}, { ...built, names: ['app:test', `ghcr.io/owner/app@${image.digest}`] })).toBe('open');
  });

  it('names the image of a containerd store by what the engine calls it, or by its config, which is asked for', async () => {
    const { reports, ask } = start({ store: 'containerd' });
    for (const digest of [image.digest, image.config.digest]) {
      reports.files.set('scan.sarif', about(digest));
      expect(await ask()).toBe('open');
    }
    const other = buildImage({ content: 'another' }).config.digest;
    reports.files.set('scan.sarif', about(other));
    expect(await ask()).toContain(other);
  });

  it("names an index's second platform, which the engine is asked for, and no other", async () => {
    const index = buildIndex({ platforms: ['linux/amd64', 'linux/arm64'] });
    const [first, second] = index.children;
    if (first === undefined || second === undefined) throw new Error('not two');
    const docker = new InMemoryDocker('containerd');
    const built = docker.build(first, ['app:test'], index);
    const reports = new InMemoryReports();
    const ask = async (binding: ScanInputs['binding'], ...names: readonly string[]) => {
      for (const [number, name] of names.entries()) reports.files.set(`${number}.sarif`, about(name));
      const scan = { ...ASKED, binding, reports: names.map((_, number) => `${number}.sarif`) };
      const asked = await askScan(open, { scan, image: examined(docker, built) }, { reports });
      return { kind: asked.verdict.kind, unnamed: asked.scan?.unnamed };
    };
    for (const name of [second.digest, second.config.digest]) {
      expect(await ask('when-named', name)).toEqual({ kind: 'open', unnamed: ['linux/amd64'] });
      expect(await ask('required', name)).toEqual({ kind: 'closed', unnamed: ['linux/amd64'] });
    }
    expect(await ask('required', second.digest, first.config.digest)).toEqual({ kind: 'open', unnamed: [] });
    expect(await ask('when-named', image.digest)).toMatchObject({ kind: 'closed' });
  });

  it('that is not there closes the gate, and the others are read all the same', async () => {
    const { reports, ask } = start();
    reports.files.set('scan.sarif', reportOf('grype'));
    const seen = await ask({ reports: ['scan.sarif', 'none.sarif', 'more*'] });
    expect(seen).toContain('no file matches "none.sarif"');
    expect(seen).toContain('no file matches "more*"');
    expect(seen).toContain('CVE-2026-10001');
  });

  it('that two patterns lead to is read once', async () => {
    const { docker, reports, ask } = start();
    reports.files.set('scan.sarif', cleanReportOf('grype'));
    expect(await ask({ reports: ['scan.sarif', 'scan*'] })).toBe('open');
    expect(docker.journal.filter((step) => step === 'reports.read scan.sarif')).toHaveLength(1);
  });

  it('that breaks off while it is read closes the gate; what is no fault of the report is thrown', async () => {
    const { reports, ask } = start();
    reports.find = async () => [{ name: 'scan.sarif', written: reports.written, read: () => breaking('EIO') }];
    await expect(ask()).rejects.toThrow('EIO');
  });
});

async function* breaking(message: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode('{');
  throw new Error(message);
}

describe('an ignore file', () => {
  const file = (until: string) => `- id: CVE-2026-10001-libexample1\n  reason: Not reachable\n  until: ${until}\n`;
  const critical = () => {
    const log = JSON.parse(reportOf('grype'));
    log.runs[0].results = log.runs[0].results.slice(0, 1);
    return JSON.stringify(log).replaceAll(`sha256:${'3'.repeat(64)}`, image.diffIds[0] ?? '');
  };

  it.each([
    ['2026-11-21', 'open'],
    ['2026-11-20', expect.stringContaining('CVE-2026-10001')],
  ])('until %s is over on the day after, in UTC', async (until, seen) => {
    const { reports, ask } = start();
    reports.files.set('scan.sarif', critical());
    reports.files.set('ignore.yml', file(until));
    for (const hour of ['00:00', '23:59']) {
      reports.time = Date.parse(`2026-11-21T${hour}:00Z`);
      expect(await ask({ ignoreFile: 'ignore.yml' })).toEqual(seen);
    }
  });

  it.each([
    ['missing', undefined, /no file matches "ignore.yml"/],
    ['malformed', '- id: x\n', /without "reason"/],
    ['no text', new Uint8Array([0xff, 0xfe]), /not text in UTF-8/],
    ['cut off in a character', new Uint8Array([0x23, 0xc3]), /not text in UTF-8/],
    ['too large', `# ${'x'.repeat(2 << 20)}`, /larger than 1 MiB/],
  ])('that is %s closes the gate', async (_name, content, message) => {
    const { reports, ask } = start();
    reports.files.set('scan.sarif', cleanReportOf('grype'));
    if (content !== undefined) reports.files.set('ignore.yml', content);
    expect(await ask({ ignoreFile: 'ignore.yml' })).toMatch(message);
  });
});

describe('an ignore file by a pattern', () => {
  it('that matches several is not one', async () => {
    const { reports, ask } = start();
    reports.files.set('scan.sarif', cleanReportOf('grype'));
    for (const name of ['a.yml', 'b.yml']) reports.files.set(name, '');
    expect(await ask({ ignoreFile: 'a*' })).toBe('open');
    reports.files.set('a2.yml', '');
    expect(await ask({ ignoreFile: 'a*' })).toContain('is not one file');
  });
});
