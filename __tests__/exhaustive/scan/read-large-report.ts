/** Reads a report as the step does, and prints how much memory that took, in MiB, and what was read. */

import { readSarif } from '../../../src/scan/sarif.ts';
import { diskReportFiles } from '../../../src/workspace/disk-workspace.ts';

const [path = ''] = process.argv.slice(2);
const before = process.memoryUsage.rss();
const [file] = await diskReportFiles(new AbortController().signal).find(path);
if (file === undefined) throw new Error(`there is no ${path}`);
const report = await readSarif(file.read());
const peak = process.resourceUsage().maxRSS * 1024;
const findings = 'problem' in report ? report.problem : report.runs.reduce((sum, run) => sum + run.findings.length, 0);
process.stdout.write(JSON.stringify({ grown: Math.round((peak - before) / (1 << 20)), findings }));
