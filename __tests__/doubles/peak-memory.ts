/** How much memory a test's program took. */
import { readFileSync } from 'node:fs';

/**
 * peakMiB returns the most physical memory that this program has had, in MiB. It is what the kernel counts for this
 * program alone (`VmHWM`): `process.resourceUsage().maxRSS` goes on from what the parent had when it started us, which
 * is the test runner with all it has loaded.
 */
export function peakMiB(): number {
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  if (kib === undefined) throw new Error('the kernel does not tell how much memory this program has had');
  return Math.round(Number(kib) / 1024);
}
