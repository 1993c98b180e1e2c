import type { ErrorCode } from '../errors.ts';
import type { OpenToRead, Subject } from '../gate/verdict.ts';
import type { Facts } from '../run/facts.ts';
import type { Pages } from '../run/pages.ts';
import type { Runner } from '../runner/runner.ts';
import { code, link, titled } from './markdown.ts';
import { isOwn } from './tell-verdict.ts';

/** The run that a summary is about, and the pages about it. */
export type Run = Pick<Facts, 'sha' | 'ref' | 'eventName'> & { readonly pages: Pages };

/** runOf is the run of this step. */
export function runOf(runner: Pick<Runner, 'context' | 'pages'>): Run {
  const { sha, ref, eventName } = runner.context();
  return { sha, ref, eventName, pages: runner.pages() };
}

/** runLines name the commit and the run, with a link to each; once the gate is open, the commit of the image. */
export function runLines({ sha, ref, eventName, pages }: Run, verdict?: OpenToRead): readonly string[] {
  const at = (subject: Subject) => `${link(subject.commit, pages.commit(subject.commit))} on ${code(subject.ref)}`;
  const own = { commit: sha, ref };
  const isOther = verdict?.kind === 'open' && !isOwn(verdict);
  const commit = isOther
    ? `${at(verdict.subject)}, which the image names. The run is for ${at(verdict.run)}`
    : at(verdict?.run ?? own);
  return [`**Commit** ${commit} (${code(verdict?.event ?? eventName)})`, ...runItem({ pages })];
}

/** runItem links to the run and to its workflow file; empty if neither has an address. */
export function runItem({ pages }: Pick<Run, 'pages'>): readonly string[] {
  const links = [titled('this run', pages.run), titled('its workflow', pages.workflow)];
  const known = links.filter((each) => each !== undefined);
  return known.length === 0 ? [] : [`**Run** ${known.join(', ')}`];
}

/** helpLine links to a code on the troubleshooting page; empty if its address is unknown. */
export function helpLine(name: ErrorCode, { help }: Pages): readonly string[] {
  const address = titled(`what ${name} means`, help(name));
  return address === undefined ? [] : [`**More:** ${address}`];
}
