import { randomUUID } from 'node:crypto';

/**
 * workflowCommand writes a command to the runner (docs.github.com, "Workflow commands"; actions/runner,
 * `ActionCommand.cs`): `::name key=value,…::data`, with what would end a part of it escaped.
 */
export function workflowCommand(name: string, data: string, properties: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name}${pairs.length > 0 ? ` ${pairs.join(',')}` : ''}::${escapeData(data)}\n`;
}

/** fileCommand writes an entry of a command file such as `GITHUB_OUTPUT`; the delimiter cannot be guessed. */
export function fileCommand(name: string, value: string): string {
  const delimiter = `delimiter_${randomUUID()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
