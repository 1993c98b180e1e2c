/** Preloaded into a step, this writes at its end how much physical memory it has had at most, in MiB, to `PEAK_FILE`. */
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  writeFileSync(process.env.PEAK_FILE, String(Math.round(Number(kib) / 1024)));
});
