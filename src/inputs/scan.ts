import { SCAN_BINDINGS, type ScanInputs, SEVERITIES } from './inputs.ts';
import type { Reader } from './reader.ts';
import { anyName, oneOf, path } from './values.ts';

const REPORT_EXAMPLE = 'scan.sarif';

/** readScan reads what is asked of scan reports; undefined if there is no `scan-report`, which the others need. */
export function readScan(reader: Reader): ScanInputs | undefined {
  const reports = reader.list('scan-report', REPORT_EXAMPLE, path);
  const failOn = reader.read('scan-fail-on', 'high', oneOf(SEVERITIES)) ?? 'critical';
  const tools = reader.list('scan-tools', 'Trivy', anyName);
  const ignoreFile = reader.read('scan-ignore', '.github/scan-ignore.yml', path);
  const binding = reader.read('scan-binding', 'required', oneOf(SCAN_BINDINGS)) ?? 'when-named';
  if (reports.length > 0) return { reports, failOn, tools, ignoreFile, binding };
  // An expression that is empty where a path was meant must not take the whole gate away.
  const asked = [
    ['scan-tools', tools.length > 0],
    ['scan-ignore', ignoreFile !== undefined],
    ['scan-binding', binding === 'required'],
  ] as const;
  const [input] = asked.find(([, isSet]) => isSet) ?? [];
  if (input !== undefined) {
    const problem = `is empty, and "${input}" is set: no report would be looked at`;
    reader.refuse({ input: 'scan-report', value: '', problem, example: REPORT_EXAMPLE });
  }
  return undefined;
}
