import type { Step } from '../doubles/runner.ts';

/** readable is a summary as it is shown: with the characters that stand there as numbers to be harmless. */
export function readable({ summary }: Step): string {
  return summary.replace(/&#([0-9]+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
