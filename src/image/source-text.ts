import { type Parsed, parseReference } from './reference.ts';

/** Who pushes: the engine, we ourselves, or whoever has the image already. */
export const ENGINES = ['auto', 'docker', 'direct'] as const;
export type EngineChoice = (typeof ENGINES)[number];

/** How a file holds an image: an OCI layout in a folder or a tar archive, what `docker save` writes, or Podman's folder. */
export type FileForm = 'oci' | 'oci-archive' | 'docker-archive' | 'dir';

/**
 * A file or folder with an image in it, as a workflow names it: `path`, or `path:tag` or `path@digest` where it holds
 * several. A path may have colons of its own, so that only the file system can tell where it ends. Without a form the
 * content decides.
 */
export type FileLocation = { readonly form: FileForm | undefined; readonly text: string };

/** What a source text can mean: an image of the engine, a file, or either of them, which the file system decides. */
export type SourceText =
  | { readonly kind: 'engine'; readonly name: string }
  | ({ readonly kind: 'file' } & FileLocation)
  | { readonly kind: 'either'; readonly name: string };

const FILE_PREFIX = /^(oci|oci-archive|docker-archive|dir):(?!\/\/)(.*)$/s;
const IMAGE_ID = /^(?:sha256:[0-9a-f]{64}|[0-9a-f]{12,64})$/;
/** What is a path whatever exists: rooted, or relative by its own account, or an archive by its extension. */
const PATH = /^\.{0,2}[/\\]|^[A-Za-z]:[/\\]|\.(?:tar|oci|tar\.gz|tar\.zst|tgz)(?=$|[:@])/;

/** parseSource reads the text of a source (the prefixes are those of containers-transports). */
export function parseSource(text: string): Parsed<SourceText> {
  if (text.includes('\0')) return { ok: false, problem: 'is not a path' };
  const [, form, location] = FILE_PREFIX.exec(text) ?? [];
  if (form !== undefined && location !== undefined) {
    if (location === '') return { ok: false, problem: `has no path after "${form}:"` };
    return { ok: true, value: { kind: 'file', form: form as FileForm, text: location } };
  }
  const [prefix = ''] = /^docker-daemon:/.exec(text) ?? [];
  const name = text.slice(prefix.length);
  const parsed = IMAGE_ID.test(name) ? { ok: true as const } : parseReference(name);
  if (parsed.ok) return { ok: true, value: { kind: prefix === '' ? 'either' : 'engine', name } };
  if (prefix === '' && PATH.test(text)) return { ok: true, value: { kind: 'file', form: undefined, text } };
  return {
    ok: false,
    problem: prefix === '' ? `${parsed.problem} (and a path begins with "./" or "/")` : parsed.problem,
  };
}
