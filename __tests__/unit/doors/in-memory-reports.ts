import { ActionError } from '../../../src/errors.ts';
import type { ReportFile, ReportFiles } from '../../../src/workspace/workspace.ts';

/** Reports that are a map of names to content; a pattern is a name, or ends with an asterisk. */
export class InMemoryReports implements ReportFiles {
  readonly files = new Map<string, string | Uint8Array>();
  readonly journal: string[];
  /** When every file was written, and what time it is. */
  written = Date.parse('2026-11-21T05:00:00Z');
  time = Date.parse('2026-11-21T05:01:00Z');

  constructor(journal: string[] = []) {
    this.journal = journal;
  }

  async find(pattern: string): Promise<readonly ReportFile[]> {
    this.journal.push(`reports.find ${pattern}`);
    const start = pattern.endsWith('*') ? pattern.slice(0, -1) : undefined;
    const names = [...this.files.keys()].filter((name) => name === pattern || (start && name.startsWith(start)));
    if (names.length === 0) throw new ActionError('GATE_SCAN', `no file matches "${pattern}"`, { hint: '-' });
    return names.sort().map((name) => ({ name, written: this.written, read: () => this.#read(name) }));
  }

  now(): number {
    return this.time;
  }

  async *#read(name: string): AsyncIterable<Uint8Array> {
    this.journal.push(`reports.read ${name}`);
    const content = this.files.get(name);
    if (content === undefined)
      throw new ActionError('GATE_SCAN', `${name} was removed while this step ran`, { hint: '-' });
    yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }
}
