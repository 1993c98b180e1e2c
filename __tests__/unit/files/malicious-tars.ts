import { blobPath, layout } from '../../doubles/archives/layouts.ts';
import { BLOCK, binary, type Entry, header, long, octal, pax, record, tar } from '../../doubles/archives/tar.ts';
import { buildImage } from '../../doubles/registry/images.ts';

/** The image in every archive of the tables, as far as it can be read. */
export const image = buildImage({ contents: ['one', 'two'] });
const CONFIG = blobPath(image.config.digest);
const LAYER = blobPath(image.layers[0]?.digest ?? '');

const files: readonly Entry[] = [...layout(image)].map(([name, content]) => ({ name, content }));
const whole = tar(files);
const config = image.config.bytes;

/** The image with something before it. */
/** A header with a letter at the given place, and the checksum that is right for it. */
function disturbed(entry: Entry, at: number): Buffer {
  const block = header(entry);
  block.write('x', at);
  block.write('        ', 148);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

const after = (...entries: readonly (Entry | Buffer)[]) => tar([...entries, ...files]);
/** The image with a file of it replaced by other entries. */
const instead = (name: string, ...entries: readonly (Entry | Buffer)[]) =>
  tar(files.flatMap((file) => (file.name === name ? entries : [file])));
const chain = (length: number): readonly Entry[] => [
  ...Array.from({ length }, (_, at) => ({
    name: at === 0 ? CONFIG : `link-${at}`,
    type: '1',
    link: at === length - 1 ? 'config' : `link-${at + 1}`,
  })),
  { name: 'config', content: config },
];
const zeros = (length: number) => Buffer.alloc(length);

/** Tar archives that no program writes, or that mean one thing to one program and another to the next. */
export const REFUSED: readonly (readonly [string, Buffer, RegExp])[] = [
  // Names that lead elsewhere
  ['an absolute name', after({ name: '/etc/passwd', content: 'x' }), /leads outside the archive, "\/etc\/passwd"/],
  ['a name above the root', after({ name: '../outside', content: 'x' }), /leads out/],
  ['a name that climbs out again', after({ name: 'blobs/../../outside', content: 'x' }), /leads out/],
  ['a name that climbs within', after({ name: 'blobs/../index.json', content: 'x' }), /leads out/],
  ['an absolute pax path', after(pax({ path: '/etc/passwd' }), { name: 'x' }), /leads out/],
  ['a pax path above the root', after(pax({ path: '../../etc/passwd' }), { name: 'x' }), /leads out/],
  ['a long name above the root', after(long('L', `${'a/'.repeat(60)}../../x`), { name: 'x' }), /leads out/],
  ['a prefix above the root', after({ name: 'passwd', prefix: '../../etc' }), /leads out/],
  ['a folder above the root', after({ name: '../', type: '5' }), /leads out/],
  ['a link that has such a name', after({ name: '../x', type: '2', link: 'index.json' }), /leads out/],
  ['a device that has such a name', after({ name: '/dev/sda', type: '4' }), /leads out/],
  // Links
  [
    'a hard link to an absolute path',
    instead(CONFIG, { name: CONFIG, type: '1', link: '/etc/passwd' }),
    /link that leads out/,
  ],
  [
    'a symbolic link to an absolute path',
    instead(CONFIG, { name: CONFIG, type: '2', link: '/etc/passwd' }),
    /link that leads out/,
  ],
  [
    'a symbolic link above the root',
    instead(CONFIG, { name: CONFIG, type: '2', link: '../../../etc/passwd' }),
    /link that leads out/,
  ],
  [
    'a hard link above the root',
    instead(CONFIG, { name: CONFIG, type: '1', link: '../index.json' }),
    /link that leads out/,
  ],
  [
    'a pax link above the root',
    instead(CONFIG, pax({ linkpath: '/etc/passwd' }), { name: CONFIG, type: '2' }),
    /link that leads out/,
  ],
  [
    'a long link above the root',
    instead(CONFIG, long('K', `/${'a'.repeat(200)}`), { name: CONFIG, type: '2' }),
    /link that leads out/,
  ],
  ['a link to itself', instead(CONFIG, { name: CONFIG, type: '1', link: CONFIG }), /only leads to links/],
  [
    'two links to each other',
    instead(CONFIG, { name: CONFIG, type: '1', link: 'x' }, { name: 'x', type: '1', link: CONFIG }),
    /only leads to links/,
  ],
  ['a chain of twenty links', instead(CONFIG, ...chain(20)), /only leads to links/],
  [
    'a link to a folder',
    instead(CONFIG, { name: 'x/', type: '5' }, { name: CONFIG, type: '1', link: 'x' }),
    /is not a file/,
  ],
  ['a link to nothing', instead(CONFIG, { name: CONFIG, type: '1', link: 'nothing' }), /lacks the config/],
  ['a link without a target', instead('index.json', { name: 'index.json', type: '2' }), /has no "index.json"/],
  // What is not a file
  ['a folder for a file', instead('index.json', { name: 'index.json', type: '5' }), /is not a file/],
  ['a device for a file', instead(LAYER, { name: LAYER, type: '3' }), /is not a file/],
  ['a pipe for a file', instead(LAYER, { name: LAYER, type: '6' }), /is not a file/],
  [
    'a file whose name ends like a folder’s',
    instead(LAYER, { name: `${LAYER}/`, content: 'x' }),
    /a folder with content/,
  ],
  // Two of one name
  ['two files of one name', after({ name: 'index.json', content: '{}' }), /"index.json" twice/],
  ['two files, one with a dot before it', after({ name: './index.json', content: '{}' }), /"index.json" twice/],
  ['two files, one with two slashes', after({ name: CONFIG.replace('/', '//'), content: 'x' }), /twice/],
  ['a file and a link of one name', after({ name: CONFIG, type: '1', link: LAYER }), /twice/],
  ['a file and a folder of one name', after({ name: LAYER, type: '5' }), /twice/],
  ['two files of one name, the same', after(...files.slice(2, 3)), /twice/],
  // Sizes
  ['a size beyond the end', after({ name: 'x', content: 'x', size: 1 << 30 }), /cut off in the content/],
  ['a size of 8 GiB', after({ name: 'x', size: 0o77777777777 }), /cut off in the content/],
  ['a size of 2⁶²', after({ name: 'x', size: binary(2n ** 62n) }), /without a size/],
  ['a size of 2⁵³ less a byte', after({ name: 'x', size: binary(2n ** 53n - 1n) }), /cut off in the content/],
  ['a size below zero', after({ name: 'x', size: binary(-1n) }), /without a size/],
  ['a size that is no number', after({ name: 'x', size: Buffer.from('0000000009x\0') }), /without a size/],
  ['a size with a hole', after({ name: 'x', size: Buffer.from('000 0000001\0') }), /without a size/],
  [
    'a size smaller than the content',
    after({ name: 'x', content: 'x'.repeat(600), size: 40 }),
    /data after the content/,
  ],
  ['a size smaller by a block', after({ name: 'x', content: 'x'.repeat(1024), size: 512 }), /checksum is wrong/],
  [
    'a pax size beyond the end',
    after(pax({ size: '99999999' }), { name: 'x', content: 'x' }),
    /cut off in the content/,
  ],
  [
    'a pax size smaller than the content',
    after(pax({ size: '0' }), { name: 'x', content: 'not empty' }),
    /checksum is wrong/,
  ],
  ['a pax size below zero', after(pax({ size: '-1' }), { name: 'x' }), /with the size "-1"/],
  ['a pax size in another notation', after(pax({ size: '1e3' }), { name: 'x' }), /with the size "1e3"/],
  ['a pax size of twenty digits', after(pax({ size: '9'.repeat(20) }), { name: 'x' }), /with the size/],
  ['a folder with content', after({ name: 'x/', type: '5', content: 'x' }), /a folder with content/],
  [
    'a hard link with content',
    after({ name: 'x', type: '1', link: 'index.json', content: 'x' }),
    /a hard link with content/,
  ],
  [
    'a symbolic link with content by pax',
    after(pax({ size: '1' }), { name: 'x', type: '2', link: 'y', content: 'x' }),
    /a symbolic link with content/,
  ],
  ['a device with content', after({ name: 'x', type: '3', content: 'x' }), /a device with content/],
  // Extended headers
  [
    'a pax record that is longer than its header',
    after(pax('99 path=x\n'), { name: 'x' }),
    /pax header that cannot be read/,
  ],
  ['a pax record of no length', after(pax('0 path=x\n'), { name: 'x' }), /pax header that cannot be read/],
  ['a pax record shorter than itself', after(pax('7 path=x\n'), { name: 'x' }), /pax header that cannot be read/],
  ['a pax record without a line feed', after(pax('9 path=xy'), { name: 'x' }), /pax header that cannot be read/],
  ['a pax record without a value', after(pax('8 path\n\n'), { name: 'x' }), /pax header that cannot be read/],
  ['a pax record without a key', after(pax('5 =x\n'), { name: 'x' }), /pax header that cannot be read/],
  ['a pax length with a zero before it', after(pax('010 path=x\n'), { name: 'x' }), /pax header that cannot be read/],
  ['a pax length that is no number', after(pax('0x9 path=x\n'), { name: 'x' }), /pax header that cannot be read/],
  ['a pax header of nothing but zeros', after(pax(zeros(100)), { name: 'x' }), /pax header that cannot be read/],
  ['a pax path with a zero byte', after(pax({ path: 'index.json\0x' }), { name: 'x' }), /with the path/],
  ['an empty pax path', after(pax({ path: '' }), { name: 'x' }), /with the path|not one/],
  ['a pax path twice', after(pax(record(['path', 'a']) + record(['path', 'b'])), { name: 'x' }), /name is given twice/],
  ['two pax headers', after(pax({ path: 'a' }), pax({ mtime: '1' }), { name: 'x' }), /two extended headers/],
  ['a pax path and a long name', after(pax({ path: 'a' }), long('L', 'b'), { name: 'x' }), /name is given twice/],
  ['two long names', after(long('L', 'a'), long('L', 'b'), { name: 'x' }), /given twice/],
  ['a long name that ends too early', after(long('L', 'index.json\0x'), { name: 'x' }), /ends too early/],
  ['a long name of nothing', after(long('L', ''), { name: 'x' }), /ends too early/],
  ['one path for all files', after(pax({ path: 'index.json' }, 'g')), /sets one name/],
  ['one size for all files', after(pax({ size: '1' }, 'g')), /sets one name/],
  ['a pax header of 1 MiB', after(pax({ comment: 'x'.repeat(1 << 20) }), { name: 'x' }), /header that is too long/],
  ['a pax header about nothing', tar([...files, pax({ path: 'x' })]), /cut off after an extended header/],
  ['a long name about nothing', tar([...files, long('L', 'x')]), /cut off after an extended header/],
  ['a name longer than a path can be', after(long('L', 'x'.repeat(5000)), { name: 'x' }), /longer than a path/],
  [
    'a link longer than a path can be',
    after(long('K', 'x'.repeat(5000)), { name: 'x', type: '2' }),
    /longer than a path/,
  ],
  ['no name', after({ name: '', content: 'x' }), /without a name/],
  // Formats
  ['a sparse file of GNU tar', after({ name: 'x', type: 'S' }), /sparse/],
  ['a sparse file by pax', after(pax({ 'GNU.sparse.major': '1', 'GNU.sparse.minor': '0' }), { name: 'x' }), /sparse/],
  ['a sparse file by an older pax', after(pax({ 'GNU.sparse.size': '9' }), { name: 'x' }), /sparse/],
  ['a sparse file of star', after(pax({ 'SCHILY.realsize': '9' }), { name: 'x' }), /sparse/],
  ...['M', 'V', 'D', 'N', 'X', 'A', 'E', 'I', '8', '\xff'].map(
    (type) => [`an entry of the type ${JSON.stringify(type)}`, after({ name: 'x', type }), /unknown type/] as const,
  ),
  ['a wrong checksum', after({ name: 'x', checksum: 1234 }), /checksum is wrong/],
  ['a checksum that is no number', after({ name: 'x', checksum: Buffer.from('checksum') }), /checksum is wrong/],
  ['a prefix in a header of GNU', after({ name: 'x', prefix: 'y', format: 'gnu' }), /two names/],
  ['a prefix in a header of V7', after({ name: 'x', prefix: 'y', format: 'v7' }), /two names/],
  ['a prefix of star without an end', after({ name: 'x', prefix: 'y'.repeat(131), format: 'star' }), /two names/],
  ['a size after a zero byte', after({ name: 'x', size: Buffer.from('\x0000000000000') }), /without a size/],
  ['an owner that is no number', after(disturbed({ name: 'x' }, 108)), /number that cannot be read/],
  [
    'a folder of V7 with content, renamed',
    after(pax({ path: 'y' }), { name: 'x/', type: '\0', content: 'x' }),
    /with content/,
  ],
  ['an unknown magic', after({ name: 'x', format: Buffer.from('ustar\x0001') }), /unknown format/],
  ['half a magic', after({ name: 'x', format: Buffer.from('ustar   ') }), /unknown format/],
  ['no archive', Buffer.from('hello'.repeat(500)), /is not a tar archive/],
  ['an empty file', zeros(0), /it is empty/],
  ['an archive of nothing', zeros(2 * BLOCK), /no oci-layout/],
  // Ends
  ['a cut in a header', whole.subarray(0, whole.length - 3 * BLOCK - 100), /cut off/],
  ['a cut in content', whole.subarray(0, 4 * BLOCK - 200), /cut off/],
  ['a cut in padding', whole.subarray(0, whole.length - 2 * BLOCK - 1), /cut off/],
  ['no end', whole.subarray(0, whole.length - 2 * BLOCK), /it has no end/],
  ['half an end', whole.subarray(0, whole.length - BLOCK), /half of its end/],
  [
    'a cut in an extended header',
    tar([...files, pax({ path: 'x'.repeat(2000) })]).subarray(0, -4 * BLOCK),
    /cut off in a header/,
  ],
  ['another archive behind it', Buffer.concat([whole, whole]), /goes on after its end/],
  ['a byte behind it', Buffer.concat([whole, Buffer.from('x')]), /goes on after its end/],
  ['a header after one block of zeros', tar([...files, zeros(BLOCK), header({ name: 'x' })]), /goes on after its end/],
  ['2 MiB of nothing behind it', Buffer.concat([whole, zeros(2 << 20)]), /goes on after its end/],
  ['padding that is not empty', after({ name: 'x', content: 'x', padding: 1 }), /data after the content/],
];

/** What is odd, but one image to every program. */
export const HARMLESS: readonly (readonly [string, Buffer])[] = [
  ['a link out of it that nothing needs', after({ name: 'x', type: '2', link: '/etc/passwd' })],
  ['a device that nothing needs', after({ name: 'dev/null', type: '3' })],
  ['two files of one name that nothing needs', after({ name: 'x', content: 'a' }, { name: 'x', content: 'b' })],
  ['the same folder twice', after({ name: 'blobs/', type: '5' }, { name: 'blobs/', type: '5' })],
  ['a chain of eight links', instead(CONFIG, ...chain(8))],
  [
    'a symbolic link that climbs within',
    instead(CONFIG, { name: CONFIG, type: '2', link: '../../x' }, { name: 'x', content: config }),
  ],
  ['a pax path', instead(CONFIG, pax({ path: CONFIG }), { name: 'short', content: config })],
  [
    'a pax size where the header has none',
    instead(CONFIG, pax({ size: `${config.length}` }), { name: CONFIG, content: config, size: 0 }),
  ],
  ['a long name', instead(CONFIG, long('L', CONFIG), { name: 'short', content: config, format: 'gnu' })],
  ['a prefix', instead(CONFIG, { name: CONFIG.slice(13), prefix: CONFIG.slice(0, 12), content: config })],
  [
    'a prefix of star',
    instead(CONFIG, { name: CONFIG.slice(13), prefix: CONFIG.slice(0, 12), content: config, format: 'star' }),
  ],
  ['headers of V7', tar(files.map((file) => ({ ...file, format: 'v7' })))],
  ['a binary size', instead(CONFIG, { name: CONFIG, content: config, size: binary(BigInt(config.length)) })],
  [
    'a size with spaces',
    instead(CONFIG, {
      name: CONFIG,
      content: config,
      size: Buffer.from(`${octal(config.length).toString().slice(2, 11)} \0 `),
    }),
  ],
  ['the checksum of signed bytes', instead(CONFIG, { name: CONFIG, content: config, checksum: 'signed' })],
  ['the checksum of signed bytes, where these differ', after({ name: 'ä', checksum: 'signed' })],
  ['a comment for all files', after(pax({ comment: 'made by hand' }, 'g'))],
  [
    'other pax records',
    instead(CONFIG, pax({ mtime: '1.5', 'SCHILY.xattr.user.x': 'y', 'LIBARCHIVE.z': '1' }), {
      name: CONFIG,
      content: config,
    }),
  ],
  ['a name that is not UTF-8', after({ name: Buffer.from([0xff, 0xfe]), content: 'x' })],
  ['names that begin with a dot', tar(files.map((file) => ({ ...file, name: `./${file.name}` })))],
  ['zeros up to a whole record', Buffer.concat([whole, zeros(10_240)])],
  ['files of other programs', after({ name: 'README', content: 'x' }, { name: '.wh.x' })],
];
