import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** A floor of the house: rooms of one kind, with what each is for. */
type Floor = { readonly title: string; readonly rooms: Readonly<Record<string, string>> };

/** From top to bottom. What a floor imports is below it; the steps stand in the order of the data. */
const FLOORS: readonly Floor[] = [
  {
    title: 'actions: the stories',
    rooms: { 'actions/publish': 'the root action', 'actions/verify': 'verify/', 'actions/prune': 'prune/' },
  },
  {
    title: 'steps, in the order of the data',
    rooms: {
      inputs: 'parsers',
      gate: 'who may publish',
      scan: 'scan reports',
      evidence: 'asks for facts',
      credentials: 'signing in',
      push: 'kinds of source',
      referrers: 'what is attached',
      verify: 'what is served',
      proof: 'signed statement',
      tags: 'what may move',
      prune: 'what may go',
      report: 'log and summary',
    },
  },
  {
    title: 'doors: the only rooms that touch the outside',
    rooms: {
      runner: 'inputs, outputs',
      workspace: 'report files',
      github: 'API',
      keyless: 'cloud identities',
      signer: 'signs at Sigstore',
      trust: 'verifies Sigstore',
      docker: 'engines',
      files: 'images in files',
      registry: 'distribution spec',
    },
  },
  {
    title: 'foundation of the doors',
    rooms: { http: 'requests', time: 'clock, retries', compression: 'gzip, zstd', tar: 'archives' },
  },
  {
    title: 'vocabulary: values that every room may use',
    rooms: {
      image: 'one definition',
      run: 'facts of the run',
      secret: 'prints ***',
      text: 'printable',
      errors: 'codes',
    },
  },
];

const WIDTH = 1180;
const BOX = { height: 46, gap: 12 };
/** Where each floor begins; between steps and doors there is room for the lines. */
const TOPS = [14, 112, 254, 340, 426];
const HEIGHT = 500;
const MARGIN = 16;

type Box = { readonly x: number; readonly y: number; readonly width: number };

/** drawRooms draws the rooms of `src` as an SVG: boxes by floor, a line from a room to each door whose interface it uses. */
export function drawRooms(src: string): string {
  const uses = usesOf(src);
  const known = FLOORS.flatMap(({ rooms }) => Object.keys(rooms));
  const floors = FLOORS.map(({ title, rooms }) => ({
    title,
    rooms: Object.fromEntries(Object.entries(rooms).filter(([room]) => uses.has(room))),
  }));
  const unknown = [...uses.keys()].filter((room) => !known.includes(room));
  if (unknown.length > 0) throw new Error(`the picture of the rooms lacks ${unknown.join(', ')}: tools/pages/rooms.ts`);
  const boxes = new Map<string, Box>();
  for (const [floor, { rooms }] of floors.entries()) {
    const names = Object.keys(rooms);
    const width = Math.min(170, (WIDTH - 2 * MARGIN - (names.length - 1) * BOX.gap) / names.length);
    const left = (WIDTH - names.length * width - (names.length - 1) * BOX.gap) / 2;
    for (const [at, name] of names.entries())
      boxes.set(name, { x: left + at * (width + BOX.gap), y: TOPS[floor] ?? 0, width });
  }
  const doors = Object.keys(floors[2]?.rooms ?? {});
  const lines = Object.keys(floors[1]?.rooms ?? {}).flatMap((step) =>
    doors.filter((door) => uses.get(step)?.has(door)).map((door) => lineFrom(boxes.get(step), boxes.get(door))),
  );
  const drawn = floors.flatMap(({ title, rooms }, floor) => [
    `<text class="title" x="${WIDTH / 2}" y="${(TOPS[floor] ?? 0) + (floor === 1 ? -8 : BOX.height + 16)}">${title}</text>`,
    ...Object.entries(rooms).map(([name, purpose]) => boxOf(name, purpose, boxes.get(name))),
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">`,
    '<title>The rooms of src/, and which doors each step uses</title>',
    `<style>${STYLE}</style>`,
    ...lines,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

const STYLE = [
  'svg{background:#fff;font-family:system-ui,sans-serif}',
  'text{text-anchor:middle;fill:#1f2328}',
  '.title{font-size:12px;fill:#59636e}',
  '.name{font-size:13px;font-weight:600}',
  '.why{font-size:10.5px;fill:#59636e}',
  'rect{fill:#f6f8fa;stroke:#818b98}',
  'path{fill:none;stroke:#0969da;stroke-opacity:.45;stroke-width:1.4}',
  '@media(prefers-color-scheme:dark){svg{background:#0d1117}text{fill:#f0f6fc}.title,.why{fill:#9198a1}rect{fill:#151b23;stroke:#656c76}path{stroke:#4493f8}}',
].join('');

function boxOf(name: string, purpose: string, box: Box | undefined): string {
  const { x, y, width } = box ?? { x: 0, y: 0, width: 0 };
  const middle = round(x + width / 2);
  return [
    `<rect x="${round(x)}" y="${y}" width="${round(width)}" height="${BOX.height}" rx="6"/>`,
    `<text class="name" x="${middle}" y="${y + 19}">${name.replace('actions/', '')}</text>`,
    `<text class="why" x="${middle}" y="${y + 35}">${purpose}</text>`,
  ].join('');
}

function lineFrom(step: Box | undefined, door: Box | undefined): string {
  if (step === undefined || door === undefined) return '';
  const [x1, y1] = [round(step.x + step.width / 2), step.y + BOX.height];
  const [x2, y2] = [round(door.x + door.width / 2), door.y];
  const middle = (y1 + y2) / 2;
  return `<path d="M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Which rooms each room imports from. Every action is a separate room. */
function usesOf(src: string): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, Set<string>>();
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  for (const file of files) {
    const room = roomOf(file);
    const used = uses.get(room) ?? new Set<string>();
    uses.set(room, used);
    for (const [, to = ''] of readFileSync(join(src, file), 'utf8').matchAll(/from '(\.[^']+)'/g)) {
      used.add(roomOf(relative(src, resolve(src, file, '..', to))));
    }
  }
  return uses;
}

function roomOf(file: string): string {
  const [room = '', action = ''] = file.replace(/\.ts$/, '').split('/');
  return room === 'actions' ? `actions/${action}` : room;
}
