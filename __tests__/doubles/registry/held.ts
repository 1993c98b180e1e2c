/** What a registry's own API lists, and when each of it was pushed (in milliseconds since 1970). */
export type Held = {
  readonly manifests: Map<string, { readonly bytes: Buffer; readonly mediaType: string }>;
  readonly tags: Map<string, string>;
  readonly pushedAt: (digest: string) => number;
};

/** tagsOn are the tags that show a digest. */
export function tagsOn({ tags }: Held, digest: string): readonly string[] {
  return [...tags].filter(([, on]) => on === digest).map(([tag]) => tag);
}

/** takeAway removes a manifest with all its tags. */
export function takeAway({ manifests, tags }: Held, digest: string): void {
  manifests.delete(digest);
  for (const [tag, on] of tags) if (on === digest) tags.delete(tag);
}
