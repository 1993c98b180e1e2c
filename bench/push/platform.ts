import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Described = { digest: string; size: number };

/** ofPlatform is the image of a layout for another architecture, as a layout of its own with the same layers. */
export function ofPlatform(layout: string, to: string, architecture: string): string {
  cpSync(layout, to, { recursive: true });
  const read = ({ digest }: Described) => JSON.parse(readFileSync(join(to, 'blobs/sha256', digest.slice(7)), 'utf8'));
  const index = JSON.parse(readFileSync(join(to, 'index.json'), 'utf8')) as { manifests: [Described] };
  const manifest = read(index.manifests[0]);
  manifest.config = { ...manifest.config, ...write(to, { ...read(manifest.config), architecture }) };
  index.manifests[0] = { ...index.manifests[0], ...write(to, manifest) };
  writeFileSync(join(to, 'index.json'), JSON.stringify(index));
  return to;
}

function write(to: string, document: unknown): Described {
  const bytes = Buffer.from(JSON.stringify(document));
  const hex = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(join(to, 'blobs/sha256', hex), bytes);
  return { digest: `sha256:${hex}`, size: bytes.length };
}
