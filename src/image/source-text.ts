import { withCommit } from '../text/commit-template.ts';
import { type Parsed, parseReference, parseRepository, type Repository, sameRepository } from './reference.ts';

/** Who pushes: the engine, this action, or the one that has the image. */
export const ENGINES = ['auto', 'docker', 'direct'] as const;
export type EngineChoice = (typeof ENGINES)[number];

/** How a file holds an image: an OCI layout in a folder or a tar archive, what `docker save` writes, or Podman's folder. */
export type FileForm = 'oci' | 'oci-archive' | 'docker-archive' | 'dir';

/**
 * A file or folder with an image in it, as a workflow names it: `path`, or `path:tag` or `path@digest` where it holds
 * several. A path may contain colons, so only the file system shows where it ends. Without a form the content decides.
 */
export type FileLocation = { readonly form: FileForm | undefined; readonly text: string };

/** An image on a registry, by a tag or by a digest, and never by both: one of them would have no effect. */
export type RegistryLocation = { readonly at: Repository; readonly name: string };

/**
 * What a source text can mean: an image of the engine, a file, or either of them, which the file system decides; an
 * image on a registry, or of Podman's store. `{sha}` and `{short-sha}` may stand in its texts until the commit is
 * known.
 */
export type SourceText =
  | { readonly kind: 'engine'; readonly name: string }
  | ({ readonly kind: 'file' } & FileLocation)
  | { readonly kind: 'either'; readonly name: string }
  | ({ readonly kind: 'registry' } & RegistryLocation)
  | { readonly kind: 'podman'; readonly name: string };

const FILE_PREFIX = /^(oci|oci-archive|docker-archive|dir):(?!\/\/)(.*)$/s;
const REGISTRY = 'docker://';
/** Whose image a prefix says it is. */
const KINDS: Readonly<Record<string, 'engine' | 'podman'>> = {
  'docker-daemon:': 'engine',
  'containers-storage:': 'podman',
};
const IMAGE_ID = /^(?:sha256:[0-9a-f]{64}|[0-9a-f]{12,64})$/;
/** What is a path whatever exists: rooted, or relative by its own account, or an archive by its extension. */
const PATH = /^\.{0,2}[/\\]|^[A-Za-z]:[/\\]|\.(?:tar|oci|tar\.gz|tar\.zst|tgz)(?=$|[:@])/;

/** A commit that stands for the one of the run while a text is judged. */
const SAMPLE = '0'.repeat(40);

/** repositoriesIn are the repositories that sources are read from, each once. */
export function repositoriesIn(sources: readonly SourceText[]): readonly Repository[] {
  const all = sources.flatMap((source) => (source.kind === 'registry' ? [source.at] : []));
  return all.filter((one, at) => all.findIndex((other) => sameRepository(one, other)) === at);
}

/** ofCommit is a source whose texts name the commit where they left room for it; `{short-sha}` is 12 digits of it. */
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

/** Only the tag may leave room for the commit. */
function parseLocation(text: string): Parsed<SourceText> {
  const parsed = parseReference(withCommit(text, SAMPLE));
  if (!parsed.ok) return parsed;
  const { tag, digest } = parsed.value;
  if (tag === undefined && digest === undefined) return { ok: false, problem: 'has neither a tag nor a digest' };
  if (tag !== undefined && digest !== undefined) {
    return { ok: false, problem: 'has a tag and a digest; write only one of them, preferably the digest' };
  }
  // A registry would have it under two names, and everything here names it by one: its digest would be another one.
  if (digest !== undefined && !digest.startsWith('sha256:')) {
    return { ok: false, problem: 'has a digest that is not a SHA-256; write the SHA-256 of the image, or a tag' };
  }
  const end = text.lastIndexOf(digest === undefined ? ':' : '@');
  const at = parseRepository(text.slice(0, end));
  return at.ok ? { ok: true, value: { kind: 'registry', at: at.value, name: text.slice(end + 1) } } : at;
}
