/**
 * A model of what the runner of GitHub Actions does with the output of a step, written from its source
 * (actions/runner, `OutputManager.cs`, `ActionCommandManager.cs`, `ActionCommand.cs`) and not from ours.
 */

export type Command = {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
};

export type RunnerLog = {
  /** Every line that the runner took for a command, in order. */
  readonly commands: readonly Command[];
  /** What people see: everything else, and what the commands print, with the masks of each moment applied. */
  readonly shown: string;
};

const REGISTERED = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
];

/** The runner compares by culture, which does not see these characters; then it cuts by length, which does. */
const UNSEEN = '[\\p{Default_Ignorable_Code_Point}\\p{Cc}]*';
const COLONS = new RegExp(`^${UNSEEN}:${UNSEEN}:`, 'u');
const HASHES = new RegExp(`#${UNSEEN}#${UNSEEN}\\[`, 'u');

/** readLog reads the output of a step line by line; the runner ends lines at CR, LF or both. */
export function readLog(output: string): RunnerLog {
  const commands: Command[] = [];
  const masks: string[] = [];
  const shown: string[] = [];
  let resume: string | undefined;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const command = parseCommand(line, resume);
    if (command === undefined || (resume !== undefined && command.name !== resume)) {
      shown.push(masked(line, masks));
      continue;
    }
    if (resume !== undefined) resume = undefined;
    else if (command.name === 'stop-commands') resume = command.data.toLowerCase();
    commands.push(command);
    if (command.name === 'add-mask') masks.push(command.data);
    else shown.push(masked([command.data, ...Object.values(command.properties)].join(' '), masks));
  }
  return { commands, shown: shown.join('\n') };
}

/** parseCommand reads a line as the runner does: `::name key=value::data` at its start, else `##[name key=value]data`. */
export function parseCommand(line: string, also?: string): Command | undefined {
  // What .NET trims, which is more than blanks.
  return parseColons(line.replace(/^[\s\u0085]+/, ''), also) ?? parseHashes(line, also);
}

function parseColons(line: string, also: string | undefined): Command | undefined {
  if (!COLONS.test(line)) return undefined;
  const end = line.indexOf('::', 2);
  if (end < 0) return undefined;
  return commandOf(line.slice(2, end), line.slice(end + 2), { separator: ',', also });
}

function parseHashes(line: string, also: string | undefined): Command | undefined {
  const start = HASHES.exec(line)?.index;
  const end = start === undefined ? -1 : line.indexOf(']', start);
  if (start === undefined || end < 0) return undefined;
  return commandOf(line.slice(start + 3, end), line.slice(end + 1), { separator: ';', also });
}

type Form = { readonly separator: string; readonly also: string | undefined };

function commandOf(info: string, data: string, { separator, also }: Form): Command | undefined {
  const space = info.indexOf(' ');
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  if (!REGISTERED.includes(name) && name !== also) return undefined;
  const pairs = space < 0 ? [] : info.slice(space + 1).split(separator);
  const properties = pairs.flatMap((pair) => {
    const [, key, value] = /^([^=]+)=(.+)$/s.exec(pair.trim()) ?? [];
    return key === undefined || value === undefined ? [] : [[key, unescaped(value)] as const];
  });
  return { name, properties: Object.fromEntries(properties), data: unescaped(data) };
}

function unescaped(text: string): string {
  const characters: Readonly<Record<string, string>> = { '0D': '\r', '0A': '\n', '3A': ':', '2C': ',', '25': '%' };
  return text.replace(/%(0D|0A|3A|2C|25)/g, (whole, hex: string) => characters[hex] ?? whole);
}

function masked(text: string, masks: readonly string[]): string {
  // Longest first: a short mask must not break up what a longer one would have hidden as a whole.
  return [...masks]
    .sort((one, other) => other.length - one.length)
    .reduce((done, mask) => done.replaceAll(mask, '***'), text);
}
