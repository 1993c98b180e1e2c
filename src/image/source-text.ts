import { withCommit } from '../text/commit-template.ts';
import { type Parsed, parseReference, parseRepository, type Repository, sameRepository } from './reference.ts';

/** Who pushes: the engine, this action, or (auto) the one that has the image. */
export const ENGINES = ['auto', 'docker', 'direct'] as const;
export type EngineChoice = (typeof ENGINES)[number];

/** The form of an image in a file: an OCI layout (folder or tar archive), a `docker save` archive, Podman's folder. */
export type FileForm = 'oci' | 'oci-archive' | 'docker-archive' | 'dir';

/**
 * A file or folder with an image, as a workflow names it: `path`, or, if it contains several images, `path:tag` or
 * `path@digest`. A path may contain colons, so only the file system shows where it ends. Without a form, the content
 * decides.
 */
export type FileLocation = { readonly form: FileForm | undefined; readonly text: string };

/** An image on a registry, by a tag or by a digest, and never by both: one of them would have no effect. */
export type RegistryLocation = { readonly at: Repository; readonly name: string };

/**
 * The meanings of a source text: an image of the engine, a file, or one of both, which the file system decides; an
 * image on a registry, or in Podman's store. Its texts may contain `{sha}` and `{short-sha}` until the commit is known.
 */
export type SourceText =
  | { readonly kind: 'engine'; readonly name: string }
  | ({ readonly kind: 'file' } & FileLocation)
  | { readonly kind: 'either'; readonly name: string }
  | ({ readonly kind: 'registry' } & RegistryLocation)
  | { readonly kind: 'podman'; readonly name: string };

const FILE_PREFIX = /^(oci|oci-archive|docker-archive|dir):(?!\/\/)(.*)$/s;
const REGISTRY = 'docker://';
/** The store that a prefix names. */
const KINDS: Readonly<Record<string, 'engine' | 'podman'>> = {
  'docker-daemon:': 'engine',
  'containers-storage:': 'podman',
};
const IMAGE_ID = /^(?:sha256:[0-9a-f]{64}|[0-9a-f]{12,64})$/;
/** Always a path, even if no file exists: absolute, explicitly relative, or with the extension of an archive. */
const PATH = /^\.{0,2}[/\\]|^[A-Za-z]:[/\\]|\.(?:tar|oci|tar\.gz|tar\.zst|tgz)(?=$|[:@])/;

/** A commit that replaces that of the run while a text is checked. */
const SAMPLE = '0'.repeat(40);

/** repositoriesIn returns the repositories from which sources are read, each once. */
export function repositoriesIn(sources: readonly SourceText[]): readonly Repository[] {
  const all = sources.flatMap((source) => (source.kind === 'registry' ? [source.at] : []));
  return all.filter((one, at) => all.findIndex((other) => sameRepository(one, other)) === at);
}

/** ofCommit inserts the commit into the texts of a source; `{short-sha}` is its first 12 digits. */
export function ofCommit(source: SourceText, commit: string): SourceText {
  if (source.kind === 'file') return { ...source, text: withCommit(source.text, commit) };
  return { ...source, name: withCommit(source.name, commit) };
}

/** parseSource reads the text of a source (the prefixes are those of containers-transports). */
export function parseSource(text: string): Parsed<SourceText> {
  if (text.includes('\0')) return { ok: false, problem: 'is not a path' };
  if (text.startsWith(REGISTRY)) return parseLocation(text.slice(REGISTRY.length));
  const [, form, location] = FILE_PREFIX.exec(text) ?? [];
  if (form !== undefined && location !== undefined) {
    if (location === '') return { ok: false, problem: `has no path after "${form}:"` };
    return { ok: true, value: { kind: 'file', form: form as FileForm, text: location } };
  }
  const [prefix = ''] = /^(?:docker-daemon|containers-storage):/.exec(text) ?? [];
  const name = text.slice(prefix.length);
  const sample = withCommit(name, SAMPLE);
  const parsed = IMAGE_ID.test(sample) ? { ok: true as const } : parseReference(sample);
  if (parsed.ok) return { ok: true, value: { kind: KINDS[prefix] ?? 'either', name } };
  if (prefix === '' && PATH.test(text)) return { ok: true, value: { kind: 'file', form: undefined, text } };
  return {
    ok: false,
    problem: prefix === '' ? `${parsed.problem} (and a path begins with "./" or "/")` : parsed.problem,
  };
}

/** Only the tag may contain a placeholder for the commit. */
function parseLocation(text: string): Parsed<SourceText> {
  const parsed = parseReference(withCommit(text, SAMPLE));
  if (!parsed.ok) return parsed;
  const { tag, digest } = parsed.value;
  if (tag === undefined && digest === undefined) return { ok: false, problem: 'has neither a tag nor a digest' };
  if (tag !== undefined && digest !== undefined) {
    return { ok: false, problem: 'has a tag and a digest; write only one of them, preferably the digest' };
  }
  // A registry would list it under two digests, and our code uses only one of them, the SHA-256.
  if (digest !== undefined && !digest.startsWith('sha256:')) {
    return { ok: false, problem: 'has a digest that is not a SHA-256; write the SHA-256 of the image, or a tag' };
  }
  const end = text.lastIndexOf(digest === undefined ? ':' : '@');
  const at = parseRepository(text.slice(0, end));
  return at.ok ? { ok: true, value: { kind: 'registry', at: at.value, name: text.slice(end + 1) } } : at;
}
