/** Reports as tools write them, and what is asked about them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Digest } from '../../../src/image/digest.ts';
import type { KnownImage } from '../../../src/scan/binding.ts';
import { decideScan } from '../../../src/scan/decide-scan.ts';
import type { ScanDecision, ScanFacts, ScanFile, ScanPolicy } from '../../../src/scan/evidence.ts';
import { NO_EXCEPTIONS } from '../../../src/scan/ignore-list.ts';
import { type Report, readSarif } from '../../../src/scan/sarif.ts';

/** Each of them has something critical, or something of unclear severity. */
export const TOOLS = ['trivy', 'grype', 'docker-scout', 'snyk-container', 'codeql', 'bandit', 'semgrep'] as const;
export type Tool = (typeof TOOLS)[number];

const digest = (digit: string) => `sha256:${digit.repeat(64)}` as Digest;
export const IMAGE_ID = digest('1');
export const MANIFEST = digest('2');
export const LAYER = digest('3');
export const OTHER_IMAGE = digest('9');
export const COMMIT = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';

export const IMAGE: KnownImage = { whole: [IMAGE_ID], platforms: [], layers: [LAYER] };

/** The text of a tool's report. */
export function reportOf(tool: Tool): string {
  return readFileSync(resolve(import.meta.dirname, `${tool}.sarif`), 'utf8');
}

/** The same without its findings: as the tool writes it for an image that has none. */
export function cleanReportOf(tool: Tool): string {
  const log = JSON.parse(reportOf(tool));
  for (const run of log.runs) {
    run.results = [];
    for (const component of [run.tool.driver, ...(run.tool.extensions ?? [])]) component.rules = [];
  }
  return JSON.stringify(log);
}

export async function* inChunks(content: string | Uint8Array, size = 64 << 10): AsyncIterable<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export function read(content: unknown): Promise<Report> {
  const isRaw = typeof content === 'string' || content instanceof Uint8Array;
  return readSarif(inChunks(isRaw ? content : JSON.stringify(content)));
}

export type Asked = { readonly policy?: Partial<ScanPolicy>; readonly facts?: Partial<ScanFacts> };

/** What is decided on reports that were written after the image; what is asked is the default of the action. */
export async function decide(contents: readonly unknown[], { policy, facts }: Asked = {}): Promise<ScanDecision> {
  const files = await Promise.all(
    contents.map(async (content, index): Promise<ScanFile> => {
      return {
        name: `report-${index + 1}.sarif`,
        written: Date.parse('2026-11-21T05:00:00Z'),
        report: await read(content),
      };
    }),
  );
  return decideScan(
    { failOn: 'critical', tools: [], binding: 'when-named', ...policy },
    {
      files,
      missing: [],
      ignore: NO_EXCEPTIONS,
      image: { ...IMAGE, created: '2026-11-21T04:00:00Z' },
      commit: COMMIT,
      today: '2026-11-21',
      ...facts,
    },
  );
}

export async function isOpen(contents: readonly unknown[], asked?: Asked): Promise<boolean> {
  return (await decide(contents, asked)).reasons.length === 0;
}
