import { FileProblem, quoted } from './file-problem.ts';
import { type Extension, SPARSE } from './tar-header.ts';

/** Values that do not fit into the next header: a name, the target of a link, a size in bytes. */
export type Extended = { readonly name?: string; readonly link?: string; readonly size?: number };

/** The records of POSIX pax that change what an archive holds. */
const FIELDS: Readonly<Record<string, keyof Extended>> = { path: 'name', linkpath: 'link', size: 'size' };
const SPARSE_RECORD = /^GNU\.sparse\.|^SCHILY\.realsize$/;
const LONGEST_LENGTH = 8;

/**
 * parseExtension reads a header about the next entry. Records for the whole archive may contain values that do not
 * matter here. If they name a file or its size, every program reads that differently, so it is rejected, and so is any
 * value that is given twice. Throws a FileProblem.
 */
export function parseExtension(type: Extension, content: Buffer): Extended {
  if (type === 'long name') return { name: longText(content) };
  if (type === 'long link') return { link: longText(content) };
  const extended = parseRecords(content);
  if (type === 'global pax' && Object.keys(extended).length > 0) {
    throw new FileProblem('it has a header that sets one name or size for all files');
  }
  return extended;
}

/** both joins what two headers say about the same entry. */
export function both(one: Extended, other: Extended): Extended {
  const twice = Object.keys(one).find((field) => field in other);
  if (twice !== undefined) throw new FileProblem(`it has an entry whose ${twice} is given twice`);
  return { ...one, ...other };
}

/** GNU tar ends the text with a zero byte, and others do not. */
function longText(content: Buffer): string {
  const end = content.indexOf(0);
  const text = content.toString('utf8', 0, end === -1 ? content.length : end);
  if (text === '' || (end !== -1 && end < content.length - 1)) {
    throw new FileProblem('it has a long name that ends too early');
  }
  return text;
}

/** Records `<length> <key>=<value>` and a line feed; the length counts the whole record, in bytes. */
function parseRecords(content: Buffer): Extended {
  let extended: Extended = {};
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const digits = content.toString('latin1', at, Math.min(space, at + LONGEST_LENGTH));
    const end = at + Number(digits);
    const equals = content.indexOf(0x3d, space);
    const isRecord = /^[1-9][0-9]*$/.test(digits) && end <= content.length && equals > space + 1 && equals < end - 1;
    if (!isRecord || content[end - 1] !== 0x0a) throw new FileProblem('it has a pax header that cannot be read');
    extended = both(
      extended,
      parseRecord(content.toString('utf8', space + 1, equals), content.toString('utf8', equals + 1, end - 1)),
    );
    at = end;
  }
  return extended;
}

function parseRecord(key: string, value: string): Extended {
  if (SPARSE_RECORD.test(key)) throw new FileProblem('it has a sparse file', SPARSE);
  const field = Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined;
  if (field === undefined) return {};
  if (value === '' || value.includes('\0'))
    throw new FileProblem(`it has a pax header with the ${key} ${quoted(value)}`);
  if (field !== 'size') return { [field]: value };
  if (!/^[0-9]{1,15}$/.test(value)) throw new FileProblem(`it has a pax header with the size ${quoted(value)}`);
  return { size: Number(value) };
}
