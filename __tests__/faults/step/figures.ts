import { appendFileSync } from 'node:fs';

/** tell gives out a figure of this run: into the file that `tools/reliability.ts` names, or else onto the screen. */
export function tell(name: string, value: string | number): void {
  const file = process.env.RELIABILITY_FIGURES;
  if (file) appendFileSync(file, `${JSON.stringify([name, String(value)])}\n`);
  else process.stdout.write(`${name}: ${value}\n`);
}
