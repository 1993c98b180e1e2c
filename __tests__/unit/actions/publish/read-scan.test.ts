import { describe, expect, it } from '@jest/globals';
import { readScan } from '../../../../src/actions/publish/read-inputs.ts';
import { Reader } from '../../../../src/inputs/reader.ts';

/** What is read of the inputs, and what is said against them. */
function read(given: Readonly<Record<string, string>>): { readonly scan: unknown; readonly problems: string } {
  const reader = new Reader({ input: (name) => given[name] ?? '', givenInputs: () => Object.keys(given) });
  const scan = readScan(reader);
  try {
    reader.throwProblems();
    return { scan, problems: '' };
  } catch (error) {
    return { scan, problems: (error as Error).message };
  }
}

const BY_DEFAULT = { failOn: 'critical', tools: [], ignoreFile: undefined, binding: 'when-named' };

describe('the inputs of the scan', () => {
  it('ask for nothing by themselves', () => {
    expect(read({})).toEqual({ scan: undefined, problems: '' });
    for (const none of [{}, { 'scan-report': 'none' }])
      expect(read({ ...none, 'scan-fail-on': 'critical', 'scan-binding': 'when-named', 'scan-tools': '' })).toEqual({
        scan: undefined,
        problems: '',
      });
  });

  it.each([
    [{}, {}],
    [{ 'scan-fail-on': 'low' }, { failOn: 'low' }],
    [{ 'scan-tools': 'Trivy, docker scout' }, { tools: ['Trivy', 'docker scout'] }],
    [{ 'scan-ignore': '.github/scan-ignore.yml' }, { ignoreFile: '.github/scan-ignore.yml' }],
    [{ 'scan-binding': 'required' }, { binding: 'required' }],
  ])('with %p are %p', (given, asked) => {
    const scan = { reports: ['a.sarif', 'reports/*.sarif'], ...BY_DEFAULT, ...asked };
    expect(read({ 'scan-report': 'a.sarif\n# all\nreports/*.sarif', ...given })).toEqual({ scan, problems: '' });
  });

  it.each([
    [{ 'scan-report': 'a', 'scan-fail-on': 'Critical' }, /scan-fail-on: "Critical" is not one of critical, high/],
    [{ 'scan-report': 'a', 'scan-fail-on': 'none' }, /scan-fail-on/],
    [{ 'scan-report': 'a', 'scan-binding': 'yes' }, /scan-binding: "yes" is not one of when-named, required/],
    [{ 'scan-report': 'a\0b' }, /scan-report.*is not a path/],
    [{ 'scan-report': 'a', 'scan-ignore': 'a\0b' }, /scan-ignore.*is not a path/],
    [{ 'scan-tools': 'Trivy' }, /^scan-tools: "Trivy" has no effect without "scan-report"/],
    [{ 'scan-ignore': 'ignore.yml' }, /^scan-ignore: "ignore.yml" has no effect without "scan-report"/],
    [{ 'scan-binding': 'required' }, /^scan-binding: "required" has no effect without "scan-report"/],
    [{ 'scan-fail-on': 'high' }, /^scan-fail-on: "high" has no effect without "scan-report"/],
    [{ 'scan-report': 'none', 'scan-tools': 'Trivy' }, /^scan-tools: "Trivy" has no effect without "scan-report"/],
    // As an expression that was meant to be a path is, if its step was skipped.
    [{ 'scan-report': '' }, /^scan-report: is empty/],
    [{ 'scan-report': '# none', 'scan-tools': 'Trivy' }, /^scan-report: is empty[^\n]*$/],
    [{ 'scan-report': 'a', 'scan-fail-on': '' }, /^scan-fail-on: is empty/],
  ])('with %p are wrong', (given, problems) => {
    expect(read(given).problems).toMatch(problems);
  });
});
