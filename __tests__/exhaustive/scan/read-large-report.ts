/** Reads a report as the step does, and prints how much memory that took, in MiB, and what was read. */

import { readSarif } from '../../../src/scan/sarif.ts';
import { diskReportFiles } from '../../../src/workspace/disk-workspace.ts';
import { peakMiB } from '../../doubles/peak-memory.ts';

const [path = ''] = process.argv.slice(2);
const before = peakMiB();
const [file] = await diskReportFiles(new AbortController().signal).find(path);
if (file === undefined) throw new Error(`there is no ${path}`);
const report = await readSarif(file.read());
const grown = peakMiB() - before;
const findings = 'problem' in report ? report.problem : report.runs.reduce((sum, run) => sum + run.findings.length, 0);
process.stdout.write(JSON.stringify({ grown, findings }));
