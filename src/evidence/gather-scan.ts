import { ActionError } from '../errors.ts';
import { alsoAsking, type Verdict } from '../gate/verdict.ts';
import { digestOf } from '../image/digest.ts';
import type { Examined, Tested } from '../image/tested.ts';
import { decideScan } from '../scan/decide-scan.ts';
import type { ScanDecision, ScanEvidence, ScanFacts, ScanFile, ScanInputs } from '../scan/evidence.ts';
import { type IgnoreList, NO_EXCEPTIONS, parseIgnoreList } from '../scan/ignore-list.ts';
import { readSarif } from '../scan/sarif.ts';
import type { ReportFile, ReportFiles } from '../workspace/workspace.ts';
import { knownImage } from './known-image.ts';

/** What is required: undefined if the workflow requires no scan. */
export type AskedScan = { readonly scan: ScanInputs | undefined; readonly image: Examined };
type Doors = { readonly reports: ReportFiles };

/** The verdict after the scan, and what the reports show, if a scan is required. */
export type Scanned = { readonly verdict: Verdict; readonly scan?: ScanEvidence };

/** How large an ignore file may be, in bytes. */
const LARGEST_IGNORE_FILE = 1 << 20;

/**
 * askScan keeps an open gate open only if the reports allow it. They are read when the image is known, and before any
 * credential is used: one after the other, so that only one is in memory.
 */
export async function askScan(verdict: Verdict, { scan, image }: AskedScan, { reports }: Doors): Promise<Scanned> {
  if (verdict.kind === 'closed' || scan === undefined) return { verdict };
  const seen = {
    ...(await readReports(scan.reports, reports)),
    ignore: scan.ignoreFile === undefined ? NO_EXCEPTIONS : await readIgnoreFile(scan.ignoreFile, reports),
    commit: verdict.subject.commit,
    today: new Date(reports.now()).toISOString().slice(0, 10),
  };
  const decide = (tested: Tested) => {
    return decideScan(scan, { ...seen, image: { ...knownImage(tested), created: tested.platforms[0].created } });
  };
  const decision = decide(image.tested);
  // An engine with the containerd store reports the other digests of the image if it is asked.
  const final = isOfAnother(decision) && !image.tested.isComplete ? decide(await image.inFull()) : decision;
  return { verdict: alsoAsking(verdict, [...final.held, ...final.reasons]), scan: final.evidence };
}

function isOfAnother({ evidence }: ScanDecision): boolean {
  return evidence.runs.some(({ binding }) => binding.kind === 'other');
}

/** Reads the files that match the patterns, each once. A file that cannot be read counts as missing. */
async function readReports(
  patterns: readonly string[],
  reports: ReportFiles,
): Promise<Pick<ScanFacts, 'files' | 'missing'>> {
  const missing: string[] = [];
  const found = new Map<string, ReportFile>();
  for (const pattern of patterns) {
    const files = await orMissing(missing, () => reports.find(pattern));
    for (const file of files ?? []) found.set(file.name, file);
  }
  const files: ScanFile[] = [];
  for (const { name, written, read } of found.values()) {
    const report = await orMissing(missing, () => readSarif(read()));
    if (report !== undefined) files.push({ name, written, report });
  }
  return { files, missing };
}

async function orMissing<T>(missing: string[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    missing.push(unusable(error));
    return undefined;
  }
}

async function readIgnoreFile(path: string, reports: ReportFiles): Promise<IgnoreList> {
  try {
    const [file, ...others] = await reports.find(path);
    if (file === undefined || others.length > 0) return { problem: 'is not one file' };
    const text = await textOf(file);
    const list = await parseIgnoreList(text);
    return 'problem' in list ? list : { ...list, digest: digestOf(Buffer.from(text)) };
  } catch (error) {
    return { problem: `cannot be used: ${unusable(error)}` };
  }
}

async function textOf({ name, read }: ReportFile): Promise<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for await (const chunk of read()) {
    text += decoded(() => utf8.decode(chunk, { stream: true }), name);
    if (text.length > LARGEST_IGNORE_FILE) throw refusal(`${name} is larger than 1 MiB`);
  }
  return text + decoded(() => utf8.decode(), name);
}

function decoded(decode: () => string, name: string): string {
  try {
    return decode();
  } catch {
    throw refusal(`${name} is not text in UTF-8`);
  }
}

function refusal(message: string): ActionError {
  return new ActionError('GATE_SCAN', message, { hint: 'Correct the file of "scan-ignore".' });
}

/** Why a file is no evidence. Other errors are thrown, and are no reason of the gate. */
function unusable(error: unknown): string {
  if (error instanceof ActionError && error.code === 'GATE_SCAN') return error.message;
  throw error;
}
