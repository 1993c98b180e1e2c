import { type Digest, parseDigest } from '../image/digest.ts';
import {
  isTag,
  parseReference,
  parseRepository,
  type Repository,
  repositoryName,
  sameRepository,
  TAG_RULE,
} from '../image/reference.ts';
import { type EngineChoice, parseSource, type SourceText } from '../image/source-text.ts';
import { parseWantedPlatform, type WantedPlatform } from '../image/wanted-platforms.ts';
import { withCommit } from '../text/commit-template.ts';
import type { Parser } from './reader.ts';

/** A requested tag. */
export type ExtraTag = {
  readonly name: string;
  /** The only destination that it is for; undefined means all. */
  readonly only?: Repository;
};

const SAMPLE_SHA = '0'.repeat(40);

/** destination parses one entry of `image`. */
export const destination: Parser<Repository> = (text) => {
  const parsed = parseRepository(text);
  return parsed.ok ? { value: parsed.value } : { problem: parsed.problem };
};

/** Places of an image that the engine cannot push from. */
const NOT_THE_ENGINES: Readonly<Partial<Record<SourceText['kind'], string>>> = {
  file: 'is in a file',
  registry: 'is on a registry',
  podman: "is in Podman's store",
};

/**
 * source parses the name or ID of an image of the engine, or the place of an image in a file, on a registry or in
 * Podman's store. With `engine: docker` it must be an image of the engine, and no file is looked for.
 */
export function source(engine: EngineChoice): Parser<SourceText> {
  return (text) => {
    const parsed = parseSource(text);
    if (!parsed.ok) return { problem: parsed.problem };
    if (engine !== 'docker') return { value: parsed.value };
    const elsewhere = NOT_THE_ENGINES[parsed.value.kind];
    if (elsewhere !== undefined)
      return { problem: `${elsewhere}, and "engine" is "docker", which pushes only its own images` };
    return { value: { ...parsed.value, kind: 'engine' } as SourceText };
  };
}

/** repositoryPath parses a repository on the same registry as the destinations, by its path there. */
export function repositoryPath(destinations: readonly Repository[]): Parser<string> {
  return (text) => {
    const named = destinations.find(({ registry }) => text.startsWith(`${registry}/`));
    if (named !== undefined)
      return { problem: `begins with the registry; write only "${text.slice(named.registry.length + 1)}"` };
    const parsed = parseReference(`registry.invalid/${text}`);
    if (!parsed.ok) return { problem: parsed.problem };
    const { tag, digest, path } = parsed.value;
    return tag === undefined && digest === undefined ? { value: path } : { problem: 'has a tag or a digest' };
  };
}

/**
 * extraTag parses a tag. A bare tag is for every destination, and a full reference only for its destination, so the
 * output of `docker/metadata-action` fits.
 */
export function extraTag(destinations: readonly Repository[]): Parser<ExtraTag> {
  return (text) => {
    if (isTag(text)) return { value: { name: text } };
    const parsed = text.includes('/') ? parseReference(text) : undefined;
    if (parsed === undefined) return { problem: `is no tag: a tag ${TAG_RULE}` };
    if (!parsed.ok) return { problem: parsed.problem };
    const { tag: name, digest } = parsed.value;
    if (digest !== undefined) return { problem: 'is a reference with a digest; write only the tag' };
    if (name === undefined) return { problem: withoutTag(text, parsed.value, destinations) };
    // Without any destination there is nothing to compare with, and that is reported separately.
    if (destinations.length === 0) return { value: { name } };
    const only = destinations.find((each) => sameRepository(each, parsed.value));
    return only === undefined
      ? { problem: `is for another repository than ${namesOf(destinations)} in "image"` }
      : { value: { name, only } };
  };
}

function withoutTag(text: string, named: Repository, destinations: readonly Repository[]): string {
  if (destinations.some((each) => sameRepository(each, named)))
    return 'names a destination without a tag: add ":" and the tag';
  return `has a "/", which no tag can have: write "${text.replaceAll('/', '-')}", or ${namesOf(destinations) || 'the image'}, ":" and the tag`;
}

function namesOf(destinations: readonly Repository[]): string {
  return destinations.map(repositoryName).join(', ');
}

/** shaTag parses the template of the SHA tag. */
export const shaTag: Parser<string> = (text) => {
  if (!/\{(?:short-)?sha\}/.test(text))
    return { problem: 'has neither {sha} nor {short-sha}, so it could not name a commit' };
  const sample = withCommit(text, SAMPLE_SHA);
  return isTag(sample) ? { value: text } : { problem: `does not give a valid tag; a tag ${TAG_RULE}` };
};

/** wantedPlatform parses a platform that the image must have. */
export const wantedPlatform: Parser<WantedPlatform> = (text) => {
  const parsed = parseWantedPlatform(text);
  return parsed.ok ? { value: parsed.value } : { problem: parsed.problem };
};

/** imageId parses a digest, as Docker and BuildKit print it. */
export const imageId: Parser<Digest> = (text) => {
  const digest = parseDigest(/^[0-9a-f]{64}$/.test(text) ? `sha256:${text}` : text);
  return digest === undefined ? { problem: 'is not "sha256:" and 64 lower-case hex digits' } : { value: digest };
};
