import { relative } from 'node:path';

/** Of each failed test, so many lines of its message, and so many characters of each, are shown again at the end. */
const MOST_LINES = 45;
const MOST_CHARACTERS = 240;

/**
 * Prints what failed once more, since a long log is often cut, and the totals of a run as its last line, in one form
 * whatever the suites: `N passed, N failed`.
 */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    for (const line of results.testResults.flatMap(failuresOf)) process.stdout.write(`${line}\n`);
    process.stdout.write(
      `\n${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
    );
  }
}

function failuresOf({ testFilePath, testExecError, testResults }) {
  const file = relative(process.cwd(), testFilePath);
  const broken = testExecError ? [shown(file, testExecError.message ?? String(testExecError))] : [];
  const failed = testResults.filter(({ status }) => status === 'failed');
  return [...broken, ...failed.map((test) => shown(`${file} › ${test.fullName}`, test.failureMessages.join('\n')))];
}

function shown(name, message) {
  const lines = message.split('\n').filter((line) => line.trim() !== '' && !/^\s+at .*node_modules/.test(line));
  return [`✗ ${name}`, ...lines.slice(0, MOST_LINES).map((line) => `    ${line.slice(0, MOST_CHARACTERS)}`)].join('\n');
}
