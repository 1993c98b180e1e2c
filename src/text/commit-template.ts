/** Digits of a commit in `{short-sha}`. */
const SHORT = 12;

/** withCommit fills a commit into a template: the whole commit for `{sha}`, its first digits for `{short-sha}`. */
export function withCommit(template: string, commit: string): string {
  return template.replaceAll('{sha}', commit).replaceAll('{short-sha}', commit.slice(0, SHORT));
}
